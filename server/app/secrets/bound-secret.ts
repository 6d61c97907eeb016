import type { Secret, SecretInput } from '../../../contract/secrets.ts';
import { Confidential } from '../../confidential.ts';
import type { Ports } from '../../ports.ts';
import type { Repositories, SecretRow } from '../../store.ts';
import { fieldProblem } from '../http/problem.ts';
import type { Received } from './received.ts';

/** A secret of a settings resource, and the place that it may be sent to. */
export interface BoundSecret {
  /** As in the store: `email-forwarding/password`. */
  name: string;
  /** JSON pointer of its field. */
  pointer: string;
  /** The place: host, port and all else that decides where the secret goes. */
  boundTo: string;
  /** Does the chosen method send it? */
  used: boolean;
  /** Are its last three characters shown, so that two can be told apart? Of client secrets only. */
  hinted: boolean;
}

export type Fate = { kind: 'keep'; row: SecretRow } | { kind: 'none' } | { kind: 'removed' } | { kind: 'set'; plain: Confidential };

/**
 * What becomes of a secret when its settings are written, or tried as a draft: it never goes along to another place.
 * Raises 422 `required` where it is used and there is none, `secret-needed` where the stored one was entered for another place.
 */
export function fateOf(given: Received<{ password: SecretInput }>['password'], stored: SecretRow | null, { pointer, boundTo, used }: BoundSecret): Fate {
  const typed = given instanceof Confidential ? given : null;
  if (typed && !typed.isEmpty) return { kind: 'set', plain: typed };
  if (typed || !stored) {
    if (used) throw fieldProblem(pointer, 'required', 'This is needed.');
    return { kind: 'none' };
  }
  if (stored.boundTo === boundTo) return { kind: 'keep', row: stored };
  if (used) throw fieldProblem(pointer, 'secret-needed', 'The stored secret was entered for another place. Enter it once more for this one.');
  return { kind: 'removed' };
}

/** Does to the store what `fateOf` has decided. */
export async function storeSecret(ports: Ports, rows: Repositories, secret: BoundSecret, fate: Fate): Promise<void> {
  if (fate.kind === 'keep') return;
  if (fate.kind === 'set') await rows.secrets.put(secret.name, await sealSecret(ports, secret, fate.plain));
  else await rows.secrets.delete(secret.name);
}

/** A secret as the store holds it, sealed for its place. */
export async function sealSecret({ secrets, clock }: Ports, { name, boundTo, hinted }: BoundSecret, plain: Confidential): Promise<SecretRow> {
  const sealed = await secrets.seal(plain, contextOf(name, boundTo));
  return { sealed, boundTo, changedAt: clock.now().toISOString(), hint: hinted ? hintOf(plain) : null };
}

/** What is shown of a client secret, so that two can be told apart. */
export function hintOf(plain: Confidential): string {
  return plain.reveal().slice(-3);
}

/** Are they the same? Both are ours: nobody measures how long it takes. */
export function sameSecret(a: Confidential, b: Confidential): boolean {
  return a.reveal() === b.reveal();
}

/** The secret in clear, for the place that it was entered for; null where it does not open with this key and place. */
export function openSecret({ secrets }: Ports, { name, boundTo }: BoundSecret, { sealed }: SecretRow): Promise<Confidential | null> {
  return secrets.open(sealed, contextOf(name, boundTo)).catch(() => null);
}

/** A secret as the API shows it. */
export function showSecret(row: SecretRow | null): Secret {
  return { set: row !== null, ...(row?.hint && { hint: `…${row.hint}` }), changedAt: row?.changedAt ?? null };
}

// The place is sealed in: a ciphertext that somebody moves to another place in the database does not open.
function contextOf(name: string, boundTo: string): string {
  return JSON.stringify([name, boundTo]);
}
