import { expect, type Page } from '@playwright/test';
import type { Administrator } from '../contract/administrators.ts';
import { api } from '../contract/addresses.ts';
import type { Role } from '../contract/roles.ts';
import { paths } from '../src/paths.ts';
import type { System } from './fixtures.ts';

export const firstPassword = 'a first password';
/** The password that an account of `actAs` has chosen. */
export const chosenPassword = 'a chosen password';

interface Sent {
  method: 'POST' | 'PUT' | 'DELETE';
  url: string;
  body?: unknown;
  ifMatch?: string;
}

/** Sends a request to the API from the page, as its session; answers the body. */
export async function send<T>(page: Page, sent: Sent): Promise<T> {
  return page.evaluate(async ({ method, url, body, ifMatch }) => {
    const headers = { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...(ifMatch && { 'If-Match': ifMatch }) };
    const answer = await fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }, sent);
}

/** Adds an account that has not signed in yet. */
export function addAdministrator(page: Page, system: System, changed: Partial<{ username: string; role: Role; email: string }> = {}): Promise<Administrator> {
  return send<Administrator>(page, { method: 'POST', url: api.administrators, body: { username: 'berta', role: 'advanced', language: 'en', password: firstPassword, ownPassword: system.password, ...changed } });
}

/** Saves an account as another expert would. */
export async function saveElsewhere(page: Page, system: System, { id, ...account }: Administrator, changed: Partial<Administrator>): Promise<void> {
  const etag = await page.evaluate(async (url) => (await fetch(url)).headers.get('ETag') ?? '', api.administrator(id));
  await send(page, { method: 'PUT', url: api.administrator(id), ifMatch: etag, body: { ...account, ...changed, ownPassword: system.password } });
}

/** From now on the page is that of somebody with this role, who has chosen his password. */
export async function actAs(page: Page, system: System, role: Role, email = 'reader@contoso.com'): Promise<void> {
  await addAdministrator(page, system, { username: role, role, email });
  await send(page, { method: 'POST', url: api.session, body: { username: role, password: firstPassword } });
  await send(page, { method: 'PUT', url: api.account, body: { ownPassword: firstPassword, password: chosenPassword } });
  await page.reload();
  await expect(page.getByText(role, { exact: true })).toBeVisible();
}

/** Signs out, and opens the sign-in page. */
export async function signOut(page: Page): Promise<void> {
  await send(page, { method: 'DELETE', url: api.session });
  await page.goto(new URL(paths.signIn(), page.url()).href);
}

/** Fills in the sign-in page and sends it. */
export async function enter(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Opens a page of the console by its address. */
export async function open(page: Page, path: string, title: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Answers the question for the own password. */
export async function confirm(page: Page, name: string | RegExp, action: string, password: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name });
  await dialog.getByLabel('Your own password').fill(password);
  await dialog.getByRole('button', { name: action, exact: true }).click();
}
