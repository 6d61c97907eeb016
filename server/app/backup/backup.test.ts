import { expect, test, vi } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { applications } from '../applications/testing.ts';
import { findLeak } from '../redaction/testing.ts';
import { settings } from '../testing.ts';
import { configuration, everything, formOf, fullAt, passphrase, password, planted, secretsIn, setUpAll, system } from './testing.ts';

// Each passphrase takes a third of a second, and more where the machine has other things to do.
vi.setConfig({ testTimeout: 30_000 });

const refusal = ({ status, body }: { status: number; body: { type: string; errors?: { pointer: string; code: string }[] } }) => [status, body.type, ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)];

test('on a new machine everything is there again, with every secret, under the same addresses; the account of the same name is the one of the backup', async () => {
  const former = await system();
  await setUpAll(former);
  const text = await former.backup();
  const fresh = await system();
  const plan = await fresh.preview(text);
  expect(plan.status).toBe(200);
  expect(plan.body.backup).toMatchObject({ madeBy: 'admin', secrets: 'sealed', product: '0.0.0' });
  expect(plan.body.sections.map(({ part, added, changed, removed }: Record<string, unknown>) => [part, added, changed, removed])).toEqual([
    ['email-forwarding', 1, 0, 0],
    ['sign-in', 1, 0, 0],
    ['exchange-calendar', 1, 0, 0],
    ['exchange-directory', 1, 0, 0],
    ['keywords', 1, 0, 0],
    ['queues', 1, 0, 0],
    ['pilots', 3, 0, 0],
    ['notices', 1, 0, 0],
    ['diagnosis-logs', 0, 1, 0],
    ['accounts', 0, 0, 0],
  ]);
  expect(plan.body.afterwards).toEqual({ secrets: [], secretsTotal: 0, signIn: false, withoutPassword: [], role: 'expert', otherPassword: false });
  const done = await fresh.restore(text, { ifMatch: plan.body.version });
  expect([done.status, done.body]).toEqual([200, plan.body]);
  expect(await secretsIn(fresh)).toEqual(Object.values(planted).sort());
  const { accounts: formerAccounts, ...before } = await configuration(former);
  const { accounts, ...after } = await configuration(fresh);
  expect(after).toEqual(before);
  expect(accounts.map(({ username, passwordHash }) => [username, passwordHash])).toEqual(formerAccounts.map(({ username, passwordHash }) => [username, passwordHash]));
  // What was restored can be backed up and restored again: nothing is left to change.
  const again = await fresh.preview(await fresh.backup());
  expect(again.body.sections.flatMap(({ changes }: { changes: unknown[] }) => changes)).toEqual([]);
  expect(await fresh.kinds()).toEqual(expect.arrayContaining(['backup-restored', 'backup-made']));
});

test('no secret and no password stands in a file, in any encoding, be it sealed or left out', async () => {
  const made = await system();
  await setUpAll(made);
  for (const secrets of ['sealed', 'omit'] as const) {
    const text = await made.backup(secrets);
    for (const secret of [...Object.values(planted), 'm4Jd9Zs2Kf7Qp', passphrase, password]) expect(findLeak({ text }, secret)).toBeNull();
    expect(text).not.toContain('hash of');
  }
  expect(await made.backup('omit')).toContain('nothing proves who made this file');
});

test('what has changed since is shown field by field, and undone', async () => {
  const made = await system();
  const { queue, pilots } = await setUpAll(made);
  const { ask, put, preview, restore, backup } = made;
  const text = await backup();
  const before = await configuration(made);
  await put(api.emailForwarding, { ...settings, authMethod: 'basic', username: 'pbx', smtp: { ...settings.smtp, port: 465, encryption: 'tls' }, password: 'another password' });
  await put(api.queue(queue), { name: 'Sales EMEA', number: '851' });
  const { etag } = await ask('GET', api.pilot(queue, pilots[0] ?? ''));
  await ask('DELETE', api.pilot(queue, pilots[0] ?? ''), undefined, { 'If-Match': etag ?? '' });
  const added = (await ask('POST', api.queues, { name: 'Support', number: '852' })).body.id;
  await ask('POST', api.pilots(added), { type: 'fax', number: '853' });
  const plan = await preview(text);
  const shown = Object.fromEntries(plan.body.sections.map(({ part, changes }: { part: string; changes: unknown }) => [part, changes]));
  expect(shown['email-forwarding']).toEqual([
    {
      kind: 'changed',
      name: '',
      fields: [
        { name: 'Auth Method', from: 'Basic authentication', to: 'Microsoft OAuth 2.0', what: null },
        { name: 'Port', from: '465', to: '587', what: null },
        { name: 'Encryption', from: 'SSL/TLS', to: 'STARTTLS', what: null },
        { name: 'Password', from: null, to: null, what: 'changed' },
      ],
    },
  ]);
  expect(shown['queues']).toEqual([
    { kind: 'changed', name: 'Sales', fields: [{ name: 'Name', from: 'Sales EMEA', to: 'Sales', what: null }, { name: 'Number', from: '851', to: '850', what: null }] },
    { kind: 'removed', name: 'Support', fields: [] },
  ]);
  expect(shown['pilots']).toEqual([{ kind: 'added', name: 'Sales / Hotline', fields: [] }, { kind: 'removed', name: 'Support / 853', fields: [] }]);
  const german = await ask('POST', `${api.restore}?dryRun=true`, formOf(text, { passphrase, password }), { 'Accept-Language': 'de' });
  expect(JSON.stringify(german.body)).toContain('Basisauthentifizierung');
  expect((await restore(text, { ifMatch: plan.body.version })).status).toBe(200);
  expect(await configuration(made)).toEqual(before);
  expect(await secretsIn(made)).toEqual(Object.values(planted).sort());
  expect((await ask('GET', api.queue(added))).status).toBe(404);
});

