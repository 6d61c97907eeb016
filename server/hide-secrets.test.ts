import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodings, findLeak } from './app/redaction/testing.ts';
import { Confidential } from './confidential.ts';
import { createHider } from './hide-secrets.ts';

// The same cases each time.
fc.configureGlobal({ seed: 20261125 });

const distinct = (text: string) => new Set(text).size >= 6;
const printable = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)), minLength: 8, maxLength: 40 });
const international = fc.string({ unit: fc.constantFrom(...'äöüßéñ€𝄞日本 abcdef+/=&%"\\\'<>'), minLength: 8, maxLength: 30 });
const token = fc.uint8Array({ minLength: 30, maxLength: 1500 }).map((bytes) => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''));
const secrets = fc.oneof(printable, international, token).filter(distinct);
const before = fc.constantFrom('', '< 535 5.7.3 not good: ', '{"error":"', 'client_secret=', '?a=%20&x=', '<t:Text>', 'a=b\r\n');
const behind = fc.constantFrom('', ' [FR0P281CA0001]', '"}', '&grant_type=client_credentials', '</t:Text>', '\r\n');

describe.each(Object.entries(encodings))('%s', (_name, encode) => {
  test('no piece of a secret is left', () => {
    fc.assert(
      fc.property(secrets, before, behind, (secret, start, end) => {
        const hider = createHider();
        hider.add([new Confidential(secret)]);
        const left = hider.hide(start + encode(secret) + end);
        expect(findLeak({ left }, secret)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  test('the search would find it', () => {
    fc.assert(
      fc.property(secrets.filter(({ length }) => length >= 17), before, behind, (secret, start, end) => {
        expect(findLeak({ text: start + encode(secret) + end }, secret)).not.toBeNull();
      }),
      { numRuns: 40 },
    );
  });
});

test('any piece of eight letters is hidden, and what stands around it stays', () => {
  fc.assert(
    fc.property(secrets, fc.nat(), fc.nat(), (secret, from, more) => {
      const at = from % (secret.length - 7);
      const hider = createHider();
      hider.add([new Confidential(secret)]);
      const left = hider.hide(`-ERR [AUTH] not good: «${secret.slice(at, at + 8 + more)}», 2026-11-24T12:00:00Z`);
      expect(findLeak({ left }, secret)).toBeNull();
      expect(left).toMatch(/^-ERR \[AUTH\] not good: «.*», 2026-11-24T12:00:00Z$/su);
    }),
  );
});

test('a secret in lines of six letters is none when they are put together', () => {
  const hider = createHider();
  const secret = 'Zos8Q~a+b%c&d=e f_planted';
  hider.add([new Confidential(secret)]);
  expect(hider.hide(`< 535-${secret.replace(/.{6}/g, '$&\r\n  ')} is wrong`)).toBe('< 535-*** is wrong');
});

test('a text without it stays as it is', () => {
  const hider = createHider();
  hider.add([new Confidential('Zos8Q~a+b%c&d=e f_planted')]);
  const line = '< 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. %20 =3D \\u003d &amp; [FR0P281CA0001 2026-11-24T12:00:00Z]\r\n next';
  expect(hider.hide(line)).toBe(line);
  expect(createHider().hide(line)).toBe(line);
});

test('a short secret is hidden as a word, and one that is no secret is left', () => {
  const hider = createHider();
  hider.add([new Confidential('correct horse'), new Confidential('abc')]);
  expect(hider.hide('the credentials were incorrect: correct, horse, abc, correct horse')).toBe('the credentials were incorrect: ***, ***, abc, ***');
});

test('an error is without it in its message, stack, causes and members', () => {
  const secret = 'Zos8Q~a+b%c&d=e f_planted';
  const hider = createHider();
  hider.add([new Confidential(secret)]);
  const cause = Object.assign(new Error(`inner ${btoa(secret)}`), { response: `535 ${secret}`, list: [secret, { deep: encodeURIComponent(secret) }] });
  const error = new AggregateError([new Error(secret)], `outer ${secret}`, { cause });
  cause.cause = error;
  expect(hider.hideIn(error)).toBe(error);
  const all = { message: error.message, stack: error.stack ?? '', cause: cause.message, causeStack: cause.stack ?? '', members: JSON.stringify([cause.response, cause.list]), inner: (error.errors[0] as Error).stack ?? '' };
  expect(findLeak(all, secret)).toBeNull();
  expect(all.message).toBe('outer ***');
});

test.each(['QUJDREVG', 'QUJDREVGx', 'aaaaaaaaab', '%41', '%2525', '=3D', '=\n', '&amp;', '&#65;', '\\u0041', '\\\\', '%5Cu0041&#x25;41=\n', 'Zos8Q~a'])('a secret behind a hundred thousand letters of “%s” is found', (part) => {
  const secret = 'Zos8Q~a+b%c&d=e f_planted';
  const hider = createHider();
  hider.add([new Confidential('QUJDREVG'.repeat(500)), new Confidential('a'.repeat(1000)), new Confidential(secret)]);
  expect(findLeak({ left: hider.hide(`${part.repeat(100_000 / part.length)} ${secret}`) }, secret)).toBeNull();
});
