import { describe, expect, test } from 'vitest';
import { Confidential } from '../confidential.ts';
import type { Secrets } from '../ports.ts';

/** What every Secrets port does. `open` gives one with this key. */
export function secretsContract(name: string, open: (key: Uint8Array<ArrayBuffer>) => Secrets): void {
  const key = (seed: number) => new Uint8Array(32).fill(seed);

  describe(`secrets: ${name}`, () => {
    test('what was sealed opens with the same key and context only', async () => {
      const plain = `1.${'refresh token é '.repeat(400)}`;
      const sealed = await open(key(1)).seal(new Confidential(plain), 'email-forwarding/refresh-token');
      expect(sealed).not.toContain('refresh');
      expect((await open(key(1)).open(sealed, 'email-forwarding/refresh-token')).reveal()).toBe(plain);
      await expect(open(key(1)).open(sealed, 'email-forwarding/access-token')).rejects.toBeInstanceOf(Error);
      await expect(open(key(2)).open(sealed, 'email-forwarding/refresh-token')).rejects.toBeInstanceOf(Error);
      await expect(open(key(1)).open(`${sealed.slice(0, -6)}AAAAAA`, 'email-forwarding/refresh-token')).rejects.toBeInstanceOf(Error);
      await expect(open(key(1)).open(plain, 'email-forwarding/refresh-token')).rejects.toBeInstanceOf(Error);
    });

    test('the same text is sealed differently each time', async () => {
      const secrets = open(key(1));
      expect(await secrets.seal(new Confidential('x'), 'c')).not.toBe(await secrets.seal(new Confidential('x'), 'c'));
    });

    test('a password fits its own hash, and only that', async () => {
      const secrets = open(key(1));
      const hash = await secrets.hashPassword(new Confidential('Grüße, correct horse'));
      expect(hash).not.toContain('horse');
      expect(await secrets.verifyPassword(new Confidential('Grüße, correct horse'), hash)).toBe(true);
      expect(await secrets.verifyPassword(new Confidential('grüße, correct horse'), hash)).toBe(false);
      expect(await secrets.verifyPassword(new Confidential(''), hash)).toBe(false);
      expect(await secrets.hashPassword(new Confidential('Grüße, correct horse'))).not.toBe(hash);
    });
  });
}
