import * as fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { Confidential } from '../../confidential.ts';
import { ProblemError } from '../http/problem.ts';
import { digestOf } from '../ids.ts';
import { readDocument, writeDocument } from './document.ts';
import type { Item } from './part.ts';

// Each passphrase takes a third of a second, and more where the machine has other things to do.
vi.setConfig({ testTimeout: 30_000 });

// The same cases each time.
fc.configureGlobal({ seed: 20261125 });

const passphrase = new Confidential('a long enough passphrase');
const random = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const account: Item = { id: 'a'.repeat(20), value: { username: 'Jürgen 𝄞 "\\', email: null }, secrets: { password: { plain: new Confidential('hash'), changedAt: '2026-11-24T12:00:00.000Z' } } };
const made = { product: '1.0.0', madeAt: '2026-11-24T12:00:00.000Z', madeBy: 'admin', content: new Map([['accounts', [account]]] as const) };
let files: Record<'sealed' | 'omit', string>;

beforeAll(async () => {
  files = { sealed: await writeDocument(random, made, passphrase), omit: await writeDocument(random, { ...made, content: new Map([['accounts', [{ ...account, secrets: {} }]]]) }, null) };
});

async function refusal(file: string | Uint8Array<ArrayBuffer>, typed: Confidential | null = passphrase): Promise<string> {
  const bytes = typeof file === 'string' ? bytesOf(file) : file;
  return readDocument(bytes, typed).then(
    () => 'taken',
    (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      return error.problem;
    },
  );
}

/** The file with another value at one place, and a digest that fits: as somebody would change it who means it. */
async function forged(file: string, change: (value: Record<string, unknown>) => void): Promise<string> {
  const { digest: _digest, ...value } = JSON.parse(file);
  change(value);
  const write = (of: object) => `${JSON.stringify(of, null, 1)}\n`;
  return write({ ...value, digest: await digestOf(write(value)) });
}

describe.each(['sealed', 'omit'] as const)('a file whose secrets are: %s', (kind) => {
  test('is read as it was written', async () => {
    const { content, secrets, digest, ...about } = await readDocument(bytesOf(files[kind]), kind === 'sealed' ? passphrase : null);
    expect([about, secrets, digest]).toEqual([{ product: '1.0.0', madeAt: made.madeAt, madeBy: 'admin' }, kind, JSON.parse(files[kind]).digest]);
    const [item] = content.get('accounts') ?? [];
    expect(item?.value).toEqual(account.value);
    expect(item?.secrets['password']?.plain.reveal()).toBe(kind === 'sealed' ? 'hash' : undefined);
  });

  test('each byte of it changed to any other is refused', async () => {
    const whole = bytesOf(files[kind]);
    const problems = new Set<string>();
    for (const at of whole.keys()) {
      for (const flipped of [1, 2, 32, 128]) {
        const bytes = whole.slice();
        bytes[at] = (bytes[at] ?? 0) ^ flipped;
        problems.add(await refusal(bytes));
      }
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, added) => {
        const bytes = whole.slice();
        bytes[at] = ((bytes[at] ?? 0) + added) % 256;
        expect(await refusal(bytes)).not.toBe('taken');
      }),
      { numRuns: 2_000 },
    );
    expect([...problems].sort()).toEqual(['backup-damaged', 'backup-newer-version', 'backup-not-readable']);
  });

  test('cut at any length it is refused, and from its first lines on as what it is', async () => {
    const whole = bytesOf(files[kind]);
    for (let length = 0; length < whole.length; length++) expect(await refusal(whole.slice(0, length))).toBe(length < '{\n "format": "postern-backup"'.length ? 'backup-not-readable' : 'backup-damaged');
  });

  test('with something more, other line ends, or a name that is there twice it is damaged', async () => {
    const text = files[kind];
    for (const changed of [`${text}\n`, `${text} `, text.trimEnd(), text.replaceAll('\n', '\r\n'), JSON.stringify(JSON.parse(text)), text.replace(' "madeBy"', ' "madeBy": "eve",\n "madeBy"'), text.replace('ü', '\\u00fc')]) {
      expect(changed).not.toBe(text);
      expect(await refusal(changed)).toBe('backup-damaged');
    }
  });

  test('from a newer version it is refused as that, and from one that never was as nothing of ours', async () => {
    expect(await refusal(await forged(files[kind], (value) => void (value['version'] = 2)))).toBe('backup-newer-version');
    for (const version of [0, -1, 0.5]) expect(await refusal(await forged(files[kind], (value) => void (value['version'] = version)))).toBe('backup-not-readable');
    for (const version of ['1', null, [1]]) expect(await refusal(await forged(files[kind], (value) => void (value['version'] = version)))).toBe('backup-not-readable');
  });

  test('with members that nobody knows it is not taken', async () => {
    for (const name of ['more', '__proto__', 'constructor']) {
      const text = await forged(files[kind], (value) => void Object.defineProperty(value, name, { value: {}, enumerable: true }));
      expect(await refusal(text)).toBe('backup-invalid');
    }
    expect(await refusal(await forged(files[kind], (value) => void (value['content'] = { firmware: [] })))).toBe('backup-invalid');
  });
});

