import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { eventsUrl } from '../../../api/events.ts';
import { fetchFile } from '../../../api/fetch-file.ts';
import { RequestError } from '../../../parts/request-error.tsx';
import { RoleNote } from '../../../parts/role-note.tsx';
import { useMay } from '../../../parts/use-may.ts';
import type { EventView } from '../../../paths.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { handOver } from '../../../ui/download.ts';

type Format = 'csv' | 'json';

/** All events of the view as a file; how much of it is there, and the way to end it. */
export function DownloadEvents({ view }: { view: EventView }) {
  const { t, i18n } = useLingui();
  const may = useMay('advanced');
  const [bytes, setBytes] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  if (!may) return <RoleNote needed="advanced" action={<Trans>Download CSV</Trans>} />;
  const start = async (format: Format) => {
    const controller = new AbortController();
    running.current = controller;
    setError(null);
    setBytes(0);
    try {
      const { name, blob } = await fetchFile(eventsUrl(view, { format }), controller.signal, setBytes);
      handOver(name, blob);
      announce(t`Downloaded`);
    } catch (failed) {
      if (controller.signal.aborted) announce(t`The download was cancelled.`);
      else setError(failed);
    }
    setBytes(null);
  };
  const size = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format((bytes ?? 0) / 1e6);
  return (
    <>
      <div className="row">
        <Button busy={bytes !== null} onClick={() => void start('csv')}>
          <Trans>Download CSV</Trans>
        </Button>
        <Button busy={bytes !== null} onClick={() => void start('json')}>
          <Trans>Download JSON</Trans>
        </Button>
        {bytes !== null && (
          <>
            <span className="muted">{size} MB</span>
            <Button look="text" onClick={() => running.current?.abort()}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        )}
      </div>
      <RequestError error={error} />
    </>
  );
}
