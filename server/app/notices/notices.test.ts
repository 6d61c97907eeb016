import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { processState } from '../../memory/shared-state.ts';
import { createMemoryStore } from '../../memory/store.ts';
import { ConnectionFailure } from '../../ports.ts';
import { standingClock } from '../testing.ts';
import { forwarding, noticeSystem, refusal, signingSecret, webhookOn } from './testing.ts';

const hour = 3_600;

describe('a function that fails for good', () => {
  test('is told once, signed, with cause, owner and fix, and not again each hour; then that it works again', async () => {
    const { world, sent, notices, pass, check, events, end } = await noticeSystem({ config: { publicUrl: 'https://postern.contoso.com' } });
    world.signIn = refusal;
    await check();
    await pass(31);
    expect(notices()).toMatchObject([{
      kind: 'failed',
      title: 'E-mail forwarding fails',
      link: 'https://postern.contoso.com/',
      total: 1,
      groups: [{ diagnosis: { code: 'smtp-auth-disabled-mailbox', cause: 'Sending by SMTP is switched off for this mailbox. OAuth needs it, too.', owner: 'exchange-admin', who: 'Exchange administrator' }, ends: null, items: [{ function: 'email-forwarding', ref: null, name: 'E-mail forwarding', health: 'failing', since: '2026-11-24T12:00:02.000Z' }] }],
    }]);
    const [{ headers, body, url, at } = { headers: new Headers(), body: '', url: '', at: '' }] = sent;
    expect(url).toBe('https://hooks.contoso.com/postern');
    expect(headers.get('webhook-timestamp')).toBe(String(Math.floor(Date.parse(at) / 1000)));
    const key = Buffer.from(signingSecret.replace('whsec_', ''), 'base64');
    expect(headers.get('webhook-signature')).toBe(`v1,${createHmac('sha256', key).update(`${headers.get('webhook-id')}.${headers.get('webhook-timestamp')}.${body}`).digest('base64')}`);
    expect(headers.get('webhook-id')).toBe(notices()[0]?.id);

    for (let one = 0; one < 5; one++) await pass(hour);
    expect(sent).toHaveLength(1);
    world.signIn = '';
    await pass(hour);
    await pass(31);
    expect(notices().at(-1)).toMatchObject({ kind: 'recovered', title: 'E-mail forwarding works again', groups: [{ diagnosis: null, items: [{ health: 'working', since: '2026-11-24T12:00:02.000Z' }] }] });
    for (let one = 0; one < 3; one++) await pass(hour);
    expect(sent).toHaveLength(2);
    expect((await events('notice-sent')).map(({ function: name, params }) => [name, params])).toMatchObject([['email-forwarding', { target: 'hooks.contoso.com', failed: 1 }], ['email-forwarding', { target: 'hooks.contoso.com', recovered: 1 }]]);
    await end();
  });

  test('for a reason that passes is told after three checks that failed; one that came back before is not told at all', async () => {
    const { world, notices, pass, check, end } = await noticeSystem();
    world.signIn = new ConnectionFailure('closed', 'ECONNRESET');
    await check();
    await pass(hour);
    await pass(60);
    world.signIn = '';
    await pass(hour);
    await pass(60);
    expect(notices()).toEqual([]);
    world.signIn = new ConnectionFailure('closed', 'ECONNRESET');
    for (let one = 0; one < 2; one++) await pass(hour);
    await pass(60);
    expect(notices()).toEqual([]);
    await pass(hour);
    await pass(60);
    expect(notices()).toMatchObject([{ kind: 'failed', groups: [{ diagnosis: { code: 'connection-closed' } }] }]);
    await end();
  });

  test('that is repaired within half a minute disturbs nobody', async () => {
    const { world, notices, pass, check, end } = await noticeSystem();
    world.signIn = refusal;
    await check();
    await pass(10);
    world.signIn = '';
    await check();
    await pass(60);
    expect(notices()).toEqual([]);
    await end();
  });

  test('as a draft says nothing of what is saved', async () => {
    const { world, notices, pass, check, end } = await noticeSystem();
    world.signIn = refusal;
    await check(forwarding);
    await pass(60);
    expect(notices()).toEqual([]);
    await end();
  });

  test('while no channel is on is told when one is switched on', async () => {
    const { ask, signInAgain, world, notices, pass, check, end } = await noticeSystem({ settings: {} });
    world.signIn = refusal;
    await check();
    await pass(hour);
    await signInAgain();
    expect((await ask('PUT', api.notices, webhookOn, { 'If-Match': '"0"' })).status).toBe(200);
    await pass(5);
    expect(notices()).toMatchObject([{ kind: 'failed', total: 1 }]);
    await end();
  });
});

describe('two thousand pilots whose secret has expired', () => {
  test('are one notice that lists them, with the cause once', async () => {
    const { fail, notices, sent, pass, end } = await noticeSystem();
    await fail(2_000);
    await pass(31);
    expect(sent).toHaveLength(1);
    expect(notices()).toMatchObject([{ kind: 'failed', title: '2000 functions and queue pilots fail', total: 2_000 }]);
    expect(notices()[0]?.groups).toHaveLength(1);
    expect(notices()[0]?.groups[0]?.items).toHaveLength(2_000);
    expect(sent[0]?.body.length).toBeLessThan(500_000);
    await end();
  });

  test('that are checked over an hour are two: the first ones, and the rest when the hour is over; another cause does not wait', async () => {
    const { fail, notices, pass, end } = await noticeSystem();
    for (let minute = 0; minute < 50; minute += 5) {
      await fail(10);
      if (minute === 30) await fail(1, { code: 'mailbox-refused', params: {} });
      await pass(298);
    }
    await pass(hour);
    expect(notices().map(({ total, groups }) => [total, groups.map(({ diagnosis }) => diagnosis?.code)])).toEqual([[10, ['secret-expired']], [1, ['mailbox-refused']], [90, ['secret-expired']]]);
    await end();
  });
});

describe('a restart', () => {
  const system = async () => {
    const [store, time] = [createMemoryStore(processState()), standingClock()];
    const first = await noticeSystem({ store, time });
    return { first, again: ({ sealing: secrets }: typeof first) => noticeSystem({ store, time, secrets, settings: null }) };
  };

  test('in front of a notice loses nothing, and one behind it repeats nothing', async () => {
    const { first, again } = await system();
    await first.fail(1);
    await first.settle();
    await first.end();
    expect(first.sent).toEqual([]);
    const second = await again(first);
    await second.pass(31);
    expect(second.notices()).toMatchObject([{ kind: 'failed', total: 1 }]);
    await second.end();
    const third = await again(first);
    for (let one = 0; one < 3; one++) await third.pass(hour);
    expect(third.sent).toEqual([]);
    await third.end();
  });

  test('in the middle of one sends it once more under the same id', async () => {
    const { first, again } = await system();
    first.world.hook = () => 'nothing';
    await first.fail(1);
    await first.pass(31);
    expect(first.sent).toHaveLength(1);
    await first.end();
    const second = await again(first);
    await second.pass(5);
    expect(second.notices().map(({ id }) => id)).toEqual(first.notices().map(({ id }) => id));
    await second.end();
  });
});
