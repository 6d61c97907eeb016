import { expect, test } from 'vitest';
import { api } from '../../../../contract/addresses.ts';
import { processState } from '../../../memory/shared-state.ts';
import { createMemoryStore } from '../../../memory/store.ts';
import { ConnectionFailure } from '../../../ports.ts';
import { createBackend } from '../../backend.ts';
import { applications, newSecret, oldSecret, target } from '../testing.ts';

const all = (hint: string) => ({ 'email-forwarding': hint, 'sales1@contoso.com': hint, 'sales2@contoso.com': hint });

test('a new secret: checked for all, switched for all with its end; the old one is kept until the new one was used', async () => {
  const { setUp, renew, ended, hints, uses, ask, check, events, ports } = await applications();
  const queueId = await setUp();
  const begun = await renew();
  expect(begun).toMatchObject({ status: 202, body: { state: 'checking', by: 'admin', hint: '…x9Q', total: 3 } });
  expect(await ended()).toMatchObject({ state: 'switched', counts: { switched: 3, proven: 0 }, clientSecretExpiresAt: '2028-11-01T00:00:00.000Z', canCheckAgain: false });
  expect(await hints()).toEqual(all('…x9Q'));
  expect((await ask('GET', api.emailForwarding)).body).toMatchObject({ clientSecret: { hint: '…x9Q' }, clientSecretExpiresAt: '2028-11-01T00:00:00.000Z' });
  const former = () => ports.store.transaction((rows) => rows.secrets.many(['email-forwarding', 'exchange-calendar'].map((name) => `${name}/former-client-secret`)));
  expect((await former()).size).toBe(1);

  await check();
  expect((await uses()).map(({ state }) => state)).toEqual(['proven', 'switched', 'switched']);
  expect((await former()).size).toBe(0);
  const pilots = (await ask('GET', api.pilots(queueId))).body.items as { id: string }[];
  for (const { id } of pilots) await check(undefined, { function: 'queue-pilot', ref: `${queueId}/${id}` } as never);
  expect(await ended()).toMatchObject({ counts: { switched: 0, proven: 3 } });
  const kinds = (await events()).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'client-secret-renewed')).toHaveLength(3);
  expect(kinds).toEqual(expect.arrayContaining(['renewal-begun', 'renewal-done', 'former-secret-dropped']));
});

test('one of them is refused: none is switched, who it is and why is said, and the same secret is checked again without typing it', async () => {
  const { setUp, renew, ended, hints, uses, world, events } = await applications();
  await setUp();
  world.refused = ['sales2@contoso.com'];
  await renew();
  expect(await ended()).toMatchObject({ state: 'failed', counts: { passed: 2, failed: 1 }, canCheckAgain: true, canSwitch: true });
  expect(await hints()).toEqual(all('…abc'));
  expect(await uses('?state=failed')).toMatchObject([{ name: 'sales2@contoso.com', step: 'sign-in', diagnosis: { owner: 'exchange-admin' } }]);
  expect((await events()).find(({ kind }) => kind === 'renewal-failed')).toMatchObject({ params: { count: 1, total: 3 } });
  world.refused = [];
  expect((await renew({})).status).toBe(202);
  expect(await ended()).toMatchObject({ state: 'switched', clientSecretExpiresAt: '2028-11-01T00:00:00.000Z' });
  expect(await hints()).toEqual(all('…x9Q'));
});

test('what failed came after the secret, which all accepted: it can be switched for all nevertheless; where it was the secret, it cannot', async () => {
  const { setUp, renew, ended, hints, ask, world } = await applications();
  await setUp();
  world.refused = ['sales1@contoso.com'];
  await renew();
  await ended();
  expect((await ask('POST', api.renewalSwitch(...target))).body).toMatchObject({ state: 'switched', counts: { switched: 3 } });
  expect(await hints()).toEqual(all('…x9Q'));
  world.secrets = [newSecret];
  await renew({ clientSecret: 'wrong8Q~secret-of-nobody-zzz' });
  expect(await ended()).toMatchObject({ state: 'failed', counts: { failed: 3 }, canSwitch: false });
  expect(await ask('POST', api.renewalSwitch(...target))).toMatchObject({ status: 409, body: { type: '/problems/secret-not-accepted' } });
  expect(await hints()).toEqual(all('…x9Q'));
});

test('somebody saves one of them meanwhile: it stops, says which, and nothing is switched', async () => {
  const { setUp, renew, ended, uses, hints, world, ask, forwarding, change } = await applications();
  const queueId = await setUp();
  let open = () => {};
  const opened = new Promise<void>((done) => (open = done));
  world.wait = () => opened;
  await renew();
  const { clientSecret: _secret, ...kept } = forwarding;
  expect((await change('PUT', api.emailForwarding, { ...kept, emailAddress: 'pbx2@contoso.com' })).status).toBe(200);
  // And one is deleted: that holds up nobody.
  const [first] = (await ask('GET', api.pilots(queueId))).body.items;
  await change('DELETE', api.pilot(queueId, first.id));
  open();
  expect(await ended()).toMatchObject({ state: 'changed', counts: { changed: 1, gone: 1, passed: 1 } });
  expect(await uses('?state=changed')).toMatchObject([{ source: 'email-forwarding' }]);
  expect(await hints()).toMatchObject({ 'email-forwarding': '…abc', 'sales2@contoso.com': '…abc' });
  await renew({});
  expect(await ended()).toMatchObject({ state: 'switched', counts: { switched: 2 } });
});

