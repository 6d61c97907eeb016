import type { Confidential } from '../../server/confidential.ts';
import type { Secrets } from '../../server/ports.ts';
import { createSealing } from '../../server/sealing.ts';

const rounds = 100_000;

/** Sealing as in the product; password hashes by PBKDF2, since browsers have no argon2. */
export function browserSecrets(key: Uint8Array<ArrayBuffer>): Secrets {
  return {
    ...createSealing(key),
    async hashPassword(password) {
      const salt = crypto.getRandomValues(new Uint8Array(16));
      return `${toText(salt)}$${await derive(password, salt)}`;
    },
    async verifyPassword(password, hash) {
      const [salt = '', tag = ''] = hash.split('$');
      return (await derive(password, Uint8Array.from(atob(salt), (letter) => letter.charCodeAt(0)))) === tag;
    },
  };
}

async function derive(password: Confidential, salt: Uint8Array<ArrayBuffer>): Promise<string> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(password.reveal()), 'PBKDF2', false, ['deriveBits']);
  return toText(new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, material, 256)));
}

function toText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
