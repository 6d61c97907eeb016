import { pilotIdOf, placeOf, type SecretSource } from '../../../contract/secret-source.ts';
import type { SecretInput } from '../../../contract/secrets.ts';
import type { Clock, Ports } from '../../ports.ts';
import type { Repositories, SignInTarget } from '../../store.ts';
import { dropFormerSecret } from '../applications/renewal/former-secret.ts';
import { fieldProblem } from '../http/problem.ts';
import { fateOf, openSecret, storeSecret, type BoundSecret, type Fate } from './bound-secret.ts';
import type { Received } from './received.ts';

/** A secret of a function's settings; `field` is its member. */
export type SettingsSecret = BoundSecret & { field: 'password' | 'clientSecret' };

/** What settings with secrets are written with. */
export type SecretsInput = Received<{
  password?: SecretInput;
  clientSecret?: SecretInput;
  clientSecretExpiresAt?: string | null | undefined;
  clientSecretFrom?: SecretSource | null | undefined;
}>;

// The portal offers 24 months; a day for the zones.
const longestSecretMs = (2 * 366 + 1) * 86_400_000;

/** The secret of the application of a function or a queue pilot, bound to cloud, tenant and application. */
export function clientSecretOf(source: SecretSource, { cloud, tenantId, applicationId }: { [Name in keyof SignInTarget]?: string | null | undefined }, used: boolean): SettingsSecret {
  const boundTo = JSON.stringify([cloud, (tenantId ?? '').toLowerCase(), (applicationId ?? '').toLowerCase()]);
  return { field: 'clientSecret', name: `${source}/client-secret`, pointer: '/clientSecret', boundTo, used, hinted: true };
}

/** Raises 422 for an end of the client secret that no portal gives. */
export function checkSecretEnd(clock: Clock, { clientSecretExpiresAt }: SecretsInput): void {
  if (!clientSecretExpiresAt || Date.parse(clientSecretExpiresAt) - clock.now().getTime() < longestSecretMs) return;
  throw fieldProblem('/clientSecretExpiresAt', 'secret-date', 'A client secret lives 24 months at most.');
}

/**
 * What becomes of a secret, be it written here or copied from another function. `at` is where the settings stand in the body.
 * Raises 422 as `fateOf` does, `no-secret-there` where the other function has none, and `secret-of-another-application` where it belongs to another cloud, tenant or application.
 */
export async function decideSecret(ports: Ports, rows: Repositories, input: SecretsInput, secret: SettingsSecret, at = ''): Promise<Fate> {
  const from = secret.field === 'clientSecret' ? input.clientSecretFrom : null;
  if (!from) return fateOf(input[secret.field], await rows.secrets.get(secret.name), { ...secret, pointer: `${at}${secret.pointer}` });
  const pointer = `${at}/clientSecretFrom`;
  const other = { ...secret, name: `${from}/client-secret` };
  const row = (await isDeleted(rows, from)) ? null : await rows.secrets.get(other.name);
  if (!row) throw fieldProblem(pointer, 'no-secret-there', 'That function has no client secret.');
  if (row.boundTo !== secret.boundTo) throw fieldProblem(pointer, 'secret-of-another-application', 'That client secret belongs to another cloud, tenant or application.');
  const plain = await openSecret(ports, other, row);
  if (plain === null) throw fieldProblem(pointer, 'no-secret-there', 'That client secret does not open with this key.');
  return { kind: 'set', plain };
}

/** Writes the secrets of settings; answers the pointers of those that were removed since their place is gone, and when the client secret ends, which was `formerEnd`. Raises as `decideSecret`. */
export async function writeSecrets(ports: Ports, rows: Repositories, input: SecretsInput, secrets: readonly SettingsSecret[], formerEnd: string | null): Promise<{ removed: string[]; clientSecretExpiresAt: string | null }> {
  const removed: string[] = [];
  let end = input.clientSecretExpiresAt === undefined ? formerEnd : input.clientSecretExpiresAt;
  for (const secret of secrets) {
    const fate = await decideSecret(ports, rows, input, secret);
    await storeSecret(ports, rows, secret, fate);
    if (fate.kind !== 'keep') await dropFormerSecret(rows, secret.name);
    if (fate.kind === 'removed') removed.push(secret.pointer);
    if (secret.field !== 'clientSecret') continue;
    if (input.clientSecretFrom) end = await endOfSecret(rows, input.clientSecretFrom);
    // The end of a secret goes with it: another one has another end.
    else if (fate.kind !== 'keep' && !(fate.kind === 'set' && input.clientSecretExpiresAt !== undefined)) end = null;
  }
  return { removed, clientSecretExpiresAt: end };
}

// The secrets of a pilot that was deleted are there until nobody can have it back.
async function isDeleted(rows: Repositories, source: SecretSource): Promise<boolean> {
  const { ref } = placeOf(source);
  if (ref === null) return false;
  const pilot = await rows.pilots.get(pilotIdOf(ref));
  return pilot === null || pilot.deletedAt !== null || (await rows.queues.get(pilot.queueId))?.deletedAt !== null;
}

async function endOfSecret(rows: Repositories, source: SecretSource): Promise<string | null> {
  const { function: name, ref } = placeOf(source);
  if (ref !== null) return (await rows.pilots.get(pilotIdOf(ref)))?.email?.clientSecretExpiresAt ?? null;
  const { clientSecretExpiresAt } = Object((await rows.settings.get(name))?.value) as { clientSecretExpiresAt?: string | null };
  return clientSecretExpiresAt ?? null;
}
