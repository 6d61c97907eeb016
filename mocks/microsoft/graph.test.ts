import { describe, expect, test } from 'vitest';
import { anna, exchangeScope, graphScope, play } from './testing.ts';

const origin = 'https://graph.microsoft.com';
const utc = 'outlook.timezone="UTC"';

interface Event {
  id: string;
  subject: string;
  start: { dateTime: string; timeZone: string };
  [name: string]: unknown;
}

interface Answer {
  'status': number;
  'headers': Headers;
  '@odata.context'?: string;
  '@odata.nextLink'?: string;
  'value': Event[];
  'error'?: { code: string; message: string; innerError: Record<string, string> };
}

async function allowed(scenario?: string) {
  const played = play(scenario);
  const token = await played.token(graphScope);
  const read = async (url: string, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await played.fetch(url, { headers: { Authorization: `Bearer ${token}`, ...headers } });
    return { ...(await response.json()), status: response.status, headers: response.headers };
  };
  const view = (query: Record<string, string> = {}, user = anna, headers?: Record<string, string>) => {
    const { from, to } = played.window();
    return read(`${origin}/v1.0/users/${user}/calendarView?${new URLSearchParams({ startDateTime: from, endDateTime: to, ...query })}`, headers);
  };
  return { ...played, read, view };
}

