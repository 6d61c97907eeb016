import { placeOf, pilotIdOf } from '../../../../contract/secret-source.ts';
import type { Confidential } from '../../../confidential.ts';
import type { Ports } from '../../../ports.ts';
import type { RenewalRow, RenewalUseRow } from '../../../renewal-rows.ts';
import type { Repositories, SecretRow } from '../../../store.ts';
import { recordIn } from '../../events/record.ts';
import { hintOf, openSecret, sameSecret, sealSecret } from '../../secrets/bound-secret.ts';
import { clientSecretOf, type SettingsSecret } from '../../secrets/settings-secrets.ts';
import { formerSecretName } from './former-secret.ts';
import type { SecretUser } from './users.ts';

/** Gives the new secret to all of them in this transaction, with its end; each keeps the old one until the new one was used, and is checked next. Answers how each of them stands now. */
export async function switchSecrets(ports: Ports, rows: Repositories, renewal: RenewalRow, plain: Confidential, pairs: readonly { use: RenewalUseRow; user: SecretUser }[]): Promise<RenewalUseRow[]> {
  const { clientSecretExpiresAt, by } = renewal;
  const at = ports.clock.now().toISOString();
  const secretOf = ({ source, target }: SecretUser) => clientSecretOf(source, target, true);
  const stored = await rows.secrets.many(pairs.map(({ user }) => secretOf(user).name));
  // All at once: Web Crypto works beside this thread.
  const sealed = await Promise.all(
    pairs.map(async ({ use, user }) => {
      const secret = secretOf(user);
      const former = stored.get(secret.name) ?? null;
      return { use, user, secret, row: await sealSecret(ports, secret, plain), former, isNew: !(await isSame(ports, secret, former, plain)) };
    }),
  );
  const switched: RenewalUseRow[] = [];
  for (const { use, user, secret, row, former, isNew } of sealed) {
    await writeEnd(rows, user, clientSecretExpiresAt, at);
    await rows.secrets.put(secret.name, row);
    if (former && isNew) await rows.secrets.put(formerSecretName(user.source), former);
    const { function: name, ref } = placeOf(user.source);
    await recordIn(rows, ports, { kind: 'client-secret-renewed', function: name, ref, actor: by, params: { ...(user.queue !== null && { queue: user.queue, name: user.name ?? '' }), applicationId: user.target.applicationId } });
    switched.push({ ...use, state: former && isNew ? 'switched' : 'proven', formerEnd: user.clientSecretExpiresAt, switchedAt: at });
  }
  return switched;
}

/** Gives the old secret back to one that still keeps it. Null where it signs in with another application by now. */
export async function returnSecret(ports: Ports, rows: Repositories, use: RenewalUseRow, user: SecretUser): Promise<RenewalUseRow | null> {
  const former = await rows.secrets.get(formerSecretName(user.source));
  const secret = clientSecretOf(user.source, user.target, true);
  if (!former || former.boundTo !== secret.boundTo) return null;
  await writeEnd(rows, user, use.formerEnd, ports.clock.now().toISOString());
  await rows.secrets.put(secret.name, former);
  await rows.secrets.delete(formerSecretName(user.source));
  return { ...use, state: 'returned', step: null, diagnosis: null };
}

/** Is the secret that is stored this one? It is opened only where it ends alike. */
export async function isSame(ports: Ports, secret: SettingsSecret, row: SecretRow | null, plain: Confidential): Promise<boolean> {
  if (row === null || row.hint !== hintOf(plain)) return false;
  const known = await openSecret(ports, secret, row);
  return known !== null && sameSecret(known, plain);
}

// It is another configuration now: a check says nothing of it that began before.
async function writeEnd(rows: Repositories, { source, pilot }: SecretUser, clientSecretExpiresAt: string | null, at: string): Promise<void> {
  const { function: name, ref } = placeOf(source);
  if (pilot?.email) {
    await rows.pilots.put({ ...pilot, email: { ...pilot.email, clientSecretExpiresAt }, version: pilot.version + 1, changedAt: at });
    await rows.pilots.schedule(pilotIdOf(ref ?? ''), at);
    return;
  }
  const stored = await rows.settings.get(name);
  if (!stored) throw new Error('A function that signs in has settings.');
  await rows.settings.put(name, { value: { ...Object(stored.value), clientSecretExpiresAt }, version: String(Number(stored.version) + 1), changedAt: at });
}
