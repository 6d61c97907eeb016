import { describe, expect, test } from 'vitest';
import { ConnectionFailure } from '../../../ports.ts';
import { readCalendar } from './calendar.ts';
import { ExchangeRefusal, UnreadableAnswer } from './failures.ts';
import { answering, foundItems, graph, graphError, online, soap } from './testing.ts';

const window = { from: '2026-11-24T12:00:00.000Z', to: '2026-11-25T12:00:00.000Z', limit: 500 };
const whole = await soap(foundItems('<t:CalendarItem><t:ItemId Id="A"/><t:Start>2026-11-24T13:00:00Z</t:Start><t:End>2026-11-24T14:00:00Z</t:End></t:CalendarItem>')).text();

async function failureOf(place: typeof online, answer: Response): Promise<unknown> {
  const { call } = answering(answer);
  return readCalendar(call, place, window).catch((error: unknown) => error);
}

function xml(text: string, type = 'text/xml; charset=utf-8', status = 200): Response {
  return new Response(text, { status, headers: { 'Content-Type': type } });
}

const bomb = `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]><s>&c;</s>`;

describe('Exchange Web Services answered by what is none', () => {
  test.each([
    ['a page of a portal', xml('<!DOCTYPE html><html><body>Please sign in</body></html>', 'text/html'), 'html'],
    ['a page that calls itself XML', xml('  <HTML><body>Welcome'), 'html'],
    ['nothing', xml(''), 'cut'],
    ['XML that ends in the middle of an element', xml(whole.slice(0, whole.indexOf('</t:Items>'))), 'cut'],
    ['XML that ends in the middle of a tag', xml(whole.slice(0, whole.indexOf('<t:End>') + 4)), 'cut'],
    ['XML that ends in the middle of a value', xml(whole.slice(0, whole.indexOf('14:00') + 2)), 'cut'],
    ['an entity bomb', xml(bomb), 'entities'],
    ['an entity that leads to a file', xml('<?xml version="1.0"?><!DOCTYPE s [<!ENTITY f SYSTEM "file:///etc/passwd">]><s>&f;</s>'), 'entities'],
    ['an entity that nobody declared', xml(whole.replace('2026-11-24T13', '&start;')), 'malformed'],
    ['XML with crossed elements', xml('<a><b></a></b>'), 'malformed'],
    ['words', xml('OK', 'text/plain'), 'malformed'],
    ['JSON', xml('{"value":[]}', 'application/json'), 'malformed'],
    ['elements without end inside each other', xml('<a>'.repeat(100)), 'malformed'],
    ['another XML', xml('<rss version="2.0"><channel/></rss>'), 'other'],
    ['SOAP of another version', xml(whole.replaceAll('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope')), 'other'],
    ['SOAP of another service', soap('<x:GetPriceResponse xmlns:x="urn:shop"><x:Price>1</x:Price></x:GetPriceResponse>'), 'other'],
    ['a fault of another service', soap('<s:Fault><faultcode>s:Client</faultcode><faultstring>Unknown operation</faultstring></s:Fault>', { status: 500 }), 'other'],
    ['the answer to another operation', soap(foundItems('').replaceAll('FindItem', 'GetItem')), 'other'],
    ['the answer without its folder', xml(whole.replace(/<m:RootFolder.*<\/m:RootFolder>/s, '')), 'other'],
    ['an appointment without its start', xml(whole.replace('2026-11-24T13:00:00Z', '')), 'content'],
    ['an appointment that starts never', xml(whole.replace('2026-11-24T13:00:00Z', '2026-11-24T25:61:00Z')), 'content'],
  ])('%s', async (_what, answer, fault) => {
    const failure = await failureOf(online, answer);
    expect(failure).toBeInstanceOf(UnreadableAnswer);
    expect(failure).toMatchObject({ protocol: 'ews', fault });
  });

  test('what it said is not kept', async () => {
    const failure = await failureOf(online, xml('<html>our secret page</html>', 'text/html'));
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('secret page');
  });

  test('200,000 elements and more are not built up', async () => {
    expect(await failureOf(online, xml(`<a>${'<b/>'.repeat(200_001)}</a>`))).toMatchObject({ fault: 'malformed' });
  });
});