test('a wrong passphrase is told from a damaged file, and none from a wrong one', async () => {
  expect(await refusal(files.sealed, new Confidential('a long enough passphrase.'))).toBe('wrong-passphrase');
  expect(await refusal(files.sealed, new Confidential('A long enough passphrase'))).toBe('wrong-passphrase');
  for (const none of [null, new Confidential('')]) expect(await refusal(files.sealed, none)).toBe('invalid');
  expect(await refusal(files.omit, new Confidential('whatever it is'))).toBe('taken');
});

test('a passphrase is the same however its letters are put together', async () => {
  const text = await writeDocument(random, made, new Confidential('Grüße aus Köln'.normalize('NFC')));
  expect(await refusal(text, new Confidential('Grüße aus Köln'.normalize('NFD')))).toBe('taken');
});

test('whoever changes a sealed file and its digest has not its passphrase: nothing of it is taken', async () => {
  const changes: ((value: Record<string, unknown>) => void)[] = [
    (value) => void (value['madeBy'] = 'eve'),
    (value) => void (value['content'] = { accounts: [{ ...JSON.parse(JSON.stringify(account)), secrets: undefined, value: { username: 'eve' } }] }),
    (value) => void (value['sealed'] = String(value['sealed']).replace(/.$/, (letter) => (letter === 'A' ? 'Q' : 'A'))),
    (value) => void ((value['sealing'] as Record<string, unknown>)['iv'] = 'AAAAAAAAAAAAAAAA'),
    (value) => void ((value['sealing'] as Record<string, unknown>)['iterations'] = 600_001),
    (value) => void ((value['sealing'] as Record<string, unknown>)['salt'] = 'AAAAAAAAAAAAAAAAAAAAAA'),
  ];
  const answers = await Promise.all(changes.map(async (change) => refusal(await forged(files.sealed, change))));
  expect(answers).toEqual(['backup-damaged', 'backup-damaged', 'backup-damaged', 'backup-damaged', 'wrong-passphrase', 'wrong-passphrase']);
  // Nobody is made to count for hours, nor to guess a key that takes no time.
  for (const iterations of [1, 1e12]) expect(await refusal(await forged(files.sealed, (value) => void ((value['sealing'] as Record<string, unknown>)['iterations'] = iterations)))).toBe('backup-invalid');
});

test('what is no backup at all is refused as that: nothing, a ZIP, pictures, other JSON, broken UTF-8, and what is nested a hundred thousand times', async () => {
  const others = ['', ' ', 'PK\u0003\u0004', '{}', '[]', 'null', '1', '"postern-backup"', '{"format":"postern-backup"}', '{"version":1}', '{"format":"other","version":1}', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, '['.repeat(1_000_000)];
  for (const text of others) expect(await refusal(text)).toBe('backup-not-readable');
  expect(await refusal(new Uint8Array([0xff, 0xfe, 0xc3, 0x28]))).toBe('backup-not-readable');
  expect(await refusal(`{"format":"postern-backup","version":1,"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toBe('backup-damaged');
});
