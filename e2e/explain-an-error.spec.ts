import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { section } from './journeys.ts';
import { paths } from '../src/paths.ts';

const log = [
  '2026-11-25 09:14:01 ERROR relay: 535 5.7.3 Authentication unsuccessful [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM]',
  "2026-11-25 09:14:02 ERROR token: AADSTS7000222: The provided client secret keys for app '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4' are expired. client_secret=8Kq8Q~aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3x",
  "2026-11-25 09:15:02 ERROR token: AADSTS7000222: The provided client secret keys for app '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4' are expired.",
].join('\n');

test('a log is pasted: what decides comes first, each with its place, for whom and what to do; its secret is not shown again', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByRole('link', { name: 'Explain an error' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Explain an error' })).toBeFocused();
  await expectAccessible(page);
  const text = page.getByRole('textbox', { name: 'Error text' });
  await text.fill(log);
  await page.getByRole('button', { name: 'Explain', exact: true }).click();
  const meaning = section(page, 'What it means');
  await expect(meaning.getByText('2 answers, the deciding one first')).toBeVisible();
  const [first, second] = [meaning.getByRole('listitem').first(), meaning.locator('.explained > li').nth(1)];
  await expect(first).toContainText('Line 2 · 2 times');
  await expect(first).toContainText('The client secret of the application 2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4 has expired.');
  await expect(first).toContainText('Entra administrator');
  await expect(first).toContainText('Trying again without a change does not help.');
  await expect(second).toContainText('Line 1');
  await expect(second).toContainText('Exchange does not let this sign-in into the mailbox, and says no more.');
  await expect(second).toContainText("Get-MailboxPermission -Identity '<mailbox>'");
  await expect(second).toContainText('In the commands replace what stands in < >.');
  await expect(meaning).not.toContainText('8Kq8Q');
  await expect(page.locator('#announcer')).toHaveText(/^The client secret of the application .* Further answers: 1\.$/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);

  expect(page.url()).not.toMatch(/AADSTS|secret/);
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(stored).not.toContain('7000222');
  expect(stored).not.toContain('8Kq8Q');
  await page.reload();
  await expect(text).toHaveValue('');
});

test('by the keyboard: the example, and what it means', async ({ page, system }) => {
  await system.openSignedIn();
  await page.goto(new URL(paths.explainAnError(), page.url()).href);
  await page.getByRole('button', { name: 'Take an example' }).press('Enter');
  const text = page.getByRole('textbox', { name: 'Error text' });
  await expect(text).toBeFocused();
  await expect(text).toHaveValue(/AADSTS50173/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(section(page, 'What it means').getByText('Microsoft has revoked the sign-in, often after a change of the password.')).toBeVisible();
});

test('nothing, too much, and a text without an answer: said at the field, or with what to paste instead', async ({ page, system }) => {
  await system.openSignedIn();
  await page.goto(new URL(paths.explainAnError(), page.url()).href);
  const text = page.getByRole('textbox', { name: 'Error text' });
  const explain = page.getByRole('button', { name: 'Explain', exact: true });
  await explain.click();
  await expect(text).toHaveAccessibleDescription(/This is needed\./);
  await expect(text).toBeFocused();
  await expectAccessible(page);

  await text.fill('x'.repeat(1_100_000));
  await expect(text).toHaveAccessibleDescription(/This is more than 1 MB\. Paste the part with the error\./);
  // It fits the field, but not as it is sent.
  await text.fill('"'.repeat(600_000));
  await explain.click();
  await expect(text).toHaveAccessibleDescription(/This is more than 1 MB\./);

  await text.fill('The telephone of room 535 rings 5.7.2026.');
  await explain.click();
  const meaning = section(page, 'What it means');
  await expect(meaning).toContainText('The text holds no answer of Microsoft, a mail server or the network that this version knows.');
  await expect(meaning).toContainText('Paste the whole message, from the line with the error on');
  await text.fill('535 5.7.139 Authentication unsuccessful, something new');
  await explain.click();
  await expect(meaning).toContainText('The mail server refused the sign-in, for a reason that this version does not know.');
  await expect(meaning).toContainText('see in Entra ID → Sign-in logs');
});

test('in German, and for whoever only reads', async ({ page, system }) => {
  await system.openSignedIn();
  await page.goto(new URL(paths.explainAnError(), page.url()).href);
  await page.getByRole('textbox', { name: 'Error text' }).fill('-ERR Authentication failure: unknown user name or bad password.');
  await page.getByLabel('Language').selectOption('de');
  await expect(page.getByRole('heading', { level: 1, name: 'Fehler erklären' })).toBeVisible();
  await page.getByRole('button', { name: 'Erklären', exact: true }).click();
  const meaning = section(page, 'Was es bedeutet');
  await expect(meaning).toContainText('Die Antwort nennt ein Kennwort, aber es wurde keines gesendet');
  await expect(meaning).toContainText('Wer');
});
