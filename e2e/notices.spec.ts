import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { api } from '../contract/addresses.ts';
import { paths } from '../src/paths.ts';
import { expect, test } from './fixtures.ts';
import { fillBasic, section } from './journeys.ts';

const secret = `whsec_${btoa('a secret of thirty-two bytes, ok')}`;

async function openNotices(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Service Center' }).getByRole('link', { name: 'Notices' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Notices' })).toBeVisible();
}

async function fillWebhook(page: Page, url = 'https://hooks.contoso.com/postern'): Promise<void> {
  await page.getByRole('switch', { name: 'Send notices to a webhook' }).check();
  await page.getByLabel('URL').fill(url);
  await page.getByLabel('Signing secret', { exact: true }).fill(secret);
}

async function fillMail(page: Page, host = 'alerts.contoso.com'): Promise<void> {
  await page.getByRole('switch', { name: 'Send notices by mail' }).check();
  await page.getByLabel('Outgoing mail server (SMTP)').fill(host);
  await page.getByLabel('Username').fill('postern');
  await page.getByLabel('Password').fill('another battery');
  await page.getByLabel('Sender').fill('postern@contoso.com');
  await page.getByLabel('Recipients').fill('ops@contoso.com\nit@contoso.com');
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeAttached();
}

function sendTest(page: Page, channel: 'Webhook' | 'Mail'): Promise<void> {
  return section(page, channel).getByRole('button', { name: 'Send a test notice' }).click();
}

test('a webhook with a secret made here: what arrives is signed with it, and the Event Log tells of it', async ({ page, system }) => {
  await system.openSignedIn();
  await openNotices(page);
  await page.getByRole('switch', { name: 'Send notices to a webhook' }).check();
  await page.getByLabel('URL').fill('https://hooks.contoso.com/postern');
  await page.getByRole('button', { name: 'Make a secret' }).click();
  const made = (await section(page, 'Webhook').getByText(/^whsec_/).textContent()) ?? '';
  await save(page);
  await expect(page.getByText(made)).toHaveCount(0);
  await expect(page.getByLabel('Signing secret', { exact: true })).toHaveValue('');
  await sendTest(page, 'Webhook');
  await expect(section(page, 'Webhook').getByText('The test notice arrived: hooks.contoso.com took it.')).toBeVisible();
  await expect(section(page, 'Webhook').getByText(/\(test notice\)$/)).toBeVisible();
  const [{ url, headers, body } = { url: '', headers: {} as Record<string, string>, body: '' }] = await system.notices();
  expect(url).toBe('https://hooks.contoso.com/postern');
  expect(JSON.parse(body)).toMatchObject({ type: 'notice.test', data: { kind: 'test', title: 'Test notice' } });
  const key = Buffer.from(made.replace('whsec_', ''), 'base64');
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64')}`);
  await page.getByRole('link', { name: 'Event Log' }).click();
  await expect(page.getByText('Test notice sent to hooks.contoso.com')).toBeVisible();
});

test('what is typed is tried before it is saved, and each failure says what is wrong and who must act', async ({ page, system }) => {
  await system.openSignedIn();
  await openNotices(page);
  for (const [url, cause] of [
    ['https://moved.hooks.contoso.com/', 'moved.hooks.contoso.com sends notices on to another address (HTTP 308).'],
    ['https://gone.hooks.contoso.com/', 'gone.hooks.contoso.com says that this address is gone for good (HTTP 410)'],
    ['https://127.0.0.1/', '127.0.0.1 is this machine itself or a link-local address; Postern does not connect there.'],
    ['https://nobody.contoso.com/', 'The name nobody.contoso.com cannot be resolved.'],
  ] as const) {
    await fillWebhook(page, url);
    await sendTest(page, 'Webhook');
    await expect(section(page, 'Webhook').getByText('The test notice did not arrive. It was sent with values that are not saved.')).toBeVisible();
    await expect(section(page, 'Webhook').getByText(cause)).toBeVisible();
  }
  expect(await system.notices()).toEqual([]);
});

test('a receiver that never answers is given up by a press of a button', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'webhook-silent' });
  await openNotices(page);
  await fillWebhook(page);
  await sendTest(page, 'Webhook');
  await expect(section(page, 'Webhook').getByText('It is being sent …')).toBeVisible();
  await section(page, 'Webhook').getByRole('button', { name: 'Cancel' }).click();
  await expect(section(page, 'Webhook').getByRole('button', { name: 'Send a test notice' })).toBeVisible();
  await expect(page.getByLabel('URL')).toHaveValue('https://hooks.contoso.com/postern');
});

