import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import type { Check } from '../../../contract/checks.ts';
import { Confidential } from '../../confidential.ts';
import { MailRefusal } from '../../ports.ts';
import { StoreUnavailable, type Store } from '../../store.ts';
import { createBackend } from '../backend.ts';
import { reachable, testBackend } from '../testing.ts';

const settings = {
  authMethod: 'basic',
  emailAddress: 'pbx@contoso.com',
  cloud: 'global',
  smtp: { host: 'relay.contoso.com', port: 587, encryption: 'starttls' },
  username: 'pbx@contoso.com',
  password: 'correct horse battery staple',
};
const refusal = '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.';
const until = (minutes: number) => new Date(Date.parse('2026-11-24T12:00:00Z') + minutes * 60_000).toISOString();

/** A system whose mail server refuses what `refuses` says; its background work runs until `end`. */
async function system(given: { store?: Store } = {}) {
  const refuses = { signIn: '', mail: '' };
  const count = { mails: 0, visits: 0 };
  const made = testBackend({
    ports: {
      ...given,
      probe: reachable,
      mail: {
        openPop3: () => Promise.reject(new Error('Nobody asks for POP3 here.')),
        open: async () => ({
          async signIn() {
            count.visits++;
            if (refuses.signIn) throw new MailRefusal('AUTH', refuses.signIn);
          },
          async send() {
            if (refuses.mail) throw new MailRefusal('DATA', refuses.mail);
            count.mails++;
            return '250 2.0.0 OK';
          },
          close: async () => {},
        }),
      },
    },
  });
  await made.signIn();
  await made.ask('PUT', api.emailForwarding, settings, { 'If-Match': '"0"' });
  const life = new AbortController();
  const work = made.backend.run(life.signal);
  await made.idle();
  const health = async () => (await made.ask('GET', api.functions)).body.items[0];
  const last = async (): Promise<Check> => (await made.ask('GET', `${api.checks}?page[size]=1`)).body.items[0];
  const repeat = (everyMinutes: number, minutes: number) => made.ask('POST', api.checks, { function: 'email-forwarding', input: { sendTo: 'admin@contoso.com' }, repeat: { everyMinutes, until: until(minutes) } });
  /** Lets minutes pass, and waits until what they bring has ended. */
  const pass = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute++) {
      made.forward(60);
      await settled();
      // Somebody uses the console, so that his session stays.
      if (minute % 20 === 0) await made.ask('GET', api.emailForwarding);
    }
  };
  const settled = async () => {
    do await new Promise((done) => setTimeout(done));
    while ((await last())?.state === 'running');
    await made.idle();
  };
  const end = async () => {
    life.abort();
    await work;
  };
  return { ...made, refuses, count, health, last, repeat, pass, settled, end };
}

describe('the hourly check', () => {
  test('comes an hour after the last one, and sends no mail', async () => {
    const { pass, last, count, health, end } = await system();
    await pass(59);
    expect(await last()).toBeUndefined();
    await pass(1);
    expect(await last()).toMatchObject({ state: 'passed', by: null });
    expect((await last()).steps.at(-1)).toMatchObject({ name: 'operation', state: 'skipped', evidence: 'Test mail: the hourly check sends none' });
    expect(await health()).toMatchObject({ health: 'working', lastMail: null });
    await pass(60);
    expect(count).toEqual({ mails: 0, visits: 2 });
    await end();
  });

  test('finds what has broken, says since when, and records it once; and so the recovery', async () => {
    const { pass, refuses, health, check, ask, end } = await system();
    await check();
    refuses.signIn = refusal;
    await pass(180);
    expect(await health()).toMatchObject({ health: 'failing', since: '2026-11-24T13:00:00.000Z', lastCheck: '2026-11-24T15:00:00.000Z', lastGood: '2026-11-24T12:00:00.000Z', lastMail: '2026-11-24T12:00:00.000Z' });
    refuses.signIn = '';
    await pass(120);
    expect(await health()).toMatchObject({ health: 'working', since: '2026-11-24T16:00:00.000Z' });
    const kinds = (await ask('GET', api.events)).body.items.map(({ kind, actor }: { kind: string; actor: string }) => `${kind} ${actor}`);
    expect(kinds.slice(0, 3)).toEqual(['recovered null', 'check-failed null', 'check-passed admin']);
    await end();
  });

  test('does not take back that the mail was refused', async () => {
    const { pass, refuses, health, check, end } = await system();
    refuses.mail = '554 5.2.252 SendAsDenied; a@contoso.com not allowed to send as b@contoso.com';
    await check();
    await pass(60);
    expect(await health()).toMatchObject({ health: 'failing' });
    await end();
  });
});

test('each function has an hour of its own, and a repeated check of one keeps no other from it', async () => {
  const { ask, pass, repeat, refuses, end } = await system();
  await pass(30);
  const calendar = { authMethod: 'basic', access: 'ews', cloud: 'global', server: 'https://exchange.contoso.com/EWS/Exchange.asmx', username: 'pbx@contoso.com', password: 'correct horse' };
  await ask('PUT', api.exchangeCalendar, calendar, { 'If-Match': '"0"' });
  refuses.mail = '550 5.7.60 not allowed';
  await repeat(60, 600);
  await pass(59);
  const checks = async (name: string) => (await ask('GET', `${api.checks}?function=${name}`)).body.items.map(({ by, state }: Check) => `${by} ${state}`);
  expect(await checks('exchange-calendar')).toEqual([]);
  await pass(1);
  // Its door leads nowhere here, so that it fails.
  expect(await checks('exchange-calendar')).toEqual(['null failed']);
  expect(await checks('email-forwarding')).toEqual(['admin waiting']);
  expect(await checks('exchange-directory')).toEqual([]);
  await end();
});

