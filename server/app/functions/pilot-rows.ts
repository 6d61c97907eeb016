import type { FunctionRow } from '../../../contract/functions.ts';
import { pilotRef } from '../../../contract/secret-source.ts';
import { secretEnd } from '../../contact-center-keys.ts';
import { pilotHealth, validStanding } from '../../pilot-health.ts';
import type { PilotOfQueue } from '../../contact-center-rows.ts';
import type { Repositories } from '../../store.ts';
import { titleOf } from '../../uses.ts';
import { soonAfter } from './soon.ts';

const most = 100_000;

/** One row an e-mail pilot, by queue and name. */
export async function readPilotRows(rows: Repositories, now: Date): Promise<FunctionRow[]> {
  const soon = soonAfter(now);
  return (await rows.pilots.ofEmail(most)).map((found) => describe(found, soon));
}

function describe({ pilot, queueName }: PilotOfQueue, soon: string): FunctionRow {
  const standing = validStanding(pilot);
  const end = secretEnd(pilot);
  return {
    function: 'queue-pilot',
    ref: pilotRef(pilot.queueId, pilot.id),
    queue: queueName,
    name: titleOf(pilot),
    health: pilotHealth(pilot, soon) ?? 'not-set-up',
    since: standing?.since ?? pilot.changedAt,
    lastCheck: standing?.endedAt ?? null,
    lastGood: pilot.standing?.goodAt ?? null,
    lastMail: null,
    ends: end === null ? [] : [{ what: 'client-secret', at: end }],
  };
}
