import type { Random } from '../ports.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** A new opaque id of 100 random bits. */
export function newId(random: Random): string {
  return [...random.bytes(20)].map((byte) => alphabet[byte & 31]).join('');
}

/** SHA-256 as hexadecimal text: tokens are looked up by it, and never stored themselves. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
