import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Queue } from '../../../../../contract/contact-center.ts';
import { deleteQueue, queueQuery, readQueuesAgain, restoreQueue, type StoredQueue } from '../../../../api/contact-center.ts';
import { conflictOf } from '../../../../parts/conflict-of.ts';
import { isGone } from '../../../../parts/deleted-meanwhile.tsx';
import { afterSave } from '../../../../parts/leave-guard.tsx';
import { RequestError } from '../../../../parts/request-error.tsx';
import { undoOffers } from '../../../../parts/undo-offers.ts';
import { paths } from '../../../../paths.ts';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';

/** Deletes the queue with its pilots, once asked; it can be had back for a while. */
export function DeleteQueue({ stored: { settings, etag } }: { stored: StoredQueue }) {
  const { id, name, pilots } = settings;
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, ask] = useState(false);
  // Somebody has changed it: then it is asked again, as it is now.
  const changed = (error: unknown) => conflictOf<Queue>(error);
  const leave = async () => {
    await navigate(paths.queues(), { state: afterSave });
    client.removeQueries({ queryKey: queueQuery(id).queryKey });
    await readQueuesAgain(client);
  };
  const remove = useMutation({
    mutationFn: () => deleteQueue(id, etag),
    onSuccess() {
      undoOffers.set({
        sentence: t`Queue ${name} was deleted.`,
        done: t`Queue ${name} is back.`,
        async restore() {
          await restoreQueue(id);
          await readQueuesAgain(client);
        },
      });
      void leave();
    },
    onError(error) {
      // Somebody else was faster.
      if (isGone(error)) void leave();
      if (!changed(error)) return;
      client.setQueryData(queueQuery(id).queryKey, changed(error) ?? undefined);
      ask(true);
    },
  });
  return (
    <>
      <RequestError error={changed(remove.error) ? null : remove.error} since={remove.submittedAt} again={() => remove.mutate()} />
      <p className="row">
        <Button busy={remove.isPending} onClick={() => ask(true)}>
          <Trans>Delete queue</Trans>
        </Button>
      </p>
      {asking && (
        <Dialog
          title={
            <Trans>
              Delete queue <bdi>{name}</bdi>?
            </Trans>
          }
          onClose={() => ask(false)}
          buttons={
            <>
              <Button look="primary" onClick={() => ask(false)}>
                <Trans>Keep it</Trans>
              </Button>
              <Button
                onClick={() => {
                  ask(false);
                  remove.mutate();
                }}
              >
                <Trans>Delete</Trans>
              </Button>
            </>
          }
        >
          <p>
            <Plural value={pilots} _0="It has no queue pilots." one="Its queue pilot goes with it." other="Its # queue pilots go with it." /> <Trans>It can be restored for a minute.</Trans>
          </p>
        </Dialog>
      )}
    </>
  );
}
