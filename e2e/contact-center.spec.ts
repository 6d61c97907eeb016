import { paths } from '../src/paths.ts';
import { addQueue, deleteElsewhere, makeQueue, open } from './contact-center-journeys.ts';
import { expect, test } from './fixtures.ts';

test('the first queue: the empty list leads to it, what is missing is said, and it stands in the tree', async ({ page, system }) => {
  await system.openSignedIn();
  await open(page, paths.queues());
  await expect(page.getByText('No queue yet')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Add' }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.queues({ add: true }).replace('?', '\\?')}$`));
  const panel = page.getByRole('dialog', { name: 'Add a queue' });
  await expect(panel.getByLabel('Name')).toBeFocused();
  await panel.getByRole('button', { name: 'Save' }).click();
  for (const name of ['Name', 'Number']) await expect(panel.getByLabel(name)).toHaveAccessibleDescription(/This is needed\./);
  await expect(panel.getByLabel('Name')).toBeFocused();
  await panel.getByLabel('Name').fill('Sales');
  await panel.getByLabel('Number').fill('3oo');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByLabel('Number')).toHaveAccessibleDescription(/Enter digits only/);
  await expect(panel.getByLabel('Number')).toHaveValue('3oo');
  await panel.getByLabel('Number').fill('300');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sales' })).toBeVisible();
  await expect(page).toHaveURL(/queue-pilots$/);
  await expect(page.getByRole('navigation', { name: 'UC Suite' }).getByRole('link', { name: 'Sales Not set up' })).toHaveAttribute('aria-current', 'page');
});

test('a queue is renamed and gets another number; both are there after a reload', async ({ page, system }) => {
  await system.openSignedIn();
  await addQueue(page, 'Sales', '300');
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByLabel('Name').fill('Sales Europe');
  await page.getByLabel('Number').fill('+49 (89) 700-300');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^saved /)).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'UC Suite' }).getByRole('link', { name: /Sales Europe/ })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Name')).toHaveValue('Sales Europe');
  await expect(page.getByLabel('Number')).toHaveValue('+4989700300');
  await page.getByLabel('Name').fill('Something else');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('Name')).toHaveValue('Sales Europe');
});

test('a number that another queue has: named while typing, linked, and it can be saved', async ({ page, system }) => {
  await system.openSignedIn();
  await makeQueue(page, 'Support', '301');
  await open(page, paths.queues({ add: true }));
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Number').fill('3 01');
  await expect(panel.getByText('This number is used already:')).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Support' })).toBeVisible();
  await panel.getByLabel('Name').fill('Hotline');
  await panel.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await expect(page.getByRole('link', { name: 'Support', exact: true })).toBeVisible();
});

test('deleted by mistake: asked with its name, and Undo brings it back from another page', async ({ page, system }) => {
  await system.openSignedIn();
  const { id } = await makeQueue(page, 'Sales', '300');
  await open(page, paths.queueSettings(id), 'Sales');
  await page.getByRole('button', { name: 'Delete queue' }).click();
  const question = page.getByRole('dialog', { name: 'Delete queue Sales?' });
  await expect(question.getByText('It has no queue pilots.')).toBeVisible();
  await expect(question.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No queue yet')).toBeVisible();
  await page.getByRole('navigation', { name: 'UC Suite' }).getByRole('link', { name: 'External Providers Config' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'External Providers Config' })).toBeVisible();
  const notice = page.getByRole('complementary', { name: 'Queue Sales was deleted.' });
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(notice.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(notice).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'UC Suite' }).getByRole('link', { name: /^Sales/ })).toBeVisible();
  await open(page, paths.queueSettings(id), 'Sales');
});

test('somebody deletes the queue while it is edited: by whom is said, and it can be had back with what was typed', async ({ page, system }) => {
  await system.openSignedIn();
  const { id } = await makeQueue(page, 'Sales', '300');
  await open(page, paths.queueSettings(id), 'Sales');
  await page.getByLabel('Name').fill('Sales Europe');
  await deleteElsewhere(page, id);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('admin has deleted the queue Sales.')).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('Sales Europe');
  await page.getByRole('button', { name: 'Restore and save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sales Europe' })).toBeVisible();
  await expect(page.getByText(/^saved /)).toBeVisible();
});

test('somebody else has saved meanwhile: both values, and a choice', async ({ page, system, context }) => {
  await system.openSignedIn();
  const { id } = await makeQueue(page, 'Sales', '300');
  await open(page, paths.queueSettings(id), 'Sales');
  await page.getByLabel('Name').fill('Mine');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel('Name').fill('Theirs');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText(/^saved /)).toBeVisible();
  await page.bringToFront();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('radio', { name: 'Name, theirs: Theirs' }).check();
  await page.getByRole('button', { name: 'Save this choice' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Theirs' })).toBeVisible();
});

test('sixty queues: search, sort and pages are in the address, and the tree leads to all', async ({ page, system }) => {
  await system.openSignedIn();
  for (let at = 1; at <= 60; at += 1) await makeQueue(page, `Queue ${String(at).padStart(2, '0')}`, String(300 + at));
  await open(page, paths.queues());
  const rows = page.getByRole('table').locator('tbody tr');
  const list = page.getByRole('main');
  await expect(rows).toHaveCount(50);
  await expect(list.getByText('1–50 of 60')).toBeVisible();
  await list.getByRole('link', { name: 'Next' }).click();
  await expect(list.getByText('51–60 of 60')).toBeVisible();
  await page.reload();
  await expect(rows).toHaveCount(10);
  await list.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(rows.first()).toContainText('Queue 01');
  await page.getByRole('button', { name: 'Number' }).click();
  await expect(page.getByRole('columnheader', { name: 'Number' })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('button', { name: 'Number' }).click();
  await expect(page.getByRole('columnheader', { name: 'Number' })).toHaveAttribute('aria-sort', 'descending');
  await expect(rows.first()).toContainText('Queue 60');
  await page.getByLabel('Search').fill('queue 17');
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/q=queue\+17&sort=-number$/);
  await page.getByLabel('Search').fill('nothing like it');
  await expect(list.getByText('No queue has this name or number.')).toBeVisible();
  await page.getByRole('navigation', { name: 'UC Suite' }).getByRole('link', { name: 'All queues' }).click();
  await expect(rows).toHaveCount(50);
  await expect(page.getByLabel('Search')).toHaveValue('');
});

test('a panel with changes asks before it is left, by Escape as by the way back', async ({ page, system }) => {
  await system.openSignedIn();
  await open(page, paths.queues());
  await page.getByRole('main').getByRole('link', { name: 'Add' }).click();
  const panel = page.getByRole('dialog', { name: 'Add a queue' });
  await panel.getByLabel('Name').fill('Sales');
  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(panel.getByLabel('Name')).toHaveValue('Sales');
  await page.goBack();
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('link', { name: 'Add' })).toBeFocused();
});

test('a queue that does not exist, with a way back', async ({ page, system }) => {
  await system.openSignedIn();
  await open(page, paths.queueSettings('nothing'), 'There is no such queue');
  await page.getByRole('link', { name: 'All queues' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Queues' })).toBeVisible();
});

test('a queue is added and opened without a mouse', async ({ page, system }) => {
  await system.openSignedIn();
  await makeQueue(page, 'Support', '301');
  await open(page, paths.queues());
  await page.getByLabel('Search').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('link', { name: 'Add' })).toBeFocused();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Add a queue' });
  await expect(panel.getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Sales');
  await page.keyboard.press('Tab');
  await page.keyboard.type('300');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Sales' })).toBeFocused();
  await page.goBack();
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(3);
});