test('the database is away while a check ends: its end is stored when it is back', async () => {
  const { ask, ports, refuses, last, forward, end } = await system();
  const { transaction } = ports.store;
  let away = false;
  ports.store.transaction = (work) => (away ? Promise.reject(new StoreUnavailable(false)) : transaction(work));
  // It goes away in the middle of the check, when the mailbox answers.
  Object.defineProperty(refuses, 'signIn', { get: () => ((away = true), '') });
  await ask('POST', api.checks, { function: 'email-forwarding', input: { sendTo: 'admin@contoso.com' } });
  while (!away) await new Promise((done) => setTimeout(done));
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done));
  away = false;
  expect(await last()).toMatchObject({ state: 'running' });
  forward(2);
  while ((await last()).state === 'running') await new Promise((done) => setTimeout(done));
  expect(await last()).toMatchObject({ state: 'passed' });
  await end();
});

describe('check again automatically', () => {
  test('waits between its runs, keeps its id, and ends when it passes; its mail goes out once', async () => {
    const { repeat, pass, settled, last, refuses, count, health, end } = await system();
    refuses.signIn = refusal;
    const started = await repeat(5, 60);
    expect(started).toMatchObject({ status: 202, body: { state: 'running', repeat: { everyMinutes: 5, runs: 0, nextAt: null } } });
    await settled();
    expect(await last()).toMatchObject({ id: started.body.id, state: 'waiting', repeat: { runs: 1, nextAt: until(5) } });
    expect((await last()).steps.find(({ state }) => state === 'failed')?.diagnosis?.code).toBe('smtp-auth-disabled-mailbox');
    await pass(4);
    expect(count.visits).toBe(1);
    await pass(6);
    expect(count.visits).toBe(3);
    expect(await health()).toMatchObject({ health: 'failing', since: '2026-11-24T12:00:00.000Z' });
    refuses.signIn = '';
    await pass(5);
    expect(await last()).toMatchObject({ id: started.body.id, state: 'passed', endedAt: until(15), repeat: { runs: 4, nextAt: null } });
    expect(await health()).toMatchObject({ health: 'working' });
    await pass(30);
    expect(count).toEqual({ mails: 1, visits: 4 });
    await end();
  });

  test('ends at its time, and is cancelled by hand', async () => {
    const { repeat, pass, settled, last, refuses, count, ask, end } = await system();
    refuses.signIn = refusal;
    await repeat(10, 25);
    await settled();
    await pass(20);
    expect(await last()).toMatchObject({ state: 'failed', repeat: { runs: 3, nextAt: null } });
    await repeat(10, 55);
    await settled();
    await ask('DELETE', api.check((await last()).id));
    await pass(30);
    expect(await last()).toMatchObject({ state: 'cancelled' });
    expect(count.visits).toBe(4);
    await end();
  });

  test('a check by hand meanwhile is its next run', async () => {
    const { repeat, settled, last, refuses, check, end } = await system();
    refuses.signIn = refusal;
    const { body } = await repeat(10, 60);
    await settled();
    refuses.signIn = '';
    await check();
    expect(await last()).toMatchObject({ id: body.id, state: 'passed', repeat: { runs: 2 } });
    await end();
  });

  test('goes on after a restart, also where it was in the middle of a run', async () => {
    const { repeat, settled, refuses, end, ports, ask } = await system();
    refuses.signIn = refusal;
    const { body } = await repeat(5, 60);
    await settled();
    await end();
    await ports.store.transaction(async (rows) => {
      const row = await rows.checks.get(body.id);
      if (row) await rows.checks.put({ ...row, state: 'running' });
    });
    const life = new AbortController();
    const next = createBackend(ports, { version: '0', runtime: 'test', protocols: { keepDays: 14, keepMegabytes: 256 }, authority: null, graph: null, trustedHosts: [], publicHosts: [], publicUrl: null, simulated: null, setupCode: new Confidential(''), events: { keepDays: 400, keep: 1_000 } });
    refuses.signIn = '';
    const work = next.run(life.signal);
    let found = (await ask('GET', api.check(body.id))).body;
    while (found.state !== 'passed') found = (await ask('GET', api.check(body.id))).body;
    expect(found.repeat).toMatchObject({ runs: 2 });
    life.abort();
    await work;
  });

  test.each([
    ['a draft', { draft: settings, repeat: { everyMinutes: 5, until: until(10) } }, '/repeat'],
    ['an end that is over', { repeat: { everyMinutes: 5, until: until(-1) } }, '/repeat/until'],
    ['an end in a week', { repeat: { everyMinutes: 5, until: until(7 * 24 * 60) } }, '/repeat/until'],
    ['every second', { repeat: { everyMinutes: 0, until: until(10) } }, '/repeat/everyMinutes'],
    ['no instant', { repeat: { everyMinutes: 5, until: 'tomorrow' } }, '/repeat/until'],
  ])('%s is refused', async (_what, given, pointer) => {
    const { ask, end } = await system();
    expect((await ask('POST', api.checks, { function: 'email-forwarding', input: { sendTo: 'admin@contoso.com' }, ...given })).body.errors).toEqual([expect.objectContaining({ pointer })]);
    await end();
  });
});
