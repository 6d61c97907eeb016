import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { requestJson } from './request.ts';

const firstPause = 1_000;
const longestPause = 15_000;

/**
 * Keeps a query's data up to date: asks for a newer version than the one at hand, again and again, while `url` is not null.
 * After a failure it waits, longer each time. `onChange` is called with each newer version.
 */
export function useLongPoll<T extends { version: number }>(queryKey: QueryKey, url: string | null, onChange: (next: T) => void): void {
  const client = useQueryClient();
  const changed = useEffectEvent(onChange);
  const key = JSON.stringify(queryKey);
  useEffect(() => {
    if (url === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    void (async () => {
      let pause = firstPause;
      while (!signal.aborted) {
        const version = client.getQueryData<T>(JSON.parse(key) as QueryKey)?.version;
        try {
          const next = await requestJson<T>(version === undefined ? url : `${url}${url.includes('?') ? '&' : '?'}after=${version}`, { signal });
          pause = firstPause;
          const known = client.getQueryData<T>(JSON.parse(key) as QueryKey)?.version;
          // What another answer has brought meanwhile is newer.
          if (known !== undefined && next.version <= known) continue;
          client.setQueryData(JSON.parse(key) as QueryKey, next);
          changed(next);
        } catch {
          await sleep(pause, signal);
          pause = Math.min(pause * 2, longestPause);
        }
      }
    })();
    return () => controller.abort();
  }, [client, key, url]);
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}
