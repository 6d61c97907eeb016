import { useSyncExternalStore } from 'react';
import { later } from '../later.tsx';
import { undoOffers } from '../undo-offers.ts';

const UndoNotice = later(async () => (await import('../undo-notice.tsx')).UndoNotice);

/** Where a deletion can be taken back, on whichever page. */
export function UndoKeeper() {
  const offer = useSyncExternalStore(undoOffers.subscribe, undoOffers.current);
  return offer && <UndoNotice key={offer.sentence} offer={offer} />;
}
