import type { Event } from '../../../../contract/events.ts';
import { paths } from '../../../paths.ts';

/** The page of what an event is of; null where there is none. */
export function placeOfEvent({ function: name, ref }: Pick<Event, 'function' | 'ref'>): string | null {
  if (name === 'email-forwarding') return paths.emailForwarding();
  if (name === 'exchange-calendar') return paths.externalProviders('exchange-calendar-integration');
  if (name === 'exchange-directory') return paths.externalProviders('exchange-pst');
  const [queueId, pilot] = ref?.split('/') ?? [];
  return queueId && pilot ? paths.queuePilots(queueId, { pilot }) : null;
}
