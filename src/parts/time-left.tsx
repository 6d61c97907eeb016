import { Trans } from '@lingui/react/macro';
import type { Authorization } from '../../contract/authorization.ts';
import { minutesAndSeconds, useNow } from '../ui/use-now.ts';

type Pending = Extract<Authorization, { state: 'pending' }>;

/** How long the code lives, by the server's clock; `receivedAt` is this browser's time of the answer. */
export function TimeLeft({ pending: { expiresAt, now }, receivedAt }: { pending: Pending; receivedAt: number }) {
  const here = useNow(1000);
  const left = minutesAndSeconds((Date.parse(expiresAt) - Date.parse(now) - (here - receivedAt)) / 1000);
  return <Trans>waiting · {left} left</Trans>;
}
