import { expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { application, end } from '../contact-center/testing.ts';
import { applications, guid, newSecret, oldSecret, target } from './testing.ts';

const graph = { authMethod: 'microsoft-oauth', access: 'graph', server: 'https://graph.microsoft.com/v1.0', username: 'pbx@contoso.com', clientSecret: oldSecret, clientSecretExpiresAt: end, scope: 'https://graph.microsoft.com/.default', ...application };

test('its parts with what they need, and nothing known before the first check', async () => {
  const { setUp, ask } = await applications();
  await setUp();
  await ask('PUT', api.exchangeCalendar, graph, { 'If-Match': '"0"' });
  expect((await ask('GET', api.application(...target))).body).toMatchObject({
    ...application,
    tenantGuid: null,
    tenantIds: ['contoso.com'],
    uses: 4,
    byCode: false,
    parts: [
      { use: 'email-forwarding/microsoft-oauth-application', count: 1, health: 'unchecked', lastGood: null, token: null, permissions: [{ name: 'SMTP.SendAsApp', held: 'unknown' }] },
      { use: 'exchange-calendar/graph', permissions: [{ name: 'Calendars.Read', held: 'unknown' }] },
      { use: 'queue-pilot/pop3', count: 2, permissions: [{ name: 'POP.AccessAsApp', held: 'unknown' }] },
    ],
    unneeded: [],
    secrets: [{ hint: '…abc', endsAt: end, uses: 4, first: { source: 'email-forwarding' } }],
    withoutSecret: 0,
  });
});

test('what the token carried: what is missing, and what nothing needs', async () => {
  const { setUp, ask, check } = await applications({ roles: ['POP.AccessAsApp', 'full_access_as_app', 'Mail.ReadWrite'] });
  const queueId = await setUp(1);
  await check();
  const [pilot] = (await ask('GET', api.pilots(queueId))).body.items;
  await check(undefined, { function: 'queue-pilot', ref: `${queueId}/${pilot.id}` } as never);
  const { body } = await ask('GET', api.application(...target));
  expect(body.parts).toMatchObject([
    { health: 'failing', token: { carried: ['POP.AccessAsApp', 'full_access_as_app', 'Mail.ReadWrite'] }, permissions: [{ name: 'SMTP.SendAsApp', held: 'no' }] },
    { health: 'working', lastGood: expect.any(String), permissions: [{ name: 'POP.AccessAsApp', held: 'yes' }] },
  ]);
  expect(body.unneeded).toEqual([{ api: 'Office 365 Exchange Online', name: 'full_access_as_app' }, { api: 'Office 365 Exchange Online', name: 'Mail.ReadWrite' }]);
});

test('a calendar that is read without the role in the token: Exchange grants it by itself', async () => {
  const { ask, check } = await applications({ roles: [] });
  await ask('PUT', api.exchangeCalendar, graph, { 'If-Match': '"0"' });
  expect((await check(undefined, { function: 'exchange-calendar' })).body.state).toBe('passed');
  expect((await ask('GET', api.application(...target))).body.parts).toMatchObject([{ health: 'working', permissions: [{ name: 'Calendars.Read', held: 'by-exchange' }] }]);
});

test('a tenant by its domain and by its GUID is one application as soon as a token has told it, and its secret is renewed for all', async () => {
  const { setUp, ask, check, renew, ended } = await applications();
  await setUp(1);
  await ask('PUT', api.exchangeCalendar, { ...graph, tenantId: guid.toUpperCase(), applicationId: application.applicationId.toUpperCase() }, { 'If-Match': '"0"' });
  expect((await ask('GET', api.applications)).body.items).toHaveLength(2);
  await check();
  expect((await ask('GET', api.applications)).body.items).toMatchObject([{ ...application, tenantGuid: guid, uses: 3, first: { source: 'email-forwarding' } }]);
  for (const tenantId of ['Contoso.com', guid]) expect((await ask('GET', api.application('global', tenantId, application.applicationId))).body).toMatchObject({ tenantGuid: guid, tenantIds: ['contoso.com', guid.toUpperCase()], uses: 3 });
  expect((await ask('GET', api.application('china', guid, application.applicationId))).status).toBe(404);
  await renew();
  await ended();
  const { body } = await ask('GET', api.application('global', guid, application.applicationId));
  expect(body.secrets).toMatchObject([{ hint: '…x9Q', uses: 3 }]);
  // Each is still sealed for the place that it was entered for.
  expect((await check(undefined, { function: 'exchange-calendar' })).body.state).toBe('passed');
});

test('who signs in by a code has an application without a secret', async () => {
  const { ask, forwarding, renew, ports } = await applications();
  const { clientSecret: _secret, clientSecretExpiresAt: _end, scope: _scope, ...rest } = forwarding;
  await ask('PUT', api.emailForwarding, { ...rest, authMethod: 'microsoft-oauth' }, { 'If-Match': '"0"' });
  expect((await ask('GET', api.applications)).body.items).toMatchObject([{ uses: 0, byCode: true, first: { source: 'email-forwarding', clientSecret: { set: false } } }]);
  const read = async () => (await ask('GET', api.application(...target))).body;
  expect(await read()).toMatchObject({ secrets: [], byCode: true, parts: [{ use: 'email-forwarding/microsoft-oauth', health: 'sign-in-required', token: null, permissions: [{ name: 'SMTP.Send', held: 'unknown' }, {}, {}, {}] }] });
  expect((await renew({ clientSecret: newSecret })).status).toBe(404);
  const at = '2026-11-24T11:00:00.000Z';
  await ports.store.transaction((rows) =>
    rows.signIns.put('email-forwarding', {
      version: 1,
      pending: null,
      other: null,
      outcome: null,
      current: { target: application, account: 'pbx@contoso.com', tenantGuid: guid, sealedAccessToken: '', sealedRefreshToken: '', scope: 'https://outlook.office.com/SMTP.Send https://outlook.office.com/IMAP.AccessAsUser.All', authorizedAt: at, accessTokenExpiresAt: at, lastRefreshAt: null, lastUsedAt: at, nextRefreshAt: at, failures: 0 },
    }),
  );
  expect(await read()).toMatchObject({ tenantGuid: guid, parts: [{ token: { carried: ['SMTP.Send', 'IMAP.AccessAsUser.All'], at }, permissions: [{ held: 'yes' }, { held: 'yes' }, { held: 'yes' }, { held: 'yes' }] }], unneeded: [{ name: 'IMAP.AccessAsUser.All' }] });
});

test('an application that nobody has is none, whatever its name is', async () => {
  const { setUp, ask } = await applications();
  await setUp();
  for (const path of [api.application('global', 'fabrikam.com', application.applicationId), api.application('\u0000', 'x', 'y'), api.renewal('global', 'fabrikam.com', application.applicationId), api.renewalUses('x', 'y', 'z')]) expect((await ask('GET', path)).status).toBe(404);
  expect((await ask('GET', `${api.renewalUses(...target)}?state=nonsense`)).status).toBe(422);
});
