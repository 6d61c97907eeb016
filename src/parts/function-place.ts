import type { FunctionName } from '../../contract/functions.ts';
import { paths } from '../paths.ts';

/** The page of a function, or of the queue pilot that `ref` names; null where there is none. */
export function functionPlace({ function: name, ref }: { function: FunctionName | null; ref: string | null }): string | null {
  if (name === 'email-forwarding') return paths.emailForwarding();
  if (name === 'exchange-calendar') return paths.externalProviders('exchange-calendar-integration');
  if (name === 'exchange-directory') return paths.externalProviders('exchange-pst');
  const [queueId, pilot] = ref?.split('/') ?? [];
  return queueId && pilot ? paths.queuePilots(queueId, { pilot }) : null;
}
