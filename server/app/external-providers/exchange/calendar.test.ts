import { describe, expect, test } from 'vitest';
import { ConnectionFailure } from '../../../ports.ts';
import { readCalendar } from './calendar.ts';
import { answering, foundItems, onPremises, online, soap } from './testing.ts';

const window = { from: '2026-11-24T12:00:00.000Z', to: '2026-11-25T12:00:00.000Z', limit: 500 };

const meeting = `<t:CalendarItem><t:ItemId Id="AAMkAD=" ChangeKey="DwAA"/><t:Subject>Besprechung O&apos;Brien &amp; &lt;Söhne&gt;</t:Subject><t:Sensitivity>Private</t:Sensitivity>
  <t:Start>2026-11-24T13:00:00Z</t:Start><t:End>2026-11-24T15:00:00+01:00</t:End><t:IsAllDayEvent>false</t:IsAllDayEvent><t:IsCancelled>false</t:IsCancelled>
  <t:CalendarItemType>Occurrence</t:CalendarItemType><t:MyResponseType>Decline</t:MyResponseType></t:CalendarItem>`;
const holiday = `<t:CalendarItem><t:ItemId Id="AAMkAE=" ChangeKey="DwAB"/><t:Sensitivity>Normal</t:Sensitivity>
  <t:Start>2026-11-23T23:00:00Z</t:Start><t:End>2026-11-24T23:00:00Z</t:End><t:IsAllDayEvent>true</t:IsAllDayEvent><t:IsCancelled>true</t:IsCancelled>
  <t:CalendarItemType>Single</t:CalendarItemType><t:MyResponseType>Organizer</t:MyResponseType></t:CalendarItem>`;

const namespaces = 'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"';
// The order of the elements is that of messages.xsd: shape, view, parent.
const findItem = `<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties>${['item:Subject', 'item:Sensitivity', 'calendar:Start', 'calendar:End', 'calendar:IsAllDayEvent', 'calendar:IsCancelled', 'calendar:CalendarItemType', 'calendar:MyResponseType']
  .map((field) => `<t:FieldURI FieldURI="${field}"/>`)
  .join('')}</t:AdditionalProperties></m:ItemShape><m:CalendarView MaxEntriesReturned="500" StartDate="2026-11-24T12:00:00.000Z" EndDate="2026-11-25T12:00:00.000Z"/><m:ParentFolderIds><t:DistinguishedFolderId Id="calendar"/></m:ParentFolderIds></m:FindItem>`;

describe('the request', () => {
  test('at Exchange Online: as the mailbox’s owner, with the token', async () => {
    const { call, sent } = answering(soap(foundItems('')));
    await readCalendar(call, online, window);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ url: 'https://outlook.office365.com/EWS/Exchange.asmx', method: 'POST' });
    expect(sent[0]?.body).toBe(
      `<?xml version="1.0" encoding="utf-8"?><soap:Envelope ${namespaces}><soap:Header><t:RequestServerVersion Version="Exchange2013_SP1"/>` +
        '<t:ExchangeImpersonation><t:ConnectingSID><t:PrimarySmtpAddress>pbx@contoso.com</t:PrimarySmtpAddress></t:ConnectingSID></t:ExchangeImpersonation></soap:Header>' +
        `<soap:Body>${findItem}</soap:Body></soap:Envelope>`,
    );
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      'accept': 'text/xml',
      'authorization': 'Bearer the.access.token',
      'content-type': 'text/xml; charset=utf-8',
      'soapaction': '"http://schemas.microsoft.com/exchange/services/2006/messages/FindItem"',
      'user-agent': 'Postern',
      'x-anchormailbox': 'pbx@contoso.com',
    });
  });

  test('at a server of one’s own: the account’s own mailbox without impersonation', async () => {
    const { call, sent } = answering(soap(foundItems('')));
    await readCalendar({ ...call, mailbox: 'contoso\\PBX' }, onPremises, window);
    expect(sent[0]?.body).toBe(`<?xml version="1.0" encoding="utf-8"?><soap:Envelope ${namespaces}><soap:Header><t:RequestServerVersion Version="Exchange2013_SP1"/></soap:Header><soap:Body>${findItem}</soap:Body></soap:Envelope>`);
    const sign = sent[0]?.headers.get('authorization') ?? '';
    expect(new TextDecoder().decode(Uint8Array.from(atob(sign.replace('Basic ', '')), (letter) => letter.charCodeAt(0)))).toBe('CONTOSO\\pbx:pässword');
    expect(sent[0]?.headers.has('x-anchormailbox')).toBe(false);
  });

  test('at a server of one’s own: another mailbox as its owner', async () => {
    const { call, sent } = answering(soap(foundItems('')));
    await readCalendar(call, onPremises, window);
    expect(sent[0]?.body).toContain('<t:PrimarySmtpAddress>pbx@contoso.com</t:PrimarySmtpAddress>');
    expect(sent[0]?.headers.get('x-anchormailbox')).toBe('pbx@contoso.com');
  });

  test('an address with signs of XML, and one that no header can hold', async () => {
    const { call, sent } = answering(soap(foundItems('')), soap(foundItems('')));
    await readCalendar({ ...call, mailbox: "o'brien&<söhne>@contoso.com" }, online, window);
    await readCalendar({ ...call, mailbox: 'пбх@contoso.com' }, online, window);
    expect(sent[0]?.body).toContain('<t:PrimarySmtpAddress>o&apos;brien&amp;&lt;söhne&gt;@contoso.com</t:PrimarySmtpAddress>');
    expect(sent.map(({ headers }) => headers.has('x-anchormailbox'))).toEqual([false, false]);
  });

  test('never more than Exchange answers to one request', async () => {
    const { call, sent } = answering(soap(foundItems('')));
    await readCalendar(call, online, { ...window, limit: 10_000 });
    expect(sent[0]?.body).toContain('MaxEntriesReturned="1000"');
  });
});

