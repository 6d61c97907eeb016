/** Something that was deleted and can be had back for a while. */
export interface UndoOffer {
  /** What was done, in a sentence. */
  sentence: string;
  /** Said once it is back. */
  done: string;
  restore: () => Promise<unknown>;
}

let offer: UndoOffer | null = null;
const listeners = new Set<() => void>();

/** The last deletion, for as long as it can be taken back; it outlives the page that it was made on. */
export const undoOffers = {
  current: () => offer,
  set(next: UndoOffer | null) {
    offer = next;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
