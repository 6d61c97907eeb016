import net from 'node:net';
import tls from 'node:tls';
import { beforeAll, describe, expect, test } from 'vitest';
import { mailContract, reasonOf } from '../../server/contracts/mail-contract.ts';
import { processState } from '../../server/memory/shared-state.ts';
import { createDial } from '../../server/node/dial.ts';
import { createMail } from '../../server/node/mail.ts';
import { createProbe } from '../../server/node/probe.ts';
import type { Probe } from '../../server/ports.ts';
import type { Encryption } from '../../contract/email-forwarding.ts';
import { clock } from '../clock.ts';
import { playedMicrosoft } from '../microsoft/state.ts';
import { issueApplicationToken, issueTokens } from '../microsoft/tokens.ts';
import { scenarioById } from '../scenarios/scenarios.ts';
import { issueFaulty, makeAuthority, type Authority } from './certificates.ts';
import { listenForMail } from './listener.ts';

const user = 'pbx@contoso.com';
const signal = new AbortController().signal;
const dial = createDial(['localhost']);
const mail = createMail(dial);
let probe: Probe;
let authority: Authority;

beforeAll(async () => {
  authority = await makeAuthority();
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), authority.certificate]);
  probe = createProbe(dial, [authority.certificate]);
});

async function listen(scenario: string, certificate?: { cert: string; key: string }) {
  const microsoft = playedMicrosoft(processState(), { scenario, intervalSeconds: 1, latencyMs: 0 });
  const listener = await listenForMail(microsoft, clock, certificate ?? (await authority.issue({ names: ['localhost'] })));
  const server = { host: 'localhost', port: listener.port, encryption: 'starttls' as Encryption };
  return { microsoft, listener, server };
}

mailContract('SMTP on Node', async (scenario) => {
  const fault = scenarioById(scenario)?.certificate;
  const { microsoft, listener, server } = await listen(scenario, fault && (await issueFaulty(authority, fault, ['localhost'])));
  const grant = { account: user, tenantGuid: 'x', clientId: 'x', scope: 'https://outlook.office.com/SMTP.Send' };
  const { access_token: accessToken } = await issueTokens(microsoft.change, grant, 'https://login.microsoftonline.com', Date.now());
  const { access_token: applicationToken } = await issueApplicationToken(microsoft.change, { ...grant, roles: ['SMTP.SendAsApp'] }, Date.now());
  return { mail, probe, server, user, accessToken, applicationToken, received: async () => (await microsoft.read()).mails, close: listener.close };
});

describe('a certificate', () => {
  test('of an authority that only this machine knows: it holds, and the probe says whose it is', async () => {
    const { listener, server } = await listen('all-well');
    expect(await createProbe(dial)['tls'](server, () => {}, signal)).toMatchObject({ error: null, publicAuthority: false, issuer: expect.stringContaining('Simulated Microsoft 365 authority') });
    await listener.close();
  });
});

function refusesStartTls(socket: net.Socket): void {
  socket.write('220 x\r\n');
  socket.on('data', (line) => socket.write(String(line).startsWith('EHLO') ? '250 x\r\n' : '502 5.5.1 no\r\n'));
}

describe('servers that are none', () => {
  async function plain(talk: (socket: net.Socket) => void): Promise<{ port: number; close: () => void }> {
    const server = net.createServer((socket) => {
      socket.on('error', () => {});
      talk(socket);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return { port: (server.address() as net.AddressInfo).port, close: () => server.close() };
  }

  test.each([
    ['no STARTTLS', refusesStartTls, 'no-starttls'],
    ['another protocol', (socket: net.Socket) => void socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'), 'protocol'],
    ['ten megabytes of greeting', (socket: net.Socket) => void socket.write('220-x'.repeat(2_000_000)), 'protocol'],
    ['a connection that is closed', (socket: net.Socket) => void socket.end(), 'closed'],
  ])('%s', async (_what, talk, reason) => {
    const { port, close } = await plain(talk);
    const server = { host: 'localhost', port, encryption: 'starttls' as Encryption };
    expect(await reasonOf(probe.tls(server, () => {}, signal))).toBe(reason);
    expect(await reasonOf(mail.open(server, () => {}, signal))).toBe(reason);
    close();
  });

  test('one that says nothing', async () => {
    const { port, close } = await plain(() => {});
    const server = { host: 'localhost', port, encryption: 'starttls' as Encryption };
    expect(await reasonOf(createProbe(dial, [authority.certificate], 50).tls(server, () => {}, signal))).toBe('timeout');
    expect(await reasonOf(createMail(dial, { greetingMs: 50, socketMs: 50 }).open(server, () => {}, signal))).toBe('timeout');
    close();
  });

  test('one that says nothing any more: before the mail, and with the mail on its way', async () => {
    const talk = (last: string) => (socket: net.Socket) => {
      const answers: Record<string, string> = { EHLO: '250 x', MAIL: '250 x', RCPT: '250 x', DATA: '354 x' };
      socket.write('220 x\r\n');
      socket.on('data', (line) => {
        const command = String(line).slice(0, 4);
        if (command !== last && answers[command]) socket.write(`${answers[command]}\r\n`);
      });
    };
    const message = { from: user, to: user, subject: 'x', text: 'x', date: new Date(0), messageId: '<x@contoso.com>' };
    for (const [last, code] of [['RCPT', null], ['', 'DATA']] as const) {
      const { port, close } = await plain(talk(last));
      const session = await createMail(dial, { greetingMs: 1000, socketMs: 50 }).open({ host: 'localhost', port, encryption: 'none' }, () => {}, signal);
      await expect(session.send(message)).rejects.toMatchObject({ reason: 'timeout', code });
      await session.close();
      close();
    }
  });

  test('one that refuses after the greeting, in more than one line', async () => {
    const { port, close } = await plain((socket) => {
      socket.write('220 x\r\n');
      socket.on('data', () => socket.write('550-5.7.1 Access denied\r\n550 5.7.1 for this address\r\n'));
    });
    const server = { host: 'localhost', port, encryption: 'starttls' as Encryption };
    await expect(probe.tls(server, () => {}, signal)).rejects.toMatchObject({ command: 'EHLO', reply: '550 5.7.1 Access denied for this address' });
    close();
  });

  test('nobody listens', async () => {
    const { port, close } = await plain(() => {});
    close();
    expect(await reasonOf(probe.reach('localhost', port, signal))).toBe('refused');
  });

  test.each(['127.0.0.1', '0.0.0.0', '169.254.169.254', '[::1]', '::ffff:127.0.0.1'])('%s is no place to connect to unless it is trusted', async (host) => {
    expect(await reasonOf(createDial([])(host, 25, signal))).toBe('forbidden-address');
  });
});
