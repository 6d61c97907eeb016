import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { NetworkHost } from '../../../../contract/network.ts';
import { hostCheckQuery } from '../../../api/network.ts';
import { announce } from '../../../ui/announcer.tsx';

const atOnce = 4;

/** How a host is told from others. */
export const nameOf = ({ host, port }: Pick<NetworkHost, 'host' | 'port'>) => `${host}:${port}`;

/** Checks hosts, a few at once; `waiting` are those whose turn has not come. Leaving the page gives it up. */
export function useHostChecks() {
  const { t } = useLingui();
  const client = useQueryClient();
  const running = useRef<AbortController | null>(null);
  const [waiting, setWaiting] = useState<ReadonlySet<string> | null>(null);
  const giveUp = useCallback(() => {
    running.current?.abort();
    void client.cancelQueries({ queryKey: ['network-check'] });
  }, [client]);
  useEffect(() => giveUp, [giveUp]);
  const start = async (hosts: readonly NetworkHost[]) => {
    const controller = new AbortController();
    running.current = controller;
    const left = [...hosts];
    let passed = 0;
    const work = async () => {
      for (let next = left.shift(); next && !controller.signal.aborted; next = left.shift()) {
        setWaiting(new Set(left.map(nameOf)));
        const found = await client.fetchQuery({ ...hostCheckQuery(next), staleTime: 0 }).catch(() => null);
        if (found?.state === 'passed') passed += 1;
      }
    };
    setWaiting(new Set(left.map(nameOf)));
    await Promise.all(Array.from({ length: atOnce }, work));
    if (running.current !== controller) return;
    setWaiting(null);
    announce(controller.signal.aborted ? t`The check was cancelled.` : t`${passed} of ${hosts.length} hosts are in order.`);
  };
  return { waiting, start, cancel: giveUp };
}
