import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { basic, contactCenter, end, mail } from './testing.ts';

test('an e-mail pilot with OAuth 2.0: defaults, secret only as set, unchecked, with its end', async () => {
  const { ask, queue, pilot, events } = await contactCenter();
  const id = await queue('Sales');
  const added = await pilot(id, mail);
  expect(added).toMatchObject({
    status: 201,
    etag: '"1"',
    body: { queueId: id, type: 'email', server: 'outlook.office365.com', port: 995, encryption: 'tls', scope: 'https://outlook.office365.com/.default', pollIntervalSeconds: 60, mailHandling: 'delete', clientSecret: { set: true, hint: '…lot' }, clientSecretExpiresAt: end, password: { set: false }, health: 'unchecked', lastToken: null, alsoUsedBy: [] },
  });
  const ref = `${id}/${added.body.id}`;
  expect(added.headers.get('Location')).toBe(api.pilot(id, added.body.id));
  expect(added.text).not.toContain('Zos8Q');
  // As it was read it is written back, and the secret stays.
  expect(await ask('PUT', api.pilot(id, added.body.id), added.body, { 'If-Match': '"1"' })).toMatchObject({ status: 200, etag: '"2"', body: { clientSecret: { set: true, hint: '…lot' }, clientSecretExpiresAt: end } });
  expect((await ask('GET', api.functions)).body.items.at(-1)).toMatchObject({ function: 'queue-pilot', ref, queue: 'Sales', name: 'sales@contoso.com', health: 'unchecked', ends: [{ what: 'client-secret', at: end }] });
  expect((await ask('GET', `${api.functions}?pilots=false`)).body.items).toHaveLength(3);
  expect((await ask('GET', api.pilots(id))).body).toMatchObject({ items: [{ id: added.body.id, authMethod: 'oauth', username: 'sales@contoso.com', health: 'unchecked', lastCheck: null }], total: 1, next: null });
  expect((await events())[0]).toMatchObject({ kind: 'pilot-saved', ref, params: { queue: 'Sales', name: 'sales@contoso.com' } });
});

test('calls and faxes have a number, and nothing to check; the type stays', async () => {
  const { ask, queue, pilot, fault } = await contactCenter();
  const id = await queue('Sales');
  const call = await pilot(id, { type: 'call', number: '4 711', name: 'Hotline' });
  expect(call.body).toMatchObject({ type: 'call', number: '4711', name: 'Hotline', health: null });
  expect((await ask('PUT', api.pilot(id, call.body.id), call.body, { 'If-Match': '"1"' })).status).toBe(200);
  await pilot(id, { type: 'fax', number: '4712' });
  expect((await ask('GET', api.pilots(id))).body.items).toMatchObject([{ type: 'call', authMethod: null, health: null }, { type: 'fax' }]);
  expect((await ask('GET', api.queue(id))).body).toMatchObject({ pilots: 2, health: 'not-set-up' });
  expect(fault(await ask('PUT', api.pilot(id, call.body.id), { type: 'fax', number: '1' }, { 'If-Match': '"2"' }))).toEqual([422, '/type type-fixed']);
  expect(fault(await pilot(id, { type: 'call', number: 'four' }))).toEqual([422, '/number telephone-number']);
});

test.each([
  ['a server that a token must not go to', { server: 'mail.example.com' }, '/server foreign-mail-host'],
  ['no secret', { clientSecret: null }, '/clientSecret required'],
  ['an alias as tenant', { tenantId: 'common' }, '/tenantId tenant-alias'],
  ['an application that is no GUID', { applicationId: 'x' }, '/applicationId guid'],
  ['no mailbox', { username: 'sales' }, '/username email'],
  ['a scope of Graph', { scope: 'https://graph.microsoft.com/.default' }, '/scope scope-other-access'],
  ['a poll interval of a second', { pollIntervalSeconds: 1 }, '/pollIntervalSeconds poll-interval'],
  ['an end that no portal gives', { clientSecretExpiresAt: '2030-01-01T00:00:00Z' }, '/clientSecretExpiresAt secret-date'],
  ['a name that turns the text round', { name: '\u202eselaS' }, '/name invisible-characters'],
  ['a source that is none', { clientSecret: null, clientSecretFrom: 'queue-pilot:../..' }, '/clientSecretFrom secret-source'],
])('%s is refused', async (_what, changes, faultAt) => {
  const { queue, pilot, fault } = await contactCenter();
  expect(fault(await pilot(await queue('Sales'), { ...mail, ...changes }))).toEqual([422, faultAt]);
});

