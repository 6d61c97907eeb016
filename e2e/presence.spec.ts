import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { section } from './journeys.ts';
import { fillProvider, openTab, save } from './provider-journeys.ts';

test.use({ timezoneId: 'Europe/Berlin' });

const calendar = 'exchange-calendar-integration';
const changes = (page: Page, of: string) => section(page, of).getByRole('list', { name: 'Presence, change by change' }).getByRole('listitem');

/** A local time some minutes from now, as an input for date and time takes it. */
function localTime(page: Page, minutes: number): Promise<string> {
  return page.evaluate((ms) => {
    const date = new Date(Date.now() + ms);
    return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  }, minutes * 60_000);
}

test('a subject is tried while it is typed: its keyword, the sentence that says why, and each change of the presence', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  const tried = section(page, 'Try a subject');
  await tried.getByRole('textbox', { name: 'Subject' }).fill('Weekly MEETING with Contoso');
  await tried.getByLabel('Start').fill('2030-11-25T10:00');
  await expect(tried.getByLabel('End')).toHaveValue(/^2030-11-25T10:30/);
  await expect(tried.locator('mark')).toHaveText('MEETING');
  await expect(tried.getByText(/^Sets Meeting at 10:00 on 25 November 2030 and Office again at 10:30/)).toBeVisible();
  await expect(page.locator('#announcer')).toHaveText(/^Sets Meeting at 10:00/);
  await expect(changes(page, 'Try a subject')).toHaveText([/now\s+Office/, /25 Nov 2030, 10:00\s+Meeting, announced return 25 Nov 2030, 10:30/, /25 Nov 2030, 10:30\s+Office/]);

  await tried.getByRole('switch', { name: 'Auto back to office' }).press('Space');
  await expect(changes(page, 'Try a subject')).toHaveText([/Office/, /Meeting, .*10:30/, /10:30.*still Meeting, .*10:45/, /11:00/, /11:15/, /11:30/, 'and so on every 15 minutes, until the user changes it']);
  await tried.getByLabel('Voicemail language').selectOption('German');
  await expect(tried.getByText('The subject contains no keyword')).toBeVisible();
  await expect(tried.locator('mark')).toHaveCount(0);
  await tried.getByRole('textbox', { name: 'Subject' }).fill('Mittagessen');
  await expect(tried.getByText('“Mittag” is only a part of a longer word')).toBeVisible();
  await tried.getByRole('textbox', { name: 'Subject' }).clear();
  await expect(tried.getByText('“Mittag” is only a part of a longer word')).toHaveCount(0);
});

test('what begins in less than 3 minutes is ignored, and an all-day one runs from midnight to midnight', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  const tried = section(page, 'Try a subject');
  await tried.getByRole('textbox', { name: 'Subject' }).fill('Lunch');
  await tried.getByLabel('Start').fill(await localTime(page, 2));
  await expect(tried.getByText(/^It begins less than 3 minutes after it is made and is ignored/)).toBeVisible();
  await expect(changes(page, 'Try a subject')).toHaveText([/now\s+Office/]);
  await tried.getByRole('switch', { name: 'All day' }).click();
  await tried.getByLabel('Start').fill('2030-03-31');
  await expect(tried.getByLabel('End')).toHaveValue('2030-03-31');
  await expect(tried.getByText('An all-day appointment runs from midnight to midnight in Europe/Berlin.')).toBeVisible();
  await expect(changes(page, 'Try a subject').nth(1)).toHaveText(/31 Mar 2030, 00:00\s+Lunch, announced return 1 Apr 2030, 00:00/);
});

