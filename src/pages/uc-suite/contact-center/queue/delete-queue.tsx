import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Queue } from '../../../../../contract/contact-center.ts';
import { deleteQueue, queueQuery, readQueuesAgain, restoreQueue } from '../../../../api/contact-center.ts';
import { isGone } from '../../../../parts/deleted-meanwhile.tsx';
import { afterSave } from '../../../../parts/leave-guard.tsx';
import { RequestError } from '../../../../parts/request-error.tsx';
import { undoOffers } from '../../../../parts/undo-offers.ts';
import { paths } from '../../../../paths.ts';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';

/** Deletes the queue with its pilots, once asked; it can be had back for a while. */
export function DeleteQueue({ queue: { id, name, pilots } }: { queue: Queue }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, ask] = useState(false);
  const leave = async () => {
    await navigate(paths.queues(), { state: afterSave });
    client.removeQueries({ queryKey: queueQuery(id).queryKey });
    await readQueuesAgain(client);
  };
  const remove = useMutation({
    mutationFn: () => deleteQueue(id),
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
    // Somebody else was faster.
    onError: (error) => void (isGone(error) && leave()),
  });
  return (
    <>
      <RequestError error={remove.error} since={remove.submittedAt} again={() => remove.mutate()} />
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
