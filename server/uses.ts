import type { Use } from '../contract/contact-center.ts';
import { pilotTitle } from '../contract/pilot-title.ts';
import type { PilotOfQueue, PilotRow } from './contact-center-rows.ts';

/** A queue that has a number. */
export function queueUse({ id, name }: { id: string; name: string }): Use {
  return { queueId: id, queueName: name, pilotId: null, name };
}

/** A pilot that has a number or a mailbox. */
export function pilotUse({ pilot, queueName }: PilotOfQueue): Use {
  return { queueId: pilot.queueId, queueName, pilotId: pilot.id, name: titleOf(pilot) };
}

/** How a pilot is called. */
export function titleOf({ name, number, email }: Pick<PilotRow, 'name' | 'number' | 'email'>): string {
  return pilotTitle({ name, number, username: email?.username ?? '' });
}
