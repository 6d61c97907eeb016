import type { Confidential } from '../../confidential.ts';
import type { Ports } from '../../ports.ts';
import { ProblemError } from '../http/problem.ts';
import { openSecret } from '../secrets/bound-secret.ts';
import { decideSecret, type SecretsInput, type SettingsSecret } from '../secrets/settings-secrets.ts';

/** A secret when it is needed; null where it cannot be opened. */
export type Secret = () => Promise<Confidential | null>;

/** Settings as they are read, without what a `PUT` does not take. */
export function writable(settings: object, readOnly: readonly string[]): object {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !readOnly.includes(name)));
}

/** The secret that the method uses: what was typed, what is stored for exactly this place, or another function's. Null where none is sent. Raises 422 as `decideSecret`; `at` is where the settings stand in the body. */
export async function findSecret(ports: Ports, input: SecretsInput, secrets: readonly SettingsSecret[], at: string): Promise<Secret | null> {
  const secret = secrets.find(({ used }) => used);
  if (!secret) return null;
  const fate = await ports.store.transaction((rows) => decideSecret(ports, rows, input, secret, at));
  if (fate.kind === 'set') return async () => fate.plain;
  return fate.kind === 'keep' ? () => openSecret(ports, secret, fate.row) : null;
}

/** A secret that is in hand. */
export async function given(secret: Confidential): Promise<Secret> {
  return async () => secret;
}

/** For a check that comes by itself: a secret that is needed and not there is one that cannot be opened, which the ladder explains. */
export function inPlace(secret: Promise<Secret | null>): Promise<Secret | null> {
  return secret.catch((error: unknown) => {
    if (error instanceof ProblemError) return async () => null;
    throw error;
  });
}
