import type { Ports } from '../../ports.ts';
import { tellingFetch } from './identity-lines.ts';
import type { ProtocolRecorder } from './recorder.ts';

/** The `fetch` of the sign-in of E-mail forwarding: what it says is kept. Polls that bring nothing new are counted. */
export function signInFetch(fetch: Ports['fetch'], protocols: Pick<ProtocolRecorder, 'record'>): Ports['fetch'] {
  let same = 0;
  let wasPending = false;
  return tellingFetch(fetch, ({ lines, error }) => {
    const isPending = error === 'authorization_pending';
    if (isPending && wasPending) {
      same += 1;
      return;
    }
    wasPending = isPending;
    protocols.record({ function: 'email-forwarding', kind: 'sign-in', lines: same > 0 ? [`(${same} more polls were answered authorization_pending.)`, ...lines] : lines });
    same = 0;
  });
}
