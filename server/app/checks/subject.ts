import { emailForwardingInput, emailForwardingReadOnly, type EmailForwardingInput } from '../../../contract/email-forwarding.ts';
import type { Ports } from '../../ports.ts';
import type { Repositories } from '../../store.ts';
import { secretsOf } from '../email-forwarding/secrets.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { ProblemError } from '../http/problem.ts';
import { fateOf, openSecret } from '../secrets/bound-secret.ts';
import type { Secret } from './token-rungs.ts';

/** What is saved, in the form of a draft; null where nothing is. */
export async function readSaved(rows: Repositories): Promise<{ settings: EmailForwardingInput | null }> {
  const { configured, settings } = await readSettings(rows);
  if (!configured) return { settings: null };
  const writable = Object.entries(settings).filter(([name]) => !(emailForwardingReadOnly as readonly string[]).includes(name));
  return { settings: emailForwardingInput.parse(Object.fromEntries(writable)) };
}

/** The secret that the method uses: what was typed, or what is stored for exactly this place; a promise of null where the stored one does not open. Null where none is sent. */
export async function findSecret(ports: Ports, settings: EmailForwardingInput, at: string): Promise<Secret | null> {
  const secret = secretsOf(settings).find(({ used }) => used);
  if (!secret) return null;
  const stored = await ports.store.transaction((rows) => rows.secrets.get(secret.name));
  const fate = fateOf(settings[secret.field], stored, { ...secret, pointer: `${at}${secret.pointer}` });
  if (fate.kind === 'set') return async () => fate.plain;
  return fate.kind === 'keep' ? () => openSecret(ports, secret, fate.row) : null;
}

/** The same for a check that comes by itself: a secret that is needed and not there is one that cannot be opened, which the ladder explains. */
export function findSavedSecret(ports: Ports, settings: EmailForwardingInput): Promise<Secret | null> {
  return findSecret(ports, settings, '').catch((error: unknown) => {
    if (error instanceof ProblemError) return async () => null;
    throw error;
  });
}