test('mail goes through a server of its own; that of E-mail forwarding is refused at its field', async ({ page, system }) => {
  await system.openSignedIn();
  await fillBasic(page);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  await openNotices(page);
  await fillMail(page, 'relay.contoso.com');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel('Outgoing mail server (SMTP)')).toHaveAccessibleDescription(/E-mail forwarding uses this mail server/);
  await expect(page.getByLabel('Outgoing mail server (SMTP)')).toBeFocused();
  await page.getByLabel('Outgoing mail server (SMTP)').fill('alerts.contoso.com');
  await save(page);
  await sendTest(page, 'Mail');
  await expect(section(page, 'Mail').getByText('The test notice arrived: ops@contoso.com, it@contoso.com took it.')).toBeVisible();
  expect((await system.mails()).map(({ from, to, subject, user }) => [from, to, subject, user])).toEqual([
    ['postern@contoso.com', ['ops@contoso.com'], 'Postern: Test notice', 'postern'],
    ['postern@contoso.com', ['it@contoso.com'], 'Postern: Test notice', 'postern'],
  ]);
  await system.choose('notice-mail-refused');
  await sendTest(page, 'Mail');
  await expect(section(page, 'Mail').getByText('550 5.7.1 Relaying denied')).toBeVisible();
});

test('nothing filled in, and wrong values: the fields say so, and the first one has the focus', async ({ page, system }) => {
  await system.openSignedIn();
  await openNotices(page);
  await page.getByRole('switch', { name: 'Send notices to a webhook' }).check();
  await page.getByRole('switch', { name: 'Send notices by mail' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  for (const name of ['URL', 'Outgoing mail server (SMTP)', 'Sender', 'Recipients']) await expect(page.getByLabel(name)).toHaveAccessibleDescription(/This is needed\./);
  await expect(page.getByLabel('URL')).toBeFocused();
  await page.getByLabel('URL').fill('http://hooks.contoso.com/');
  await page.getByLabel('Signing secret', { exact: true }).fill('short');
  await page.getByLabel('Recipients').fill('ops@contoso.com\nnobody');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel('URL')).toHaveAccessibleDescription(/It must begin with https:\/\//);
  await expect(page.getByLabel('Signing secret', { exact: true })).toHaveAccessibleDescription(/This is not a signing secret/);
  await expect(page.getByLabel('Recipients')).toHaveAccessibleDescription(/Address 2: This is not an e-mail address/);
  // What is switched off is not looked at.
  await page.getByRole('switch', { name: 'Send notices to a webhook' }).uncheck();
  await page.getByRole('switch', { name: 'Send notices by mail' }).uncheck();
  await save(page);
});

test('a secret does not go along to another receiver, and what somebody else has saved is not lost', async ({ page, system }) => {
  await system.openSignedIn();
  await openNotices(page);
  await fillWebhook(page);
  await save(page);
  await page.getByLabel('URL').fill('https://broken.hooks.contoso.com/postern');
  await expect(page.getByText('The stored one was entered for another receiver. Enter it again for this one.')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel('Signing secret', { exact: true })).toHaveAccessibleDescription(/The stored one was entered for other values than these/);
  await page.getByLabel('URL').fill('https://hooks.contoso.com/mine');
  const status = await page.evaluate(async (address) => {
    const read = await fetch(address);
    const { webhook, mail } = await read.json();
    const body = JSON.stringify({ language: 'de', webhook: { ...webhook, url: 'https://hooks.contoso.com/theirs' }, mail });
    return (await fetch(address, { method: 'PUT', body, headers: { 'Content-Type': 'application/json', 'If-Match': read.headers.get('ETag') ?? '' } })).status;
  }, api.notices);
  expect(status).toBe(200);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const table = page.getByRole('table');
  await expect(table.getByRole('radio', { name: 'URL, yours: https://hooks.contoso.com/mine' })).toBeChecked();
  await expect(table.getByRole('radio', { name: 'Language of notices and calendar, theirs: Deutsch' })).toBeChecked();
  await page.getByRole('button', { name: 'Save this choice' }).click();
  await expect(table).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel('URL')).toHaveValue('https://hooks.contoso.com/mine');
  await expect(page.getByLabel('Language of notices and calendar')).toHaveValue('de');
});

test('the calendar is read by its address without a sign-in, until it is revoked', async ({ page, system }) => {
  await system.openSignedIn();
  await openNotices(page);
  const calendar = section(page, 'Calendar');
  const read = (path: string) => page.evaluate(async (address) => {
    const answer = await fetch(address, { credentials: 'omit' });
    return [answer.status, (await answer.text()).slice(0, 15)];
  }, path);
  const shown = async () => (await calendar.getByText(/calendar\.ics\?key=/).textContent()) ?? '';
  await calendar.getByRole('button', { name: 'Make an address' }).click();
  const first = await shown();
  expect(await read(first)).toEqual([200, 'BEGIN:VCALENDAR']);
  await calendar.getByRole('button', { name: 'Make a new address' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep the address' }).click();
  await expect(calendar.getByRole('button', { name: 'Make a new address' })).toBeFocused();
  await calendar.getByRole('button', { name: 'Make a new address' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new address' }).click();
  await expect.poll(shown).not.toBe(first);
  const second = await shown();
  expect([(await read(first))[0], (await read(second))[0]]).toEqual([404, 200]);
  await calendar.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(calendar.getByText('There is no address yet.')).toBeVisible();
  expect((await read(second))[0]).toBe(404);
});

test('who leaves with changes is asked', async ({ page, system }) => {
  await system.openSignedIn();
  await openNotices(page);
  await page.getByRole('switch', { name: 'Send notices by mail' }).check();
  await page.getByRole('link', { name: 'Event Log' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.notices()}$`));
});