test('times and subjects that cannot be are said at their fields', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  const tried = section(page, 'Try a subject');
  const [subject, start, end] = [tried.getByRole('textbox', { name: 'Subject' }), tried.getByLabel('Start'), tried.getByLabel('End')];
  await subject.fill('Meeting');
  await end.fill('2020-01-01T10:00');
  await expect(end).toHaveAccessibleDescription(/The end is before the start\./);
  await start.fill('2030-03-31T02:30');
  await expect(start).toHaveAccessibleDescription(/This time does not exist: clocks are put forward then\./);
  await start.fill('');
  await expect(start).toHaveAccessibleDescription(/This is needed\./);
  await start.fill('2030-03-31T10:00');
  await end.fill('2030-03-31T11:00');
  await subject.fill('x'.repeat(1001));
  await expect(subject).toHaveAccessibleDescription(/This is too long\./);
  await expectAccessible(page);
  await subject.fill(`${'🏖️'.repeat(140)} Meeting`);
  await expect(tried.locator('mark')).toHaveText('Meeting');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
});

test('keywords: read, changed, counted at once, and reset', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  const keywords = section(page, 'Keywords');
  await expect(keywords.getByRole('row', { name: 'Out of Office' })).toHaveText('Out of OfficeOut of Office');
  await expect(keywords.getByText('unconfirmed')).toHaveCount(0);
  await keywords.getByLabel('Voicemail language').selectOption('French');
  await expect(keywords.getByText('unconfirmed')).toBeVisible();
  await keywords.getByRole('button', { name: 'Edit' }).click();
  await keywords.getByLabel('Meeting').fill('Rendez-vous');
  await keywords.getByLabel('Sick').fill('');
  await keywords.getByRole('button', { name: 'Save' }).click();
  await expect(keywords.getByLabel('Sick')).toHaveAccessibleDescription(/This is needed\./);
  await keywords.getByLabel('Sick').fill('PAUSÉ');
  await keywords.getByRole('button', { name: 'Save' }).click();
  await expect(keywords.getByLabel('Break')).toHaveAccessibleDescription(/Another status has this keyword/);
  await expectAccessible(page);
  await keywords.getByLabel('Sick').fill('Malade');
  await keywords.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(keywords.getByRole('row', { name: 'Meeting' })).toHaveText(/Rendez-vous.*default: Réunion/);
  await expect(page.locator('#announcer')).toHaveText('The keywords are saved.');

  await page.reload();
  await expect(keywords.getByRole('row', { name: 'Meeting' })).toHaveText(/Rendez-vous/);
  const tried = section(page, 'Try a subject');
  await tried.getByLabel('Voicemail language').selectOption('French');
  await tried.getByRole('textbox', { name: 'Subject' }).fill('rendez-vous chez le client');
  await expect(tried.locator('mark')).toHaveText('rendez-vous');

  await keywords.getByRole('button', { name: 'Edit' }).click();
  await keywords.getByRole('button', { name: 'Reset to defaults' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reset the keywords of this language?' });
  await dialog.getByRole('button', { name: 'Keep them' }).click();
  await expect(keywords.getByLabel('Meeting')).toHaveValue('Rendez-vous');
  await keywords.getByRole('button', { name: 'Reset to defaults' }).click();
  await dialog.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(keywords.getByRole('row', { name: 'Meeting' })).toHaveText('MeetingRéunion');
  await expect(tried.locator('mark')).toHaveCount(0);
});

test('keywords that are not saved are not lost by a click: another language, another tab; Undo drops them', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  const keywords = section(page, 'Keywords');
  await keywords.getByRole('button', { name: 'Edit' }).click();
  await keywords.getByLabel('Lunch').fill('Midday');
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await keywords.getByLabel('Voicemail language').selectOption('Dutch');
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(keywords.getByLabel('Voicemail language')).toHaveValue('en');
  await page.getByRole('tab', { name: 'Exchange PST' }).click();
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(keywords.getByLabel('Lunch')).toHaveValue('Midday');
  await keywords.getByLabel('Voicemail language').selectOption('Dutch');
  await dialog.getByRole('button', { name: 'Leave' }).click();
  await expect(keywords.getByLabel('Meeting')).toHaveValue('Vergadering');
  await keywords.getByLabel('Meeting').fill('Overleg');
  await keywords.getByRole('button', { name: 'Undo' }).click();
  await expect(keywords.getByRole('row', { name: 'Meeting' })).toHaveText('MeetingVergadering');
  await page.getByRole('tab', { name: 'Exchange PST' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Exchange PST' })).toBeVisible();
});

test('two admins change the same keywords: both values side by side, and a choice for each', async ({ page, system, context }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  const other = await context.newPage();
  await other.goto(page.url());
  for (const [one, value] of [[page, 'Mine'], [other, 'Theirs']] as const) {
    await section(one, 'Keywords').getByRole('button', { name: 'Edit' }).click();
    await section(one, 'Keywords').getByLabel('Lunch').fill(value);
  }
  await section(other, 'Keywords').getByLabel('Sick').fill('Ill');
  await section(other, 'Keywords').getByRole('button', { name: 'Save' }).click();
  await expect(section(other, 'Keywords').getByRole('row', { name: 'Lunch' })).toHaveText(/Theirs/);
  await page.bringToFront();
  const keywords = section(page, 'Keywords');
  await keywords.getByRole('button', { name: 'Save' }).click();
  await expect(keywords.getByRole('radio', { name: 'Sick, theirs: Ill' })).toBeChecked();
  await expect(keywords.getByRole('radio', { name: 'Lunch, yours: Mine' })).toBeChecked();
  await expectAccessible(page);
  await keywords.getByRole('button', { name: 'Save this choice' }).click();
  await expect(keywords.getByRole('row', { name: 'Lunch' })).toHaveText(/Mine/);
  await expect(keywords.getByRole('row', { name: 'Sick' })).toHaveText(/Ill/);
});

test('a mailbox’s next 24 hours: each appointment with its reason, and the presence of all together', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  const day = section(page, 'Preview a mailbox');
  await expect(day.getByText('Save the settings first')).toBeVisible();
  await fillProvider(page);
  await save(page);
  await expect(day.getByText('It is recorded who has looked at which mailbox')).toBeVisible();
  await day.getByRole('button', { name: 'Preview' }).click();
  await expect(day.getByLabel('Mailbox')).toHaveAccessibleDescription(/This is needed\./);
  await day.getByLabel('Mailbox').fill('anna@contoso.com');
  await day.getByRole('button', { name: 'Preview' }).click();
  await expect(day.getByRole('row')).toHaveCount(13);
  await expect(day.getByRole('row', { name: 'private' })).toHaveText(/Keyword: Sick/);
  await expect(day.getByRole('row', { name: 'Homework for the audit' })).toHaveText(/unchanged.*“Home” is only a part of a longer word/);
  await expect(day.getByRole('row', { name: 'Canceled: Meeting about the warehouse' })).toHaveText(/cancelled.*unchanged.*It is cancelled/);
  await day.getByText('The presence in words').click();
  await expect(changes(page, 'Preview a mailbox').filter({ hasText: 'Break' })).toHaveCount(1);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);

  await day.getByLabel('Mailbox').fill('nobody@contoso.com');
  await day.getByRole('button', { name: 'Preview' }).click();
  await expect(day.getByText('Exchange knows no mailbox nobody@contoso.com.')).toBeVisible();
  await expect(day.getByText('Fix', { exact: true })).toBeVisible();
  await expect(page.locator('#announcer')).toHaveText(/^The calendar could not be read\. Exchange knows no mailbox/);
});

test('a calendar that does not answer can be given up', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'exchange-silent' });
  await openTab(page, calendar);
  await fillProvider(page);
  await save(page);
  const day = section(page, 'Preview a mailbox');
  await day.getByLabel('Mailbox').fill('anna@contoso.com');
  await day.getByRole('button', { name: 'Preview' }).click();
  await expect(day.getByText('The calendar is being read …')).toBeVisible();
  await day.getByRole('button', { name: 'Cancel' }).click();
  await expect(day.getByRole('button', { name: 'Preview' })).toBeFocused();
  await expect(day.getByText('Postern does not answer')).toHaveCount(0);
});
