import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import Provider from 'oidc-provider';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api } from '../../contract/addresses.ts';
import type { Authorization } from '../../contract/authorization.ts';
import type { Check } from '../../contract/checks.ts';
import { makeAuthority } from '../../mocks/mail/certificates.ts';
import { browse } from './testing/browse.ts';
import { startPostern } from './testing/process.ts';

// Software that nobody here wrote: oidc-provider at Microsoft's paths, and an SMTP server that asks XOAUTH2 over STARTTLS.
// Changed for it are POSTERN_AUTHORITY, POSTERN_TRUSTED_HOSTS, NODE_EXTRA_CA_CERTS, and the hosts in the settings.

const tenantId = 'contoso.com';
const applicationId = '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4';
const mailbox = 'pbx@contoso.com';
const lifetimes = { deviceCode: 600 };
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postern-real-'));
const mails: ParsedMail[] = [];
const closing: (() => Promise<unknown>)[] = [];
let backend: Postern;
let provider: Provider;
let smtpPort = 0;
let env: Record<string, string> = {};

beforeAll(async () => {
  const identity = await startProvider();
  smtpPort = await startSmtp();
  env = {
    POSTERN_AUTHORITY: identity,
    POSTERN_TRUSTED_HOSTS: 'localhost',
    NODE_EXTRA_CA_CERTS: path.join(folder, 'ca.pem'),
    POSTERN_DATA: path.join(folder, 'data'),
    POSTERN_PORT: '0',
    POSTERN_LOG_LEVEL: 'debug',
  };
  backend = await startPostern(env);
}, 30_000);

afterAll(async () => {
  await backend?.stop();
  for (const close of closing) await close();
  fs.rmSync(folder, { recursive: true, force: true });
});

test('from set-up to a mail that arrives, with a restart in the middle, and tokens that rotate', { timeout: 60_000 }, async () => {
  await backend.ask('POST', api.setup, { code: backend.setupCode, username: 'admin', password: 'correct horse battery' });
  const settings = { authMethod: 'microsoft-oauth', emailAddress: mailbox, cloud: 'global', tenantId, applicationId, smtp: { host: 'localhost', port: smtpPort, encryption: 'starttls' } };
  await backend.ask('PUT', api.emailForwarding, settings, { 'If-Match': '"0"' });
  const pending = await backend.ask<Authorization>('POST', api.authorization);
  if (pending.state !== 'pending') throw new Error(JSON.stringify(pending));
  expect(pending.interval).toBe(5);

  // The restart comes while the code waits: polling goes on where it was.
  const { cookie } = backend;
  await backend.stop();
  backend = await startPostern(env, cookie);
  expect(await backend.ask<Authorization>('GET', api.authorization)).toMatchObject({ state: 'pending', userCode: pending.userCode });

  await browse(pending.verificationUri, { user_code: pending.userCode ?? '', login: mailbox, password: 'any' });
  const signedIn = await backend.when<Authorization>(api.authorization, ({ state }) => state !== 'pending');
  expect(signedIn).toMatchObject({ state: 'authorized', account: mailbox, matchesAddress: true, lastRefreshAt: null });

  const started = await backend.ask<Check>('POST', api.checks, { function: 'email-forwarding', input: { sendTo: 'admin@contoso.com' } });
  const check = await backend.when<Check>(api.check(started.id), ({ state }) => state !== 'running');
  expect(check.steps.map(({ name, state }) => `${name} ${state}`)).toEqual(['settings', 'network', 'tls', 'clock', 'tenant', 'token', 'permission', 'sign-in', 'operation'].map((name) => `${name} passed`));
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ from: { text: mailbox }, to: { text: 'admin@contoso.com' }, subject: 'Postern: test of e-mail forwarding' });
  expect(mails[0]?.text).toContain(`This test mail was sent by ${mailbox}`);

  // Access tokens live eight seconds here: the keeper refreshes by itself, and each time with the newest refresh token.
  const first = await backend.when<Authorization>(api.authorization, (now) => now.state === 'authorized' && now.lastRefreshAt !== null);
  const again = await backend.when<Authorization>(api.authorization, (now) => now.state === 'authorized' && 'lastRefreshAt' in first && now.lastRefreshAt !== first.lastRefreshAt);
  expect(again.state).toBe('authorized');

  // Nothing of all this is a secret that lies about: neither in the files nor in what was said.
  const kept = fs.readdirSync(env['POSTERN_DATA'] ?? '').filter((name) => name !== 'key').map((name) => fs.readFileSync(path.join(env['POSTERN_DATA'] ?? '', name), 'latin1'));
  const said = [...kept, backend.output(), JSON.stringify(check), await backend.text(api.transcript(check.id))];
  expect(issued.length).toBeGreaterThan(4);
  for (const secret of issued) for (const text of said) expect(text.includes(secret)).toBe(false);
});

test('a code that nobody uses expires', { timeout: 30_000 }, async () => {
  lifetimes.deviceCode = 3;
  const pending = await backend.ask<Authorization>('POST', api.authorization, { renew: true });
  expect(pending).toMatchObject({ state: 'pending', current: { account: mailbox } });
  expect(await backend.when<Authorization>(api.authorization, ({ state }) => state !== 'pending')).toMatchObject({ state: 'expired', current: { account: mailbox } });
});

const issued: string[] = [];

async function startProvider(): Promise<string> {
  const server = http.createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  provider = new Provider(`${origin}/${tenantId}/v2.0`, {
    clients: [{ client_id: applicationId, token_endpoint_auth_method: 'none', application_type: 'native', grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'], response_types: [], redirect_uris: [] }],
    scopes: ['openid', 'profile', 'offline_access', 'https://outlook.office.com/SMTP.Send'],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id }) }),
    features: { deviceFlow: { enabled: true }, devInteractions: { enabled: true } },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    cookies: { keys: ['only for this test'] },
    ttl: { AccessToken: 8, DeviceCode: () => lifetimes.deviceCode, RefreshToken: 3600, IdToken: 3600, Grant: 3600, Interaction: 600, Session: 600 },
    routes: { device_authorization: `/${tenantId}/oauth2/v2.0/devicecode`, token: `/${tenantId}/oauth2/v2.0/token`, code_verification: '/device' },
  });
  provider.on('grant.success', (context) => {
    const { access_token: access, refresh_token: renewal } = Object(context.body);
    issued.push(...[access, renewal].filter((token) => typeof token === 'string'));
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    request.url = request.url?.replace(`/${tenantId}/v2.0/.well-known/`, '/.well-known/');
    void answer(request, response);
  });
  closing.push(() => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  }));
  return origin;
}

async function startSmtp(): Promise<number> {
  const authority = await makeAuthority();
  fs.writeFileSync(path.join(folder, 'ca.pem'), authority.certificate);
  const server = new SMTPServer({
    ...(await authority.issue({ names: ['localhost'] })),
    authMethods: ['XOAUTH2'],
    disableReverseLookup: true,
    onAuth({ username, accessToken }, _session, done) {
      void provider.AccessToken.find(accessToken ?? '').then((token) => (token?.accountId === username ? done(null, { user: username }) : done(new Error('refused'))));
    },
    onData(stream, _session, done) {
      void simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => new Promise<void>((done) => server.close(done)));
  return (server.server.address() as AddressInfo).port;
}

type Postern = Awaited<ReturnType<typeof startPostern>>;
