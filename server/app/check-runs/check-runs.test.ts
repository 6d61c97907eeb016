import { expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import type { CheckRun, CheckRunItem } from '../../../contract/check-runs.ts';
import { ConnectionFailure, MailRefusal } from '../../ports.ts';
import { processState } from '../../memory/shared-state.ts';
import { createMemoryStore } from '../../memory/store.ts';
import { createBackend } from '../backend.ts';
import { basic as basicPilot, contactCenter } from '../contact-center/testing.ts';
import { reachable } from '../testing.ts';

const forwarding = { authMethod: 'basic', emailAddress: 'pbx@contoso.com', cloud: 'global', username: 'pbx@contoso.com', password: 'correct horse', smtp: { host: 'relay.contoso.com', port: 587, encryption: 'starttls' } };
const ownPilot = { ...basicPilot, server: 'mail.contoso.com' };

/** A backend with E-mail forwarding and so many e-mail pilots at servers of the company; a mailbox named “broken…” refuses its password, and each visit may be held up. */
async function system({ pilots = 0, hold = async () => {} }: { pilots?: number; hold?: () => Promise<void> } = {}) {
  const world = { mails: [] as string[], open: 0, most: 0 };
  const store = createMemoryStore(processState());
  const made = await contactCenter({
    ports: {
      store,
      probe: reachable,
      mail: {
        async openPop3(_server, _note, signal) {
          world.open++;
          world.most = Math.max(world.most, world.open);
          await hold();
          if (signal.aborted) world.open--;
          signal.throwIfAborted();
          return {
            async signIn({ user }) {
              if (user.startsWith('broken')) throw new MailRefusal('AUTH', '-ERR Logon failure: unknown user name or bad password.');
            },
            count: async () => ({ messages: 0, octets: 0 }),
            header: async () => null,
            async close() {
              world.open--;
            },
          };
        },
        open: async () => ({
          signIn: async () => {},
          async send({ to }) {
            world.mails.push(...[to].flat());
            return '250 2.0.0 OK';
          },
          close: async () => {},
        }),
      },
    },
  });
  await made.ask('PUT', api.emailForwarding, forwarding, { 'If-Match': '"0"' });
  const queueId = pilots > 0 ? await made.queue('Sales') : '';
  for (let at = 0; at < pilots; at++) await made.pilot(queueId, { ...ownPilot, username: `${at % 3 === 2 ? 'broken' : 'sales'}${at}@contoso.com` });
  made.forward(1);
  const begin = () => {
    const life = new AbortController();
    const work = made.backend.run(life.signal);
    return async () => {
      life.abort();
      await work;
    };
  };
  const start = () => made.ask('POST', api.checkRuns);
  const read = async (id: string): Promise<CheckRun> => (await made.ask('GET', api.checkRun(id))).body;
  const items = async (id: string, query = ''): Promise<CheckRunItem[]> => (await made.ask('GET', `${api.checkRunItems(id)}${query}`)).body.items;
  const until = async (id: string, holds: (run: CheckRun) => boolean): Promise<CheckRun> => {
    for (;;) {
      const run = await read(id);
      if (holds(run)) return run;
      await new Promise((done) => setTimeout(done));
    }
  };
  const isOver = ({ state }: CheckRun) => state !== 'running';
  return { ...made, world, queueId, begin, start, read, items, until, isOver };
}

test('everything that is set up is checked, four at a time: what, by whom, against what, with which result', async () => {
  const { world, queueId, begin, start, items, until, isOver, ask, events } = await system({ pilots: 9 });
  const end = begin();
  const started = await start();
  expect(started).toMatchObject({ status: 202, body: { state: 'running', by: 'admin', productVersion: '0.0.0', sendTo: 'admin@contoso.com', total: 10, notSetUp: ['exchange-calendar', 'exchange-directory'] } });
  expect(started.headers.get('Location')).toBe(api.checkRun(started.body.id));
  const run = await until(started.body.id, isOver);
  expect(run).toMatchObject({ state: 'finished', done: 10, passed: 7, failed: 3, endedAt: expect.any(String) });
  expect(world.most).toBeLessThanOrEqual(4);
  expect(world.mails).toEqual(['admin@contoso.com']);
  const [first, second, ...others] = await items(run.id);
  expect(first).toMatchObject({ function: 'email-forwarding', state: 'passed', target: { server: 'relay.contoso.com:587', mailbox: 'pbx@contoso.com', authMethod: 'basic', cloud: null } });
  expect(first?.steps.at(-1)).toMatchObject({ name: 'operation', state: 'passed', evidence: expect.stringContaining('250 2.0.0 OK') });
  expect(second).toMatchObject({ function: 'queue-pilot', queue: 'Sales', name: 'broken2@contoso.com', state: 'failed', diagnosis: { owner: expect.any(String), cause: expect.any(String), fix: expect.any(String) }, target: { server: 'mail.contoso.com:995', mailbox: 'broken2@contoso.com' } });
  expect(others).toHaveLength(8);
  expect((await items(run.id, '?state=failed&page[size]=2')).map(({ name }) => name)).toEqual(['broken2@contoso.com', 'broken5@contoso.com']);
  // Each is a check like any other, and the tree knows of it.
  expect((await ask('GET', api.check(second?.check ?? ''))).body).toMatchObject({ state: 'failed', by: 'admin', ref: second?.ref });
  expect((await ask('GET', api.queue(queueId))).body.health).toBe('failing');
  expect((await events()).find(({ kind }) => kind === 'everything-checked')).toMatchObject({ params: { passed: 7, failed: 3, total: 10 } });
  expect((await ask('GET', api.checkRuns)).body).toMatchObject({ total: 1, next: null, items: [{ id: run.id, state: 'finished' }] });
  await end();
});

test('without an address of his own nobody gets a mail, and that takes back no mail that was refused', async () => {
  const { world, begin, start, until, isOver, items, ports, ask } = await system();
  const account = await ports.store.transaction((rows) => rows.accounts.byUsername('admin'));
  if (account) await ports.store.transaction((rows) => rows.accounts.put({ ...account, role: 'basic', email: null }));
  const end = begin();
  const { body } = await start();
  expect(body.sendTo).toBeNull();
  const run = await until(body.id, isOver);
  expect(run).toMatchObject({ passed: 1, failed: 0 });
  expect((await items(run.id))[0]?.steps.at(-1)).toMatchObject({ name: 'operation', state: 'skipped' });
  expect(world.mails).toEqual([]);
  expect((await ask('GET', api.functions)).body.items[0]).toMatchObject({ health: 'working', lastMail: null });
  await end();
});

test('one at a time: whoever starts another gets the one that runs, and can end it', async () => {
  const held = Promise.withResolvers<void>();
  const { begin, start, read, items, until, ask, events } = await system({ pilots: 6, hold: () => held.promise });
  const end = begin();
  const { body } = await start();
  await until(body.id, ({ done }) => done === 1);
  expect(await start()).toMatchObject({ status: 202, body: { id: body.id, done: 1 } });
  expect(await ask('DELETE', api.checkRun(body.id))).toMatchObject({ status: 200, body: { state: 'cancelled', done: 1, passed: 1 } });
  held.resolve();
  expect((await items(body.id)).map(({ state }) => state)).toEqual(['passed', ...Array.from({ length: 6 }, () => 'not-checked')]);
  expect((await ask('DELETE', api.checkRun(body.id))).body).toMatchObject({ state: 'cancelled', done: 1 });
  expect((await events())[0]).toMatchObject({ kind: 'everything-check-cancelled', params: { done: 1, total: 7 } });
  await end();
  expect(await read(body.id)).toMatchObject({ state: 'cancelled', done: 1 });
});

test('a restart in the middle goes on where it was', async () => {
  const held = Promise.withResolvers<void>();
  const { world, begin, start, until, isOver, read, items, ports, config } = await system({ pilots: 6, hold: () => held.promise });
  const end = begin();
  const { body } = await start();
  await until(body.id, ({ done }) => done === 1);
  const ending = end();
  held.resolve();
  await ending;
  expect(await read(body.id)).toMatchObject({ state: 'running', done: 1 });
  expect(world.open).toBe(0);
  const life = new AbortController();
  const next = createBackend(ports, config).run(life.signal);
  expect(await until(body.id, isOver)).toMatchObject({ state: 'finished', total: 7, done: 7, passed: 5, failed: 2 });
  expect((await items(body.id)).map(({ state }) => state)).toEqual(['passed', 'failed', 'failed', 'passed', 'passed', 'passed', 'passed']);
  expect(world.mails).toHaveLength(1);
  life.abort();
  await next;
});

test('what is deleted meanwhile was not checked; what cannot be reached has failed', async () => {
  const { start, begin, until, isOver, items, queueId, ask, change } = await system({ pilots: 2, hold: () => Promise.reject(new ConnectionFailure('refused', 'ECONNREFUSED')) });
  const { body } = await start();
  const pilots = (await ask('GET', api.pilots(queueId))).body.items;
  await change('DELETE', api.pilot(queueId, pilots[0].id));
  const end = begin();
  expect(await until(body.id, isOver)).toMatchObject({ state: 'finished', total: 3, done: 3, passed: 1, failed: 1 });
  expect((await items(body.id)).map(({ state }) => state)).toEqual(['passed', 'not-checked', 'failed']);
  await end();
});

test('nothing set up, too many, none of this name', async () => {
  const { start, ask, begin, until, isOver } = await system();
  await ask('DELETE', api.emailForwarding, undefined, { 'If-Match': (await ask('GET', api.emailForwarding)).etag ?? '' });
  expect((await start()).body).toMatchObject({ type: '/problems/not-configured' });
  await ask('PUT', api.emailForwarding, forwarding, { 'If-Match': (await ask('GET', api.emailForwarding)).etag ?? '' });
  const end = begin();
  for (let tries = 0; tries < 4; tries++) await until((await start()).body.id, isOver);
  const refused = await start();
  expect(refused).toMatchObject({ status: 429 });
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await ask('GET', api.checkRun('none'))).status).toBe(404);
  expect((await ask('DELETE', api.checkRun('none'))).status).toBe(404);
  expect((await ask('GET', `${api.checkRunItems('none')}`)).status).toBe(404);
  await end();
});