test('a password goes only where it was entered for; a trusted host may get a token', async () => {
  const { ask, queue, pilot, fault } = await contactCenter({ config: { trustedHosts: ['mail.contoso.com'] } });
  const id = await queue('Sales');
  expect((await pilot(id, { ...mail, server: 'mail.contoso.com' })).status).toBe(201);
  const { body } = await pilot(id, { ...basic, server: 'mail.example.com' });
  const put = (changes: object) => ask('PUT', api.pilot(id, body.id), { ...body, ...changes }, { 'If-Match': '"1"' });
  for (const changes of [{ server: 'mail.example.org' }, { port: 1995 }, { encryption: 'starttls' }, { username: 'other' }]) expect(fault(await put(changes))).toEqual([422, '/password secret-needed']);
  // Under the other method a password without its place is removed, and the answer says so.
  expect((await put({ ...mail, server: 'outlook.office365.com' })).body).toMatchObject({ authMethod: 'oauth', password: { set: false }, removedSecrets: ['/password'] });
});

test('the fields of the other method stay', async () => {
  const { ask, queue, pilot } = await contactCenter();
  const id = await queue('Sales');
  const { body } = await pilot(id, mail);
  const { status, body: changed } = await ask('PUT', api.pilot(id, body.id), basic, { 'If-Match': '"1"' });
  expect(status).toBe(200);
  expect(changed).toMatchObject({ authMethod: 'basic', tenantId: mail.tenantId, applicationId: mail.applicationId, clientSecret: { set: true }, clientSecretExpiresAt: end });
});

test('two pilots with one mailbox are told of each other, in the same queue, too', async () => {
  const { ask, queue, pilot } = await contactCenter();
  const id = await queue('Sales');
  const first = await pilot(id, mail);
  const second = await pilot(id, { ...mail, username: 'SALES@contoso.com', name: 'Again' });
  expect(second.body.alsoUsedBy).toEqual([{ queueId: id, queueName: 'Sales', pilotId: first.body.id, name: 'sales@contoso.com' }]);
  expect((await ask('GET', `${api.uses}?mailbox=sales@contoso.com&except=${id}/${second.body.id}`)).body).toMatchObject({ items: [{ pilotId: first.body.id }], total: 1 });
  expect((await ask('GET', `${api.uses}?mailbox=sales@contoso.com&except=${id}`)).body.total).toBe(2);
});

test('deleted, it can be had back for a minute; who edits it meanwhile is told what became of it', async () => {
  const { ask, queue, pilot, change, forward, events, ports } = await contactCenter();
  const id = await queue('Sales');
  const { body } = await pilot(id, mail);
  const ref = `${id}/${body.id}`;
  const running = { id: 'c', function: 'queue-pilot', ref, draft: false, automatic: false, state: 'running', version: 1, startedAt: '', endedAt: null, by: null, input: {}, repeat: null, result: null, since: null, steps: [], transcript: [], mailboxes: null } as const;
  await ports.store.transaction((rows) => rows.checks.put({ ...running, input: {}, steps: [], transcript: [] }));
  expect((await change('DELETE', api.pilot(id, body.id))).status).toBe(204);
  expect((await ask('GET', api.check('c'))).body.state).toBe('cancelled');
  expect(await ask('PUT', api.pilot(id, body.id), mail, { 'If-Match': '"1"' })).toMatchObject({ status: 410, body: { current: { what: 'pilot', id: body.id, name: 'sales@contoso.com', by: 'admin', restorableUntil: '2026-11-24T12:01:00.000Z' } } });
  expect((await ask('GET', api.pilots(id))).body.total).toBe(0);
  expect(await ask('POST', api.restorePilot(id, body.id))).toMatchObject({ status: 200, etag: '"3"', body: { clientSecret: { set: true } } });
  expect((await events()).slice(0, 2)).toMatchObject([{ kind: 'pilot-restored', ref }, { kind: 'pilot-deleted', ref }]);
  await change('DELETE', api.pilot(id, body.id));
  forward(60);
  expect((await ask('POST', api.restorePilot(id, body.id))).status).toBe(404);
});

