import { describe, expect, test } from 'vitest';
import { openPublicContacts, searchPublicContacts } from './public-contacts.ts';
import { answering, foundFolders, foundItems, online, soap } from './testing.ts';

// Types.xsd: the order of the elements; keys of numbers and addresses as PhoneNumberKeyType and PhysicalAddressKeyType list them.
const anna = `<t:Contact><t:ItemId Id="AA=" ChangeKey="E"/><t:Sensitivity>Normal</t:Sensitivity><t:FileAs>Söhne, Anna</t:FileAs><t:DisplayName>Anna &lt;Söhne&gt; &amp; O&apos;Brien</t:DisplayName><t:CompanyName>Söhne KG</t:CompanyName>
  <t:PhysicalAddresses><t:Entry Key="Business"><t:Street>Hauptstr. 1</t:Street><t:City>Köln</t:City><t:State>NRW</t:State><t:CountryOrRegion>Germany</t:CountryOrRegion><t:PostalCode>50667</t:PostalCode></t:Entry><t:Entry Key="Home"/></t:PhysicalAddresses>
  <t:PhoneNumbers><t:Entry Key="AssistantPhone">+49 221 1</t:Entry><t:Entry Key="BusinessFax">+49 221 2</t:Entry><t:Entry Key="BusinessPhone">+49 221 3</t:Entry><t:Entry Key="BusinessPhone2">+49 221 4</t:Entry><t:Entry Key="CompanyMainPhone">+49 221 5</t:Entry>
  <t:Entry Key="HomePhone">+49 221 6</t:Entry><t:Entry Key="HomePhone2">+49 221 7</t:Entry><t:Entry Key="MobilePhone">+49 171 8</t:Entry><t:Entry Key="Pager">9</t:Entry><t:Entry Key="OtherTelephone"> </t:Entry></t:PhoneNumbers></t:Contact>`;
