import { paths } from '../src/paths.ts';
import { makePilot, makeQueue, open } from './contact-center-journeys.ts';
import { downloadAs, events, openEventLog } from './event-log-journeys.ts';
import { expect, test } from './fixtures.ts';
import { ladder, section, signInAtMicrosoft } from './journeys.ts';

test('what happened is there, the newest first, each with what there is to know', async ({ page, system }) => {
  await system.openSignedIn();
  await signInAtMicrosoft(page);
  await section(page, 'Check').getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(ladder(page).last()).toHaveText(/Test mail accepted/);
  await page.getByRole('link', { name: 'Event Log' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Event Log' })).toBeFocused();
  await expect(events(page).first()).toContainText('Check passed');
  await expect(events(page).nth(1)).toContainText('Signed in at Microsoft as pbx@contoso.com');
  await expect(events(page).first()).toContainText('E-mail forwarding');
  await expect(events(page).first()).toContainText('admin');
  await page.getByRole('link', { name: 'Check passed' }).click();
  const panel = page.getByRole('dialog', { name: 'Check passed' });
  await expect(ladder(page).last()).toHaveText(/Test mail accepted/);
  await panel.getByRole('button', { name: 'Show transcript' }).click();
  await expect(panel.getByText('> EHLO')).toBeVisible();
  // The panel is in the address.
  await page.reload();
  await expect(panel.getByRole('list', { name: 'Steps of the check' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('from a check to the events of its function, or of its queue pilot', async ({ page, system }) => {
  await system.openSignedIn();
  const { id } = await makeQueue(page, 'Sales', '300');
  const pilot = await makePilot(page, id);
  await open(page, paths.queuePilots(id, { pilot: pilot.id }), 'Sales');
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Check POP3 access' }).click();
  await panel.getByRole('link', { name: 'Events of this queue pilot' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Event Log' })).toBeFocused();
  await expect(page.getByLabel('Function')).toHaveValue('queue-pilot');
  await expect(events(page).first()).toContainText('Check passed');
  await expect(events(page).last()).toContainText('Queue pilot “sales@contoso.com” saved');
  await page.getByRole('link', { name: 'E-mail forwarding' }).click();
  await signInAtMicrosoft(page);
  await section(page, 'Check').getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(ladder(page).last()).toHaveText(/Test mail accepted/);
  await page.getByRole('link', { name: 'Events of this function' }).click();
  await expect(page.getByLabel('Function')).toHaveValue('email-forwarding');
  await expect(events(page).first()).toContainText('Check passed');
});

test('severity, function, changes, time and words leave out what does not fit, and stay in the address', async ({ page, system }) => {
  await system.openSignedIn();
  const { id } = await makeQueue(page, 'Sales', '300');
  await makePilot(page, id);
  await openEventLog(page);
  await page.getByLabel('Changes only').check();
  await page.getByLabel('Function').selectOption('Queue Pilots');
  await expect(events(page)).toHaveCount(1);
  await expect(events(page)).toContainText('Queue pilot “sales@contoso.com” saved');
  await page.getByLabel('Search').fill('SALES@ cont');
  await expect(page).toHaveURL(/q=SALES/);
  await expect(events(page)).toHaveCount(1);
  await page.reload();
  await expect(page.getByLabel('Changes only')).toBeChecked();
  await expect(page.getByLabel('Function')).toHaveValue('queue-pilot');
  await expect(events(page)).toHaveCount(1);
  await page.getByLabel('Severity').selectOption('Error');
  await expect(page.getByText('No event fits.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Download CSV' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Show all events' }).click();
  await expect(page.getByLabel('Search')).toHaveValue('');
  await expect(events(page).first()).toContainText('Queue pilot “sales@contoso.com” saved');
  await page.getByLabel('Time range').selectOption('Last hour');
  await expect(events(page).first()).toContainText('Queue pilot “sales@contoso.com” saved');
});

test('a stretch of time that is over: nothing in it, and an end before the beginning is said at its field', async ({ page, system }) => {
  await system.openSignedIn();
  await makeQueue(page, 'Sales', '300');
  await openEventLog(page);
  await page.getByLabel('Time range').selectOption('From – to');
  await page.getByLabel('From', { exact: true }).fill('2016-01-01T00:00');
  await page.getByLabel('To', { exact: true }).fill('2015-01-01T00:00');
  await expect(page.getByText('The end must be after the beginning.')).toBeVisible();
  await page.getByLabel('To', { exact: true }).fill('2020-01-01T00:00');
  await page.getByLabel('To', { exact: true }).press('Enter');
  await expect(page.getByText('No event fits.')).toBeVisible();
  await page.getByLabel('To', { exact: true }).fill('2099-01-01T00:00');
  await page.getByLabel('To', { exact: true }).press('Enter');
  await expect(events(page).first()).toBeVisible();
});

test('what happens meanwhile comes on top by itself; who reads further down is told, and keeps his place', async ({ page, system }) => {
  await system.openSignedIn();
  await openEventLog(page);
  await makeQueue(page, 'First', '1');
  await expect(events(page).first()).toContainText('Queue “First” saved');
  await page.getByRole('link', { name: 'Queue “First” saved' }).focus();
  await makeQueue(page, 'Second', '2');
  await makeQueue(page, 'Third', '3');
  const more = page.getByRole('button', { name: 'Show 2 new events' });
  await expect(more).toBeVisible();
  await expect(events(page).first()).toContainText('Queue “First” saved');
  await expect(page.getByRole('link', { name: 'Queue “First” saved' })).toBeFocused();
  await more.click();
  await expect(events(page).first()).toContainText('Queue “Third” saved');
  await expect(events(page).nth(1)).toContainText('Queue “Second” saved');
  await expect(more).toHaveCount(0);
});

test('more than a page: on to the older ones, and back', async ({ page, system }) => {
  await system.openSignedIn();
  for (let number = 1; number <= 55; number++) await makeQueue(page, `Queue ${number}`, String(number));
  await openEventLog(page, { changes: true, q: 'queue' });
  await expect(events(page)).toHaveCount(50);
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(events(page)).toHaveCount(5);
  await expect(events(page).last()).toContainText('Queue “Queue 1” saved');
  await page.reload();
  await expect(events(page)).toHaveCount(5);
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(events(page).first()).toContainText('Queue “Queue 55” saved');
});

test('hostile names are shown and downloaded as text', async ({ page, system }) => {
  await system.openSignedIn();
  const names = ['<img src=x onerror=alert(1)>', '=HYPERLINK("http://x")', 'مبيعات', `${'w'.repeat(100)}`];
  for (const [at, name] of names.entries()) await makeQueue(page, name, String(at + 1));
  await openEventLog(page, { q: '' });
  for (const name of names) await expect(page.getByRole('link', { name: `Queue “${name}” saved` })).toBeVisible();
  await expect(page.locator('img')).toHaveCount(0);
  const csv = await downloadAs(page, 'CSV');
  expect(csv.name).toMatch(/^event-log-\d{4}-\d\d-\d\d\.csv$/);
  expect(csv.text.startsWith('\ufeffTime (UTC),Severity,')).toBe(true);
  expect(csv.text).toContain(`,"'=HYPERLINK(""http://x"")",`);
  expect(csv.text).toContain('مبيعات');
  const json = await downloadAs(page, 'JSON');
  const found: { params: { queue?: string } }[] = JSON.parse(json.text);
  expect(found.map(({ params }) => params.queue).filter((name) => name !== undefined)).toEqual(names.toReversed());
});

test('an event that is gone, and a page that cannot be had, are said', async ({ page, system }) => {
  await system.openSignedIn();
  await openEventLog(page, { event: 'abcdefghijklmnopqrst' });
  await expect(page.getByRole('dialog', { name: 'There is no such event' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(new RegExp(`${paths.eventLog()}$`));
});

test('in German', async ({ page, system }) => {
  await system.openSignedIn();
  await makeQueue(page, 'Vertrieb', '300');
  await openEventLog(page);
  await page.getByLabel('Language').selectOption('de');
  await expect(page.getByRole('link', { name: 'Warteschlange „Vertrieb“ gespeichert' })).toBeVisible();
});