test('one who comes to the application meanwhile is checked, too, and gets the new secret', async () => {
  const { setUp, renew, ended, hints, world, mail, pilot } = await applications();
  const queueId = await setUp(1);
  let open = () => {};
  const opened = new Promise<void>((done) => (open = done));
  world.wait = () => opened;
  await renew();
  await pilot(queueId, mail('late@contoso.com'));
  open();
  expect(await ended()).toMatchObject({ state: 'switched', total: 3 });
  expect(await hints()).toEqual({ 'email-forwarding': '…x9Q', 'sales1@contoso.com': '…x9Q', 'late@contoso.com': '…x9Q' });
});

test('a second one while one is under way is told whose it is; cancelled, the secret is kept, and discarded it is gone', async () => {
  const { setUp, renew, world, ask, ports } = await applications();
  await setUp();
  world.wait = () => new Promise(() => {});
  await renew();
  expect(await renew({ clientSecret: 'another8Q~secret' })).toMatchObject({ status: 409, body: { type: '/problems/renewal-under-way', current: { state: 'checking', by: 'admin', hint: '…x9Q' } } });
  expect((await ask('DELETE', api.renewal(...target))).body).toMatchObject({ state: 'cancelled', canCheckAgain: true });
  expect((await ask('DELETE', api.renewal(...target))).body).toMatchObject({ state: 'cancelled', canCheckAgain: false });
  const [left] = await ports.store.transaction((rows) => rows.renewals.all());
  expect(await ports.store.transaction((rows) => rows.secrets.get(`renewal:${left?.id}/client-secret`))).toBeNull();
  expect(await renew({})).toMatchObject({ status: 422, body: { errors: [{ pointer: '/clientSecret', code: 'required' }] } });
});

test('the server ends in the middle: the next one goes on where it was', async () => {
  const store = createMemoryStore(processState());
  const { setUp, renew, ended, hints, world, ports, config, backend } = await applications({ ports: { store } });
  await setUp();
  world.wait = () => new Promise(() => {});
  const first = new AbortController();
  const running = backend.run(first.signal);
  await renew();
  first.abort();
  world.wait = async () => {};
  await running;
  expect((await store.transaction((rows) => rows.renewals.all()))[0]?.state).toBe('checking');
  const second = new AbortController();
  const next = createBackend(ports, config);
  const again = next.run(second.signal);
  expect(await ended()).toMatchObject({ state: 'switched', total: 3 });
  expect(await hints()).toEqual(all('…x9Q'));
  second.abort();
  await again;
});

