import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { settings as mail, testBackend } from '../testing.ts';

const application = { cloud: 'global', tenantId: 'contoso.com', applicationId: '4f6ef1c2-8e18-4b6e-89bc-0d52c1a7e9f4' };
const calendar = {
  ...application,
  authMethod: 'microsoft-oauth',
  access: 'graph',
  server: 'https://graph.microsoft.com/v1.0',
  scope: 'https://graph.microsoft.com/.default',
  username: 'pbx@contoso.com',
  clientSecret: 'Zos8Q~secret-of-the-calendar',
  clientSecretExpiresAt: '2027-11-24T00:00:00.000Z',
};
const directory = { ...calendar, access: 'ews', server: 'https://outlook.office365.com/EWS/Exchange.asmx', scope: 'https://outlook.office365.com/.default' };
const basic = { authMethod: 'basic', access: 'ews', cloud: 'global', server: 'https://exchange.contoso.com/EWS/Exchange.asmx', username: 'CONTOSO\\pbx', password: 'correct horse' };

async function system() {
  const made = testBackend();
  await made.signIn();
  const put = (address: string, value: object, etag = '"0"') => made.ask('PUT', address, value, { 'If-Match': etag });
  const refusal = async (value: object, address: string = api.exchangeCalendar) => {
    const { status, body } = await put(address, value);
    return [status, ...(body.errors ?? []).map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)];
  };
  return { ...made, put, refusal };
}

test('an untouched system reads as its defaults: Graph for calendars, Exchange Web Services for the directory', async () => {
  const { ask } = await system();
  expect((await ask('GET', api.exchangeCalendar)).body).toMatchObject({ configured: false, authMethod: 'microsoft-oauth', access: 'graph', server: 'https://graph.microsoft.com/v1.0', scope: 'https://graph.microsoft.com/.default' });
  expect((await ask('GET', api.exchangeDirectory)).body).toMatchObject({ configured: false, access: 'ews', server: 'https://outlook.office365.com/EWS/Exchange.asmx', scope: 'https://outlook.office365.com/.default' });
  expect((await ask('GET', api.functions)).body.items.map(({ function: name, health }: Record<string, string>) => `${name} ${health}`)).toEqual([
    'email-forwarding not-set-up',
    'exchange-calendar not-set-up',
    'exchange-directory not-set-up',
  ]);
});

test('what is saved reads as it is, the secret only as set, with its end', async () => {
  const { ask, put } = await system();
  const saved = await put(api.exchangeCalendar, calendar);
  expect(saved.status).toBe(200);
  expect(saved.body).toMatchObject({ configured: true, access: 'graph', clientSecret: { set: true, hint: '…dar' }, clientSecretExpiresAt: calendar.clientSecretExpiresAt, lastToken: null });
  expect(saved.text).not.toContain('Zos8Q');
  expect((await ask('GET', api.functions)).body.items[1]).toMatchObject({ function: 'exchange-calendar', health: 'unchecked', ends: [{ what: 'client-secret', at: calendar.clientSecretExpiresAt }] });
  // As it was read it is written back, and the secret stays.
  expect((await put(api.exchangeCalendar, saved.body, saved.etag ?? '')).body).toMatchObject({ clientSecret: { set: true, hint: '…dar' } });
});

test('what was read before a removal cannot be saved after it: no ETag is met twice', async () => {
  const { ask, put } = await system();
  const { etag } = await put(api.exchangeCalendar, calendar);
  await ask('DELETE', api.exchangeCalendar, undefined, { 'If-Match': etag ?? '' });
  const removed = await ask('GET', api.exchangeCalendar);
  expect(removed.body).toMatchObject({ configured: false, changedAt: null });
  expect((await put(api.exchangeCalendar, calendar, removed.etag ?? '')).status).toBe(200);
  expect((await put(api.exchangeCalendar, { ...calendar, username: 'stale@contoso.com' }, etag ?? '')).status).toBe(412);
});

test('two admins at once: the second one gets what the first has saved', async () => {
  const { put } = await system();
  const first = await put(api.exchangeDirectory, directory);
  const second = await put(api.exchangeDirectory, { ...directory, username: 'other@contoso.com' });
  expect(second).toMatchObject({ status: 412, etag: first.etag });
  expect(second.body.current).toMatchObject({ username: 'pbx@contoso.com', clientSecret: { set: true } });
});

test('removed, nothing of it is left', async () => {
  const { ask, put } = await system();
  const { etag } = await put(api.exchangeCalendar, calendar);
  expect((await ask('DELETE', api.exchangeCalendar, undefined, { 'If-Match': etag ?? '' })).status).toBe(204);
  expect((await ask('GET', api.exchangeCalendar)).body).toMatchObject({ configured: false, clientSecret: { set: false } });
  expect(await put(api.exchangeDirectory, { ...directory, clientSecret: null, clientSecretFrom: 'exchange-calendar' })).toMatchObject({ status: 422 });
});

