import { describe, expect, test } from 'vitest';
import { issueTokens } from './tokens.ts';
import { anna, basic, calendarView, contactSearch, envelope, exchangeScope, findFolders, graphScope, play, publicRoot, textsOf } from './testing.ts';

const server = 'https://exchange.contoso.com/ews/exchange.asmx';

/** Whoever may ask Exchange Online, and asks. */
async function online(scenario?: string) {
  const played = play(scenario);
  const authorization = `Bearer ${await played.token(exchangeScope)}`;
  return { ...played, authorization, ask: (operation: string, given: Parameters<typeof envelope>[1] = {}) => played.soap(envelope(operation, given), { authorization }) };
}

describe('a calendar', () => {
  test('the next day holds one appointment with each keyword, and what must not count', async () => {
    const { ask, window } = await online();
    const { status, headers, text } = await ask(calendarView(window()));
    expect([status, headers.get('Content-Type')]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(headers.get('request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(text).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?><s:Envelope xmlns:s="http:\/\/schemas\.xmlsoap\.org\/soap\/envelope\/"><s:Header><h:ServerVersionInfo MajorVersion="15" /);
    expect(text).toContain('<m:FindItemResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode><m:RootFolder TotalItemsInView="12" IncludesLastItemInRange="true"><t:Items><t:CalendarItem><t:ItemId Id="');
    expect(textsOf(text, 't:Subject')).toEqual([
      'Budget of the branch offices',
      'Meeting with Fabrikam',
      'Coffee break with the new colleagues',
      'Lunch',
      'Homework for the audit',
      'Canceled: Meeting about the warehouse',
      'Meeting of the works council',
      'Sick: appointment at the doctor’s',
      'Out of Office: visit to Northwind',
      'Home: on call',
      'Daily meeting of the service desk',
      'Holiday',
    ]);
    expect(textsOf(text, 't:Start').slice(0, 3)).toEqual(['2026-11-25T08:00:00Z', '2026-11-25T10:15:00Z', '2026-11-25T11:15:00Z']);
  });

  test('only what is asked for is told, in the order of the schema', async () => {
    const { ask, window } = await online();
    const uris = ['calendar:CalendarItemType', 'calendar:IsCancelled', 'item:Sensitivity', 'calendar:MyResponseType', 'item:Subject', 'calendar:End', 'calendar:IsAllDayEvent', 'calendar:Start', 'calendar:LegacyFreeBusyStatus'];
    const shape = `<t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties>${uris.map((uri) => `<t:FieldURI FieldURI="${uri}"/>`).join('')}</t:AdditionalProperties>`;
    const { text } = await ask(calendarView(window(), { shape }));
    const [, cancelled = ''] = /<t:CalendarItem>((?:(?!<t:CalendarItem>).)*Canceled.*?)<\/t:CalendarItem>/.exec(text) ?? [];
    expect([...cancelled.matchAll(/<t:(\w+)/g)].map(([, name]) => name)).toEqual(['ItemId', 'Subject', 'Sensitivity', 'Start', 'End', 'IsAllDayEvent', 'LegacyFreeBusyStatus', 'IsCancelled', 'CalendarItemType', 'MyResponseType']);
    expect(cancelled).toContain('<t:IsCancelled>true</t:IsCancelled>');
    expect(textsOf(text, 't:Sensitivity').filter((word) => word === 'Private')).toHaveLength(1);
    expect(textsOf(text, 't:MyResponseType').filter((word) => word === 'Decline')).toHaveLength(1);
    expect(textsOf(text, 't:CalendarItemType').filter((word) => word === 'Occurrence')).toHaveLength(1);
  });

  test('a German mailbox has German subjects, and its days begin at midnight in Berlin', async () => {
    const { ask, window } = await online();
    const { text } = await ask(calendarView(window(), { shape: '<t:BaseShape>AllProperties</t:BaseShape>' }), { as: 'anna.de@contoso.com' });
    expect(textsOf(text, 't:Subject')).toEqual(expect.arrayContaining(['Besprechung mit Fabrikam', 'Krank, Termin beim Arzt', 'Pause mit den neuen Kollegen', 'Außer Haus: Besuch bei Northwind', 'Urlaub', 'Mittag', 'Zu Hause: Rufbereitschaft']));
    expect(text).toContain('<t:Start>2026-11-25T23:00:00Z</t:Start><t:End>2026-11-26T23:00:00Z</t:End><t:IsAllDayEvent>true</t:IsAllDayEvent>');
  });

  test('a series is told day by day, each occurrence with an id of its own', async () => {
    const { ask } = await online();
    const { text } = await ask(calendarView({ from: '2026-12-01T00:00:00Z', to: '2026-12-04T00:00:00Z' }));
    expect(textsOf(text, 't:Start')).toEqual(['2026-12-01T21:15:00Z', '2026-12-02T21:15:00Z', '2026-12-03T21:15:00Z']);
    expect(new Set(text.match(/<t:ItemId Id="[^"]+"/g)).size).toBe(3);
  });

  test('10,000 appointments come a thousand at a time; the next ones from the last start on', async () => {
    const { ask, window } = await online('calendar-crowded');
    const { from, to } = window();
    const seen = new Set<string>();
    let next = from;
    for (let pages = 0; pages < 12; pages++) {
      const { text } = await ask(calendarView({ from: next, to }, { most: 5000 }));
      for (const [, id = ''] of text.matchAll(/<t:ItemId Id="([^"]+)"/g)) seen.add(id);
      expect(textsOf(text, 't:Start').length).toBeLessThanOrEqual(1000);
      next = textsOf(text, 't:Start').at(-1) ?? '';
      if (text.includes('IncludesLastItemInRange="true"')) break;
    }
    expect(seen.size).toBe(10_000);
  });

  test.each([
    ['from after to', { from: '2026-11-26T00:00:00Z', to: '2026-11-25T00:00:00Z' }, {}, 'ErrorCalendarEndDateIsEarlierThanStartDate'],
    ['three years', { from: '2026-01-01T00:00:00Z', to: '2029-01-01T00:00:00Z' }, {}, 'ErrorCalendarViewRangeTooBig'],
    ['none at all', { from: '2026-11-25T00:00:00Z', to: '2026-11-26T00:00:00Z' }, { most: 0 }, 'ErrorInvalidPagingMaxRows'],
  ])('%s: an error of the operation', async (_what, asked, given, code) => {
    const { ask } = await online();
    const { status, text } = await ask(calendarView(asked, given));
    expect([status, ...textsOf(text, 'm:ResponseCode')]).toEqual([200, code]);
    expect(text).toContain('<m:FindItemResponseMessage ResponseClass="Error"><m:MessageText>');
  });
});

describe('public folders', () => {
  test('the root holds contacts of every script, each with its company and numbers', async () => {
    const { ask } = await online();
    const { text } = await ask(contactSearch(null));
    expect(textsOf(text, 't:DisplayName')).toHaveLength(15);
    expect(text).toContain('<t:DisplayName>Jörg Müller</t:DisplayName><t:GivenName>Jörg</t:GivenName><t:CompanyName>Fabrikam GmbH</t:CompanyName><t:PhysicalAddresses><t:Entry Key="Business"><t:Street>Hafenstraße 12</t:Street>');
    expect(text).toContain('<t:CompanyName>Adatum &amp; Partners &lt;Pune&gt;</t:CompanyName>');
  });

  test.each([
    ['MULLER', ['Jörg Müller', 'Anna Müller-Lüdenscheidt']],
    ['παπα', ['Ελένη Παπαδοπούλου']],
    ['花子', ['花子 佐藤']],
    ['lindqvist', []],
  ])('a search for %s', async (name, found) => {
    const { ask } = await online();
    const { text } = await ask(contactSearch(name));
    expect(textsOf(text, 't:DisplayName')).toEqual(found);
    expect(text).toContain(`TotalItemsInView="${found.length}" IncludesLastItemInRange="true"`);
  });

  test('in an order that is asked for', async () => {
    const { ask } = await online();
    const order = '<m:SortOrder><t:FieldOrder Order="Descending"><t:FieldURI FieldURI="contacts:Surname"/></t:FieldOrder></m:SortOrder>';
    const { text } = await ask(contactSearch('r').replace(publicRoot, `${order}${publicRoot}`));
    expect(textsOf(text, 't:Surname')).toEqual(['Smith', 'Privatmann', 'Müller-Lüdenscheidt', 'Müller', 'Lefèvre', 'Doyle']);
  });

  test('a page says where the next one begins', async () => {
    const { ask } = await online();
    expect((await ask(contactSearch(null, { most: 6 }))).text).toContain('IndexedPagingOffset="6" TotalItemsInView="15" IncludesLastItemInRange="false"');
    expect((await ask(contactSearch(null, { most: 6, offset: 12 }))).text).toContain('IndexedPagingOffset="15" TotalItemsInView="15" IncludesLastItemInRange="true"');
  });

  test('single numbers, private ones told apart, and two conditions at once', async () => {
    const { ask } = await online();
    const name = '<t:Contains ContainmentMode="Prefixed" ContainmentComparison="IgnoreCase"><t:FieldURI FieldURI="contacts:GivenName"/><t:Constant Value="jö"/></t:Contains>';
    const open = '<t:Not><t:IsEqualTo><t:FieldURI FieldURI="item:Sensitivity"/><t:FieldURIOrConstant><t:Constant Value="Private"/></t:FieldURIOrConstant></t:IsEqualTo></t:Not>';
    const { text } = await ask(
      '<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties><t:FieldURI FieldURI="item:Sensitivity"/><t:IndexedFieldURI FieldURI="contacts:PhoneNumber" FieldIndex="MobilePhone"/>' +
        `<t:IndexedFieldURI FieldURI="contacts:PhysicalAddress:City" FieldIndex="Business"/></t:AdditionalProperties></m:ItemShape><m:Restriction><t:And>${name}${open}</t:And></m:Restriction>${publicRoot}</m:FindItem>`,
    );
    expect(/<t:Items>.*<\/t:Items>/.exec(text)?.[0].replace(/<t:ItemId [^>]+>/, '')).toBe(
      '<t:Items><t:Contact><t:Sensitivity>Normal</t:Sensitivity><t:PhysicalAddresses><t:Entry Key="Business"><t:City>Hamburg</t:City></t:Entry></t:PhysicalAddresses><t:PhoneNumbers><t:Entry Key="MobilePhone">+49 176 040 690 01</t:Entry></t:PhoneNumbers></t:Contact></t:Items>',
    );
  });

  test('below the root there is a folder, which a search of the root does not see', async () => {
    const { ask } = await online();
    const { text } = await ask(findFolders);
    expect(text).toContain('<t:DisplayName>Suppliers</t:DisplayName><t:TotalCount>2</t:TotalCount><t:ChildFolderCount>0</t:ChildFolderCount></t:ContactsFolder>');
    const [, id = ''] = /<t:FolderId Id="([^"]+)"/.exec(text) ?? [];
    const inside = await ask(contactSearch('lindqvist').replace('<t:DistinguishedFolderId Id="publicfoldersroot"/>', `<t:FolderId Id="${id}"/>`));
    expect(textsOf(inside.text, 't:DisplayName')).toEqual(['Sven Lindqvist']);
  });

  test.each([
    [findFolders.replace('Shallow', 'Deep'), 'ErrorInvalidOperation'],
    [calendarView({ from: '2026-11-25T00:00:00Z', to: '2026-11-26T00:00:00Z' }).replace('Id="calendar"', 'Id="publicfoldersroot"'), 'ErrorCalendarFolderIsInvalidForCalendarView'],
    [contactSearch('a').replace('<t:DistinguishedFolderId Id="publicfoldersroot"/>', '<t:FolderId Id="AAMk"/>'), 'ErrorInvalidIdMalformed'],
  ])('%s: %s', async (operation, code) => {
    const { ask } = await online();
    expect(textsOf((await ask(operation)).text, 'm:ResponseCode')).toEqual([code]);
  });
});

describe('who asks', () => {
  const view = envelope(calendarView({ from: '2026-11-25T00:00:00Z', to: '2026-11-26T00:00:00Z' }));

  test.each<[string, (played: ReturnType<typeof play>) => Promise<string | undefined>, string | null]>([
    ['no token', async () => undefined, null],
    ['a password', async () => basic(anna, 'correct horse'), null],
    ['a token that nobody has issued', async () => 'Bearer eyJ0eXAi', 'invalid_signature'],
    ['a token for Graph', async ({ token }) => `Bearer ${await token(graphScope)}`, 'invalid_resource'],
    ['a token of another cloud', async ({ token }) => `Bearer ${await token('https://outlook.office365.us/.default', 'contoso.onmicrosoft.us', 'https://login.microsoftonline.us')}`, 'invalid_resource'],
    [
      'an old token',
      async ({ token, forward }) => {
        const old = await token(exchangeScope);
        forward(4000);
        return `Bearer ${old}`;
      },
      'token_expired',
    ],
    [
      'the token of somebody who signed in to send mail',
      async ({ microsoft }) => {
        const grant = { account: anna, tenantGuid: 'x', clientId: 'x', scope: 'https://outlook.office.com/SMTP.Send' };
        return `Bearer ${(await issueTokens(microsoft.change, grant, 'https://login.microsoftonline.com', Date.parse('2026-11-25T09:20:00Z'))).access_token}`;
      },
      'invalid_grant',
    ],
    [
      'an application without a role',
      async ({ token, choose }) => {
        await choose('role-missing');
        return `Bearer ${await token(exchangeScope)}`;
      },
      'invalid_grant',
    ],
  ])('%s is refused', async (_who, authorize, category) => {
    const played = play();
    const authorization = await authorize(played);
    const { status, headers, text } = await played.soap(view, authorization === undefined ? {} : { authorization });
    expect([status, text]).toEqual([401, '']);
    expect(headers.get('WWW-Authenticate')).toMatch(/^Bearer client_id="00000002-0000-0ff1-ce00-000000000000", trusted_issuers="[^"]+", token_types="[^"]+", authorization_uri="https:\/\/login\.microsoftonline\.com\/common\/oauth2\/authorize"/);
    expect(/error_category="(\w+)"/.exec(headers.get('x-ms-diagnostics') ?? '')?.[1] ?? null).toBe(category);
  });

  test.each([
    ['nobody@contoso.com', 'ErrorNonExistentMailbox'],
    ['anna@fabrikam.example', 'ErrorNonExistentMailbox'],
    ['anna', 'ErrorNonExistentMailbox'],
    ['outside@contoso.com', 'ErrorImpersonateUserDenied'],
  ])('as %s: %s', async (as, code) => {
    const { ask, window } = await online();
    const { status, text } = await ask(calendarView(window()), { as });
    expect([status, ...textsOf(text, 'e:ResponseCode')]).toEqual([500, code]);
    expect(text).toContain(`<s:Fault><faultcode xmlns:a="http://schemas.microsoft.com/exchange/services/2006/types">a:${code}</faultcode><faultstring xml:lang="en-US">`);
  });

  test('a tenant’s own domain has mailboxes, too', async () => {
    const { token, soap, window } = play();
    const authorization = `Bearer ${await token(exchangeScope, 'fabrikam.example')}`;
    expect((await soap(envelope(calendarView(window()), { as: 'anna@fabrikam.example' }), { authorization })).status).toBe(200);
  });

  test('an application must say for whom it acts', async () => {
    const { ask, window } = await online();
    const { status, text } = await ask(calendarView(window()), { header: '<t:RequestServerVersion Version="Exchange2013_SP1"/>' });
    expect([status, ...textsOf(text, 'e:ResponseCode')]).toEqual([500, 'ErrorInvalidExchangeImpersonationHeaderData']);
  });

  test('an opaque token is as good', async () => {
    const { ask, authorization, window } = await online('opaque-token');
    expect(authorization.split('.')).toHaveLength(1);
    expect((await ask(calendarView(window()))).status).toBe(200);
  });

  test.each([
    ['china', 'https://partner.outlook.cn', 'contoso.onmschina.cn', 'https://login.partner.microsoftonline.cn'],
    ['us-gov-dod', 'https://outlook-dod.office365.us', 'contoso.onmicrosoft.us', 'https://login.microsoftonline.us'],
  ])('in the cloud %s it is all well', async (_cloud, host, tenant, authority) => {
    const { token, soap, window } = play();
    const authorization = `Bearer ${await token(`${host}/.default`, tenant, authority)}`;
    expect((await soap(envelope(calendarView(window()), { as: `anna@${tenant}` }), { authorization, url: `${host}/EWS/Exchange.asmx` })).status).toBe(200);
  });
});

describe('a company’s own server', () => {
  const header = '<t:RequestServerVersion Version="Exchange2013_SP1"/>';

  test.each(['CONTOSO\\anna', 'anna@contoso.com'])('lets %s in with a password, to the own mailbox', async (username) => {
    const { soap, window } = play();
    const { status, text } = await soap(envelope(calendarView(window()), { header }), { url: server, authorization: basic(username, 'Grüße: 8') });
    expect([status, textsOf(text, 't:Subject').length]).toEqual([200, 12]);
    expect(text).toContain('MajorVersion="15" MinorVersion="2"');
  });

  test.each([
    ['wrong password', basic(anna, 'wrong'), 'all-well', 'Negotiate, NTLM, Basic realm="exchange.contoso.com"'],
    ['nothing', undefined, 'all-well', 'Negotiate, NTLM, Basic realm="exchange.contoso.com"'],
    ['a token', 'Bearer eyJ0eXAi', 'all-well', 'Negotiate, NTLM, Basic realm="exchange.contoso.com"'],
    ['good password, but no basic authentication', basic(anna, 'correct horse'), 'basic-ntlm-only', 'Negotiate, NTLM'],
  ])('%s: refused, with what it takes', async (_what, authorization, scenario, offered) => {
    const { soap, window } = play(scenario);
    const { status, headers } = await soap(envelope(calendarView(window()), { header }), authorization === undefined ? { url: server } : { url: server, authorization });
    expect([status, headers.get('WWW-Authenticate')]).toEqual([401, offered]);
  });
});

describe('a request that is none', () => {
  const view = calendarView({ from: '2026-11-25T00:00:00Z', to: '2026-11-26T00:00:00Z' });
  const good = envelope(view);
  const shape = '<m:ItemShape><t:BaseShape>Default</t:BaseShape></m:ItemShape>';

  test.each([
    ['no version', envelope(view, { header: '' }), "The element 'Header' in namespace 'http://schemas.xmlsoap.org/soap/envelope/' has incomplete content. List of possible elements expected: 'RequestServerVersion' in namespace 'http://schemas.microsoft.com/exchange/services/2006/types'."],
    ['an unknown version', good.replace('Exchange2013_SP1', 'Exchange2099'), "The 'Version' attribute is invalid - The value 'Exchange2099' is invalid according to its datatype - The Enumeration constraint failed."],
    ['elements in another order', good.replace(`${shape}<m:CalendarView`, '<m:CalendarView').replace('<m:ParentFolderIds>', `${shape}<m:ParentFolderIds>`), "The element 'FindItem' in namespace 'http://schemas.microsoft.com/exchange/services/2006/messages' has invalid child element 'CalendarView'"],
    ['a folder before the view', good.replace(/(<m:CalendarView[^>]*>)(<m:ParentFolderIds>.*<\/m:ParentFolderIds>)/, '$2$1'), "has invalid child element 'CalendarView'"],
    ['no folder', good.replace(/<m:ParentFolderIds>.*<\/m:ParentFolderIds>/, ''), "The element 'FindItem' in namespace 'http://schemas.microsoft.com/exchange/services/2006/messages' has incomplete content. List of possible elements expected: 'Restriction, SortOrder, ParentFolderIds' in namespace"],
    ['an element that the schema does not know', good.replace('<t:BaseShape>', '<t:Shape/><t:BaseShape>'), "has invalid child element 'Shape'"],
    ['an element of another namespace', good.replaceAll('t:BaseShape', 'm:BaseShape'), "has invalid child element 'BaseShape' in namespace 'http://schemas.microsoft.com/exchange/services/2006/messages'. List of possible elements expected: 'BaseShape' in namespace 'http://schemas.microsoft.com/exchange/services/2006/types'."],
    ['an attribute that is missing', good.replace(' Traversal="Shallow"', ''), "The required attribute 'Traversal' is missing."],
    ['an attribute that does not exist', good.replace('StartDate=', 'From="x" StartDate='), "The 'From' attribute is not declared."],
    ['a time that is none', good.replace('2026-11-26T00:00:00Z', 'tomorrow'), "The 'EndDate' attribute is invalid - The value 'tomorrow' is invalid according to its datatype."],
    ['a shape that is none', good.replace('>Default<', '>Everything<'), "BaseShape' element is invalid - The value 'Everything'"],
    ['a property that is misspelled', envelope(calendarView({ from: '2026-11-25T00:00:00Z', to: '2026-11-26T00:00:00Z' }, { shape: '<t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties><t:FieldURI FieldURI="calendar:IsAllDay"/></t:AdditionalProperties>' })), "The value 'calendar:IsAllDay' is invalid"],
    ['another operation', good.replaceAll('m:FindItem', 'm:FindEverything'), "has invalid child element 'FindEverything'"],
    ['no envelope', '<hello/>', "element is not declared."],
    ['XML that ends too soon', good.slice(0, -50), 'unclosed tag'],
    ['a document type', good.replace('<soap:Envelope', '<!DOCTYPE x [<!ENTITY a "b">]><soap:Envelope'), 'For security reasons DTD is prohibited in this XML document.'],
    ['no XML', 'hello', 'outside of root node'],
  ])('%s', async (_what, xml, violation) => {
    const { soap, authorization } = await online();
    const { status, text } = await soap(xml, { authorization });
    expect([status, ...textsOf(text, 'e:ResponseCode'), ...textsOf(text, 'e:Message')]).toEqual([500, 'ErrorSchemaValidation', 'The request failed schema validation.']);
    expect(textsOf(text, 't:Violation')[0]).toContain(violation);
  });

  test('where the fault is, is said by line and column', async () => {
    const { soap, authorization } = await online();
    const { text } = await soap(good.replace('<soap:Body>', '<soap:Body>\n   ').replace(' Traversal="Shallow"', ''), { authorization });
    expect([...textsOf(text, 't:LineNumber'), ...textsOf(text, 't:LinePosition')]).toEqual(['5', '5']);
  });

  test('prefixes are free, namespaces count', async () => {
    const { soap, authorization } = await online();
    const own = good.replaceAll('m:', '').replace('xmlns:m=', 'xmlns=').replace('xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns="', 'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns="');
    expect((await soap(own.replaceAll('t:', 'types:').replace('xmlns:t=', 'xmlns:types='), { authorization })).status).toBe(200);
  });

  test('another content type, method or path', async () => {
    const { fetch, soap, authorization } = await online();
    expect((await soap(good, { authorization, type: 'application/soap+xml' })).status).toBe(415);
    expect((await fetch('https://outlook.office365.com/EWS/Exchange.asmx', { headers: { Authorization: authorization } })).status).toBe(405);
    expect((await soap(good, { authorization, url: 'https://outlook.office365.com/owa' })).status).toBe(404);
  });
});
