import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import type { Ports } from '../../ports.ts';
import { reachable, testBackend } from '../testing.ts';

const settings = {
  authMethod: 'microsoft-oauth',
  access: 'graph',
  cloud: 'global',
  tenantId: 'contoso.com',
  applicationId: '4f6ef1c2-8e18-4b6e-89bc-0d52c1a7e9f4',
  server: 'https://graph.microsoft.com/v1.0',
  scope: 'https://graph.microsoft.com/.default',
  username: 'pbx@contoso.com',
  clientSecret: 'Zos8Q~secret-of-the-calendar',
};
const event = (subject: string, start: string, end: string, sensitivity = 'normal') => ({
  'id': subject,
  subject,
  'isAllDay': false,
  'isCancelled': false,
  sensitivity,
  'showAs': 'busy',
  'type': 'singleInstance',
  'responseStatus': { response: 'organizer', time: '0001-01-01T00:00:00Z' },
  'start': { dateTime: `${start}.0000000`, timeZone: 'UTC' },
  'end': { dateTime: `${end}.0000000`, timeZone: 'UTC' },
});
const events = [event('Meeting about the Müller offer', '2026-11-24T14:00:00', '2026-11-24T15:00:00'), event('Sick: dentist', '2026-11-24T16:00:00', '2026-11-24T17:00:00', 'private')];
const denied = () => Response.json({ error: { code: 'ErrorAccessDenied', message: 'Access is denied. Check credentials and try again.' } }, { status: 403 });

function jwt(claims: object): string {
  return `x.${btoa(JSON.stringify(claims)).replaceAll('=', '')}.x`;
}

/** A backend with a saved calendar whose application gets this token, and whose Graph answers so. */
async function system({ roles = ['Calendars.Read'], answer = () => Response.json({ value: events }) }: { roles?: string[]; answer?: (mailbox: string) => Response } = {}) {
  const read: string[] = [];
  const fetch: Ports['fetch'] = async (url) => {
    if (url.endsWith('openid-configuration')) return Response.json({ issuer: url }, { headers: { Date: new Date('2026-11-24T12:00:00Z').toUTCString() } });
    if (url.endsWith('/token')) return Response.json({ token_type: 'Bearer', expires_in: 3599, access_token: jwt({ oid: 'x', roles }) });
    const mailbox = decodeURIComponent(/users\/([^/]+)/.exec(url)?.[1] ?? '');
    read.push(mailbox);
    return answer(mailbox);
  };
  const made = testBackend({ ports: { fetch, probe: reachable } });
  await made.signIn();
  await made.ask('PUT', api.exchangeCalendar, settings, { 'If-Match': '"0"' });
  const check = (input?: object) => made.check(undefined, { function: 'exchange-calendar', ...(input && { input }) });
  return { ...made, check, read };
}

const stepsOf = (body: { steps: { name: string; state: string }[] }) => body.steps.map(({ name, state }) => `${name} ${state}`);

describe('the ladder', () => {
  test('all well: a token, its role, and a real read', async () => {
    const { check, ask } = await system();
    const { body } = await check();
    expect(stepsOf(body)).toEqual(['settings', 'network', 'tls', 'clock', 'tenant', 'token', 'permission', 'sign-in', 'operation'].map((name) => `${name} passed`));
    expect(body.steps[8].evidence).toBe('Calendar of pbx@contoso.com read; appointments in the next 24 hours: 2');
    expect((await ask('GET', api.functions)).body.items[1]).toMatchObject({ function: 'exchange-calendar', health: 'working' });
    expect((await ask('GET', api.exchangeCalendar)).body.lastToken).toMatchObject({ objectId: 'x', roles: ['Calendars.Read'] });
  });

  test('without the role in the token it may work: Exchange grants it by itself', async () => {
    const { check } = await system({ roles: [] });
    const { body } = await check();
    expect(body.state).toBe('passed');
    expect(body.steps[6]).toMatchObject({ state: 'skipped', evidence: 'The token does not hold Calendars.Read: Exchange decides by itself (RBAC for Applications)' });
  });

  test('without it and refused: it is the role that is missing', async () => {
    const { check } = await system({ roles: ['Mail.Read'], answer: denied });
    const { body } = await check();
    expect(body.steps[7]).toMatchObject({ name: 'sign-in', state: 'failed', diagnosis: { code: 'role-missing', owner: 'entra-admin', params: { permission: 'Calendars.Read', granted: 'Mail.Read' } } });
    expect(body.steps[7].diagnosis.raw).toContain('ErrorAccessDenied');
  });

  test('with it and refused: it is not', async () => {
    const { check } = await system({ answer: denied });
    expect((await check()).body.steps[7].diagnosis.code).toBe('graph-access-denied');
  });

  test('nothing set up', async () => {
    const { ask, check } = await system();
    const { etag } = await ask('GET', api.exchangeCalendar);
    await ask('DELETE', api.exchangeCalendar, undefined, { 'If-Match': etag ?? '' });
    expect((await check()).body.steps).toMatchObject([{ name: 'settings', state: 'failed', diagnosis: { code: 'provider-not-set-up' } }]);
  });

  test('no token, no secret and no subject in transcript and answer', async () => {
    const { check, ask } = await system();
    const { body, text } = await check();
    const all = text + (await ask('GET', api.transcript(body.id))).text;
    for (const secret of ['Zos8Q', 'Müller', 'dentist', 'x.ey']) expect(all).not.toContain(secret);
  });
});

