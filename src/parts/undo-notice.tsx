import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { ApiProblem } from '../api/request.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { RequestError } from './request-error.tsx';
import { undoOffers, type UndoOffer } from './undo-offers.ts';

const shownSeconds = 10;
const tickMs = 250;

/** Says what was deleted and takes it back. It does not run out while it is looked at, nor while a dialog keeps it out of reach. */
export function UndoNotice({ offer }: { offer: UndoOffer }) {
  const { t } = useLingui();
  const ref = useRef<HTMLElement>(null);
  const left = useRef(shownSeconds * 1000);
  const restore = useMutation({
    mutationFn: offer.restore,
    onSuccess() {
      undoOffers.set(null);
      announce(offer.done);
    },
  });
  const { sentence } = offer;
  const begin = useEffectEvent(() => announce(t`${sentence} It can be undone for ${shownSeconds} seconds.`));
  useEffect(() => {
    ref.current?.showPopover();
    begin();
  }, []);
  const isOver = useEffectEvent(() => {
    const isHeld = !restore.isIdle || ref.current?.matches(':is(:hover, :focus-within)') || document.querySelector('dialog:modal');
    if (!isHeld) left.current -= tickMs;
    return left.current <= 0;
  });
  useEffect(() => {
    const timer = setInterval(() => isOver() && undoOffers.set(null), tickMs);
    return () => clearInterval(timer);
  }, []);
  const isTooLate = restore.error instanceof ApiProblem && restore.error.problem === 'not-found';
  return (
    <aside ref={ref} popover="manual" aria-label={sentence} className="undo">
      {isTooLate ? (
        <p role="alert">
          <Trans>It cannot be restored any more: that is possible for a minute only.</Trans>
        </p>
      ) : (
        <>
          <p>{sentence}</p>
          <RequestError error={restore.error} since={restore.submittedAt} />
          <Button look="primary" busy={restore.isPending} onClick={() => restore.mutate()}>
            <Trans>Undo</Trans>
          </Button>
        </>
      )}
      <Button look="text" aria-label={t`Close`} onClick={() => undoOffers.set(null)}>
        ✕
      </Button>
    </aside>
  );
}
