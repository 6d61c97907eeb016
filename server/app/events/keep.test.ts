import { expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { testBackend } from '../testing.ts';
import { recordIn } from './record.ts';

const day = 24 * 3600;

async function system(events: { keepDays: number; keep: number }) {
  const made = testBackend({ config: { events } });
  await made.signIn();
  const life = new AbortController();
  const work = made.backend.run(life.signal);
  await made.idle();
  const happen = (count: number) =>
    made.ports.store.transaction(async (rows) => {
      for (let number = 1; number <= count; number++) await recordIn(rows, made.ports, { kind: 'mailbox-previewed', function: 'exchange-calendar', actor: 'admin', params: { mailbox: `${number}@contoso.com` } });
    });
  const pass = async (seconds: number) => {
    made.forward(seconds);
    // Each step of the deletion waits for a little while.
    for (let step = 0; step < 40; step++) {
      await new Promise((done) => setTimeout(done));
      made.forward(0.01);
    }
    await made.idle();
  };
  const end = async () => {
    life.abort();
    await work;
  };
  return { ...made, happen, pass, end };
}

test('events are kept for so many days', async () => {
  const { ask, happen, pass, end } = await system({ keepDays: 2, keep: 1_000 });
  await happen(450);
  await pass(day);
  await happen(3);
  await pass(day - 60);
  await ask('POST', api.session, { username: 'admin', password: 'correct horse' });
  expect((await ask('GET', api.events)).body.total).toBe(455);
  await pass(3600);
  await ask('POST', api.session, { username: 'admin', password: 'correct horse' });
  expect((await ask('GET', api.events)).body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['signed-in', 'signed-in', 'mailbox-previewed', 'mailbox-previewed', 'mailbox-previewed']);
  await end();
});

test('and no more than so many, the newest ones', async () => {
  const { ask, happen, pass, end } = await system({ keepDays: 400, keep: 5 });
  await happen(4);
  await pass(3600);
  await ask('POST', api.session, { username: 'admin', password: 'correct horse' });
  expect((await ask('GET', api.events)).body.total).toBe(6);
  await happen(700);
  await pass(3600);
  await ask('POST', api.session, { username: 'admin', password: 'correct horse' });
  const { items } = (await ask('GET', api.events)).body;
  expect(items.map(({ params }: { params: { mailbox?: string } }) => params.mailbox)).toEqual([undefined, '700@contoso.com', '699@contoso.com', '698@contoso.com', '697@contoso.com', '696@contoso.com']);
  await end();
});
