import { describe, expect, test } from 'vitest';
import type { Language } from '../../../contract/fields.ts';
import { searchDirectory } from './directory-search.ts';
import { answering, failedMessage, foundFolders, foundItems, online, soap } from './exchange/testing.ts';

const params = { cloud: 'global', tenantId: 'contoso.com', applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4' };
const contact = (sensitivity = 'Normal') => `<t:Contact><t:ItemId Id="C"/><t:Sensitivity>${sensitivity}</t:Sensitivity><t:DisplayName>Anna</t:DisplayName></t:Contact>`;
const none = () => soap(foundItems('', { total: 0 }));

function search(language: Language, ...answers: (Response | Error)[]) {
  const { call, stop } = answering(...answers);
  const result = () => searchDirectory(call, { place: online, mailbox: 'pbx@contoso.com', params, name: 'anna', language }, stop.signal);
  return { result, stop };
}

describe('why there are these, or none', () => {
  test.each([
    ['found', [soap(foundItems(contact()))], 'These are the public contacts in the root of the public folders whose name contains “anna”.'],
    ['only-private', [soap(foundItems(contact('Confidential')))], 'The contacts that match “anna” are private. Only what its owner has not marked as private, personal or confidential is found.'],
    ['no-match', [none(), soap(foundItems(contact()))], 'There are contacts in the root of the public folders, but no name contains “anna”. Folders below the root are not searched.'],
    ['empty-folder', [none(), none(), soap(foundFolders(''))], 'The root of the public folders holds no contacts, and no folder directly below it does.'],
    [
      'only-in-subfolders',
      [none(), none(), soap(foundFolders('<t:ContactsFolder><t:FolderId Id="B"/><t:DisplayName>Customers</t:DisplayName></t:ContactsFolder>'))],
      'The root of the public folders holds no contacts. There is the folder “Customers” below it, but folders below the root are not searched: move the contacts to the root.',
    ],
  ])('%s', async (rule, answers, why) => {
    expect(await search('en', ...answers).result()).toMatchObject({ rule, why });
  });

  test('too many: the first 50 are shown', async () => {
    expect(await search('de', soap(foundItems(contact().repeat(60), { total: 60 }))).result()).toMatchObject({
      rule: 'too-many',
      total: 60,
      items: { length: 50 },
      why: 'Zu „anna“ passen mehr Kontakte, als gezeigt werden: Das sind die ersten 50 nach Namen. Geben Sie mehr vom Namen ein.',
    });
  });
});

test('what Exchange refuses is explained in the reader’s language', async () => {
  const { why, diagnosis, ...rest } = await search('de', soap(failedMessage('FindItem', 'ErrorAccessDenied'))).result();
  expect(rest).toEqual({ items: [], total: 0, rule: null });
  expect(why).toBe('pbx@contoso.com darf den Stamm der öffentlichen Ordner nicht lesen.');
  expect(diagnosis).toMatchObject({ code: 'public-folders-access-denied', owner: 'exchange-admin', script: expect.stringContaining('-User pbx@contoso.com') });
});

test('whoever goes away is not answered', async () => {
  const { result, stop } = search('en');
  stop.abort(new Error('gone'));
  await expect(result()).rejects.toThrow('gone');
});