test('a file without secrets never mixes with stored ones: they go, and it is said which are to be entered again', async () => {
  const made = await system();
  const { queue, pilots } = await setUpAll(made);
  const text = await made.backup('omit');
  const plan = await made.preview(text);
  expect(plan.body.afterwards).toMatchObject({ secretsTotal: 6, signIn: true, withoutPassword: [], otherPassword: false });
  expect(plan.body.afterwards.secrets).toEqual([
    { function: 'exchange-calendar', ref: null, name: 'Exchange Calendar Integration', field: 'Client Secret' },
    { function: 'exchange-directory', ref: null, name: 'Exchange PST', field: 'Password' },
    { function: 'queue-pilot', ref: `${queue}/${pilots[2]}`, name: 'Sales / orders@contoso.com', field: 'Password' },
    { function: 'queue-pilot', ref: `${queue}/${pilots[1]}`, name: 'Sales / sales@contoso.com', field: 'Client Secret' },
    { function: 'notices', ref: null, name: 'Notices', field: 'Signing secret' },
    { function: 'notices', ref: null, name: 'Notices', field: 'Password' },
  ]);
  const calendar = plan.body.sections.find(({ part }: { part: string }) => part === 'exchange-calendar');
  expect(calendar.changes[0].fields).toEqual([
    { name: 'Client Secret ends on', from: '2027-11-24', to: null, what: null },
    { name: 'Client Secret', from: null, to: null, what: 'removed' },
  ]);
  expect((await made.restore(text)).status).toBe(200);
  expect(await secretsIn(made)).toEqual([]);
  // The caller has proved who he is and goes on; a check says what is missing.
  expect((await made.ask('GET', api.session)).status).toBe(200);
  expect((await made.ask('GET', api.authorization)).body).toMatchObject({ state: 'sign-in-required', diagnosis: { code: 'sign-in-not-in-backup' } });
  expect(refusal(await made.check(undefined, { function: 'exchange-calendar' }))).toEqual([422, '/problems/invalid', '/clientSecret required']);
  expect((await made.ask('POST', api.session, { username: 'admin', password })).status).toBe(201);
});

test('administrators of a file without secrets come without a password, and the caller keeps his', async () => {
  const made = await system();
  const { ports, ask } = made;
  await ports.store.transaction(async (rows) => {
    const [own] = await rows.accounts.all();
    if (own) await rows.accounts.put({ ...own, id: 'b'.repeat(20), username: 'jane' });
  });
  const text = await made.backup('omit');
  const plan = await made.restore(text);
  expect(plan.body.afterwards).toMatchObject({ withoutPassword: ['jane'], role: 'expert', otherPassword: false });
  expect((await ask('POST', api.session, { username: 'jane', password })).status).toBe(401);
  expect((await ask('POST', api.session, { username: 'jane', password: '' })).status).toBe(422);
  expect((await ask('POST', api.session, { username: 'admin', password })).status).toBe(201);
});

test('a restore that would lock out its administrator, or everybody, is refused with who could do it', async () => {
  const made = await system();
  const { ports, preview, restore, state } = made;
  const change = (username: string, to: object) =>
    ports.store.transaction(async (rows) => {
      const account = await rows.accounts.byUsername(username);
      if (account) await rows.accounts.put({ ...account, ...to });
    });
  await change('admin', { role: 'advanced' });
  const nobody = await made.backup().catch(() => '');
  expect(JSON.parse(nobody)).toMatchObject({ type: '/problems/forbidden' });
  await change('admin', { role: 'expert' });
  await ports.store.transaction(async (rows) => {
    const [own] = await rows.accounts.all();
    if (own) await rows.accounts.put({ ...own, id: 'b'.repeat(20), username: 'jane' });
  });
  await change('admin', { disabled: true });
  const janes = await made.ask('POST', api.session, { username: 'jane', password }).then(() => made.backup());
  await change('admin', { disabled: false });
  await made.ask('POST', api.session, { username: 'admin', password });
  const before = await everything(state);
  const refused = await restore(janes);
  expect(refusal(refused)).toEqual([422, '/problems/backup-invalid', '/file own-account-missing']);
  expect(refused.body.errors[0].detail).toContain('Sign in as one of: jane.');
  expect(refusal(await preview(janes))).toEqual(refusal(refused));
  // Nothing but the record of it.
  expect(JSON.parse(await everything(state))).toEqual({ ...JSON.parse(before), events: expect.anything() });
  expect(await made.kinds()).toContain('restore-refused');
});

