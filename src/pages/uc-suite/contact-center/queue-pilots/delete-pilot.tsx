import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import type { Pilot } from '../../../../../contract/contact-center.ts';
import { pilotTitle } from '../../../../../contract/pilot-title.ts';
import { deletePilot, pilotQuery, readQueuesAgain, restorePilot, type StoredPilot } from '../../../../api/contact-center.ts';
import { DeleteWithUndo } from '../../../../parts/delete-with-undo.tsx';

/** Deletes the pilot; it can be had back for a while. `onGone` leads away from it. */
export function DeletePilot({ stored: { settings, etag }, onGone }: { stored: StoredPilot; onGone: () => Promise<unknown> }) {
  const { id, queueId, type } = settings;
  const title = pilotTitle(settings);
  const { t } = useLingui();
  const client = useQueryClient();
  const leave = async () => {
    await onGone();
    client.removeQueries({ queryKey: pilotQuery(queueId, id).queryKey });
    await readQueuesAgain(client);
  };
  const restore = async () => {
    await restorePilot(queueId, id);
    await readQueuesAgain(client);
  };
  return (
    <DeleteWithUndo<Pilot>
      button={<Trans>Delete queue pilot</Trans>}
      question={
        <Trans>
          Delete queue pilot <bdi>{title}</bdi>?
        </Trans>
      }
      remove={() => deletePilot(queueId, id, etag)}
      undo={{ sentence: t`Queue pilot ${title} was deleted.`, done: t`Queue pilot ${title} is back.`, restore }}
      onChanged={(changed) => client.setQueryData(pilotQuery(queueId, id).queryKey, changed)}
      onGone={() => void leave()}
    >
      {type === 'email' ? <Trans>Its mails are not fetched any more; they stay in the mailbox.</Trans> : <Trans>Nothing reaches the queue at this number any more.</Trans>}
    </DeleteWithUndo>
  );
}
