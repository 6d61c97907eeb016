import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Deletion } from '../../contract/contact-center.ts';
import { readQueuesAgain, restorePilot, restoreQueue } from '../api/contact-center.ts';
import type { ApiProblem } from '../api/request.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useNow } from '../ui/use-now.ts';
import { isGone } from './is-gone.ts';
import { RequestError } from './request-error.tsx';

interface DeletedMeanwhileProps {
  /** The refusal. */
  error: ApiProblem;
  queueId: string;
  /** It is back: what it is, and the state to save against, where that is its own. */
  onRestored: (what: Deletion['what'], etag: string) => void;
}

/** Somebody has deleted the queue or the pilot of this form: by whom, and the way to have it back and go on. */
export function DeletedMeanwhile({ error, queueId, onRestored }: DeletedMeanwhileProps) {
  const client = useQueryClient();
  const now = useNow(1000);
  const deletion = error.problem === 'deleted' ? (error.current as Deletion) : null;
  const restore = useMutation({
    mutationFn: async ({ what, id }: Deletion) => (what === 'queue' ? restoreQueue(id) : restorePilot(queueId, id)),
    onSuccess({ etag }, { what }) {
      void readQueuesAgain(client);
      onRestored(what, etag);
    },
  });
  const isTooLate = deletion === null || now > Date.parse(deletion.restorableUntil) || isGone(restore.error);
  if (!deletion) {
    return (
      <Notice tone="bad" alert>
        <p>
          <Trans>This was deleted meanwhile and cannot be restored any more. What you typed is still here: copy it, and add it anew.</Trans>
        </p>
      </Notice>
    );
  }
  const { name, by, what } = deletion;
  return (
    <Notice tone="warn" alert>
      <p>
        {what === 'queue' ? <Trans>{by} has deleted the queue {name}.</Trans> : <Trans>{by} has deleted the queue pilot {name}.</Trans>} <Trans>What you typed is still here.</Trans>
      </p>
      {isTooLate ? (
        <p>
          <Trans>It cannot be restored any more: that is possible for a minute only.</Trans>
        </p>
      ) : (
        <>
          <RequestError error={restore.error} since={restore.submittedAt} />
          <div className="row">
            <Button look="primary" busy={restore.isPending} onClick={() => restore.mutate(deletion)}>
              <Trans>Restore and save</Trans>
            </Button>
          </div>
        </>
      )}
    </Notice>
  );
}
