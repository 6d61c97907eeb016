import { placeOfPilot, type EmailPilotInput, type Pilot, type PilotInput, type PilotRow as ShownRow } from '../../../contract/contact-center.ts';
import { pilotRef, sourceOf } from '../../../contract/secret-source.ts';
import type { Ports } from '../../ports.ts';
import type { PilotEmail, PilotRow, QueueRow } from '../../contact-center-rows.ts';
import type { Repositories } from '../../store.ts';
import { titleOf } from '../../uses.ts';
import type { Context } from '../context.ts';
import { cancelChecks } from '../checks/cancel.ts';
import { recordIn, type NewEvent } from '../events/record.ts';
import { checkMatch, needsMatch } from '../http/etag.ts';
import { fieldProblem } from '../http/problem.ts';
import { newId } from '../ids.ts';
import { checkSecretEnd, writeSecrets } from '../secrets/settings-secrets.ts';
import type { Received } from '../secrets/received.ts';
import { findPilot, findQueue, getPilot } from './find.ts';
import { checkPop3Host, secretsOfPilot } from './pilot-secrets.ts';
import { showPilot, showPilotRow } from './show-pilot.ts';
import { giveToOthers } from './take-over.ts';

type Unsaved = Omit<PilotRow, 'standing'>;

/** A pilot as the API shows it, with its version. Raises 404, and 410 where it or its queue was deleted. */
export async function readPilot(rows: Repositories, queueId: string, pilotId: string, now: Date): Promise<{ shown: Pilot; version: string }> {
  const { pilot } = await findPilot(rows, queueId, pilotId, now);
  return { shown: await showPilot(rows, pilot, now), version: String(pilot.version) };
}

/** A page of a queue's pilots. Raises 404 and 410. */
export async function listPilots({ ports }: Context, queueId: string, page: { limit: number; offset: number }): Promise<{ items: ShownRow[]; total: number }> {
  return ports.store.transaction(async (rows) => {
    const now = ports.clock.now();
    await findQueue(rows, queueId, now);
    const { items, total } = await rows.pilots.list({ queueId, ...page });
    const shown: ShownRow[] = [];
    for (const pilot of items) shown.push(await showPilotRow(rows, pilot, now));
    return { items: shown, total };
  });
}

/** Adds a pilot; answers its id. Raises 404 and 410 of its queue, and 422 as `savePilot`. */
export async function addPilot(context: Context, queueId: string, input: Received<PilotInput>, actor: string): Promise<string> {
  const { ports } = context;
  check(context, input);
  return ports.store.transaction(async (rows) => {
    const queue = await findQueue(rows, queueId, ports.clock.now());
    const pilot: Unsaved = { id: newId(ports.random), queueId, type: input.type, name: '', number: '', email: null, version: 0, changedAt: '', deletedAt: null, deletedBy: null };
    await write(ports, rows, { queue, pilot, input, actor });
    return pilot.id;
  });
}

/**
 * Replaces a pilot where `ifMatch` is its ETag; answers the pointers of secrets that were removed since their place is gone. Fields of another method stay.
 * Raises 404, 410, 428, 412 with what is stored, or 422 for another type, a mail server that a token must not go to, a secret that was entered for another place or belongs to another application, an end of it that
 * no portal gives, and others that cannot take the new secret over.
 */
export async function savePilot(context: Context, queueId: string, pilotId: string, input: Received<PilotInput>, ifMatch: string | undefined, actor: string): Promise<string[]> {
  needsMatch(ifMatch);
  const { ports } = context;
  check(context, input);
  return ports.store.transaction(async (rows) => {
    const { queue, pilot } = await matchingPilot(rows, queueId, pilotId, ifMatch, ports.clock.now());
    if (input.type !== pilot.type) throw fieldProblem('/type', 'type-fixed', 'The type of a pilot stays. Add another pilot.');
    return write(ports, rows, { queue, pilot, input, actor });
  });
}

