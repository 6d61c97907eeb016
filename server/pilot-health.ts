import type { Health } from '../contract/functions.ts';
import { secretEnd } from './contact-center-keys.ts';
import type { PilotRow } from './contact-center-rows.ts';

/** The order of healths, the worst first; a queue has the worst of its e-mail pilots. In the databases they are numbers: their places here. */
export const pilotHealths = ['failing', 'warning', 'unchecked', 'working', 'not-set-up'] as const satisfies readonly Health[];

/** How an e-mail pilot stands, and null for calls and faxes; `soon` is the instant up to which the end of a client secret makes a warning. A check says nothing about what was changed after it began. */
export function pilotHealth(pilot: Pick<PilotRow, 'email' | 'changedAt' | 'standing'>, soon: string): Health | null {
  if (!pilot.email) return null;
  const standing = validStanding(pilot);
  const end = secretEnd(pilot);
  if (standing?.result === 'failed') return 'failing';
  if (end !== null && end < soon) return 'warning';
  return standing ? 'working' : 'unchecked';
}

/** How the last check ended, where it says something about what is saved now. */
export function validStanding({ changedAt, standing }: Pick<PilotRow, 'changedAt' | 'standing'>): PilotRow['standing'] {
  return standing && standing.startedAt >= changedAt ? standing : null;
}
