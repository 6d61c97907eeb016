import { expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import type { ProtocolEntry } from '../../protocol-rows.ts';
import { StoreUnavailable, type Store } from '../../store.ts';
import { settings, standingClock, testBackend } from '../testing.ts';
import { protocolLine } from './protocol-line.ts';
import { createProtocols } from './recorder.ts';

const said = { function: 'queue-pilot', kind: 'check', lines: ['> CAPA', '< +OK'] } as const;
const everything = { from: '0000', to: '9999', limit: 1_000 };

function kept(store: Store, source: ProtocolEntry['source'] = 'framework', name: ProtocolEntry['function'] = 'queue-pilot'): Promise<ProtocolEntry[]> {
  return store.transaction((rows) => rows.protocols.page({ source, function: name, ...everything }));
}

test.each([
  ['a terminal escape', '< \u001b[2J\u001b]0;owned\u0007', '< \\x1b[2J\\x1b]0;owned\\x07'],
  ['halves of characters, and what a wrong encoding leaves', '< a\ud83d b\udc00 \ufffd', '< a\\u{d83d} b\\u{dc00} \ufffd'],
  ['a new line and other ends of lines', '< a\r\nb\u2028c', '< a\\x0d\\x0ab\\u{2028}c'],
  ['text that runs backwards', '< \u202egpj.exe', '< \\u{202e}gpj.exe'],
  ['HTML is text', '< <script>alert(1)</script>', '< <script>alert(1)</script>'],
  ['tabs, accents and pictures stay', '<\té €\u{1f389}', '<\té €\u{1f389}'],
  ['a password on its way', '> client_secret=abc&x=1', '> client_secret=***&x=1'],
])('a line with %s is kept as harmless', (_what, line, shown) => {
  expect(protocolLine(line)).toBe(shown);
});

test('a line of ten million characters is cut, and says so', () => {
  const line = protocolLine(`< ${'x y '.repeat(2_500_000)}`);
  expect(line.length).toBeLessThan(4100);
  expect(line).toMatch(/ … \(10000002 characters in all\)$/);
});

test('a conversation without end becomes a few entries of bounded size, and says what is left out', async () => {
  const { ports, config } = testBackend();
  const protocols = createProtocols({ ports, config });
  const lines = Array.from({ length: 400_000 }, (_, at) => `< line ${at} ${'x '.repeat(20)}`);
  protocols.record({ ...said, lines });
  await protocols.settled();
  const entries = await kept(ports.store);
  expect(Math.max(...entries.map(({ text }) => text.length))).toBeLessThan(66_000);
  expect(entries.at(-1)?.text).toMatch(/… \(\d+ further lines are left out\)$/);
});

test('who records waits for nothing, and a store that is full loses entries but no work; the next one says how many', async () => {
  const { ports, config } = testBackend();
  let isFull = true;
  const warned: string[] = [];
  const store: Store = { ...ports.store, transaction: (work) => (isFull ? Promise.reject(new StoreUnavailable(true)) : ports.store.transaction(work)) };
  const log = { ...ports.log, warn: (_fields: object, message: string) => void warned.push(message) };
  const protocols = createProtocols({ ports: { ...ports, store, log }, config });
  protocols.record(said);
  protocols.record(said);
  await protocols.settled();
  expect(warned).toEqual(['protocol entries could not be stored']);
  isFull = false;
  protocols.record(said);
  await protocols.settled();
  expect((await kept(ports.store)).map(({ text }) => text)).toEqual(['(Before this, 2 entries could not be stored.)\n> CAPA\n< +OK']);
});

test('what is older than it is kept for goes within the hour, and so does what is too much', async () => {
  const time = standingClock();
  const { ports, config } = testBackend({ time, config: { protocols: { keepDays: 1, keepMegabytes: 0.1 } } });
  const protocols = createProtocols({ ports, config });
  protocols.record(said);
  await protocols.settled();
  time.forward(86_400 - 60);
  protocols.record({ ...said, lines: ['> QUIT'] });
  await protocols.settled();
  const life = new AbortController();
  const kept60 = async () => (await kept(ports.store)).map(({ text }) => text);
  const work = protocols.keep(life.signal);
  await expect.poll(kept60).toHaveLength(2);
  time.forward(3600);
  await expect.poll(kept60).toEqual(['> QUIT']);
  life.abort();
  await work;
  for (let count = 0; count < 20; count++) protocols.record({ ...said, lines: ['x '.repeat(1000), 'y '.repeat(1000), 'z '.repeat(1000)] });
  await protocols.settled();
  const sizes = (await kept(ports.store)).map(({ text }) => text.length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(106_000);
  expect(sizes.length).toBeGreaterThan(10);
});

test('the sign-in with a code is kept: what was asked and answered, without a code or a token, and polls without news only as their number', async () => {
  const code = { device_code: 'd'.repeat(50), user_code: 'D4KMQ7RXZ', verification_uri: 'https://login.microsoft.com/device', expires_in: 900, interval: 5, message: 'Enter D4KMQ7RXZ' };
  const tokens = { token_type: 'Bearer', scope: 'https://outlook.office.com/SMTP.Send', expires_in: 3600, access_token: 'access-secret', refresh_token: 'refresh-secret', id_token: 'x.y.z' };
  let polls = 0;
  const made = testBackend({
    ports: {
      fetch: async (url) => {
        if (url.endsWith('/devicecode')) return Response.json(code);
        polls += 1;
        return polls < 5 ? Response.json({ error: 'authorization_pending', error_description: 'AADSTS70016: pending', error_codes: [70016] }, { status: 400 }) : Response.json(tokens);
      },
    },
  });
  await made.signIn();
  await made.ask('PUT', api.emailForwarding, settings, { 'If-Match': '"0"' });
  const life = new AbortController();
  const work = made.backend.run(life.signal);
  await made.ask('POST', api.authorization);
  for (let poll = 0; poll < 5; poll++) {
    await made.idle();
    made.forward(5);
  }
  await made.idle();
  life.abort();
  await work;
  const entries = await kept(made.ports.store, 'framework', 'email-forwarding');
  const text = entries.map((entry) => entry.text).join('\n---\n');
  expect(entries).toHaveLength(3);
  expect(text).toContain('> POST https://login.microsoftonline.com/contoso.com/oauth2/v2.0/devicecode\n> scope=');
  expect(text).toContain('"error_description":"AADSTS70016: pending"');
  expect(text).toContain('(3 more polls were answered authorization_pending.)');
  expect(text).toContain('"access_token":"***"');
  for (const secret of ['d'.repeat(50), 'D4KMQ7RXZ', 'access-secret', 'refresh-secret', 'x.y.z']) expect(text).not.toContain(secret);
});
