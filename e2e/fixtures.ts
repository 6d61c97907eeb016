import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { test as base, expect, type Page } from '@playwright/test';
import { paths } from '../src/paths.ts';
import { mockAddress } from './mock-address.ts';

export { expect };

/** The system under test, alike in both projects: mock mode in the page, or the real backend with the sandbox. */
export interface System {
  /** Opens the console signed in, with nothing set up, at E-mail forwarding or at another page. */
  openSignedIn(options?: { scenario?: string; at?: string }): Promise<void>;
  /** Opens the console of a new system; answers its set-up code. */
  openNew(): Promise<string>;
  /** Ends the session behind the page's back, as time does. */
  endSession(): Promise<void>;
  /** The password of the administrator who is signed in. */
  readonly password: string;
  /** Another scenario from now on, and how long each answer takes, in milliseconds. */
  choose(scenario: string, latencyMs?: number): Promise<void>;
  /** The mails that the played mail server has taken in. */
  mails(): Promise<{ from: string; to: string[]; subject: string; text: string; user: string }[]>;
  /** The notices that the played receivers have taken in. */
  notices(): Promise<{ url: string; headers: Record<string, string>; body: string }[]>;
}

export const account = { username: 'admin', password: 'correct horse battery', email: 'admin@contoso.com' };
export const values = { emailAddress: 'pbx@contoso.com', applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4', tenantId: 'contoso.com' };

export const test = base.extend<{ system: System; noErrors: void }>({
  system: async ({ page }, provide, info) => {
    if (info.project.name === 'mocks') return provide(mocks(page));
    const database = info.project.name === 'postgres' ? await newDatabase() : {};
    const backend = await startBackend(database);
    await provide(realBackend(page, backend));
    await backend.stop();
  },
  // Whatever a page complains about fails the test that made it do so.
  noErrors: [
    async ({ context }, provide) => {
      const errors: string[] = [];
      context.on('weberror', (error) => errors.push(error.error().message));
      // What a request was refused with is part of many scenarios; the browser notes each of them.
      context.on('console', (message) => message.type() === 'error' && !message.text().startsWith('Failed to load resource') && errors.push(message.text()));
      await provide();
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

function mocks(page: Page): System {
  const open = (query: string, at = paths.home()) => page.goto(`${mockAddress}${at}?interval=1&latency=0&${query}`);
  const stored = (name: string) => page.evaluate((key) => localStorage.getItem(key), name);
  return {
    async openSignedIn({ scenario = 'all-well', at = paths.emailForwarding() } = {}) {
      await open(`scenario=${scenario}`, at);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    async openNew() {
      await open('fresh');
      await page.waitForURL(`**${paths.setUp()}`);
      return (await stored('postern-setup-code')) ?? '';
    },
    password: 'simulated-password',
    endSession: () => page.evaluate(() => localStorage.setItem('postern-session', 'ended')),
    async choose(scenario, latencyMs = 0) {
      const panel = await page.context().newPage();
      await panel.goto(`${mockAddress}/simulated.html?page=/panel`);
      await panel.locator(`input[value="${scenario}"]`).check();
      await panel.getByLabel('Latency (milliseconds)').fill(String(latencyMs));
      await panel.getByRole('button', { name: 'Apply' }).click();
      await expect(panel.getByRole('status')).toBeVisible();
      await panel.close();
    },
    async mails() {
      const state: unknown = JSON.parse((await stored('postern-microsoft')) ?? '{}');
      return Object(state).mails ?? [];
    },
    async notices() {
      const state: unknown = JSON.parse((await stored('postern-microsoft')) ?? '{}');
      return Object(state).notices ?? [];
    },
  };
}

function realBackend(page: Page, { url, panel, setupCode }: Backend): System {
  const control = (body: object) => page.request.post(`${panel}control`, { data: body });
  return {
    async openSignedIn({ scenario = 'all-well', at = paths.emailForwarding() } = {}) {
      await control({ scenario });
      const answer = await page.request.post(`${url}/api/v1/setup`, { headers: { Origin: url }, data: { code: setupCode, ...account, language: 'en' } });
      expect(answer.status()).toBe(201);
      await page.goto(`${url}${at}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    async openNew() {
      await page.goto(url);
      await page.waitForURL(`**${paths.setUp()}`);
      return setupCode;
    },
    password: account.password,
    endSession: () => page.context().clearCookies(),
    async choose(scenario, latencyMs = 0) {
      await control({ scenario, latencyMs });
    },
    mails: async () => (await page.request.get(`${panel}control/mails`)).json(),
    notices: async () => (await page.request.get(`${panel}control/notices`)).json(),
  };
}

interface Backend {
  url: string;
  panel: string;
  setupCode: string;
  stop(): Promise<void>;
}

/** A database of its own on the PostgreSQL of this run. */
async function newDatabase(): Promise<{ DATABASE_URL: string }> {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  const name = `e2e_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = `/${name}`;
  return { DATABASE_URL: url.href };
}

async function startBackend(database: { DATABASE_URL?: string }): Promise<Backend> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'postern-e2e-'));
  // Each scenario starts its own: compiled once for all.
  const env = { ...process.env, ...database, NODE_COMPILE_CACHE: 'test-results/compiled', POSTERN_PORT: '0', POSTERN_DATA: data, POSTERN_LOG_LEVEL: 'error', SANDBOX_INTERVAL: '1', SANDBOX_LATENCY: '0' };
  const child = spawn(process.execPath, ['dist/server/sandbox.js'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = await started(child);
  const read = (name: string) => new RegExp(`^${name}:? +(\\S+)`, 'm').exec(output)?.[1] ?? '';
  return {
    url: read('Open'),
    panel: read('Panel').replace(/panel$/, ''),
    setupCode: read('Set-up code'),
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
      fs.rmSync(data, { recursive: true, force: true });
    },
  };
}

function started(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += String(chunk);
      if (output.includes('Panel ') && output.includes('Set-up code')) done(output);
    });
    child.stderr?.on('data', (chunk) => (output += String(chunk)));
    child.once('exit', (code) => failed(new Error(`The sandbox ended with ${code}.\n${output}`)));
  });
}