test('only experts, with their own password, which is not tried for ever', async () => {
  const made = await system();
  const { ask, restore, ports } = made;
  const text = await made.backup();
  expect(refusal(await ask('POST', api.backup, { secrets: 'sealed', passphrase, password: 'wrong' }))).toEqual([422, '/problems/wrong-password', '/password wrong-password']);
  expect(refusal(await restore(text, { password: 'wrong' }))).toEqual([422, '/problems/wrong-password', '/password wrong-password']);
  for (let tries = 0; tries < 3; tries++) await restore(text, { password: 'wrong' });
  const slowed = await restore(text);
  expect([slowed.status, slowed.headers.get('Retry-After')]).toEqual([429, '60']);
  await ports.store.transaction(async (rows) => {
    const [own] = await rows.accounts.all();
    if (own) await rows.accounts.put({ ...own, role: 'advanced' });
  });
  expect((await restore(text)).status).toBe(403);
  expect((await ask('POST', api.backup, { secrets: 'omit', password })).status).toBe(403);
});

test('what is asked for a backup: a passphrase that is long enough, or none', async () => {
  const { ask } = await system();
  const faults = async (body: object) => refusal(await ask('POST', api.backup, { password, ...body }));
  expect(await faults({ secrets: 'sealed' })).toEqual([422, '/problems/invalid', '/passphrase required']);
  expect(await faults({ secrets: 'sealed', passphrase: 'too short' })).toEqual([422, '/problems/invalid', '/passphrase passphrase-short']);
  expect(await faults({ secrets: 'sealed', passphrase: 'x'.repeat(257) })).toEqual([422, '/problems/invalid', '/passphrase too-long']);
  expect(await faults({ secrets: 'both', passphrase })).toEqual([422, '/problems/invalid', '/secrets backup-secrets']);
  expect(await faults({ secrets: 'omit', password: '' })).toEqual([422, '/problems/invalid', '/password required']);
  const made = await ask('POST', api.backup, { secrets: 'omit', password });
  expect(made.headers.get('Content-Disposition')).toBe('attachment; filename="postern-backup-2026-11-24T1200Z.json"');
});

