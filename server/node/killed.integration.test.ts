import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { afterAll, expect, test } from 'vitest';
import { api } from '../../contract/addresses.ts';
import type { Authorization } from '../../contract/authorization.ts';
import type { Check } from '../../contract/checks.ts';
import { makeAuthority } from '../../mocks/mail/certificates.ts';
import { listenForMail } from '../../mocks/mail/listener.ts';
import { playMailPorts } from '../../mocks/mail/port.ts';
import { clock as realClock } from '../../mocks/clock.ts';
import { createMicrosoft } from '../../mocks/microsoft/app.ts';
import { playFetch } from '../../mocks/microsoft/fetch.ts';
import { decide, openCode } from '../../mocks/microsoft/device-codes.ts';
import { playedMicrosoft, type PlayedMicrosoft } from '../../mocks/microsoft/state.ts';
import type { Confidential } from '../confidential.ts';
import { settings, standingClock, testBackend } from '../app/testing.ts';
import { processState } from '../memory/shared-state.ts';
import { createSealing } from '../sealing.ts';
import type { Repositories, Store } from '../store.ts';
import { openSqliteStore } from './store/sqlite.ts';
import { startPostern } from './testing/process.ts';

const account = 'pbx@contoso.com';
const played = { scenario: 'all-well', intervalSeconds: 1, latencyMs: 0 };
const admin = { username: 'admin', password: 'correct horse battery' };
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postern-killed-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** What was acknowledged, and must be there ever after. */
interface Acknowledged {
  account: boolean;
  settings: boolean;
  signedIn: boolean;
  refreshed: string | null;
  checks: string[];
}

const nothing = (): Acknowledged => ({ account: false, settings: false, signedIn: false, refreshed: null, checks: [] });

type Ask = <T>(method: string, address: string, body?: unknown, headers?: Record<string, string>) => Promise<T>;

/** The journey from wherever it stands to a mail that went out. `tick` lets a moment pass, and rejects when the system is dead. */
async function goOn(ask: Ask, setupCode: string, microsoft: PlayedMicrosoft, done: Acknowledged, tick: () => Promise<void>): Promise<void> {
  const { needed } = await ask<{ needed: boolean }>('GET', api.setup);
  if (needed && done.account) throw new Error('The administrator is lost.');
  await (needed ? ask('POST', api.setup, { code: setupCode, ...admin }) : ask('POST', api.session, admin));
  done.account = true;
  const { configured } = await ask<{ configured: boolean }>('GET', api.emailForwarding);
  if (!configured && done.settings) throw new Error('The settings are lost.');
  if (!configured) await ask('PUT', api.emailForwarding, settings, { 'If-Match': '"0"' });
  done.settings = true;
  let sign = await ask<Authorization>('GET', api.authorization);
  if (done.signedIn && sign.state !== 'authorized') throw new Error(`The sign-in is lost: ${sign.state}.`);
  if (sign.state !== 'authorized' && sign.state !== 'pending') sign = await ask<Authorization>('POST', api.authorization);
  while (sign.state === 'pending') {
    const { userCode } = sign;
    await microsoft.change((remembered) => {
      const code = openCode(remembered, userCode ?? '', Number.NEGATIVE_INFINITY);
      if (code) decide(remembered, code, { account });
    });
    await tick();
    sign = await ask<Authorization>('GET', api.authorization);
    // The code is spent when the answer to it was not stored: a person gets a new one.
    if (sign.state !== 'pending' && sign.state !== 'authorized') sign = await ask<Authorization>('POST', api.authorization, { renew: true });
  }
  if (sign.state !== 'authorized') throw new Error(`Nobody is signed in: ${sign.state}.`);
  if (done.refreshed && (sign.lastRefreshAt ?? '') < done.refreshed) throw new Error('A refresh is lost.');
  done.signedIn = true;
  done.refreshed = sign.lastRefreshAt;
  for (const id of done.checks) expect((await ask<Check>('GET', api.check(id))).state).toBe('passed');
  let check = await ask<Check>('POST', api.checks, { function: 'email-forwarding', input: { sendTo: 'admin@contoso.com' } });
  while (check.state === 'running') {
    await tick();
    check = await ask<Check>('GET', api.check(check.id));
  }
  expect(check.state).toBe('passed');
  done.checks.push(check.id);
}

/** A store that dies before it commits its `at`th write, and does nothing any more. */
function dying(store: Store, at: number): Store & { isDead(): boolean } {
  let writes = 0;
  let dead = false;
  return {
    kind: store.kind,
    isDead: () => dead,
    watch: (listener) => store.watch(listener),
    transaction: (work) =>
      store.transaction(async (rows) => {
        if (dead) throw new Error('dead');
        let wrote = false;
        const watched = Object.fromEntries(
          Object.entries(rows).map(([name, repository]) => [
            name,
            new Proxy(repository as object, {
              get(target, method, receiver) {
                if (/^(?:put|add|delete)/.test(String(method))) wrote = true;
                return Reflect.get(target, method, receiver);
              },
            }),
          ]),
        ) as unknown as Repositories;
        const result = await work(watched);
        if (wrote) writes++;
        dead = wrote && writes === at;
        if (dead) throw new Error('dead');
        return result;
      }),
  };
}