describe('the answer', () => {
  test('appointments with what the rules need of them', async () => {
    const { call } = answering(soap(foundItems(meeting + holiday, { total: 2 })));
    expect(await readCalendar(call, online, window)).toEqual({
      more: false,
      appointments: [
        { id: 'AAMkAD=', subject: 'Besprechung O\'Brien & <Söhne>', start: '2026-11-24T13:00:00.000Z', end: '2026-11-24T14:00:00.000Z', isAllDay: false, isCancelled: false, isDeclined: true, isPrivate: true, isRecurring: true },
        { id: 'AAMkAE=', subject: '', start: '2026-11-23T23:00:00.000Z', end: '2026-11-24T23:00:00.000Z', isAllDay: true, isCancelled: true, isDeclined: false, isPrivate: false, isRecurring: false },
      ],
    });
  });

  test('an empty calendar', async () => {
    const { call } = answering(soap(foundItems('', { total: 0 })));
    expect(await readCalendar(call, online, window)).toEqual({ appointments: [], more: false });
  });

  test('more than were asked for', async () => {
    const { call } = answering(soap(foundItems(meeting + holiday, { total: 33, last: false })));
    expect(await readCalendar(call, online, { ...window, limit: 2 })).toMatchObject({ appointments: [{ id: 'AAMkAD=' }, { id: 'AAMkAE=' }], more: true });
  });

  test('a subject with a control character, which Exchange writes as no XML 1.0 may', async () => {
    const { call } = answering(soap(foundItems(meeting.replace('Besprechung', 'Besprech&#x1F;ung &#10;&#x9;&#2;😀'))));
    expect((await readCalendar(call, online, window)).appointments[0]?.subject).toBe("Besprechung \n\t😀 O'Brien & <Söhne>");
  });

  test('10,000 appointments are read in less than a second', async () => {
    const items = Array.from({ length: 10_000 }, (_, at) => meeting.replace('AAMkAD=', `AAMk${at}`)).join('');
    const { call } = answering(soap(foundItems(items, { total: 10_000 })));
    const start = performance.now();
    const { appointments, more } = await readCalendar(call, online, { ...window, limit: 10_000 });
    const ms = performance.now() - start;
    expect([appointments.length, appointments.at(-1)?.id, more]).toEqual([10_000, 'AAMk9999', false]);
    expect(ms).toBeLessThan(1000);
  });

  test('the protocol is noted, without token and subjects', async () => {
    const { call, notes } = answering(soap(foundItems(meeting)));
    await readCalendar(call, online, window);
    expect(notes).toEqual(['> POST https://outlook.office365.com/EWS/Exchange.asmx', '> FindItem as pbx@contoso.com', '< HTTP 200, NoError, request-id 6d1c1bd1-2f3a-4d5c-9c5e-000000000001']);
  });
});

describe('the end of waiting', () => {
  test('after 20 s', async () => {
    const { call, time } = answering();
    let heard: AbortSignal | null | undefined;
    const reading = readCalendar({ ...call, ports: { ...call.ports, fetch: (_url, init) => new Promise(() => void (heard = init.signal)) } }, online, window);
    time.forward(19);
    expect(heard?.aborted).toBe(false);
    time.forward(1);
    await expect(reading).rejects.toEqual(new ConnectionFailure('timeout'));
    expect(heard?.aborted).toBe(true);
  });

  test('when somebody cancels, with his reason', async () => {
    const { call, stop } = answering();
    const reading = readCalendar({ ...call, ports: { ...call.ports, fetch: () => new Promise(() => {}) } }, online, window);
    stop.abort(new Error('cancelled'));
    await expect(reading).rejects.toThrow('cancelled');
    await expect(readCalendar(call, online, window)).rejects.toThrow('cancelled');
  });
});
