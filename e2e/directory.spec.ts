import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { section } from './journeys.ts';
import { fillProvider, openTab, save } from './provider-journeys.ts';

const pst = 'exchange-pst';

test('a name finds the public contacts of the root, and says why it finds no others', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, pst);
  const search = section(page, 'Try a search');
  await expect(search.getByText('Save the settings first')).toBeVisible();
  await fillProvider(page);
  await save(page);
  const find = async (name: string) => {
    await search.getByLabel('Name').fill(name);
    await search.getByLabel('Name').press('Enter');
  };
  await find('');
  await expect(search.getByLabel('Name')).toHaveAccessibleDescription(/This is needed\./);
  await find('müller');
  const contacts = search.getByRole('list', { name: 'Contacts found' }).getByRole('listitem');
  await expect(contacts).toHaveCount(2);
  await expect(contacts.first()).toHaveText(/Jörg MüllerFabrikam GmbH/);
  await expect(contacts.first().getByRole('definition')).toHaveText(['+49 40 66969 190', '+49 40 66969 101', '+49 40 66969 0', '+49 176 040 690 01', 'Hafenstraße 12, 20457 Hamburg, Germany']);
  await expect(search.getByText('These are the public contacts in the root of the public folders whose name contains “müller”.')).toBeVisible();
  await expect(page.locator('#announcer')).toHaveText(/^These are the public contacts/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);

  await find('Privatmann');
  await expect(search.getByText('The contacts that match “Privatmann” are private.')).toBeVisible();
  await expect(contacts).toHaveCount(0);
  await find('Lindqvist');
  await expect(search.getByText('no name contains “Lindqvist”. Folders below the root are not searched.')).toBeVisible();
});

test('public folders without a contact', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'public-folders-empty' });
  await openTab(page, pst);
  await fillProvider(page);
  await save(page);
  const search = section(page, 'Try a search');
  await search.getByLabel('Name').fill('Anna');
  await search.getByRole('button', { name: 'Search' }).click();
  await expect(search.getByText('The root of the public folders holds no contacts')).toBeVisible();
});

for (const scenario of ['ews-blocked', 'public-folders-denied', 'ews-html']) {
  test(`Exchange refuses a search: ${scenario}`, async ({ page, system }) => {
    await system.openSignedIn({ scenario });
    await openTab(page, pst);
    await fillProvider(page);
    await save(page);
    const search = section(page, 'Try a search');
    await search.getByLabel('Name').fill('Anna');
    await search.getByRole('button', { name: 'Search' }).click();
    await expect(search.getByText('Fix', { exact: true })).toBeVisible();
    await expect(page.locator('#announcer')).toHaveText(/^The public folders could not be searched\. ./);
    await expectAccessible(page);
  });
}

test('public folders that do not answer can be given up', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'exchange-silent' });
  await openTab(page, pst);
  await fillProvider(page);
  await save(page);
  const search = section(page, 'Try a search');
  await search.getByLabel('Name').fill('Anna');
  await search.getByRole('button', { name: 'Search' }).press('Enter');
  await search.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(search.getByRole('button', { name: 'Search' })).toBeFocused();
});