describe('an answer that is too large', () => {
  // A stream that would have no end: how much of it was taken says when reading stopped.
  function endless(headers: Record<string, string> = {}) {
    let taken = 0;
    const chunk = new TextEncoder().encode(' '.repeat(64 * 1024));
    const stream = new ReadableStream({
      pull(controller) {
        taken += chunk.byteLength;
        controller.enqueue(chunk);
      },
    });
    return { answer: new Response(stream, { headers: { 'Content-Type': 'text/xml', ...headers } }), taken: () => taken };
  }

  test('is given up as soon as that shows', async () => {
    const { answer, taken } = endless();
    expect(await failureOf(online, answer)).toEqual(new ConnectionFailure('protocol', 'TOO_LARGE'));
    expect(taken()).toBeLessThan(17 * 1024 * 1024);
  });

  test('is not read at all where it says so itself', async () => {
    const { answer, taken } = endless({ 'Content-Length': String(50 * 1024 * 1024) });
    expect(await failureOf(online, answer)).toEqual(new ConnectionFailure('protocol', 'TOO_LARGE'));
    expect(taken()).toBeLessThanOrEqual(128 * 1024);
  });

  test('of Graph, too', async () => {
    expect(await failureOf(graph, endless().answer)).toEqual(new ConnectionFailure('protocol', 'TOO_LARGE'));
  });
});

describe('Graph answered by what is none', () => {
  const event = { id: 'A', subject: 'x', start: { dateTime: '2026-11-24T13:00:00.0000000', timeZone: 'UTC' }, end: { dateTime: '2026-11-24T14:00:00.0000000', timeZone: 'UTC' } };
  const json = (value: unknown) => Response.json(value);

  test.each([
    ['a page of a portal', xml('<html>Please sign in</html>', 'text/html'), 'html'],
    ['JSON that ends in the middle', xml('{"value":[{"id":"A"', 'application/json'), 'cut'],
    ['words', xml('OK', 'text/plain'), 'malformed'],
    ['a list in place of an object', json([]), 'malformed'],
    ['another JSON', json({ items: [] }), 'other'],
    ['a next page that is no address', json({ value: [], '@odata.nextLink': 7 }), 'other'],
    ['an event without a start', json({ value: [{ ...event, start: null }] }), 'content'],
    ['an event in another zone than asked for', json({ value: [{ ...event, start: { ...event.start, timeZone: 'W. Europe Standard Time' } }] }), 'content'],
    ['an event that is none', json({ value: ['x'] }), 'content'],
    ['a next page at another host', json({ value: [event], '@odata.nextLink': 'https://graph.example.com/v1.0/users/x/calendarView?$skip=1' }), 'foreign-link'],
    ['a next page at another port', json({ value: [event], '@odata.nextLink': 'https://graph.microsoft.com:8443/v1.0/users/x/calendarView' }), 'foreign-link'],
    ['a next page without encryption', json({ value: [event], '@odata.nextLink': 'http://graph.microsoft.com/v1.0/users/x/calendarView' }), 'foreign-link'],
    ['a next page of another version', json({ value: [event], '@odata.nextLink': 'https://graph.microsoft.com/v1.0/../beta/users/x/calendarView' }), 'foreign-link'],
    ['a next page with a name in front of the host', json({ value: [event], '@odata.nextLink': 'https://graph.microsoft.com@example.com/v1.0/users' }), 'foreign-link'],
    ['a next page that is no whole address', json({ value: [event], '@odata.nextLink': '/v1.0/users/x/calendarView' }), 'foreign-link'],
  ])('%s', async (_what, answer, fault) => {
    const failure = await failureOf(graph, answer);
    expect(failure).toBeInstanceOf(UnreadableAnswer);
    expect(failure).toMatchObject({ protocol: 'graph', fault });
  });

  test('an error whose code is none is a status', async () => {
    const failure = await failureOf(graph, graphError(500, '<b>no code</b>', 'x'));
    expect(failure).toBeInstanceOf(ExchangeRefusal);
    expect(failure).toMatchObject({ code: null, status: 500 });
  });
});
