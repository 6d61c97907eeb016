/** Where a request waits whose session is over, until the admin has signed in again on the page he is on. */
interface Gate {
  /** Says that somebody is there to be asked; answers the way to end it. */
  open(): () => void;
  isAsking(): boolean;
  subscribe(listener: () => void): () => void;
  /** Resolves with true once there is a session again; with false when nobody can be asked or he gave up. */
  wait(signal?: AbortSignal): Promise<boolean>;
  /** Lets all who wait go on, or give up. */
  answer(signedIn: boolean): void;
}

let isOpen = false;
let waiting: ((signedIn: boolean) => void)[] = [];
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};

export const sessionGate: Gate = {
  open() {
    isOpen = true;
    return () => {
      isOpen = false;
      sessionGate.answer(false);
    };
  },
  isAsking: () => waiting.length > 0,
  subscribe(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  wait(signal) {
    if (!isOpen || signal?.aborted) return Promise.resolve(false);
    return new Promise((done) => {
      waiting = [...waiting, done];
      signal?.addEventListener('abort', () => {
        waiting = waiting.filter((one) => one !== done);
        done(false);
        tell();
      });
      tell();
    });
  },
  answer(signedIn) {
    const all = waiting;
    waiting = [];
    for (const done of all) done(signedIn);
    tell();
  },
};
