import { Confidential } from '../../confidential.ts';
import { fromBase64Url, toBase64Url } from '../../sealing.ts';

/** PBKDF2 with HMAC-SHA-256, as often as OWASP's password storage cheat sheet has it: browsers have no argon2. */
export const iterations = 600_000;

const bytes = (text: string) => new TextEncoder().encode(text);

/** What is made of a passphrase. */
export interface PassphraseKey {
  key: CryptoKey;
  /** Tells a wrong passphrase from a damaged file; nothing of the key follows from it. */
  check: string;
}

/** The key that a passphrase is with this salt (base64url). */
export async function keyOf(passphrase: Confidential, salt: string, rounds: number): Promise<PassphraseKey> {
  const typed = await crypto.subtle.importKey('raw', bytes(passphrase.reveal().normalize('NFC')), 'PBKDF2', false, ['deriveBits']);
  const stretched = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64Url(salt), iterations: rounds }, typed, 256);
  const root = await crypto.subtle.importKey('raw', stretched, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const purpose = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytes(info) });
  const key = await crypto.subtle.deriveKey(purpose('postern-backup key'), root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  return { key, check: toBase64Url(new Uint8Array(await crypto.subtle.deriveBits(purpose('postern-backup check'), root, 128))) };
}

/** Secrets of an item, as they are sealed. */
export interface SealedItem {
  part: string;
  id: string;
  secrets: Record<string, { plain: Confidential; changedAt: string }>;
}

/** Seals the secrets by AES-256-GCM; `rest` is bound to them, so that nothing of it can be changed either. */
export async function sealSecrets({ key }: PassphraseKey, items: readonly SealedItem[], iv: string, rest: string): Promise<string> {
  const clear = items.map(({ part, id, secrets }) => ({
    part,
    id,
    secrets: Object.fromEntries(Object.entries(secrets).map(([name, { plain, changedAt }]) => [name, { value: plain.reveal(), changedAt }])),
  }));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: fromBase64Url(iv), additionalData: bytes(rest) }, key, bytes(JSON.stringify(clear)));
  return toBase64Url(new Uint8Array(sealed));
}

/** What was sealed, still as JSON that nobody has checked, its secrets hidden. Rejects where a byte of it, or of the rest, is another one. */
export async function openSecrets({ key }: PassphraseKey, sealed: string, iv: string, rest: string): Promise<unknown> {
  const clear = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64Url(iv), additionalData: bytes(rest) }, key, fromBase64Url(sealed));
  return JSON.parse(new TextDecoder().decode(clear), (name, value: unknown) => (name === 'value' && typeof value === 'string' ? new Confidential(value) : value));
}

/** Are two secrets the same? */
export function sameSecret(a: Confidential, b: Confidential): boolean {
  return a.reveal() === b.reveal();
}