/** Deletes a pilot where `ifMatch` is its ETag; it can be had back for a while. Raises as `savePilot`. */
export async function removePilot({ ports }: Context, queueId: string, pilotId: string, ifMatch: string | undefined, actor: string): Promise<void> {
  needsMatch(ifMatch);
  await ports.store.transaction(async (rows) => {
    const now = ports.clock.now();
    const { queue, pilot } = await matchingPilot(rows, queueId, pilotId, ifMatch, now);
    await rows.pilots.put({ ...pilot, version: pilot.version + 1, deletedAt: now.toISOString(), deletedBy: actor });
    await cancelChecks(rows, ({ ref }) => ref === pilotRef(queueId, pilotId), now);
    await recordIn(rows, ports, eventOf('pilot-deleted', queue, pilot, actor));
  });
}

/** Brings back a pilot that was deleted. Raises 404 where it is too late, and 410 where its queue was deleted, too. */
export async function restorePilot({ ports }: Context, queueId: string, pilotId: string, actor: string): Promise<void> {
  await ports.store.transaction(async (rows) => {
    const now = ports.clock.now();
    const queue = await findQueue(rows, queueId, now);
    const pilot = await getPilot(rows, queueId, pilotId, now);
    if (pilot.deletedAt === null) return;
    await rows.pilots.put({ ...pilot, version: pilot.version + 1, deletedAt: null, deletedBy: null });
    await recordIn(rows, ports, eventOf('pilot-restored', queue, pilot, actor));
  });
}

function check({ ports, config }: Context, input: Received<PilotInput>): void {
  if (input.type !== 'email') return;
  checkPop3Host(config, { ...input, ...placeOfPilot(input) });
  checkSecretEnd(ports.clock, input);
}

async function matchingPilot(rows: Repositories, queueId: string, pilotId: string, ifMatch: string, now: Date): Promise<{ queue: QueueRow; pilot: PilotRow }> {
  const found = await findPilot(rows, queueId, pilotId, now);
  checkMatch(ifMatch, String(found.pilot.version), await showPilot(rows, found.pilot, now));
  return found;
}

interface Writing {
  queue: QueueRow;
  pilot: Unsaved;
  input: Received<PilotInput>;
  actor: string;
}

async function write(ports: Ports, rows: Repositories, { queue, pilot, input, actor }: Writing): Promise<string[]> {
  const changed: Unsaved = { ...pilot, name: input.name ?? '', version: pilot.version + 1, changedAt: ports.clock.now().toISOString() };
  let removed: string[] = [];
  if (input.type === 'email') {
    const ref = pilotRef(queue.id, pilot.id);
    const email = emailOf(input, pilot.email);
    const secrets = secretsOfPilot(ref, email);
    const written = await writeSecrets(ports, rows, input, secrets, email.clientSecretExpiresAt);
    removed = written.removed;
    changed.email = { ...email, clientSecretExpiresAt: written.clientSecretExpiresAt && new Date(written.clientSecretExpiresAt).toISOString() };
    await rows.pilots.put(changed);
    await giveToOthers(ports, rows, input, { source: sourceOf('queue-pilot', ref), name: titleOf(changed), email: changed.email, secret: secrets[1], actor });
  } else await rows.pilots.put({ ...changed, number: input.number });
  await recordIn(rows, ports, eventOf('pilot-saved', queue, { ...changed, ...(input.type !== 'email' && { number: input.number }) }, actor));
  return removed;
}

/** What an e-mail pilot is set to, as it is stored; what is absent stays as it was. */
export function emailOf(input: Received<EmailPilotInput>, stored: PilotEmail | null): PilotEmail {
  const { authMethod, cloud, encryption, username, pollIntervalSeconds, mailHandling } = input;
  const place = placeOfPilot(input);
  const keptScope = authMethod === 'basic' && stored?.cloud === cloud ? stored.scope : place.scope;
  return {
    authMethod,
    cloud,
    server: place.server,
    port: place.port,
    encryption,
    username,
    tenantId: input.tenantId ?? stored?.tenantId ?? '',
    applicationId: input.applicationId ?? stored?.applicationId ?? '',
    clientSecretExpiresAt: stored?.clientSecretExpiresAt ?? null,
    scope: input.scope || keptScope,
    pollIntervalSeconds,
    mailHandling,
  };
}

function eventOf(kind: NewEvent['kind'], queue: QueueRow, pilot: Unsaved, actor: string): NewEvent {
  return { kind, function: 'queue-pilot', ref: pilotRef(queue.id, pilot.id), actor, params: { queue: queue.name, name: titleOf(pilot) } };
}