test('killed at each write of the journey: nothing acknowledged is lost, and the journey goes on', { timeout: 120_000 }, async () => {
  let at = 1;
  for (let survived = false; !survived; at++) survived = await dieAt(at);
  expect(at).toBeGreaterThan(12);

  /** One life that dies at this write, then one that goes on; true where the journey has fewer writes. */
  async function dieAt(write: number): Promise<boolean> {
    const file = path.join(folder, `${write}.sqlite`);
    const time = standingClock();
    const state = processState();
    const microsoft = playedMicrosoft(state, played);
    const identity = createMicrosoft(state, { pagesUrl: 'https://login.microsoft.com/', clock: time.clock, settings: played });
    const secrets = { ...createSealing(new Uint8Array(32).fill(7)), hashPassword: async (password: Confidential) => password.reveal(), verifyPassword: async (password: Confidential, hash: string) => password.reveal() === hash };
    const done = nothing();

    async function live(store: Store, isDead: () => boolean): Promise<void> {
      const made = testBackend({ time, ports: { store, secrets, fetch: playFetch(identity, microsoft), ...playMailPorts(microsoft, time.clock) } });
      const life = new AbortController();
      const work = made.backend.run(life.signal).catch(() => {});
      const ask: Ask = async (...given) => {
        const answer = await made.ask(...given);
        if (isDead()) throw new Error('dead');
        if (answer.status >= 400) throw new Error(`${given.slice(0, 2).join(' ')}: ${answer.status} ${answer.text}`);
        return answer.body;
      };
      const tick = async () => {
        made.forward(1);
        await wait(0);
        if (isDead()) throw new Error('dead');
      };
      try {
        await goOn(ask, 'ABCD-EFGH', microsoft, done, tick);
        // Until the tokens were renewed once, too.
        while (done.refreshed === null) {
          made.forward(600);
          await tick();
          await ask('POST', api.session, admin);
          const sign = await ask<Authorization>('GET', api.authorization);
          if (sign.state === 'authorized') done.refreshed = sign.lastRefreshAt;
        }
      } finally {
        life.abort();
        await work;
      }
    }

    const store = await openSqliteStore(file);
    const mortal = dying(store, write);
    const end = await live(mortal, mortal.isDead).then(() => null, (error: unknown) => error);
    await store.close();
    if (end !== null && !mortal.isDead()) throw end;
    const next = await openSqliteStore(file);
    await live(next, () => false);
    await next.close();
    return end === null;
  }
});

test('killed at twenty random moments: nothing acknowledged is lost, and a mail goes out at the end', { timeout: 180_000 }, async () => {
  const state = processState();
  const microsoft = playedMicrosoft(state, played);
  const authority = await makeAuthority();
  fs.writeFileSync(path.join(folder, 'ca.pem'), authority.certificate);
  const mail = await listenForMail(microsoft, realClock, await authority.issue({ names: ['localhost'] }));
  const identity = http.createServer(getRequestListener(createMicrosoft(state, { pagesUrl: 'https://login.microsoft.com/', settings: played }).fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((listening) => identity.listen(0, '127.0.0.1', listening));
  const env = {
    POSTERN_AUTHORITY: `http://localhost:${(identity.address() as AddressInfo).port}`,
    POSTERN_TRUSTED_HOSTS: 'localhost',
    NODE_EXTRA_CA_CERTS: path.join(folder, 'ca.pem'),
    POSTERN_DATA: path.join(folder, 'data'),
    POSTERN_PORT: '0',
    NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
  };
  const done = nothing();
  const own = { ...settings, smtp: { host: 'localhost', port: mail.port, encryption: 'starttls' } };
  const travel = async (postern: Awaited<ReturnType<typeof startPostern>>, signal: AbortSignal) => {
    const ask: Ask = (method, address, body, headers) => postern.ask(method, address, address === api.emailForwarding && body ? own : body, headers);
    await goOn(ask, postern.setupCode, microsoft, done, () => wait(20, undefined, { signal }));
  };
  for (let kills = 0; kills < 20; kills++) {
    const postern = await startPostern(env);
    const life = new AbortController();
    const journey = travel(postern, life.signal).then(() => null, (error: unknown) => error);
    await wait(Math.random() * 700);
    await postern.kill();
    life.abort();
    const end = await journey;
    // What a killed process leaves behind is a connection that broke; anything else is a loss.
    if (end !== null && !isBroken(end)) throw end;
  }
  const postern = await startPostern(env);
  await travel(postern, new AbortController().signal);
  await postern.stop();
  expect((await microsoft.read()).mails.length).toBeGreaterThan(0);
  await mail.close();
  await new Promise((closed) => identity.close(closed));
});

function isBroken(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error instanceof TypeError);
}
