import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { pilotDefaults } from '../../../../../contract/pilot-defaults.ts';
import { pilotQuery, type StoredPilot } from '../../../../api/contact-center.ts';
import { isGone } from '../../../../parts/is-gone.ts';
import { afterSave } from '../../../../parts/leave-guard.tsx';
import { RequestError } from '../../../../parts/request-error.tsx';
import { paths } from '../../../../paths.ts';
import { SidePanel } from '../../../../ui/side-panel.tsx';
import { OpenPilot } from './open-pilot.tsx';

interface PilotPanelProps {
  queueId: string;
  /** Null for a new one. */
  pilotId: string | null;
  /** The page of the list behind it. */
  after: readonly string[];
}

/** The panel of a pilot, or of a new one. Once that is saved it is the same panel, at the address of the pilot. */
export function PilotPanel({ queueId, pilotId, after }: PilotPanelProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [unsaved] = useState<StoredPilot>(() => ({ settings: { ...pilotDefaults, id: '', queueId }, etag: '' }));
  const [added, setAdded] = useState<string | null>(null);
  const id = pilotId ?? added;
  const { data, error, refetch, dataUpdatedAt } = useQuery({ ...pilotQuery(queueId, id ?? ''), enabled: id !== null });
  const stored = id === null ? unsaved : data;
  const close = (state?: typeof afterSave) => Promise.resolve(navigate(paths.queuePilots(queueId, { after }), { preventScrollReset: true, ...(state && { state }) }));
  const leave = () => void close();
  if (stored) {
    return (
      <OpenPilot
        key={id === added ? 'new' : id}
        stored={stored}
        isNew={id === null}
        onAdded={(pilot) => {
          setAdded(pilot);
          void navigate(paths.queuePilots(queueId, { after, pilot }), { replace: true, preventScrollReset: true, state: afterSave });
        }}
        onClose={leave}
        onGone={() => close(afterSave)}
      />
    );
  }
  return (
    <SidePanel title={isGone(error) ? <Trans>There is no such queue pilot</Trans> : <Trans>Queue pilot</Trans>} closeName={t`Close panel`} onClose={leave}>
      {isGone(error) ? (
        <p>
          <Trans>It was deleted, or the address is not complete.</Trans>
        </p>
      ) : (
        <RequestError error={error} since={dataUpdatedAt} again={() => void refetch()} />
      )}
    </SidePanel>
  );
}
