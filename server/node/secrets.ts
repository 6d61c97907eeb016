import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import type { Confidential } from '../confidential.ts';
import type { Secrets } from '../ports.ts';
import { createSealing } from '../sealing.ts';

const derive = promisify(argon2);
// OWASP's password storage cheat sheet: 19 MiB, two passes, one lane.
const cost = { memory: 19 * 1024, passes: 2, parallelism: 1 };
const tagLength = 32;

/** Sealing with the key file's key, and password hashes by argon2id as PHC strings. */
export function createSecrets(key: Uint8Array<ArrayBuffer>): Secrets {
  return {
    ...createSealing(key),
    async hashPassword(password) {
      const nonce = randomBytes(16);
      const tag = await hash(password, nonce, cost);
      return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(tag)}`;
    },
    async verifyPassword(password, stored) {
      const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored);
      if (!found) return false;
      const [memory, passes, parallelism] = found.slice(1, 4).map(Number);
      const expected = Buffer.from(found[5] ?? '', 'base64');
      const tag = await hash(password, Buffer.from(found[4] ?? '', 'base64'), { memory: memory ?? 0, passes: passes ?? 0, parallelism: parallelism ?? 0 });
      return expected.length === tag.length && timingSafeEqual(expected, tag);
    },
  };
}

function hash(password: Confidential, nonce: Buffer, chosen: typeof cost): Promise<Buffer> {
  const parameters: Argon2Parameters = { message: password.reveal().normalize('NFC'), nonce, tagLength, ...chosen };
  return derive('argon2id', parameters);
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
