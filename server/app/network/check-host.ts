import type { NetworkHost } from '../../../contract/network.ts';
import type { StepRow } from '../../store.ts';
import { climb, say, type Found, type Rung } from '../checks/ladder.ts';
import { reachAll, secureAll } from '../checks/network.ts';
import type { Context } from '../context.ts';
import { ofExchange } from '../diagnosis/exchange.ts';
import { ofPop3 } from '../diagnosis/pop3.ts';

// Longer than the probe waits for both steps.
const longestMs = 60_000;

/** Can this host be reached, and whose certificate does it present? The steps `network` and `tls` of a check. `outer` cancels it. */
export async function checkHost({ ports }: Context, { host, port, protocol, encryption }: NetworkHost, outer: AbortSignal): Promise<{ state: 'passed' | 'failed'; steps: StepRow[] }> {
  const isPop3 = protocol === 'pop3';
  const servers = {
    identity: null,
    server: { host, port, encryption, ...(isPop3 && { protocol: 'pop3' as const }) },
    ...(protocol !== 'smtp' && { words: isPop3 ? ofPop3 : ofExchange }),
  };
  // Here it is the question, whose certificate it is.
  const secured = async (signal: AbortSignal): Promise<Found> => {
    const found = await secureAll(ports.probe, servers, () => {}, signal);
    return found.code === 'tls-valid' ? { ...found, code: 'tls-valid-by' } : found;
  };
  const rungs: Rung[] = [
    { name: 'network', before: say('network-mail', { host, port }), failed: say('failed-network', { host, port }), run: (signal) => reachAll(ports.probe, servers, signal) },
    { name: 'tls', before: say('tls'), failed: say('failed-tls', { host }), run: encryption === 'none' ? null : secured },
  ];
  let steps: StepRow[] = [];
  const signal = AbortSignal.any([outer, AbortSignal.timeout(longestMs)]);
  const end = await climb(rungs, { clock: ports.clock, signal, publish: (changed) => void (steps = changed) }).catch((error: unknown) => {
    ports.log.error({ host, port, error: String(error) }, 'a host could not be checked');
    return 'failed' as const;
  });
  return { state: end === 'passed' ? 'passed' : 'failed', steps };
}
