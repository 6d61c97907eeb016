import type { Confidential } from '../confidential.ts';
import type { Random } from '../ports.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** A new opaque id of 100 random bits. */
export function newId(random: Random): string {
  return [...random.bytes(20)].map((byte) => alphabet[byte & 31]).join('');
}

/** Has a text the form of `newId`? Nothing else is looked up. */
export function isId(text: string): boolean {
  return /^[a-z2-7]{20}$/.test(text);
}

/** SHA-256 of a token as hexadecimal text: it is looked up by it, and never stored itself. */
export function sha256(token: Confidential): Promise<string> {
  return digestOf(token.reveal());
}

/** SHA-256 of a text as hexadecimal text. */
export async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
