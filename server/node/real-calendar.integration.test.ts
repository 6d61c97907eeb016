import fs from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api } from '../../contract/addresses.ts';
import type { Check, MailboxResult } from '../../contract/checks.ts';
import { makeAuthority } from '../../mocks/mail/certificates.ts';
import { startPostern } from './testing/process.ts';

// The product as its own process: client credentials of software that nobody here wrote, and a Graph behind a real HTTPS socket that can also misbehave.

const tenantId = 'contoso.com';
const applicationId = '4f6ef1c2-8e18-4b6e-89bc-0d52c1a7e9f4';
const clientSecret = 'Zos8Q~a+b%c&d=e f_real-calendar';
const scope = 'https://graph.microsoft.com/.default';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postern-calendar-'));
const data = path.join(folder, 'data');
const issued: string[] = [];
const servers: http.Server[] = [];
let provider: Provider;
let backend: Awaited<ReturnType<typeof startPostern>>;
let answer: (response: ServerResponse, mailbox: string) => void;

beforeAll(async () => {
  const authority = await makeAuthority();
  fs.writeFileSync(path.join(folder, 'ca.pem'), authority.certificate);
  const graph = https.createServer(await authority.issue({ names: ['localhost'] }), (request, response) => void serveCalendar(request, response));
  backend = await startPostern({
    POSTERN_AUTHORITY: await startProvider(),
    POSTERN_GRAPH: `https://localhost:${await listen(graph)}`,
    POSTERN_TRUSTED_HOSTS: 'localhost',
    NODE_EXTRA_CA_CERTS: path.join(folder, 'ca.pem'),
    POSTERN_DATA: data,
    POSTERN_PORT: '0',
    POSTERN_LOG_LEVEL: 'debug',
  });
  await backend.ask('POST', api.setup, { code: backend.setupCode, username: 'admin', password: 'correct horse battery' });
  const settings = { authMethod: 'microsoft-oauth', access: 'graph', cloud: 'global', tenantId, applicationId, clientSecret, server: 'https://graph.microsoft.com/v1.0', scope, username: 'pbx@contoso.com' };
  await backend.ask('PUT', api.exchangeCalendar, settings, { 'If-Match': '"0"' });
}, 30_000);

afterAll(async () => {
  await backend?.stop();
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
  fs.rmSync(folder, { recursive: true, force: true });
});

test('a token for the secret as it was typed, a calendar over HTTPS, and nothing secret is left anywhere', async () => {
  answer = (response) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ value: [appointment] }));
  const check = await run();
  // Its tokens are opaque, so that their roles cannot be read.
  expect(check.steps.map(({ name, state }) => `${name} ${state}`)).toEqual([...['settings', 'network', 'tls', 'clock', 'tenant', 'token'].map((name) => `${name} passed`), 'permission skipped', 'sign-in passed', 'operation passed']);
  expect(check.steps[8]?.evidence).toContain('the next 24 hours: 1');
  const kept = fs.readdirSync(data).filter((name) => name !== 'key').map((name) => fs.readFileSync(path.join(data, name), 'latin1'));
  const said = [...kept, backend.output(), JSON.stringify(check), await backend.text(api.transcript(check.id)), await backend.text(api.exchangeCalendar)];
  expect(issued.length).toBeGreaterThan(0);
  for (const secret of [clientSecret, 'Zos8Q', ...issued]) for (const text of said) expect(text.includes(secret)).toBe(false);
  for (const text of said) expect(text).not.toContain(appointment.subject);
});

test('200 mailboxes, some of which are none', async () => {
  answer = (response, mailbox) => (mailbox.startsWith('gone') ? response.writeHead(404).end('{"error":{"code":"ErrorInvalidUser","message":"The requested user is invalid."}}') : response.end('{"value":[]}'));
  const mailboxes = Array.from({ length: 200 }, (_, number) => `${number % 50 === 7 ? 'gone' : 'user'}${number}@contoso.com`);
  const check = await run({ mailboxes });
  expect(check).toMatchObject({ state: 'failed', mailboxes: { total: 200, done: 200, failed: 4 } });
  const failed = await backend.ask<{ items: MailboxResult[] }>('GET', `${api.results(check.id)}?state=failed`);
  expect(failed.items.map(({ mailbox, diagnosis }) => `${mailbox} ${diagnosis?.code}`)).toEqual([7, 57, 107, 157].map((number) => `gone${number}@contoso.com mailbox-not-found`));
}, 30_000);

test.each<[string, (response: ServerResponse) => void, string]>([
  ['50 MB', flood, 'exchange-answer-too-large'],
  ['an answer that ends in the middle', (response) => void response.writeHead(200, { 'Content-Length': '1000' }).write('{"value":[', () => response.destroy()), 'connection-closed'],
  ['a page of somebody’s', (response) => response.setHeader('Content-Type', 'text/html').end('<!doctype html><p>Accept the terms</p>'), 'exchange-answer-page'],
  ['the way elsewhere', (response) => response.writeHead(302, { Location: 'https://elsewhere.example/' }).end(), 'exchange-redirected'],
])('%s is said, and harms nothing', async (_what, answers, code) => {
  answer = answers;
  const check = await run();
  expect(check.steps.find(({ state }) => state === 'failed')).toMatchObject({ name: 'sign-in', diagnosis: { code } });
  expect(JSON.stringify(check)).not.toContain('terms');
});

const appointment = {
  id: 'AAMk',
  subject: 'Meeting about a secret offer',
  isAllDay: false,
  isCancelled: false,
  sensitivity: 'normal',
  showAs: 'busy',
  type: 'singleInstance',
  responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
  start: { dateTime: '2026-11-25T14:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-11-25T15:00:00.0000000', timeZone: 'UTC' },
};

function flood(response: ServerResponse): void {
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  let left = 50;
  const more = () => {
    while (left-- > 0 && !response.destroyed) if (!response.write(chunk)) return void response.once('drain', more);
    response.end();
  };
  more();
}

async function run(input?: object): Promise<Check> {
  const started = await backend.ask<Check>('POST', api.checks, { function: 'exchange-calendar', ...(input && { input }) });
  return backend.when<Check>(api.check(started.id), ({ state }) => state !== 'running');
}

async function serveCalendar(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const known = await provider.ClientCredentials.find(token);
  const mailbox = /^\/v1\.0\/users\/([^/]+)\/calendarView\?/.exec(request.url ?? '')?.[1];
  if (known?.clientId !== applicationId || mailbox === undefined) return void response.writeHead(401).end();
  answer(response, decodeURIComponent(mailbox));
}

async function startProvider(): Promise<string> {
  const server = http.createServer();
  const origin = `http://localhost:${await listen(server)}`;
  provider = new Provider(`${origin}/${tenantId}/v2.0`, {
    clients: [{ client_id: applicationId, client_secret: clientSecret, token_endpoint_auth_method: 'client_secret_post', grant_types: ['client_credentials'], response_types: [], redirect_uris: [] }],
    scopes: [scope],
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    cookies: { keys: ['only for this test'] },
    routes: { token: `/${tenantId}/oauth2/v2.0/token` },
  });
  provider.on('grant.success', (context) => issued.push(String(Object(context.body).access_token)));
  const serve = provider.callback();
  server.on('request', (request, response) => {
    request.url = request.url?.replace(`/${tenantId}/v2.0/.well-known/`, '/.well-known/');
    void serve(request, response);
  });
  return origin;
}

async function listen(server: http.Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}
