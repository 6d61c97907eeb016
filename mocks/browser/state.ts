import type { SharedState } from '../../server/memory/shared-state.ts';

/** A state in the browser's storage, shared by all tabs: changes run under a Web Lock, and each tab hears of them. */
export function browserState(name: string): SharedState {
  const channel = new BroadcastChannel(name);
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  channel.addEventListener('message', tell);
  return {
    update: (work) =>
      navigator.locks.request(name, async () => {
        const { result, next } = await work(JSON.parse(localStorage.getItem(name) ?? 'null'));
        if (next === undefined) return result;
        localStorage.setItem(name, JSON.stringify(next));
        channel.postMessage('changed');
        tell();
        return result;
      }),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
