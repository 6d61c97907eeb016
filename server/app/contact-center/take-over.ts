import type { EmailPilotInput } from '../../../contract/contact-center.ts';
import { pilotIdOf, pilotRef, placeOf, sourceOf, type SecretSource } from '../../../contract/secret-source.ts';
import { applicationKey, targetKey } from '../../contact-center-keys.ts';
import { Confidential } from '../../confidential.ts';
import type { Ports } from '../../ports.ts';
import type { PilotEmail, PilotOfQueue } from '../../contact-center-rows.ts';
import type { Repositories } from '../../store.ts';
import { titleOf } from '../../uses.ts';
import { readApplicationFunctions } from '../applications/application-functions.ts';
import { recordIn } from '../events/record.ts';
import { fieldProblem } from '../http/problem.ts';
import { openSecret, storeSecret, type BoundSecret } from '../secrets/bound-secret.ts';
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
  const sources = others === 'all' ? await everyone(rows, giver.email) : others;
  for (const [at, source] of sources.entries()) {
    if (source === giver.source) continue;
    const isGiven = await give(ports, rows, source, giver, plain);
    if (!isGiven) throw fieldProblem(`/clientSecretAlsoFor/${at}`, 'secret-of-another-application', 'This one is not there any more, or signs in with another cloud, tenant or application.');
  }
}

async function everyone(rows: Repositories, target: PilotEmail): Promise<SecretSource[]> {
  const functions = (await readApplicationFunctions(rows)).filter((one) => targetKey(one.target) === targetKey(target));
  const { items } = await rows.uses.ofApplication(target, { limit: most });
  return [...functions.map(({ name }) => sourceOf(name, null)), ...items.map(({ pilot }) => sourceOf('queue-pilot', pilotRef(pilot.queueId, pilot.id)))];
}

async function give(ports: Ports, rows: Repositories, source: SecretSource, giver: Giver, plain: Confidential): Promise<boolean> {
  const { function: name, ref } = placeOf(source);
  const { clientSecretExpiresAt } = giver.email;
  const changedAt = ports.clock.now().toISOString();
  const seal = () => storeSecret(ports, rows, clientSecretOf(source, giver.email, true), { kind: 'set', plain });
  const record = (names: { queue?: string; name?: string }) => recordIn(rows, ports, { kind: 'client-secret-taken-over', function: name, ref, actor: giver.actor, params: { ...names, from: giver.name } });
  if (ref !== null) {
    const found = await findPilot(rows, ref);
    if (!found?.pilot.email || applicationKey(found.pilot) !== targetKey(giver.email)) return false;
    const { pilot, queueName } = found;
    await rows.pilots.put({ ...pilot, email: { ...found.pilot.email, clientSecretExpiresAt }, version: pilot.version + 1, changedAt });
    await seal();
    await record({ queue: queueName, name: titleOf(pilot) });
    return true;
  }
  const one = (await readApplicationFunctions(rows)).find((known) => known.name === name);
  const stored = await rows.settings.get(name);
  if (!one || !stored || targetKey(one.target) !== targetKey(giver.email)) return false;
  await rows.settings.put(name, { value: { ...Object(stored.value), clientSecretExpiresAt }, version: String(Number(stored.version) + 1), changedAt });
  await seal();
  await record({});
  return true;
}

async function findPilot(rows: Repositories, ref: string): Promise<PilotOfQueue | null> {
  const pilot = await rows.pilots.get(pilotIdOf(ref));
  if (!pilot || pilot.deletedAt !== null || pilotRef(pilot.queueId, pilot.id) !== ref) return null;
  const queue = await rows.queues.get(pilot.queueId);
  return queue?.deletedAt === null ? { pilot, queueName: queue.name } : null;
}
