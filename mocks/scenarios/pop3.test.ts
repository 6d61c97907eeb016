import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Confidential } from '../../server/confidential.ts';
import { processState } from '../../server/memory/shared-state.ts';
import { createDial } from '../../server/node/dial.ts';
import { createMail } from '../../server/node/mail.ts';
import { ConnectionFailure, MailRefusal, type Credentials, type Mail } from '../../server/ports.ts';
import { clock } from '../clock.ts';
import { listenForAll } from '../listeners.ts';
import { playPop3 } from '../mail/pop3.ts';
import { playMailPorts } from '../mail/port.ts';
import { createMicrosoft } from '../microsoft/app.ts';
import { playFetch } from '../microsoft/fetch.ts';
import { applySettings, playedMicrosoft } from '../microsoft/state.ts';
import { asker, exchangeScope } from '../microsoft/testing.ts';
import { pop3Scenarios } from './pop3.ts';

const settings = { scenario: 'all-well', intervalSeconds: 5, latencyMs: 0 };
const pagesUrl = 'https://login.microsoft.com/';
const state = processState();
const microsoft = playedMicrosoft(state, settings);
const { token } = asker(playFetch(createMicrosoft(state, { pagesUrl, settings }), microsoft), clock);
const signal = new AbortController().signal;
const user = 'queue@contoso.com';
let overSockets: Mail;
let close: () => Promise<void>;

beforeAll(async () => {
  const all = await listenForAll(state, settings, pagesUrl);
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), all.authority]);
  overSockets = createMail(all.dial(createDial(['localhost'])));
  close = all.close;
});

afterAll(() => close());

type Way = 'token at 995' | 'token at 110' | 'password at the own server';

/** How a check of a mailbox ends: how many messages there are, the refused command, or the failure's reason. */
async function check(mail: Mail, way: Way): Promise<string> {
  const host = way === 'password at the own server' ? 'relay.contoso.com' : 'outlook.office365.com';
  const credentials: Credentials = way === 'password at the own server' ? { user: 'queue', password: new Confidential('correct horse') } : { user, accessToken: new Confidential(await token(exchangeScope)) };
  const isStls = way === 'token at 110';
  try {
    const session = await mail.openPop3({ host, port: isStls ? 110 : 995, encryption: isStls ? 'starttls' : 'tls' }, () => {}, signal);
    try {
      await session.signIn(credentials);
      const { messages } = await session.count();
      if (messages > 0) await session.header(messages);
      return String(messages);
    } finally {
      await session.close();
    }
  } catch (error) {
    return error instanceof MailRefusal ? error.command : error instanceof ConnectionFailure ? error.reason : String(error);
  }
}

// What each scenario makes of a check, whichever way it is asked.
const ends: readonly [scenario: string, way: Way, end: string][] = [
  ['all-well', 'token at 995', '4'],
  ['all-well', 'token at 110', '4'],
  ['all-well', 'password at the own server', '4'],
  ['role-missing', 'token at 995', 'AUTH'],
  ['opaque-token', 'token at 995', '4'],
  ['host-not-found', 'token at 995', 'host-not-found'],
  ['connection-refused', 'password at the own server', 'refused'],
  ['certificate-not-trusted', 'token at 995', 'tls'],
  ['certificate-other-name', 'token at 110', 'tls'],
  ['certificate-expired', 'token at 110', 'tls'],
  ['certificate-expired', 'password at the own server', '4'],
  ['no-starttls', 'token at 110', '4'],
  ['mail-server-busy', 'token at 995', '4'],
  ['pop3-empty-mailbox', 'token at 995', '0'],
  ['pop3-many-messages', 'token at 995', '100000'],
  ['pop3-many-messages', 'password at the own server', '100000'],
  ['pop3-wrong-object-id', 'token at 995', 'AUTH'],
  ['pop3-wrong-object-id', 'password at the own server', '4'],
  ['pop3-no-permission', 'token at 110', 'AUTH'],
  ['pop3-switched-off', 'token at 995', 'AUTH'],
  ['pop3-role-missing', 'token at 995', 'AUTH'],
  ['pop3-not-connected', 'token at 995', 'STAT'],
  ['pop3-server-busy', 'token at 995', 'STAT'],
  ['pop3-greeting-refused', 'token at 995', 'CONNECT'],
  ['pop3-greeting-refused', 'password at the own server', 'CONNECT'],
  ['pop3-mailbox-in-use', 'token at 995', 'AUTH'],
  ['pop3-mailbox-in-use', 'password at the own server', 'AUTH'],
  ['pop3-password-refused', 'password at the own server', 'AUTH'],
  ['pop3-password-refused', 'token at 995', '4'],
  ['pop3-cut', 'token at 995', 'closed'],
  ['pop3-line-never-ends', 'token at 995', 'protocol'],
  ['pop3-certificate-other-name', 'token at 995', 'tls'],
  ['pop3-certificate-other-name', 'token at 110', 'tls'],
  ['pop3-certificate-other-name', 'password at the own server', '4'],
  ['pop3-no-stls', 'token at 110', 'no-starttls'],
  ['pop3-no-stls', 'token at 995', '4'],
];

test('every scenario of POP3 is played here', () => {
  const played = new Set(ends.map(([scenario]) => scenario));
  expect(pop3Scenarios.map(({ id }) => id).filter((id) => !played.has(id))).toEqual([]);
});

describe.each(['in the browser', 'over sockets'])('%s', (where) => {
  test.each(ends)('%s, %s: %s', async (scenario, way, end) => {
    await microsoft.change((played) => applySettings(played, { scenario }));
    const mail = where === 'over sockets' ? overSockets : playMailPorts(microsoft, clock).mail;
    expect(await check(mail, way)).toBe(end);
    expect((await microsoft.read()).mailboxChanges).toEqual([]);
  });
});

test('a client that does more than a check does is remembered', async () => {
  const own = playedMicrosoft(processState(), settings);
  const server = playPop3(own, clock, { kind: 'relay', encryption: 'tls', protocol: 'pop3' });
  const said: string[] = [];
  for (const line of ['USER queue', 'PASS correct horse', 'TOP 4 0', 'RETR 4', 'TOP 3 1', 'DELE 1', 'STAT', 'TOP 1 0', 'RSET', 'LIST 1', 'UIDL 2', 'NOOP', 'XYZZY', 'QUIT']) {
    said.push((await Array.fromAsync(server.answer(line))).join('').replace(/\r\n[\s\S]*$/, ''));
  }
  expect(said).toEqual(['+OK', '+OK Logged in.', '+OK', '+OK', '+OK', '+OK', '+OK 3 8704', '-ERR There is no such message.', '+OK', '+OK 1 2560', '+OK 2 AAMkAGI2', '+OK', '-ERR Unknown command.', '+OK Logging out.']);
  expect((await own.read()).mailboxChanges).toEqual(['RETR 4', 'TOP 3 1', 'DELE 1'].map((command) => ({ mailbox: 'queue', command })));
});

test('Exchange hangs up at a token in the line of its command, as it is known to', async () => {
  const server = playPop3(playedMicrosoft(processState(), settings), clock, { kind: 'exchange', encryption: 'tls', protocol: 'pop3' });
  expect(await Array.fromAsync(server.answer(`AUTH XOAUTH2 ${'dXNlcj'.repeat(200)}`))).toEqual(['-ERR Protocol error. Connection is closed. 10\r\n']);
  expect(server.next()).toBe('end');
});
