import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Queue } from '../../../../../contract/contact-center.ts';
import { deleteQueue, queueQuery, readQueuesAgain, restoreQueue, type StoredQueue } from '../../../../api/contact-center.ts';
import { DeleteWithUndo } from '../../../../parts/delete-with-undo.tsx';
import { afterSave } from '../../../../parts/leave-guard.tsx';
import { paths } from '../../../../paths.ts';

/** Deletes the queue with its pilots; it can be had back for a while. */
export function DeleteQueue({ stored: { settings, etag } }: { stored: StoredQueue }) {
  const { id, name, pilots } = settings;
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = async () => {
    await navigate(paths.queues(), { state: afterSave });
    client.removeQueries({ queryKey: queueQuery(id).queryKey });
    await readQueuesAgain(client);
  };
  const restore = async () => {
    await restoreQueue(id);
    await readQueuesAgain(client);
  };
  return (
    <DeleteWithUndo<Queue>
      button={<Trans>Delete queue</Trans>}
      question={
        <Trans>
          Delete queue <bdi>{name}</bdi>?
        </Trans>
      }
      remove={() => deleteQueue(id, etag)}
      undo={{ sentence: t`Queue ${name} was deleted.`, done: t`Queue ${name} is back.`, restore }}
      onChanged={(changed) => client.setQueryData(queueQuery(id).queryKey, changed)}
      onGone={() => void leave()}
    >
      <Plural value={pilots} _0="It has no queue pilots." one="Its queue pilot goes with it." other="Its # queue pilots go with it." />
    </DeleteWithUndo>
  );
}
