import { expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { MailRefusal, type Ports } from '../../ports.ts';
import { inClear, reachable, settings as oauth, testBackend } from '../testing.ts';

const clientSecret = 'abc8Q~d.e+f%g_h-i&j=k l~mnopqrstuvwxyz9Q';
const objectId = '7b5e0c5a-6f0d-4d7c-9a58-0f5d6f1f3a21';
const settings = { ...oauth, authMethod: 'microsoft-oauth-application', clientSecret, clientSecretExpiresAt: '2027-11-24T00:00:00.000Z', scope: 'https://outlook.office365.com/.default' };

function jwt(claims: object): string {
  return `x.${btoa(JSON.stringify(claims)).replaceAll('=', '')}.x`;
}

/** A backend whose Microsoft gives an application this token, or this answer. */
async function system({ token = jwt({ oid: objectId, roles: ['SMTP.SendAsApp'] }), answer, mailbox }: { token?: string; answer?: Response; mailbox?: string } = {}) {
  const asked: URLSearchParams[] = [];
  const signedIn: ReturnType<typeof inClear>[] = [];
  const fetch: Ports['fetch'] = async (url, init) => {
    if (url.endsWith('openid-configuration')) return Response.json({ issuer: url }, { headers: { Date: new Date('2026-11-24T12:00:00Z').toUTCString() } });
    asked.push(new URLSearchParams(String(init.body)));
    return answer ?? Response.json({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token });
  };
  const made = testBackend({
    ports: {
      fetch,
      probe: reachable,
      mail: {
        openPop3: () => Promise.reject(new Error('Nobody asks for POP3 here.')),
        open: async () => ({
          async signIn(credentials) {
            signedIn.push(inClear(credentials));
            if (mailbox) throw new MailRefusal('AUTH', mailbox);
          },
          send: async () => '250 2.0.0 OK',
          close: async () => {},
        }),
      },
    },
  });
  await made.signIn();
  return { ...made, asked, signedIn, put: (value: object, etag = '"0"') => made.ask('PUT', api.emailForwarding, value, { 'If-Match': etag }) };
}

test('the secret goes into the body, unharmed; its token, its role, and the mailbox as user', async () => {
  const { put, check, asked, signedIn, ask } = await system();
  const saved = await put(settings);
  expect(saved.body).toMatchObject({ clientSecret: { set: true, hint: '…z9Q' }, clientSecretExpiresAt: settings.clientSecretExpiresAt, lastToken: null });
  expect(saved.text).not.toContain('abc8Q');
  const { body } = await check();
  expect(body.steps.map(({ name, state }: { name: string; state: string }) => `${name} ${state}`)).toEqual(['settings', 'network', 'tls', 'clock', 'tenant', 'token', 'permission', 'sign-in', 'operation'].map((name) => `${name} passed`));
  expect(Object.fromEntries(asked[0] ?? [])).toEqual({ grant_type: 'client_credentials', client_id: settings.applicationId, client_secret: clientSecret, scope: settings.scope });
  expect(signedIn).toMatchObject([{ user: 'pbx@contoso.com' }]);
  expect((await ask('GET', api.emailForwarding)).body.lastToken).toMatchObject({ objectId, roles: ['SMTP.SendAsApp'] });
  expect((await ask('GET', api.functions)).body.items[0]).toMatchObject({ health: 'working', ends: [{ what: 'client-secret', at: settings.clientSecretExpiresAt }] });
});

test('a token without the role: said, with what it holds', async () => {
  const { put, check } = await system({ token: jwt({ oid: objectId, roles: ['POP.AccessAsApp'] }) });
  await put(settings);
  expect((await check()).body.steps[6]).toMatchObject({ state: 'failed', diagnosis: { code: 'role-missing', owner: 'entra-admin', params: { permission: 'SMTP.SendAsApp', granted: 'POP.AccessAsApp' } } });
});

test('an opaque token is tolerated, and it is said that its roles cannot be read', async () => {
  const { put, check } = await system({ token: 'opaque-token' });
  await put(settings);
  const { body } = await check();
  expect(body.state).toBe('passed');
  expect(body.steps[6]).toMatchObject({ state: 'skipped', evidence: 'The token is opaque: whether it holds SMTP.SendAsApp cannot be read' });
});

test.each(['common', 'organizations', 'consumers'])('the tenant %s is none for an application', async (tenantId) => {
  const { put } = await system();
  expect((await put({ ...settings, tenantId })).body.errors).toEqual([expect.objectContaining({ pointer: '/tenantId', code: 'tenant-alias' })]);
});

test.each([
  ['without a secret', { clientSecret: null }, '/clientSecret', 'required'],
  ['a scope of several resources', { scope: 'https://outlook.office365.com/.default https://graph.microsoft.com/.default' }, '/scope', 'scope'],
  ['a bare permission as scope', { scope: 'SMTP.SendAsApp' }, '/scope', 'scope'],
  ['a secret that lives for three years', { clientSecretExpiresAt: '2029-11-24T00:00:00.000Z' }, '/clientSecretExpiresAt', 'secret-date'],
  ['an end that is no instant', { clientSecretExpiresAt: '2027-02-31' }, '/clientSecretExpiresAt', 'timestamp'],
  ['a mail server that is not Microsoft’s', { smtp: { ...settings.smtp, host: 'relay.contoso.com' } }, '/smtp/host', 'foreign-mail-host'],
])('%s is refused at its field', async (_what, changed, pointer, code) => {
  const { put } = await system();
  expect((await put({ ...settings, ...changed })).body.errors).toEqual([expect.objectContaining({ pointer, code })]);
});

test('the secret stays with its application: for another one it is asked for again, under another method it goes', async () => {
  const { put, ask } = await system();
  await put(settings);
  const { clientSecret: _secret, ...kept } = settings;
  expect(await put({ ...kept, applicationId: objectId }, '"1"')).toMatchObject({ status: 422, body: { errors: [{ pointer: '/clientSecret', code: 'secret-needed' }] } });
  expect((await put({ ...kept, emailAddress: 'pbx2@contoso.com' }, '"1"')).body).toMatchObject({ clientSecret: { set: true }, clientSecretExpiresAt: settings.clientSecretExpiresAt });
  // Of another application, and not used: gone, with its end.
  expect((await put({ ...oauth, applicationId: objectId }, '"2"')).body).toMatchObject({ removedSecrets: ['/clientSecret'], clientSecret: { set: false }, clientSecretExpiresAt: null });
  expect((await ask('GET', api.emailForwarding)).body.clientSecret).toEqual({ set: false, changedAt: null });
});

test('a refused secret leads to its field, and stands in nothing that is stored or shown', async () => {
  const answer = Response.json({ error: 'invalid_client', error_description: `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${settings.applicationId}'.`, error_codes: [7000215] }, { status: 401 });
  const { put, check, ports } = await system({ answer });
  await put(settings);
  const { body, text } = await check();
  expect(body.steps[5]).toMatchObject({ state: 'failed', diagnosis: { raw: expect.stringContaining('AADSTS7000215') } });
  expect(text).not.toContain('abc8Q');
  const stored = await ports.store.transaction(async (rows) => JSON.stringify([await rows.settings.get('email-forwarding'), await rows.secrets.get('email-forwarding/client-secret'), await rows.checks.list({ limit: 9 }), await rows.events.list({ limit: 9 })]));
  expect(stored).not.toContain('abc8Q');
});
