import type { EmailPilotInput } from '../../../contract/contact-center.ts';
import { pilotIdOf, pilotRef, placeOf, sourceOf, type SecretSource } from '../../../contract/secret-source.ts';
import { applicationKey, targetKey } from '../../contact-center-keys.ts';
import { Confidential } from '../../confidential.ts';
import type { Ports } from '../../ports.ts';
import type { PilotEmail, PilotOfQueue } from '../../contact-center-rows.ts';
import type { Repositories, SecretRow } from '../../store.ts';
import { titleOf } from '../../uses.ts';
import { readApplicationFunctions } from '../applications/application-functions.ts';
import { dropFormerSecret } from '../applications/renewal/former-secret.ts';
import { recordIn } from '../events/record.ts';
import { fieldProblem } from '../http/problem.ts';
import { openSecret, sealSecret, type BoundSecret } from '../secrets/bound-secret.ts';
import type { Received } from '../secrets/received.ts';
import { clientSecretOf } from '../secrets/settings-secrets.ts';

const most = 100_000;

/** Whose new secret it is, as it is saved now. */
interface Giver {
  source: SecretSource;
  name: string;
  email: PilotEmail;
  secret: BoundSecret;
  actor: string;
}

/** Who takes it over: a pilot as it was found, or a function. */
interface Taker {
  source: SecretSource;
  found: PilotOfQueue | null;
}

/**
 * Gives a client secret that was typed or taken over just now to those who are to have it, too, with its end; they are unchecked after it, and each one's version goes on.
 * Raises 422 where there is no new one, and at the place in the list of one who is not there or signs in with another application; then the transaction is to fail.
 */
export async function giveToOthers(ports: Ports, rows: Repositories, { clientSecret, clientSecretFrom, clientSecretAlsoFor: others }: Received<EmailPilotInput>, giver: Giver): Promise<void> {
  if (others === undefined || others.length === 0) return;
  const isNew = giver.email.authMethod === 'oauth' && ((clientSecret instanceof Confidential && !clientSecret.isEmpty) || Boolean(clientSecretFrom));
  if (!isNew) throw fieldProblem('/clientSecretAlsoFor', 'no-new-secret', 'There is no new client secret that others could take over.');
  const row = await rows.secrets.get(giver.secret.name);
  const plain = row && (await openSecret(ports, giver.secret, row));
  if (plain === null) throw fieldProblem('/clientSecretAlsoFor', 'no-new-secret', 'There is no new client secret that others could take over.');
  const takers = (others === 'all' ? await everyone(rows, giver.email) : await those(rows, others, giver.email)).filter(({ source }) => source !== giver.source);
  // All at once: Web Crypto works beside this thread.
  const sealed = await Promise.all(takers.map(async (taker) => ({ taker, secret: await sealSecret(ports, secretOf(taker.source, giver), plain) })));
  for (const { taker, secret } of sealed) await give(ports, rows, taker, giver, secret);
}

async function everyone(rows: Repositories, target: PilotEmail): Promise<Taker[]> {
  const functions = (await readApplicationFunctions(rows)).filter((one) => targetKey(one.target) === targetKey(target));
  const { items } = await rows.uses.ofApplication(target, { limit: most });
  return [...functions.map(({ name }) => ({ source: sourceOf(name, null), found: null })), ...items.map((found) => ({ source: sourceOf('queue-pilot', pilotRef(found.pilot.queueId, found.pilot.id)), found }))];
}

async function those(rows: Repositories, sources: readonly SecretSource[], target: PilotEmail): Promise<Taker[]> {
  const takers = new Map<SecretSource, Taker>();
  for (const [at, source] of sources.entries()) {
    const taker = await findTaker(rows, source, target);
    if (!taker) throw fieldProblem(`/clientSecretAlsoFor/${at}`, 'secret-of-another-application', 'This one is not there any more, or signs in with another cloud, tenant or application.');
    takers.set(source, taker);
  }
  return [...takers.values()];
}

async function findTaker(rows: Repositories, source: SecretSource, target: PilotEmail): Promise<Taker | null> {
  const { function: name, ref } = placeOf(source);
  if (ref !== null) {
    const found = await findPilot(rows, ref);
    return found && applicationKey(found.pilot) === targetKey(target) ? { source, found } : null;
  }
  const one = (await readApplicationFunctions(rows)).find((known) => known.name === name);
  return one && targetKey(one.target) === targetKey(target) ? { source, found: null } : null;
}

function secretOf(source: SecretSource, { email }: Giver): BoundSecret {
  return clientSecretOf(source, email, true);
}

async function give(ports: Ports, rows: Repositories, { source, found }: Taker, giver: Giver, secret: SecretRow): Promise<void> {
  const { function: name, ref } = placeOf(source);
  const { clientSecretExpiresAt } = giver.email;
  const changedAt = ports.clock.now().toISOString();
  if (found) {
    const { pilot } = found;
    await rows.pilots.put({ ...pilot, email: pilot.email && { ...pilot.email, clientSecretExpiresAt }, version: pilot.version + 1, changedAt });
  } else {
    const stored = await rows.settings.get(name);
    if (!stored) throw new Error('A function that signs in has settings.');
    await rows.settings.put(name, { value: { ...Object(stored.value), clientSecretExpiresAt }, version: String(Number(stored.version) + 1), changedAt });
  }
  await rows.secrets.put(secretOf(source, giver).name, secret);
  await dropFormerSecret(rows, secretOf(source, giver).name);
  const names = found && { queue: found.queueName, name: titleOf(found.pilot) };
  await recordIn(rows, ports, { kind: 'client-secret-taken-over', function: name, ref, actor: giver.actor, params: { ...names, from: giver.name } });
}

async function findPilot(rows: Repositories, ref: string): Promise<PilotOfQueue | null> {
  const pilot = await rows.pilots.get(pilotIdOf(ref));
  if (!pilot || pilot.deletedAt !== null || pilotRef(pilot.queueId, pilot.id) !== ref) return null;
  const queue = await rows.queues.get(pilot.queueId);
  return queue?.deletedAt === null ? { pilot, queueName: queue.name } : null;
}