test('two restores at once: one is done, the other is refused with what it would change now', async () => {
  const made = await system();
  await setUpAll(made);
  const sealed = await made.backup();
  const omitted = await made.backup('omit');
  await made.put(api.emailForwarding, { ...settings, emailAddress: 'other@contoso.com' });
  const versions = await Promise.all([sealed, omitted].map(async (text) => ({ text, version: (await made.preview(text)).body.version as string })));
  const answers = await Promise.all(versions.map(({ text, version }) => made.restore(text, { ifMatch: version })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  const late = answers.find(({ status }) => status === 412);
  expect(late?.body).toMatchObject({ type: '/problems/changed-meanwhile', current: { sections: expect.anything() } });
  // What the new preview shows can be done.
  const text = answers[0]?.status === 412 ? sealed : omitted;
  expect((await made.restore(text, { ifMatch: late?.body.current.version })).status).toBe(200);
});

test('what a preview showed holds for its file and for what is stored only', async () => {
  const made = await system();
  const text = await made.backup();
  const { version } = (await made.preview(text)).body;
  await made.ask('POST', api.queues, { name: 'Sales', number: '850' });
  const late = await made.restore(text, { ifMatch: version });
  expect([late.status, late.body.current.sections.find(({ part }: { part: string }) => part === 'queues')]).toEqual([412, expect.objectContaining({ removed: 1 })]);
  const fresh = await made.preview(text);
  expect((await made.restore(await made.backup('omit'), { ifMatch: fresh.body.version })).status).toBe(412);
});

test.each(['pilots', 'events'] as const)('a disk that fills up in the middle of a restore (%s): nothing of it is there, and the answer says so', async (table) => {
  const former = await system();
  await setUpAll(former);
  const text = await former.backup();
  const fresh = await system();
  const before = await everything(fresh.state);
  const { transaction } = fresh.ports.store;
  fresh.ports.store.transaction = (work) => transaction((rows) => work(fullAt(rows, table)));
  expect(await fresh.restore(text)).toMatchObject({ status: 507, body: { type: '/problems/store-full' } });
  fresh.ports.store.transaction = transaction;
  expect(await everything(fresh.state)).toBe(before);
  expect((await fresh.restore(text)).status).toBe(200);
});

test('the caller’s session goes on, all others end', async () => {
  const made = await system();
  const text = await made.backup();
  const other = await made.send('POST', api.session, { username: 'admin', password });
  const session = other.headers.get('X-Session') ?? '';
  const who = () => made.send('GET', api.session, undefined, { 'X-Session': session });
  expect((await who()).status).toBe(200);
  expect((await made.restore(text)).status).toBe(200);
  expect((await who()).status).toBe(401);
  expect((await made.ask('GET', api.session)).status).toBe(200);
});

test('checks that run or wait are cancelled, and a code that is pending is worth nothing any more', async () => {
  const made = await system();
  const { queue, pilots } = await setUpAll(made);
  const text = await made.backup();
  await made.ports.store.transaction(async (rows) => {
    const row = await rows.signIns.get('email-forwarding');
    const pending = { id: 'x', target: { cloud: 'global', tenantId: settings.tenantId, applicationId: settings.applicationId }, sealedDeviceCode: 'x', userCode: 'D4KMQ7RXZ', verificationUri: 'https://login.microsoft.com/device', message: '', requestedAt: '2026-11-24T12:00:00.000Z', expiresAt: '2026-11-24T12:15:00.000Z', interval: 5, misses: 0, nextPollAt: '2026-11-24T12:00:05.000Z' };
    if (row) await rows.signIns.put('email-forwarding', { ...row, pending });
    for (const state of ['running', 'waiting'] as const) {
      await rows.checks.put({ id: state, function: 'queue-pilot', ref: `${queue}/${pilots[1]}`, draft: false, automatic: false, state, version: 1, startedAt: '2026-11-24T12:00:00.000Z', endedAt: null, by: 'admin', input: {}, repeat: null, result: null, since: null, steps: [], transcript: [], mailboxes: null });
    }
  });
  expect((await made.ask('GET', api.authorization)).body.state).toBe('pending');
  expect((await made.restore(text)).status).toBe(200);
  for (const id of ['running', 'waiting']) expect((await made.ask('GET', api.check(id))).body.state).toBe('cancelled');
  expect((await made.ask('GET', api.authorization)).body).toMatchObject({ state: 'authorized', account: 'pbx@contoso.com' });
});

test('a run of Check everything is cancelled', async () => {
  const made = await system();
  await setUpAll(made);
  const text = await made.backup();
  const { body } = await made.ask('POST', api.checkRuns);
  expect(body.state).toBe('running');
  expect((await made.restore(text)).status).toBe(200);
  expect((await made.ask('GET', api.checkRun(body.id))).body.state).toBe('cancelled');
});

test('a renewal that is under way ends, and what one has kept goes: no secret but those of the file is there afterwards', async () => {
  const { ask, setUp, renew, ended, renewal, hints, world, ports } = await applications();
  await setUp();
  await renew();
  expect(await ended()).toMatchObject({ state: 'switched' });
  const text = (await ask('POST', api.backup, { secrets: 'sealed', passphrase, password })).text;
  const third = 'third8Q~secret-of-the-application-k3W';
  world.secrets.push(third);
  world.wait = () => new Promise(() => {});
  await renew({ clientSecret: third });
  expect(await renewal()).toMatchObject({ state: 'checking' });
  expect((await ask('POST', api.restore, formOf(text, { passphrase, password }))).status).toBe(200);
  expect(new Set(Object.values(await hints()))).toEqual(new Set(['…x9Q']));
  const names = await ports.store.transaction(async (rows) => [...(await rows.secrets.all()).keys()]);
  expect(names.filter((name) => /^renewal|former/.test(name))).toEqual([]);
  expect(await ports.store.transaction((rows) => rows.renewals.all())).toEqual([]);
});

test('two administrators who have swapped their names get them back', async () => {
  const made = await system();
  const other = 'b'.repeat(20);
  const swap = (first: string, second: string) =>
    made.ports.store.transaction(async (rows) => {
      const own = (await rows.accounts.all()).find(({ id }) => id !== other);
      if (!own) return;
      await rows.accounts.put({ ...own, id: other, username: 'nobody' });
      await rows.accounts.put({ ...own, username: first });
      await rows.accounts.put({ ...own, id: other, username: second });
    });
  await swap('admin', 'jane');
  const text = await made.backup();
  await swap('jane', 'admin');
  expect((await made.restore(text)).status).toBe(200);
  expect(await made.ports.store.transaction(async (rows) => (await rows.accounts.byId(other))?.username)).toBe('jane');
});
