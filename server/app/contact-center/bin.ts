import { restorableSeconds } from '../../../contract/contact-center.ts';
import { pilotRef, sourceOf } from '../../../contract/secret-source.ts';
import type { PilotRow } from '../../contact-center-rows.ts';
import type { Repositories } from '../../store.ts';
import { dropFormerSecret } from '../applications/renewal/former-secret.ts';
import type { Context } from '../context.ts';
import { nextChange } from '../http/long-poll.ts';
import { forgetLastToken } from '../sign-in/last-token.ts';
import { restorableUntil } from './find.ts';

const afterFault = 5_000;
const longest = 3_600_000;

/** Deletes for good what nobody can have back any more, each when its time is over by what the store says; so a restart goes on where it was. Ends with the signal. */
export async function keepBin({ ports }: Context, signal: AbortSignal): Promise<void> {
  const { store, clock, log } = ports;
  while (!signal.aborted) {
    const changed = nextChange(store, signal);
    try {
      const oldest = await store.transaction((rows) => rows.deleted.oldest());
      const left = oldest === null ? longest : restorableUntil(oldest).getTime() - clock.now().getTime();
      if (left <= 0) await store.transaction((rows) => purge(rows, clock.now()));
      else await clock.sleep(Math.min(left, longest), changed.signal);
    } catch (error) {
      log.error({ error: String(error) }, 'what was deleted could not be purged');
      await clock.sleep(afterFault, signal);
    } finally {
      changed.end();
    }
  }
}

async function purge(rows: Repositories, now: Date): Promise<void> {
  const { queues, pilots } = await rows.deleted.before(new Date(now.getTime() - restorableSeconds * 1000).toISOString());
  for (const pilot of pilots) await purgePilot(rows, pilot);
  for (const { id } of queues) await purgeQueue(rows, id);
}

/** Deletes a queue for good, with its pilots. */
export async function purgeQueue(rows: Repositories, id: string): Promise<void> {
  for (const pilot of await rows.pilots.ofQueue(id)) await purgePilot(rows, pilot);
  await rows.queues.purge(id);
}

/** Deletes a pilot for good, with its secrets and checks. */
export async function purgePilot(rows: Repositories, { id, queueId }: Pick<PilotRow, 'id' | 'queueId'>): Promise<void> {
  const ref = pilotRef(queueId, id);
  const source = sourceOf('queue-pilot', ref);
  for (const secret of ['password', 'client-secret']) await rows.secrets.delete(`${source}/${secret}`);
  await dropFormerSecret(rows, `${source}/client-secret`);
  await forgetLastToken(rows, source);
  await rows.checks.deleteOf('queue-pilot', ref);
  await rows.notices.deleteStanding('queue-pilot', ref);
  await rows.pilots.purge(id);
}