describe('a calendar', () => {
  test('the next day, page by page, with what was asked for', async () => {
    const { view, read } = await allowed();
    const first = await view({ $select: 'subject,start,end,isAllDay,showAs,sensitivity,isCancelled,responseStatus,type', $top: '10' }, anna, { Prefer: utc, 'client-request-id': 'c0ffee00-0000-4000-8000-000000000000' });
    expect(first.status).toBe(200);
    expect(first.headers.get('Preference-Applied')).toBe(utc);
    expect(first.headers.get('client-request-id')).toBe('c0ffee00-0000-4000-8000-000000000000');
    expect(first.headers.get('request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(first['@odata.context']).toBe(`${origin}/v1.0/$metadata#users('anna%40contoso.com')/calendarView(subject,start,end,isAllDay,showAs,sensitivity,isCancelled,responseStatus,type)`);
    expect(first.value[1]).toEqual({
      '@odata.etag': expect.stringMatching(/^W\/"DwAAABYAAAB/),
      'id': expect.stringMatching(/^AAMkAD[\w=-]+$/),
      'subject': 'Meeting with Fabrikam',
      'sensitivity': 'normal',
      'isAllDay': false,
      'isCancelled': false,
      'showAs': 'busy',
      'type': 'singleInstance',
      'responseStatus': { response: 'accepted', time: '0001-01-01T00:00:00Z' },
      'start': { dateTime: '2026-11-25T10:15:00.0000000', timeZone: 'UTC' },
      'end': { dateTime: '2026-11-25T11:45:00.0000000', timeZone: 'UTC' },
    });
    expect(first['@odata.nextLink']).toContain('24skip=10');
    const second = await read(first['@odata.nextLink'] ?? '', { Prefer: utc });
    expect([first.value.length, second.value.length, second['@odata.nextLink']]).toEqual([10, 2, undefined]);
    expect(second.value.at(-1)).toMatchObject({ subject: 'Holiday', isAllDay: true, start: { dateTime: '2026-11-26T00:00:00.0000000' }, end: { dateTime: '2026-11-27T00:00:00.0000000' } });
  });

  test('everything, where nothing is chosen: ten at first', async () => {
    const { view } = await allowed();
    const { value } = await view();
    expect(value).toHaveLength(10);
    expect(value.find(({ subject }) => subject.startsWith('Sick'))).toMatchObject({ sensitivity: 'private', organizer: { emailAddress: { address: anna } }, isOrganizer: true, location: { displayName: '' } });
    expect(value.find(({ subject }) => subject.startsWith('Canceled'))).toMatchObject({ isCancelled: true, responseStatus: { response: 'accepted' } });
  });

  test('a German mailbox, asked for in another zone’s time', async () => {
    const { read } = await allowed();
    const { value } = await read(`${origin}/v1.0/users/anna.de@contoso.com/calendarView?startDateTime=2026-11-25T11:10:00%2B01:00&endDateTime=2026-11-25T11:45:00%2B01:00&$select=subject`);
    expect(value.map(({ subject }) => subject)).toEqual(['Besprechung mit Fabrikam']);
  });

  test('10,000 appointments, a thousand at a time', async () => {
    const { view, read } = await allowed('calendar-crowded');
    const seen = new Set<string>();
    let page = await view({ $top: '5000', $select: 'subject' });
    for (let pages = 0; pages < 12; pages++) {
      for (const { id } of page.value) seen.add(id);
      expect(page.value.length).toBeLessThanOrEqual(1000);
      if (!page['@odata.nextLink']) break;
      page = await read(page['@odata.nextLink']);
    }
    expect(seen.size).toBe(10_000);
  });
});

describe('who asks', () => {
  test.each<[string, (played: ReturnType<typeof play>) => Promise<string | null>, number, string, string]>([
    ['nobody', async () => null, 401, 'InvalidAuthenticationToken', 'Access token is empty.'],
    ['somebody with an unknown token', async () => 'eyJ0eXAi', 401, 'InvalidAuthenticationToken', 'Access token validation failure. Invalid signature.'],
    ['with a token for Exchange', ({ token }) => token(exchangeScope), 401, 'InvalidAuthenticationToken', 'Access token validation failure. Invalid audience.'],
    ['an application without a role', async ({ token, choose }) => (await choose('role-missing'), token(graphScope)), 401, 'NoPermissionsInAccessToken', 'The token contains no permissions, or permissions can not be understood.'],
    [
      'with an old token',
      async ({ token, forward }) => {
        const old = await token(graphScope);
        forward(4000);
        return old;
      },
      401,
      'InvalidAuthenticationToken',
      'Lifetime validation failed, the token is expired.',
    ],
  ])('%s is refused', async (_who, tokenOf, status, code, message) => {
    const played = play();
    const token = await tokenOf(played);
    const response = await played.fetch(`${origin}/v1.0/users/${anna}/calendarView`, token === null ? {} : { headers: { Authorization: `Bearer ${token}` } });
    const { error }: Answer = await response.json();
    expect(response.status).toBe(status);
    expect(error).toEqual({ code, message, innerError: { 'date': expect.stringMatching(/^2026-11-25T\d\d:\d\d:\d\d$/), 'request-id': response.headers.get('request-id'), 'client-request-id': response.headers.get('client-request-id') } });
  });

  test.each([
    ['nobody@contoso.com', 404, 'ErrorInvalidUser', "The requested user 'nobody@contoso.com' is invalid."],
    ['outside@contoso.com', 403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.'],
  ])('for %s: %s %s', async (user, status, code, message) => {
    const { view } = await allowed();
    expect(await view({}, user)).toMatchObject({ status, error: { code, message } });
  });
});

describe('a question that is none', () => {
  test.each([
    [{ startDateTime: '' }, {}, 'ErrorInvalidParameter'],
    [{ endDateTime: 'tomorrow' }, {}, 'ErrorInvalidParameter'],
    [{ $select: 'subject,isAllDayEvent' }, {}, 'RequestBroker--ParseUri'],
    [{ $top: '0' }, {}, 'BadRequest'],
    [{ $skip: '-1' }, {}, 'BadRequest'],
    [{ $filter: 'isCancelled eq false' }, {}, 'BadRequest'],
    [{ $orderby: 'subject' }, {}, 'BadRequest'],
    [{}, { Prefer: 'outlook.timezone="W. Europe Standard Time"' }, 'BadRequest'],
  ])('%j %j: %s', async (query: Record<string, string>, headers, code) => {
    const { view } = await allowed();
    expect(await view(query, anna, headers)).toMatchObject({ status: 400, error: { code } });
  });

  test('something that is not played', async () => {
    const { read } = await allowed();
    expect(await read(`${origin}/v1.0/me/messages`)).toMatchObject({ status: 400, error: { code: 'BadRequest' } });
  });
});
