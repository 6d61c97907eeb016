import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createLog } from './node/log.ts';
import { Confidential } from './confidential.ts';

const value = 'Zos8Q~a+b%c&d=e f_planted';
const secret = new Confidential(value);

/** One way in which somebody might print it, and what comes of it. */
const ways: Record<string, () => string> = {
  'a template': () => `the secret is ${String(secret)}`,
  'a sum of texts': () => ['the secret is ', secret].join(''),
  'JSON': () => JSON.stringify({ clientSecret: secret, all: [secret] }),
  'JSON of a copy': () => JSON.stringify({ ...secret }),
  'its members': () => JSON.stringify([Object.entries(secret), Object.keys(secret), Reflect.ownKeys(secret)].map(String)),
  'a clone': () => inspect(structuredClone({ secret }), { depth: 9, showHidden: true }),
  'util.inspect': () => inspect({ secret, list: [secret], map: new Map([[1, secret]]) }, { depth: 9, showHidden: true, getters: true }),
  'an error that holds it': () => inspect(new Error(`refused: ${String(secret)}`, { cause: { secret } }), { depth: 9, showHidden: true }),
  'a form': () => String(new URLSearchParams({ client_secret: String(secret) })),
  'a header': () => JSON.stringify([...new Headers({ Authorization: `Bearer ${String(secret)}` })]),
  'Object.prototype.toString': () => Object.prototype.toString.call(secret),
  'a key': () => JSON.stringify({ [String(secret)]: 1 }),
};

test.each(Object.entries(ways))('%s does not hold it', (_way, print) => {
  const printed = print();
  for (let at = 0; at + 6 <= value.length; at += 1) expect(printed).not.toContain(value.slice(at, at + 6));
});

test('a log line does not hold it', () => {
  let written = '';
  const log = createLog('debug', { write: (line: string) => void (written += line) });
  log.error({ secret, nested: { secret }, list: [secret], error: new Error('failed', { cause: secret }) }, 'a test');
  expect(written).toContain('[hidden]');
  expect(written).not.toContain(value.slice(0, 6));
});

test('it comes out as it went in, where somebody asks for it', () => {
  expect(secret.reveal()).toBe(value);
  expect(secret.isEmpty).toBe(false);
  expect(new Confidential('').isEmpty).toBe(true);
});