describe('what is refused, and at which field', () => {
  test.each([
    ['http', 'http://exchange.contoso.com/EWS/Exchange.asmx', 'not-https'],
    ['no address', 'exchange.contoso.com', 'web-address'],
    ['a password in it', 'https://pbx:secret@exchange.contoso.com/EWS/Exchange.asmx', 'address-credentials'],
    ['a fragment', 'https://exchange.contoso.com/EWS/Exchange.asmx#top', 'address-query'],
    ['a query', 'https://exchange.contoso.com/EWS/Exchange.asmx?x=1', 'address-query'],
    ['nothing', ' ', 'required'],
  ])('a server with %s', async (_what, server, code) => {
    const { refusal } = await system();
    expect(await refusal({ ...basic, server })).toEqual([422, `/server ${code}`]);
  });

  test.each([
    ['several resources', 'https://graph.microsoft.com/.default https://outlook.office365.com/.default', 'scope-several'],
    ['no /.default', 'https://graph.microsoft.com/Calendars.Read', 'scope-not-default'],
    ['no address', 'Calendars.Read', 'scope-not-https'],
    ['another cloud', 'https://graph.microsoft.us/.default', 'scope-other-cloud'],
    ['the other access', 'https://outlook.office365.com/.default', 'scope-other-access'],
  ])('a scope with %s', async (_what, scope, code) => {
    const { refusal } = await system();
    expect(await refusal({ ...calendar, scope })).toEqual([422, `/scope ${code}`]);
  });

  test.each([
    ['an alias as tenant', { ...calendar, tenantId: 'common' }, '/tenantId tenant-alias'],
    ['a foreign server for a token', { ...calendar, server: 'https://graph.example.com/v1.0' }, '/server foreign-exchange-host'],
    ['Exchange for a token of Graph', { ...calendar, server: 'https://outlook.office365.com/EWS/Exchange.asmx' }, '/server foreign-exchange-host'],
    ['another port than Microsoft’s', { ...calendar, server: 'https://graph.microsoft.com:8443/v1.0' }, '/server foreign-exchange-host'],
    ['Graph with a password', { ...basic, access: 'graph' }, '/access graph-without-password'],
    ['no secret', { ...calendar, clientSecret: null }, '/clientSecret required'],
    ['no password', { ...basic, password: '' }, '/password required'],
    ['an end of the secret that no portal gives', { ...calendar, clientSecretExpiresAt: '2030-01-01T00:00:00.000Z' }, '/clientSecretExpiresAt secret-date'],
    ['a name instead of an address', { ...calendar, username: 'pbx' }, '/username email'],
    ['an unknown member', { ...calendar, password2: 'x' }, '/password2 unknown-member'],
  ])('%s', async (_what, value, fault) => {
    const { refusal } = await system();
    expect(await refusal(value)).toEqual([422, fault]);
  });

  test('Graph for public folders', async () => {
    const { refusal } = await system();
    expect(await refusal(calendar, api.exchangeDirectory)).toEqual([422, '/access access']);
  });

  test('a password that was entered for another server, or another name', async () => {
    const { put } = await system();
    const { etag } = await put(api.exchangeDirectory, basic);
    const { password: _password, ...kept } = basic;
    for (const changed of [{ server: 'https://mail.contoso.com/EWS/Exchange.asmx' }, { username: 'CONTOSO\\other' }]) {
      expect((await put(api.exchangeDirectory, { ...kept, ...changed }, etag ?? '')).body).toMatchObject({ status: 422, errors: [{ pointer: '/password', code: 'secret-needed' }] });
    }
  });
});

describe('the same application as another function', () => {
  const { clientSecret: _clientSecret, clientSecretExpiresAt: _end, ...without } = directory;

  test('its secret and end are copied on the server', async () => {
    const { put, check, refusal } = await system();
    await put(api.exchangeCalendar, calendar);
    const saved = await put(api.exchangeDirectory, { ...without, clientSecretFrom: 'exchange-calendar' });
    expect(saved.body).toMatchObject({ configured: true, clientSecret: { set: true, hint: '…dar' }, clientSecretExpiresAt: calendar.clientSecretExpiresAt });
    expect(saved.text).not.toContain('Zos8Q');
    // A draft takes it, too.
    expect((await check({ ...without, clientSecretFrom: 'exchange-calendar' }, { function: 'exchange-directory' })).status).toBe(200);
    expect(await refusal({ ...without, clientSecretFrom: 'email-forwarding' }, api.exchangeDirectory)).toEqual([412]);
  });

  test('that has none, or is another application', async () => {
    const { put, refusal, check } = await system();
    expect(await refusal({ ...without, clientSecretFrom: 'email-forwarding' }, api.exchangeDirectory)).toEqual([422, '/clientSecretFrom no-secret-there']);
    await put(api.exchangeCalendar, calendar);
    const other = { ...without, applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4', clientSecretFrom: 'exchange-calendar' };
    expect(await refusal(other, api.exchangeDirectory)).toEqual([422, '/clientSecretFrom secret-of-another-application']);
    expect((await check(other, { function: 'exchange-directory' })).body.errors).toMatchObject([{ pointer: '/draft/clientSecretFrom', code: 'secret-of-another-application' }]);
  });

  test('E-mail forwarding takes it, too', async () => {
    const { put } = await system();
    await put(api.exchangeCalendar, calendar);
    const input = { ...mail, ...application, authMethod: 'microsoft-oauth-application', scope: 'https://outlook.office365.com/.default', clientSecretFrom: 'exchange-calendar' };
    expect((await put(api.emailForwarding, input)).body).toMatchObject({ clientSecret: { set: true, hint: '…dar' }, clientSecretExpiresAt: calendar.clientSecretExpiresAt });
  });
});