const secret = anna.replace('Normal', 'Private').replace('AA=', 'BB=');
const contact = (at: number) => `<t:Contact><t:ItemId Id="C${at}="/><t:Sensitivity>Normal</t:Sensitivity><t:DisplayName>Söhne ${at}</t:DisplayName></t:Contact>`;
const list = '<t:DistributionList><t:ItemId Id="DD="/><t:DisplayName>Söhne all</t:DisplayName></t:DistributionList>';
const namespaces = 'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"';
const wrapped = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><soap:Envelope ${namespaces}><soap:Header><t:RequestServerVersion Version="Exchange2013_SP1"/><t:ExchangeImpersonation><t:ConnectingSID><t:PrimarySmtpAddress>pbx@contoso.com</t:PrimarySmtpAddress></t:ConnectingSID></t:ExchangeImpersonation></soap:Header><soap:Body>${body}</soap:Body></soap:Envelope>`;
const root = '<m:ParentFolderIds><t:DistinguishedFolderId Id="publicfoldersroot"/></m:ParentFolderIds>';

test('the root is opened, its folders are told apart', async () => {
  const { call, sent } = answering(
    soap(foundFolders('<t:Folder><t:FolderId Id="A"/><t:DisplayName>Old posts</t:DisplayName><t:FolderClass>IPF.Note</t:FolderClass></t:Folder><t:ContactsFolder><t:FolderId Id="B"/><t:FolderClass>IPF.Contact</t:FolderClass><t:DisplayName>Customers &amp; Co</t:DisplayName></t:ContactsFolder>')),
  );
  expect(await openPublicContacts(call, online)).toEqual({ folders: [{ name: 'Old posts', holdsContacts: false }, { name: 'Customers & Co', holdsContacts: true }] });
  // messages.xsd: shape, view, parent.
  expect(sent[0]?.body).toBe(
    wrapped(
      '<m:FindFolder Traversal="Shallow"><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties><t:FieldURI FieldURI="folder:DisplayName"/><t:FieldURI FieldURI="folder:FolderClass"/></t:AdditionalProperties></m:FolderShape>' +
        `<m:IndexedPageFolderView MaxEntriesReturned="100" Offset="0" BasePoint="Beginning"/>${root}</m:FindFolder>`,
    ),
  );
  expect(sent[0]?.headers.get('soapaction')).toBe('"http://schemas.microsoft.com/exchange/services/2006/messages/FindFolder"');
});

describe('a name is searched', () => {
  test('in the root, in any case, whatever signs it has', async () => {
    const { call, sent } = answering(soap(foundItems(anna)));
    await searchPublicContacts(call, online, { name: "O'Brien & <Söhne>", limit: 50 });
    // messages.xsd: shape, view, restriction, order, parent.
    expect(sent.map(({ body }) => body)).toEqual([
      wrapped(
        `<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties>${['item:Sensitivity', 'contacts:FileAs', 'contacts:DisplayName', 'contacts:CompanyName', 'contacts:PhoneNumbers', 'contacts:PhysicalAddresses'].map((field) => `<t:FieldURI FieldURI="${field}"/>`).join('')}</t:AdditionalProperties></m:ItemShape>` +
          '<m:IndexedPageItemView MaxEntriesReturned="100" Offset="0" BasePoint="Beginning"/>' +
          '<m:Restriction><t:Contains ContainmentMode="Substring" ContainmentComparison="IgnoreCase"><t:FieldURI FieldURI="contacts:DisplayName"/><t:Constant Value="O&apos;Brien &amp; &lt;Söhne&gt;"/></t:Contains></m:Restriction>' +
          `<m:SortOrder><t:FieldOrder Order="Ascending"><t:FieldURI FieldURI="contacts:DisplayName"/></t:FieldOrder></m:SortOrder>${root}</m:FindItem>`,
      ),
    ]);
  });

  test('found: name, company, numbers and addresses, each with its kind', async () => {
    const { call } = answering(soap(foundItems(anna)));
    expect(await searchPublicContacts(call, online, { name: 'anna', limit: 50 })).toEqual({
      total: 1,
      rule: 'found',
      folder: null,
      items: [
        {
          displayName: "Anna <Söhne> & O'Brien",
          company: 'Söhne KG',
          numbers: [
            { kind: 'other', number: '+49 221 1' },
            { kind: 'fax', number: '+49 221 2' },
            { kind: 'business', number: '+49 221 3' },
            { kind: 'business-2', number: '+49 221 4' },
            { kind: 'company', number: '+49 221 5' },
            { kind: 'home', number: '+49 221 6' },
            { kind: 'home-2', number: '+49 221 7' },
            { kind: 'mobile', number: '+49 171 8' },
          ],
          addresses: [{ kind: 'business', street: 'Hauptstr. 1', postalCode: '50667', city: 'Köln', state: 'NRW', country: 'Germany' }],
        },
      ],
    });
  });

  test('private ones and lists are left out', async () => {
    const { call } = answering(soap(foundItems(secret + list + contact(1), { total: 3 })));
    expect(await searchPublicContacts(call, online, { name: 'söhne', limit: 50 })).toMatchObject({ items: [{ displayName: 'Söhne 1' }], total: 1, rule: 'found' });
  });

  test('a contact without a name of its own has the one it is filed under', async () => {
    const { call } = answering(soap(foundItems('<t:Contact><t:ItemId Id="C"/><t:FileAs>Contoso Ltd.</t:FileAs></t:Contact>')));
    expect((await searchPublicContacts(call, online, { name: null, limit: 50 })).items).toEqual([{ displayName: 'Contoso Ltd.', company: '', numbers: [], addresses: [] }]);
  });

  test('all of them, where no name is given', async () => {
    const { call, sent } = answering(soap(foundItems(contact(1))));
    expect(await searchPublicContacts(call, online, { name: null, limit: 50 })).toMatchObject({ total: 1, rule: 'found' });
    expect(sent[0]?.body).not.toContain('Restriction');
  });
});

describe('the rule that decides', () => {
  test('more than are shown', async () => {
    const { call } = answering(soap(foundItems(contact(1) + contact(2) + contact(3), { total: 3 })));
    expect(await searchPublicContacts(call, online, { name: 'söhne', limit: 2 })).toMatchObject({ items: [{ displayName: 'Söhne 1' }, { displayName: 'Söhne 2' }], total: 3, rule: 'too-many' });
  });

  test('far more than are read', async () => {
    const { call, sent } = answering(soap(foundItems(secret + contact(1) + contact(2), { total: 5000, last: false, next: 3 })));
    expect(await searchPublicContacts(call, online, { name: 'söhne', limit: 1 })).toMatchObject({ total: 4999, rule: 'too-many' });
    expect(sent).toHaveLength(1);
  });

  test('a page of private ones is followed by the next', async () => {
    const { call, sent } = answering(soap(foundItems(secret.repeat(100), { total: 101, last: false, next: 100 })), soap(foundItems(contact(1), { total: 101 })));
    expect(await searchPublicContacts(call, online, { name: 'söhne', limit: 50 })).toMatchObject({ total: 1, rule: 'found' });
    expect(sent[1]?.body).toContain('MaxEntriesReturned="100" Offset="100"');
  });

  test('pages without end come to one', async () => {
    const { call, sent } = answering(...Array.from({ length: 20 }, () => soap(foundItems(secret, { total: 1_000_000, last: false, next: 0 }))));
    expect(await searchPublicContacts(call, online, { name: 'söhne', limit: 50 })).toMatchObject({ items: [], rule: 'too-many' });
    expect(sent).toHaveLength(10);
  });

  test('only private ones match', async () => {
    const { call } = answering(soap(foundItems(secret)));
    expect(await searchPublicContacts(call, online, { name: 'anna', limit: 50 })).toEqual({ items: [], total: 0, rule: 'only-private', folder: null });
  });

  test('others are there, but none of this name', async () => {
    const { call, sent } = answering(soap(foundItems('', { total: 0 })), soap(foundItems(contact(1))));
    expect(await searchPublicContacts(call, online, { name: 'zzz', limit: 50 })).toMatchObject({ rule: 'no-match' });
    expect(sent[1]?.body).toContain('<m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape>');
  });

  test('nothing there at all', async () => {
    const { call } = answering(soap(foundItems('', { total: 0 })), soap(foundItems('', { total: 0 })), soap(foundFolders('<t:Folder><t:FolderId Id="A"/><t:DisplayName>Posts</t:DisplayName></t:Folder>')));
    expect(await searchPublicContacts(call, online, { name: 'anna', limit: 50 })).toMatchObject({ rule: 'empty-folder', folder: null });
  });

  test('they are in a folder below, which is not searched', async () => {
    const { call } = answering(
      soap(foundItems('', { total: 0 })),
      soap(foundItems('<t:PostItem><t:ItemId Id="P"/></t:PostItem>')),
      soap(foundFolders('<t:ContactsFolder><t:FolderId Id="B"/><t:DisplayName>Customers</t:DisplayName></t:ContactsFolder>')),
    );
    expect(await searchPublicContacts(call, online, { name: 'anna', limit: 50 })).toMatchObject({ rule: 'only-in-subfolders', folder: 'Customers' });
  });
});
