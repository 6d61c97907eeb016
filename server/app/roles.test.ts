import { describe, expect, test } from 'vitest';
import { api } from '../../contract/addresses.ts';
import { mayDo, roles, type Role } from '../../contract/roles.ts';
import { newAccount } from './accounts/new-account.ts';
import { startSession } from './accounts/sessions.ts';
import { Confidential } from '../confidential.ts';
import { routeRoles } from './route-roles.ts';
import { settings, testBackend } from './testing.ts';

/** A system that is set up, and a way to ask as somebody else than its first administrator. */
async function withRoles(given: Parameters<typeof testBackend>[0] = {}) {
  const system = testBackend(given);
  await system.signIn();
  async function sessionOf(role: Role, mustChangePassword = false): Promise<string> {
    const account = await newAccount(system.ports, { username: `${role}${mustChangePassword ? '-new' : ''}`, email: `${role}@contoso.com`, role, language: 'en', password: new Confidential('correct horse'), mustChangePassword, disabled: false });
    await system.ports.store.transaction((rows) => rows.accounts.put(account));
    return (await startSession(system, account)).token.reveal();
  }
  return { ...system, sessionOf };
}

const routes = Object.entries(routeRoles).map(([route, needed]) => ({ route, needed, method: route.split(' ')[0] ?? '', path: (route.split(' ')[1] ?? '').replace(/:\w+/g, 'aaaaaaaaaaaaaaaaaaaa') }));
const guarded = routes.filter(({ needed }) => needed !== 'open');
// The way out of a password that is to be changed, and who is asked for the change.
const forWhoOwesAPassword = new Set(['GET /api/v1/session', 'PUT /api/v1/session/account']);

test('every route says its role', () => {
  const { backend } = testBackend();
  const routed = new Set(backend.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`));
  expect([...routed].sort()).toEqual(Object.keys(routeRoles).sort());
});

describe.each(roles)('the role %s', (role) => {
  test.each(guarded)('$route takes $needed', async ({ method, path, needed }) => {
    const { send, sessionOf } = await withRoles();
    const response = await send(method, path, method === 'GET' ? undefined : {}, { 'X-Session': await sessionOf(role) });
    const problem = response.ok ? null : (await response.json()).type;
    expect(problem === '/problems/forbidden').toBe(!mayDo(role, needed as Role));
    expect(response.status).toBeLessThan(500);
    expect(response.status).not.toBe(401);
  });
});

test.each(guarded)('$route: nobody gets in without a sign-in, and nobody whose password is to be changed first', async ({ route, method, path }) => {
  const { send, sessionOf } = await withRoles();
  const body = method === 'GET' ? undefined : {};
  expect((await send(method, path, body, { 'X-Session': 'none' })).status).toBe(401);
  const owing = await send(method, path, body, { 'X-Session': await sessionOf('expert', true) });
  expect((await owing.json()).type === '/problems/password-change-required').toBe(!forWhoOwesAPassword.has(route));
});

describe('what basic sees and does', () => {
  test('no user code, no link and no message of a sign-in that waits', async () => {
    const code = { device_code: 'd', user_code: 'D4KMQ7RXZ', verification_uri: 'https://microsoft.com/devicelogin', expires_in: 900, interval: 5, message: 'Enter D4KMQ7RXZ at https://microsoft.com/devicelogin' };
    const { ask, send, sessionOf } = await withRoles({ ports: { fetch: async () => Response.json(code) } });
    await ask('PUT', api.emailForwarding, settings, { 'If-Match': '"0"' });
    await ask('POST', api.authorization, {});
    const shown = await (await send('GET', api.authorization, undefined, { 'X-Session': await sessionOf('basic') })).text();
    expect(JSON.parse(shown)).toMatchObject({ state: 'pending', userCode: null });
    expect(shown).not.toMatch(/D4KMQ7RXZ|devicelogin/);
  });

  test('a check of what is saved with mail to his own address; no draft, no other address, and no end to the check of somebody else', async () => {
    const { ask, send, sessionOf } = await withRoles();
    await ask('PUT', api.emailForwarding, settings, { 'If-Match': '"0"' });
    const session = { 'X-Session': await sessionOf('basic') };
    const start = (body: object) => send('POST', api.checks, { function: 'email-forwarding', ...body }, session);
    expect((await start({ input: { sendTo: 'Basic@contoso.com' } })).status).toBe(202);
    expect((await start({ input: { sendTo: 'ceo@contoso.com' } })).status).toBe(403);
    expect((await start({ input: { sendTo: 'basic@contoso.com' }, draft: settings })).status).toBe(403);
    const other = await ask('POST', api.checks, { function: 'email-forwarding', input: { sendTo: 'admin@contoso.com' } });
    expect((await send('DELETE', api.check(other.body.id), undefined, session)).status).toBe(403);
    const own = await (await start({ input: { sendTo: 'basic@contoso.com' } })).json();
    expect((await send('DELETE', api.check(own.id), undefined, session)).status).toBe(200);
  });

  test('Check everything, and no end to that of somebody else', async () => {
    const { ask, send, sessionOf } = await withRoles();
    await ask('PUT', api.emailForwarding, settings, { 'If-Match': '"0"' });
    const session = { 'X-Session': await sessionOf('basic') };
    const other = await ask('POST', api.checkRuns, {});
    expect((await send('DELETE', api.checkRun(other.body.id), undefined, session)).status).toBe(403);
    await ask('DELETE', api.checkRun(other.body.id));
    const own = await (await send('POST', api.checkRuns, {}, session)).json();
    expect((await send('DELETE', api.checkRun(own.id), undefined, session)).status).toBe(200);
  });

  test('the Event Log, but not as a file', async () => {
    const { send, sessionOf } = await withRoles();
    const session = { 'X-Session': await sessionOf('basic') };
    expect((await send('GET', api.events, undefined, session)).status).toBe(200);
    expect((await send('GET', `${api.events}?format=csv`, undefined, session)).status).toBe(403);
  });
});
