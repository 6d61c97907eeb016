import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Stored } from '../api/stored.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { conflictOf } from './conflict-of.ts';
import { isGone } from './is-gone.ts';
import { RequestError } from './request-error.tsx';
import { undoOffers, type UndoOffer } from './undo-offers.ts';

interface DeleteWithUndoProps<Settings> {
  button: ReactNode;
  question: ReactNode;
  /** What goes with it. */
  children: ReactNode;
  remove: () => Promise<void>;
  undo: UndoOffer;
  /** Somebody has changed it: then it is asked again, as it is now. */
  onChanged: (stored: Stored<Settings>) => void;
  /** It is deleted, by this or by somebody who was faster. */
  onGone: () => void;
}

/** Deletes something, once asked, and offers to have it back. */
export function DeleteWithUndo<Settings>({ button, question, children, remove, undo, onChanged, onGone }: DeleteWithUndoProps<Settings>) {
  const [asking, ask] = useState(false);
  const deletion = useMutation({
    mutationFn: remove,
    onSuccess() {
      undoOffers.set(undo);
      onGone();
    },
    onError(error) {
      if (isGone(error)) onGone();
      const changed = conflictOf<Settings>(error);
      if (!changed) return;
      onChanged(changed);
      ask(true);
    },
  });
  return (
    <>
      <RequestError error={conflictOf(deletion.error) || isGone(deletion.error) ? null : deletion.error} since={deletion.submittedAt} again={() => deletion.mutate()} />
      <p className="row">
        <Button busy={deletion.isPending} onClick={() => ask(true)}>
          {button}
        </Button>
      </p>
      {asking && (
        <Dialog
          title={question}
          onClose={() => ask(false)}
          buttons={
            <>
              <Button look="primary" onClick={() => ask(false)}>
                <Trans>Keep it</Trans>
              </Button>
              <Button
                onClick={() => {
                  ask(false);
                  deletion.mutate();
                }}
              >
                <Trans>Delete</Trans>
              </Button>
            </>
          }
        >
          <p>
            {children} <Trans>It can be restored for a minute.</Trans>
          </p>
        </Dialog>
      )}
    </>
  );
}
