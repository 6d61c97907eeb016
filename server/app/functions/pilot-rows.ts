import type { FunctionRow } from '../../../contract/functions.ts';
import { pilotRef } from '../../../contract/secret-source.ts';
import { pilotHealth, validStanding } from '../../pilot-health.ts';
import type { PilotOfQueue } from '../../contact-center-rows.ts';
import type { Repositories } from '../../store.ts';
import { titleOf } from '../../uses.ts';
import { endsOfPilot } from './ends.ts';
import type { Reader } from './functions.ts';
import { needsOf } from './needs.ts';
import { soonAfter } from './soon.ts';

const most = 100_000;

/** One row an e-mail pilot, by queue and name. */
export async function readPilotRows(rows: Repositories, reader: Reader): Promise<FunctionRow[]> {
  const soon = soonAfter(reader.now);
  return (await rows.pilots.ofEmail(most)).map((found) => describe(found, soon, reader));
}

function describe({ pilot, queueName }: PilotOfQueue, soon: string, reader: Reader): FunctionRow {
  const standing = validStanding(pilot);
  const failed = standing?.result === 'failed';
  const ends = endsOfPilot(pilot);
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
    ends,
    ...needsOf({ what: failed ? 'check-failed' : null, diagnosis: failed ? (standing.diagnosis ?? null) : null, ends }, reader),
  };
}