describe('one application of many', () => {
  const without = { ...mail, clientSecret: null, clientSecretExpiresAt: undefined };
  const calendar = { authMethod: 'microsoft-oauth', access: 'graph', cloud: 'global', tenantId: mail.tenantId, applicationId: mail.applicationId, server: 'https://graph.microsoft.com/v1.0', scope: 'https://graph.microsoft.com/.default', username: 'pbx@contoso.com', clientSecret: 'Zos8Q~secret-of-the-calendar', clientSecretExpiresAt: '2027-01-01T00:00:00.000Z' };

  async function system() {
    const made = await contactCenter();
    const id = await made.queue('Sales');
    await made.ask('PUT', api.exchangeCalendar, calendar, { 'If-Match': '"0"' });
    const first = (await made.pilot(id, { ...without, clientSecretFrom: 'exchange-calendar' })).body;
    const second = (await made.pilot(id, { ...without, username: 'second@contoso.com', clientSecretFrom: `queue-pilot:${id}/${first.id}` })).body;
    const foreign = (await made.pilot(id, { ...mail, username: 'third@contoso.com', tenantId: 'fabrikam.com' })).body;
    const source = ({ id: pilotId }: { id: string }) => `queue-pilot:${id}/${pilotId}`;
    const give = (clientSecretAlsoFor: unknown, changes: object = { clientSecret: 'New~secret' }) =>
      made.ask('PUT', api.pilot(id, first.id), { ...without, clientSecretExpiresAt: end, ...changes, clientSecretAlsoFor }, { 'If-Match': '"1"' });
    return { ...made, id, first, second, foreign, source, give };
  }

  test('a secret is taken from another, with its end', async () => {
    const { first, second } = await system();
    for (const one of [first, second]) expect(one).toMatchObject({ clientSecret: { set: true, hint: '…dar' }, clientSecretExpiresAt: calendar.clientSecretExpiresAt });
  });

  test('who signs in with it is listed, functions first', async () => {
    const { ask, first, second, foreign, source } = await system();
    expect((await ask('GET', api.applications)).body.items).toMatchObject([
      { cloud: 'global', tenantId: 'contoso.com', applicationId: mail.applicationId, uses: 3, first: { source: 'exchange-calendar', queue: null, clientSecret: { set: true, hint: '…dar' } } },
      { tenantId: 'fabrikam.com', uses: 1, first: { source: source(foreign), queue: 'Sales', name: 'third@contoso.com' } },
    ]);
    const uses = async (query = '') => (await ask('GET', `${api.applicationUses('global', 'CONTOSO.com', mail.applicationId)}${query}`)).body;
    expect((await uses()).items.map((one: { source: string }) => one.source)).toEqual(['exchange-calendar', source(first), source(second)]);
    expect(await uses('?page%5Bsize%5D=1&page%5Bafter%5D=1')).toMatchObject({ items: [{ source: source(first) }], next: '2', total: 3 });
    expect((await ask('GET', api.applicationUses('global', '\u0000', 'x'))).body).toMatchObject({ items: [], total: 0 });
  });

  test('a new secret goes to those who are named, with its end; each one’s version goes on, and it is recorded', async () => {
    const { ask, id, first, second, source, give, events } = await system();
    expect((await give([source(second), 'exchange-calendar'])).status).toBe(200);
    expect(await ask('GET', api.pilot(id, second.id))).toMatchObject({ etag: '"2"', body: { clientSecret: { hint: '…ret' }, clientSecretExpiresAt: end } });
    expect(await ask('GET', api.exchangeCalendar)).toMatchObject({ etag: '"2"', body: { clientSecret: { hint: '…ret' }, clientSecretExpiresAt: end } });
    expect((await events()).slice(0, 3)).toMatchObject([
      { kind: 'pilot-saved', ref: `${id}/${first.id}` },
      { kind: 'client-secret-taken-over', function: 'exchange-calendar', ref: null, params: { from: 'sales@contoso.com' } },
      { kind: 'client-secret-taken-over', function: 'queue-pilot', ref: `${id}/${second.id}`, params: { queue: 'Sales', name: 'second@contoso.com', from: 'sales@contoso.com' } },
    ]);
  });

  test('or to everyone with this application, and to nobody else', async () => {
    const { ask, id, second, foreign, give } = await system();
    expect((await give('all')).status).toBe(200);
    expect((await ask('GET', api.pilot(id, second.id))).body.clientSecret.hint).toBe('…ret');
    expect((await ask('GET', api.exchangeCalendar)).body.clientSecret.hint).toBe('…ret');
    expect((await ask('GET', api.pilot(id, foreign.id))).etag).toBe('"1"');
  });

  test('one who cannot take it over: nothing at all is saved', async () => {
    const { ask, id, first, second, foreign, source, give, fault, events } = await system();
    const recorded = (await events()).length;
    for (const other of [source(foreign), 'exchange-directory', `queue-pilot:${id}/${'a'.repeat(20)}`]) expect(fault(await give([source(second), other]))).toEqual([422, '/clientSecretAlsoFor/1 secret-of-another-application']);
    expect(fault(await give([source(second)], {}))).toEqual([422, '/clientSecretAlsoFor no-new-secret']);
    for (const one of [first, second]) expect(await ask('GET', api.pilot(id, one.id))).toMatchObject({ etag: '"1"', body: { clientSecret: { hint: '…dar' } } });
    expect((await events()).length).toBe(recorded);
  });
});
