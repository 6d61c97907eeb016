import type { EventList } from '../../../../contract/events.ts';

// So near the top nobody loses his place.
const nearTop = 60;

/** How many of the first page are new to who sees another one. */
export function newEvents(seen: EventList, { items }: EventList): number {
  const place = items.findIndex(({ id }) => id === seen.items[0]?.id);
  return place < 0 ? items.length : place;
}

/** Would who reads lose his place by what comes on top: further down, in a panel, or with the focus in the table? */
export function isBeingRead(): boolean {
  return window.scrollY > nearTop || document.querySelector('dialog:modal') !== null || Boolean(document.activeElement?.closest('table'));
}