test.each([
  ['a Secret ID', { clientSecret: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4' }, '/clientSecret secret-id'],
  ['the old value', { clientSecret: oldSecret }, '/clientSecret secret-unchanged'],
  ['invisible characters', { clientSecret: `${newSecret}\u200b` }, '/clientSecret invisible-characters'],
  ['a blank at its end', { clientSecret: `${newSecret} ` }, '/clientSecret invisible-characters'],
  ['an empty one', { clientSecret: '' }, '/clientSecret required'],
  ['none, and none is kept', {}, '/clientSecret required'],
  ['an end that is over', { clientSecret: newSecret, clientSecretExpiresAt: '2026-11-23T00:00:00.000Z' }, '/clientSecretExpiresAt secret-over'],
  ['an end that no portal gives', { clientSecret: newSecret, clientSecretExpiresAt: '2029-11-24T00:00:00.000Z' }, '/clientSecretExpiresAt secret-date'],
  ['an unknown member', { clientSecret: newSecret, password: 'x' }, '/password unknown-member'],
])('%s is refused at its field, and nothing is begun', async (_what, body, fault) => {
  const { setUp, renew, renewal, fault: faultOf } = await applications();
  await setUp();
  expect(faultOf(await renew(body))).toEqual([422, fault]);
  expect(await renewal()).toMatchObject({ state: 'none' });
});

test('different secrets become one; who has the new one already keeps no old one', async () => {
  const { setUp, renew, ended, hints, ask, pilot, mail } = await applications();
  const queueId = await setUp(1);
  await pilot(queueId, mail('new@contoso.com', { clientSecret: newSecret }));
  expect((await ask('GET', api.application(...target))).body.secrets).toMatchObject([{ hint: '…abc', uses: 2 }, { hint: '…x9Q', uses: 1, first: { name: 'new@contoso.com' } }]);
  await renew();
  expect(await ended()).toMatchObject({ state: 'switched', counts: { switched: 2, proven: 1 } });
  expect(Object.values(await hints())).toEqual(['…x9Q', '…x9Q', '…x9Q']);
  expect((await ask('GET', api.application(...target))).body.secrets).toMatchObject([{ hint: '…x9Q', uses: 3 }]);
});

test('the first use of the new secret fails: it is said, the old one is still kept, and can be had back', async () => {
  const { setUp, renew, ended, hints, uses, world, check, ask, events } = await applications();
  await setUp();
  await renew();
  await ended();
  world.secrets = [oldSecret];
  await check();
  expect((await uses('?state=refused'))).toMatchObject([{ source: 'email-forwarding', step: 'token' }]);
  expect((await ask('POST', api.renewalBack(...target))).body).toMatchObject({ state: 'switched', counts: { returned: 3 } });
  expect(await hints()).toEqual(all('…abc'));
  expect((await ask('GET', api.emailForwarding)).body.clientSecretExpiresAt).toBe('2027-11-24T00:00:00.000Z');
  expect(await check()).toMatchObject({ body: { state: 'passed' } });
  expect((await events()).map(({ kind }) => kind)).toContain('former-secret-returned');
  expect(await ask('POST', api.renewalBack(...target))).toMatchObject({ status: 409, body: { type: '/problems/no-former-secret' } });
});

test('who gets another secret by hand, or is removed, keeps no old one', async () => {
  const { setUp, renew, ended, uses, change, forwarding, ports } = await applications();
  await setUp();
  await renew();
  await ended();
  await change('PUT', api.emailForwarding, { ...forwarding, clientSecret: 'byhand8Q~secret-of-somebody' });
  expect((await uses('?state=replaced'))).toMatchObject([{ source: 'email-forwarding' }]);
  expect(await ports.store.transaction((rows) => rows.secrets.get('email-forwarding/former-client-secret'))).toBeNull();
});

test('after it each is checked by itself at once, and the old one goes without anybody', async () => {
  const { setUp, renew, ended, backend, idle, world } = await applications();
  await setUp();
  const life = new AbortController();
  const running = backend.run(life.signal);
  await renew();
  expect(await ended()).toMatchObject({ state: 'switched' });
  for (;;) {
    await idle();
    const { counts } = await ended();
    if (counts.proven === 3) break;
    await new Promise((done) => setTimeout(done));
  }
  expect(world.mostAtOnce).toBeLessThanOrEqual(4);
  life.abort();
  await running;
});

test('sixty pilots: one token serves all, each mailbox is opened, four at a time', async () => {
  const { setUp, renew, ended, world } = await applications();
  await setUp(60);
  world.wait = () => new Promise((done) => setTimeout(done));
  await renew();
  expect(await ended()).toMatchObject({ state: 'switched', total: 61, counts: { switched: 61 } });
  expect(new Set(world.mailboxes).size).toBe(61);
  expect(world.mailboxes).toHaveLength(61);
  expect(world.mostAtOnce).toBe(4);
  expect(world.tokens).toBeLessThanOrEqual(4);
});

test('Microsoft does not answer: nothing is switched, and it is no fault of the secret', async () => {
  const { setUp, renew, ended } = await applications({ ports: { fetch: () => Promise.reject(new ConnectionFailure('timeout')) } });
  await setUp();
  await renew();
  expect(await ended()).toMatchObject({ state: 'failed', counts: { failed: 3 }, canSwitch: false, canCheckAgain: true });
});

test('the secrets stand in nothing that is stored or shown', async () => {
  const { setUp, renew, ended, ask, ports, world } = await applications();
  await setUp();
  world.refused = ['sales1@contoso.com'];
  await renew();
  await ended();
  const stored = await ports.store.transaction(async (rows) => JSON.stringify([await rows.renewals.all(), await rows.settings.get('email-forwarding'), await rows.events.list({ limit: 50 }), await rows.secrets.get('email-forwarding/client-secret')]));
  const shown = (await Promise.all([api.application(...target), api.renewal(...target), api.renewalUses(...target), api.applications].map((path) => ask('GET', path)))).map(({ text }) => text).join();
  expect(stored + shown).not.toMatch(/[on][le][dw]8Q~/);
});

test('who has the role basic reads it, and changes nothing', async () => {
  const { setUp, renew, ended, ask, ports } = await applications();
  await setUp();
  await renew();
  await ended();
  await ports.store.transaction(async (rows) => {
    const [account] = await rows.accounts.all();
    if (account) await rows.accounts.put({ ...account, role: 'basic' });
  });
  for (const path of [api.application(...target), api.renewal(...target), api.renewalUses(...target)]) expect((await ask('GET', path)).status).toBe(200);
  for (const [method, path] of [['POST', api.renewal(...target)], ['DELETE', api.renewal(...target)], ['POST', api.renewalSwitch(...target)], ['POST', api.renewalBack(...target)]] as const) expect((await ask(method, path, method === 'POST' ? {} : undefined)).status).toBe(403);
});
