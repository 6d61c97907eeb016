import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { downloadLogs, estimateQuery, logSettingsQuery } from '../../../api/diagnosis-logs.ts';
import type { Fetched } from '../../../api/fetch-file.ts';
import { BrokenOff } from '../../../api/read-zip.ts';
import { ApiProblem } from '../../../api/request.ts';
import { RequestError } from '../../../parts/request-error.tsx';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { handOver } from '../../../ui/download.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useDebounced } from '../../../ui/use-debounced.ts';
import { faultOf, inputOf, type Choice } from './choice.ts';
import { Progress } from './progress.tsx';
import { shownBytes } from '../../../ui/shown-bytes.ts';

const pauseMs = 300;

/** The size, known before; the ZIP as it comes, and what became of it. */
export function Download({ choice }: { choice: Choice }) {
  const { t, i18n } = useLingui();
  const settled = useDebounced(choice, pauseMs);
  const isWhole = faultOf(settled) === null;
  const estimate = useQuery(estimateQuery(settled, isWhole ? (now) => inputOf(settled, now) : null));
  const [bytes, setBytes] = useState(0);
  const [wasCancelled, setCancelled] = useState(false);
  const stop = useRef<AbortController>(null);
  const fetched = useMutation({
    mutationFn: (wanted: Choice): Promise<Fetched> => downloadLogs(inputOf(wanted, Date.now()), setBytes, (stop.current ??= new AbortController()).signal),
    onSuccess({ name, blob }) {
      handOver(name, blob);
      announce(t`The ZIP is complete. Your browser saves it as ${name}.`);
    },
    onSettled: () => void (stop.current = null),
  });
  const client = useQueryClient();
  const isRefused = [estimate.error, fetched.error].some((one) => one instanceof ApiProblem && one.problem === 'invalid');
  // Somebody has switched the UC Suite protocols off: the page shows how it is now.
  useEffect(() => {
    if (isRefused) void client.invalidateQueries(logSettingsQuery);
  }, [isRefused, client]);
  // Who leaves the page needs it no more.
  useEffect(() => () => stop.current?.abort(), []);

  const fault = faultOf(choice);
  const { entries = 0, estimatedBytes = 0 } = estimate.data ?? {};
  const isKnown = estimate.data !== undefined && isWhole && estimate.error === null;
  const size = shownBytes(estimatedBytes, i18n.locale);
  const start = () => {
    if (fault !== null) return announce(t`Nothing can be downloaded with this choice.`);
    setBytes(0);
    setCancelled(false);
    fetched.mutate(choice);
  };
  const cancel = () => {
    setCancelled(true);
    stop.current?.abort();
    announce(t`The download was cancelled. Nothing was saved.`);
  };
  const { data: done, error } = fetched;
  return (
    <section aria-labelledby="download-title">
      <div className="section-title">
        <h2 id="download-title">
          <Trans>ZIP</Trans>
        </h2>
      </div>
      <p className="size">
        {fault === 'nothing-chosen' && <Trans>Choose at least one log.</Trans>}
        {fault !== null && fault !== 'nothing-chosen' && <Trans>Correct the time range.</Trans>}
        {fault === null && isKnown && (
          <>
            <Trans>
              About <strong>{size}</strong>
            </Trans>
            {' · '}
            <Plural value={entries} one="# entry" other="# entries" />
          </>
        )}
        {fault === null && !isKnown && estimate.error === null && <Trans>Counting …</Trans>}
      </p>
      <RequestError error={fault === null ? estimate.error : null} since={estimate.errorUpdatedAt} again={() => void estimate.refetch()} />
      <div className="row">
        {fetched.isPending ? (
          <Button onClick={cancel}>
            <Trans>Cancel</Trans>
          </Button>
        ) : (
          <Button look="primary" onClick={start}>
            <Trans>Download</Trans>
          </Button>
        )}
      </div>
      {fetched.isPending && <Progress bytes={bytes} expected={estimatedBytes} />}
      {wasCancelled && !fetched.isPending && (
        <Notice tone="info">
          <Trans>The download was cancelled. Nothing was saved.</Trans>
        </Notice>
      )}
      {!wasCancelled && error instanceof BrokenOff && <Broken bytes={bytes} />}
      {!wasCancelled && !(error instanceof BrokenOff) && <RequestError error={error} since={fetched.submittedAt} again={start} />}
      {done && <Done done={done} />}
    </section>
  );
}

function Broken({ bytes }: { bytes: number }) {
  const { i18n } = useLingui();
  const got = shownBytes(bytes, i18n.locale);
  return (
    <Notice tone="bad" alert>
      <Trans>The ZIP broke off after {got}, and nothing was saved: Postern stopped, the network broke, or this browser has no room for it. Download it again, or choose a shorter range.</Trans>
    </Notice>
  );
}

function Done({ done: { name, blob } }: { done: Fetched }) {
  const { i18n } = useLingui();
  const size = shownBytes(blob.size, i18n.locale);
  return (
    <Notice tone="info">
      <p>
        <Trans>
          The ZIP is complete ({size}) and was given to your browser as <code>{name}</code>. Whether it could be saved, its list of downloads says.
        </Trans>
      </p>
      <Button onClick={() => handOver(name, blob)}>
        <Trans>Save again</Trans>
      </Button>
    </Notice>
  );
}
