import { expect, test } from 'vitest';
import { readCalendar } from './calendar.ts';
import { answering, graph } from './testing.ts';

const window = { from: '2026-11-24T12:00:00.000Z', to: '2026-11-25T12:00:00.000Z', limit: 100 };
const fields = 'subject,start,end,isAllDay,showAs,sensitivity,isCancelled,responseStatus,type';
const first = `https://graph.microsoft.com/v1.0/users/pbx%40contoso.com/calendarView?startDateTime=2026-11-24T12%3A00%3A00.000Z&endDateTime=2026-11-25T12%3A00%3A00.000Z&$select=${fields}&$orderby=start/dateTime&$top=100`;
const next = 'https://graph.microsoft.com/v1.0/users/pbx%40contoso.com/calendarView?$skip=1';

/** As microsoftgraph/microsoft-graph-docs-contrib#6003 shows one, with the members that are asked for. */
function event(id: string, changes: object = {}) {
  return {
    '@odata.etag': 'W/"DwAAABYAAAB"',
    id,
    'subject': 'Besprechung',
    'isAllDay': false,
    'showAs': 'busy',
    'sensitivity': 'normal',
    'isCancelled': false,
    'type': 'singleInstance',
    'responseStatus': { response: 'organizer', time: '0001-01-01T00:00:00Z' },
    'start': { dateTime: '2026-11-24T13:00:00.0000000', timeZone: 'UTC' },
    'end': { dateTime: '2026-11-24T14:30:00.0000000', timeZone: 'UTC' },
    ...changes,
  };
}

function page(events: object[], nextLink?: string): Response {
  const context = "https://graph.microsoft.com/v1.0/$metadata#users('pbx%40contoso.com')/calendarView(subject,start,end)";
  return Response.json({ '@odata.context': context, 'value': events, ...(nextLink && { '@odata.nextLink': nextLink }) }, { headers: { 'request-id': 'r-1' } });
}

test('one request for the window, times in UTC', async () => {
  const { call, sent } = answering(page([event('A')]));
  expect(await readCalendar(call, graph, window)).toEqual({
    more: false,
    appointments: [{ id: 'A', subject: 'Besprechung', start: '2026-11-24T13:00:00.000Z', end: '2026-11-24T14:30:00.000Z', isAllDay: false, isCancelled: false, isDeclined: false, isPrivate: false, isRecurring: false }],
  });
  expect(sent).toMatchObject([{ url: first, method: 'GET' }]);
  expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({ 'accept': 'application/json', 'authorization': 'Bearer the.access.token', 'prefer': 'outlook.timezone="UTC"', 'user-agent': 'Postern' });
});

test.each([
  ['an all-day one', { isAllDay: true, start: { dateTime: '2026-11-24T00:00:00.0000000', timeZone: 'UTC' }, end: { dateTime: '2026-11-25T00:00:00.0000000', timeZone: 'UTC' } }, { isAllDay: true, start: '2026-11-24T00:00:00.000Z', end: '2026-11-25T00:00:00.000Z' }],
  ['a cancelled one', { isCancelled: true }, { isCancelled: true }],
  ['a declined one', { responseStatus: { response: 'declined', time: '2026-11-20T08:00:00Z' } }, { isDeclined: true }],
  ['a private one', { sensitivity: 'private' }, { isPrivate: true }],
  ['a confidential one', { sensitivity: 'confidential' }, { isPrivate: true }],
  ['one of a series', { type: 'occurrence' }, { isRecurring: true }],
  ['a changed one of a series', { type: 'exception' }, { isRecurring: true }],
  ['one without a subject', { subject: null }, { subject: '' }],
])('%s', async (_what, given, found) => {
  const { call } = answering(page([event('A', given)]));
  expect((await readCalendar(call, graph, window)).appointments).toMatchObject([found]);
});

test('page after page, at the same host', async () => {
  const { call, sent, notes } = answering(page([event('A')], next), page([event('B')]));
  expect(await readCalendar(call, graph, window)).toMatchObject({ appointments: [{ id: 'A' }, { id: 'B' }], more: false });
  expect(sent.map(({ url }) => url)).toEqual([first, next]);
  expect(notes).toEqual([`> GET ${first}`, '< HTTP 200, request-id r-1', `> GET ${next}`, '< HTTP 200, request-id r-1']);
});

test('no more pages than the limit needs', async () => {
  const { call, sent } = answering(page([event('A'), event('B')], next));
  expect(await readCalendar(call, graph, { ...window, limit: 2 })).toMatchObject({ appointments: [{ id: 'A' }, { id: 'B' }], more: true });
  expect(sent).toHaveLength(1);
});

test('pages without end come to one', async () => {
  const { call, sent } = answering(...Array.from({ length: 200 }, () => page([], next)));
  expect(await readCalendar(call, graph, window)).toEqual({ appointments: [], more: true });
  expect(sent).toHaveLength(100);
});

test('an address that needs escaping stays one part of the path', async () => {
  const { call, sent } = answering(page([]));
  await readCalendar({ ...call, mailbox: "o'brien/../x?y#z@söhne.de" }, { ...graph, server: 'https://graph.microsoft.com/v1.0/' }, window);
  expect(sent[0]?.url).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\/o'brien%2F\.\.%2Fx%3Fy%23z%40s%C3%B6hne\.de\/calendarView\?/);
});
