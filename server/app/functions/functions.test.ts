import { expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import type { FunctionRow } from '../../../contract/functions.ts';
import { contactCenter, mail as oauthPilot } from '../contact-center/testing.ts';
import { settings as signIn, standingClock } from '../testing.ts';

const day = 86_400;
const switchedOff = '2026-12-31T00:00:00.000Z';
const gone = '2027-04-01T00:00:00.000Z';
const forwarding = { authMethod: 'basic', emailAddress: 'pbx@contoso.com', cloud: 'global', username: 'pbx@contoso.com', password: 'correct horse', smtp: { host: 'smtp.office365.com', port: 587, encryption: 'starttls' } };
const provider = { authMethod: 'microsoft-oauth', access: 'ews', cloud: 'global', server: 'https://outlook.office365.com/EWS/Exchange.asmx', scope: 'https://outlook.office365.com/.default', tenantId: 'contoso.com', applicationId: signIn.applicationId, username: 'pbx@contoso.com', clientSecret: 'Zos8Q~secret', clientSecretExpiresAt: '2027-11-24T00:00:00.000Z' };

/** A backend so many days after 24 November 2026, at noon. */
async function system(daysLater = 0) {
  const time = standingClock();
  time.forward(daysLater * day);
  const made = await contactCenter({ time });
  const rows = async (language = 'en'): Promise<FunctionRow[]> => (await made.ask('GET', api.functions, undefined, { 'Accept-Language': language })).body.items;
  const put = async (address: string, value: object) => made.ask('PUT', address, value, { 'If-Match': (await made.ask('GET', address)).etag ?? '' });
  return { ...made, rows, put };
}

test.each([
  ['at Microsoft, more than 30 days before', 0, 'smtp.office365.com', [{ what: 'basic-authentication', at: switchedOff }], 'unchecked', undefined],
  ['at Microsoft, within 30 days', 8, 'smtp.office365.com', [{ what: 'basic-authentication', at: switchedOff }], 'warning', 'telephone-admin'],
  ['in China, where it is the same', 8, 'smtp.partner.outlook.cn', [{ what: 'basic-authentication', at: switchedOff }], 'warning', 'telephone-admin'],
  ['at Microsoft afterwards, where the checks say whether it was switched on again', 40, 'smtp.office365.com', [{ what: 'basic-authentication', at: switchedOff }], 'unchecked', undefined],
  ['at a relay of the company', 8, 'relay.contoso.com', [], 'unchecked', undefined],
])('sending with Basic authentication %s', async (_when, daysLater, host, ends, health, owner) => {
  const { rows, put } = await system(daysLater);
  await put(api.emailForwarding, { ...forwarding, smtp: { ...forwarding.smtp, host } });
  expect((await rows())[0]).toMatchObject({ health, ends });
  expect((await rows())[0]?.needs?.owner).toBe(owner);
});

test('a server of Microsoft that asks for no sign-in has no Basic authentication to end', async () => {
  const { rows, put } = await system(8);
  await put(api.emailForwarding, { ...forwarding, username: '', password: null });
  expect((await rows())[0]).toMatchObject({ health: 'unchecked', ends: [] });
});

test('reading with Basic authentication at Microsoft ended long ago, and Exchange Web Services end with all who use them; servers of the company keep both', async () => {
  const { rows, put, queue, pilot } = await system();
  await put(api.exchangeCalendar, { ...provider, authMethod: 'basic', password: 'correct horse' });
  await put(api.exchangeDirectory, provider);
  const own = await queue('Sales');
  await pilot(own, { type: 'email', authMethod: 'basic', username: 'sales@contoso.com', password: 'correct horse' });
  await pilot(own, { type: 'email', authMethod: 'basic', username: 'sales@contoso.com', password: 'correct horse', server: 'mail.contoso.com', name: 'Own' });
  const [, calendar, directory, own1, own2] = await rows();
  const past = { what: 'basic-authentication', at: '2023-01-01T00:00:00.000Z' };
  expect(calendar).toMatchObject({ health: 'unchecked', ends: [past, { what: 'ews', at: gone }] });
  expect(directory).toMatchObject({ ends: [{ what: 'ews', at: gone }, { what: 'client-secret', at: '2027-11-24T00:00:00.000Z' }] });
  expect([own1, own2].map((row) => [row?.name, row?.health, row?.ends])).toEqual([['Own', 'unchecked', []], ['sales@contoso.com', 'unchecked', [past]]]);
  await put(api.exchangeCalendar, { ...provider, access: 'graph', server: 'https://graph.microsoft.com/v1.0', scope: 'https://graph.microsoft.com/.default' });
  expect((await rows())[1]?.ends.map(({ what }) => what)).toEqual(['client-secret']);
});

test('Exchange Web Services within 30 days of their end: who must act, in the language of the reader', async () => {
  const { rows, put } = await system(100);
  await put(api.exchangeCalendar, provider);
  expect((await rows())[1]).toMatchObject({ health: 'warning', needs: { owner: 'telephone-admin', why: expect.stringContaining('choose Microsoft Graph') } });
  expect((await rows('de'))[1]?.needs?.why).toContain('Wählen Sie');
});

test('a sign-in that is missing, a secret that ends, and nothing that is not set up', async () => {
  const { rows, put, queue, pilot, ask } = await system();
  expect((await rows()).map(({ needs }) => needs)).toEqual([undefined, undefined, undefined]);
  await put(api.emailForwarding, signIn);
  const id = await queue('Sales');
  await pilot(id, { ...oauthPilot, clientSecretExpiresAt: '2026-12-01T00:00:00.000Z' });
  const [first, , , own] = await rows();
  expect(first).toMatchObject({ health: 'sign-in-required', needs: { owner: 'telephone-admin', why: 'Nobody has signed in at Microsoft yet.' } });
  expect(own).toMatchObject({ health: 'warning', needs: { owner: 'entra-admin', why: expect.stringContaining('ends soon') } });
  // The tree and the list say the same.
  expect((await ask('GET', api.queue(id))).body.health).toBe('warning');
});

test('what a check found of a function and of a pilot says who must act; a change takes it back', async () => {
  const { rows, put, queue, pilot, check, forward, change } = await system();
  await put(api.emailForwarding, forwarding);
  const queueId = await queue('Sales');
  const { body } = await pilot(queueId, oauthPilot);
  forward(1);
  await check();
  await check(undefined, { function: 'queue-pilot', ref: `${queueId}/${body.id}` });
  const [first, , , own] = await rows('de');
  for (const row of [first, own]) expect(row).toMatchObject({ health: 'failing', needs: { owner: expect.any(String), why: expect.stringMatching(/\.$/) } });
  expect(own?.needs?.why).not.toContain('{');
  forward(1);
  await change('PUT', api.pilot(queueId, body.id), { ...oauthPilot, clientSecret: null, name: 'Again' });
  const [, , , again] = await rows();
  expect(again).toMatchObject({ health: 'unchecked' });
  expect(again).not.toHaveProperty('needs');
});