describe('many mailboxes', () => {
  const inactive = () => Response.json({ error: { code: 'MailboxNotEnabledForRESTAPI', message: 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.' } }, { status: 404 });

  test('each has its result, also after the check; a mailbox named twice is read once', async () => {
    const { check, ask, read } = await system({ answer: (mailbox) => (mailbox.startsWith('gone') ? inactive() : Response.json({ value: [] })) });
    const { body } = await check({ mailboxes: ['a@contoso.com', 'gone@contoso.com', 'b@contoso.com', 'A@contoso.com'] });
    expect(body).toMatchObject({ state: 'failed', mailboxes: { total: 3, done: 3, failed: 1 } });
    expect(body.steps[8]).toMatchObject({ name: 'operation', diagnosis: { code: 'mailboxes-failed', cause: '1 of 3 mailboxes could not be read.' } });
    expect(read).toHaveLength(4);
    // The connection itself works.
    expect((await ask('GET', api.functions)).body.items[1].health).toBe('warning');
    const results = (await ask('GET', api.results(body.id))).body;
    expect(results).toMatchObject({ total: 3, next: null, items: [{ mailbox: 'A@contoso.com', state: 'passed' }, { mailbox: 'gone@contoso.com', state: 'failed', diagnosis: { owner: expect.any(String) } }, { mailbox: 'b@contoso.com', state: 'passed' }] });
    expect((await ask('GET', `${api.results(body.id)}?state=failed&page[size]=1`)).body).toMatchObject({ total: 1, items: [{ mailbox: 'gone@contoso.com' }] });
    expect((await ask('GET', `${api.results(body.id)}?state=red`)).status).toBe(422);
    expect((await ask('GET', api.results('none'))).status).toBe(404);
  });

  test('beside a repeated check of the connection they are a check of their own', async () => {
    const { ask, check } = await system({ answer: denied });
    const repeated = await ask('POST', api.checks, { function: 'exchange-calendar', repeat: { everyMinutes: 5, until: '2026-11-24T13:00:00.000Z' } });
    const { body } = await check({ mailboxes: ['a@contoso.com'] });
    expect(body.id).not.toBe(repeated.body.id);
    await expect.poll(async () => (await ask('GET', api.check(repeated.body.id))).body).toMatchObject({ state: 'waiting', repeat: { runs: 1 } });
  });

  test('too many, none, or no address', async () => {
    const { check } = await system();
    const codes = async (mailboxes: string[]) => (await check({ mailboxes })).body.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`);
    expect(await codes(Array.from({ length: 501 }, (_, number) => `user${number}@contoso.com`))).toEqual(['/input/mailboxes too-many']);
    expect(await codes([])).toEqual(['/input/mailboxes required']);
    expect(await codes(['a@contoso.com', 'b'])).toEqual(['/input/mailboxes/1 email']);
  });
});

describe('Preview a mailbox', () => {
  const input = { mailbox: 'anna@contoso.com', timeZone: 'Europe/Berlin', language: 'en', autoBackToOffice: true };

  test('the appointments with what each sets; of a private one no subject; and it is recorded who looked', async () => {
    const { ask, read } = await system();
    const { body, text } = await ask('POST', api.mailboxPreview, input);
    expect(read).toEqual(['anna@contoso.com']);
    expect(body).toMatchObject({ mailbox: 'anna@contoso.com', more: false, appointments: [{ subject: 'Meeting about the Müller offer', preview: { rule: 'sets', keyword: { status: 'meeting' } } }, { subject: null, isPrivate: true, preview: { rule: 'sets', keyword: { status: 'sick' } } }] });
    expect(body.line.map(({ presence }: { presence: string }) => presence)).toEqual(['meeting', 'office', 'sick', 'office']);
    expect(text).not.toContain('dentist');
    expect((await ask('GET', api.events)).body.items[0]).toMatchObject({ kind: 'mailbox-previewed', actor: 'admin', params: { mailbox: 'anna@contoso.com' } });
  });

  test('what Graph refuses is said instead', async () => {
    const { ask } = await system({ answer: denied });
    expect((await ask('POST', api.mailboxPreview, input)).body).toMatchObject({ appointments: [], diagnosis: { code: 'graph-access-denied' } });
  });

  test('nothing set up; a zone that is none', async () => {
    const { ask } = await system();
    expect(await ask('POST', api.mailboxPreview, { ...input, timeZone: 'Europe/Bonn' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/timeZone' }] } });
    const { etag } = await ask('GET', api.exchangeCalendar);
    await ask('DELETE', api.exchangeCalendar, undefined, { 'If-Match': etag ?? '' });
    expect((await ask('POST', api.mailboxPreview, input)).status).toBe(409);
    expect((await ask('POST', api.directorySearch, { name: 'Anna' })).status).toBe(409);
  });
});
