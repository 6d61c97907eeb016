import { expect, test, vi } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { backupParts, mostBackupBytes, type BackupPart } from '../../../contract/backup.ts';
import { Confidential } from '../../confidential.ts';
import { application } from '../contact-center/testing.ts';
import { origin, settings } from '../testing.ts';
import { writeDocument } from './document.ts';
import type { Item } from './part.ts';
import { everything, formOf, passphrase, password, planted, system, type System } from './testing.ts';

// Each passphrase takes a third of a second, and more where the machine has other things to do.
vi.setConfig({ testTimeout: 30_000 });

const fault = ({ status, body }: { status: number; body: { type: string; errors?: { pointer: string; code: string }[] } }) => [status, body.type, ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)];
const queueId = 'q'.repeat(20);

/** A file that is whole and sealed, as only its maker could write it: the configuration of this system, but for these items. */
async function written({ ports }: System, changed: Partial<Record<BackupPart, Omit<Item, 'secrets'>[]>>): Promise<string> {
  const [own] = await ports.store.transaction((rows) => rows.accounts.all());
  if (!own) throw new Error('Somebody is signed in.');
  const { id, passwordHash, version: _version, lastSignInAt: _lastSignInAt, passwordChangedAt, ...value } = own;
  const accounts: Item[] = [{ id, value, secrets: { password: { plain: new Confidential(passwordHash), changedAt: passwordChangedAt } } }];
  const content = new Map<BackupPart, Item[]>(backupParts.map((part) => [part, (changed[part] ?? []).map((item) => ({ ...item, secrets: {} }))]));
  content.set('accounts', [...accounts, ...(content.get('accounts') ?? [])]);
  return writeDocument(ports.random, { product: '1.0.0', madeAt: '2026-11-24T12:00:00.000Z', madeBy: 'eve', content }, new Confidential(passphrase));
}

const pilot = (value: object) => ({ id: `${queueId}/${'p'.repeat(20)}`, value: { type: 'email', name: '', authMethod: 'oauth', ...application, server: 'outlook.office365.com', port: 995, encryption: 'tls', username: 'a@contoso.com', clientSecretExpiresAt: null, scope: 'https://outlook.office365.com/.default', pollIntervalSeconds: 60, mailHandling: 'delete', ...value } });
const forwarding = (value: object) => ({ id: 'email-forwarding', value: { ...settings, signInAs: null, username: '', scope: '', clientSecretExpiresAt: null, ...value } });
const calendar = (value: object) => ({ id: 'exchange-calendar', value: { authMethod: 'microsoft-oauth', access: 'graph', ...application, server: 'https://graph.microsoft.com/v1.0', scope: 'https://graph.microsoft.com/.default', username: 'pbx@contoso.com', clientSecretExpiresAt: null, ...value } });
const queue = { id: queueId, value: { name: 'Sales', number: '850' } };
const account = (value: object) => ({ id: 'z'.repeat(20), value: { username: 'jane', email: null, role: 'basic', language: 'en', disabled: false, mustChangePassword: false, createdAt: '2026-11-24T12:00:00.000Z', ...value } });

test.each<[string, Partial<Record<BackupPart, Omit<Item, 'secrets'>[]>>, string[]]>([
  ['a token for a server of somebody else', { 'email-forwarding': [forwarding({ smtp: { host: 'mail.evil.example', port: 587, encryption: 'starttls' } })], 'exchange-calendar': [calendar({ server: 'https://evil.example/v1.0' })] }, ['foreign-mail-host', 'foreign-exchange-host']],
  ['values that nobody could type', { 'email-forwarding': [forwarding({ emailAddress: 'nobody', smtp: { host: '', port: 0, encryption: 'tls' } })] }, ['email', 'required', 'port']],
  ['a password in clear among the values', { 'email-forwarding': [forwarding({ password: 'in clear' })], 'exchange-calendar': [calendar({ clientSecretFrom: 'email-forwarding' })] }, ['unknown-member', 'unknown-member']],
  ['members that nobody knows', { 'exchange-calendar': [calendar({ more: 1 })], 'diagnosis-logs': [{ id: 'diagnosis-logs', value: { ucSuiteProtocols: 'yes' } }] }, ['unknown-member', 'type']],
  ['pilots without their queue', { pilots: [pilot({})] }, ['no-such-queue']],
  ['ids that are none', { queues: [{ ...queue, id: '../x' }], pilots: [{ ...pilot({}), id: 'x' }, { ...pilot({}), id: `${queueId}/${'p'.repeat(20)}/${'p'.repeat(20)}` }] }, ['type', 'type', 'type']],
  ['one queue twice', { queues: [queue, queue] }, ['twice']],
  ['one name twice', { accounts: [account({}), { ...account({ username: 'JANE' }), id: 'y'.repeat(20) }] }, ['twice']],
  ['a name and a role that there are not', { accounts: [account({ username: 'a b', role: 'root' })] }, ['username', 'role']],
  ['a language that there is not', { keywords: [{ id: 'xx', value: {} }] }, ['voicemail-language']],
  ['keywords that say the same', { keywords: [{ id: 'en', value: { 'meeting': 'Meeting', 'sick': 'meeting', 'break': 'Break', 'out-of-office': 'Out', 'holiday': 'Holiday', 'lunch': 'Lunch', 'home': 'Home' } }] }, ['duplicate-keyword']],
])('a file that holds %s is refused as a whole, and it is said where', async (_what, changed, codes) => {
  const made = await system();
  const text = await written(made, { queues: [queue], ...changed, ...(changed.pilots?.length === 1 && { queues: [] }) });
  const before = await everything(made.state);
  const refused = await made.restore(text);
  expect(fault(refused)).toEqual([422, '/problems/backup-invalid', ...codes.map((code) => `/file ${code}`)]);
  for (const { detail } of refused.body.errors) expect(detail).toMatch(/^(?:E-mail forwarding|Exchange|Queues|Queue Pilots|Keywords|Diagnosis Logs|Administrators).*: /);
  expect(JSON.parse(await everything(made.state))).toEqual({ ...JSON.parse(before), events: expect.anything() });
});

test('a file that its maker has written well is taken', async () => {
  const made = await system();
  const text = await written(made, { 'email-forwarding': [forwarding({})], 'exchange-calendar': [calendar({})], 'queues': [queue], 'pilots': [pilot({})], 'accounts': [account({})] });
  const done = await made.restore(text);
  expect([done.status, done.body.afterwards.withoutPassword, done.body.afterwards.secretsTotal]).toEqual([200, ['jane'], 2]);
});

test('what is no form, holds no file or two, or has a member too many is refused at its place; what is too large, as that', async () => {
  const made = await system();
  const { ask, backup, restore, send } = made;
  const text = await backup();
  const withType = (type: string, body: string) => ask('POST', api.restore, body, { 'Content-Type': type });
  expect(fault(await ask('POST', api.restore, { file: text, password }))).toEqual([415, '/problems/unsupported-media-type']);
  for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data; boundary=', 'multipart/form-data;']) expect(fault(await withType(type, 'no form'))).toEqual([400, '/problems/invalid-form']);
  expect(fault(await withType('multipart/form-data', 'x'))).toEqual([415, '/problems/unsupported-media-type']);
  const without = formOf(text, { passphrase, password });
  without.delete('file');
  expect(fault(await ask('POST', api.restore, without))).toEqual([422, '/problems/invalid', '/file required']);
  without.set('file', text);
  expect(fault(await ask('POST', api.restore, without))).toEqual([422, '/problems/invalid', '/file required']);
  const two = formOf(text, { passphrase, password });
  two.append('file', new Blob([text]), 'other.json');
  expect(fault(await ask('POST', api.restore, two))).toEqual([422, '/problems/invalid', '/file twice']);
  expect(fault(await ask('POST', api.restore, formOf(text, { passphrase, password, force: 'yes' })))).toEqual([422, '/problems/invalid', '/force unknown-member']);
  expect(fault(await ask('POST', api.restore, formOf(text, { passphrase })))).toEqual([422, '/problems/invalid', '/password required']);
  const session = (await send('POST', api.session, { username: 'admin', password })).headers.get('X-Session') ?? '';
  for (const size of [mostBackupBytes + 1, mostBackupBytes + 100_000]) {
    const form = new Response(formOf(new Uint8Array(size), { passphrase, password }));
    const headers = { 'Origin': origin, 'X-Session': session, 'Content-Type': form.headers.get('Content-Type') ?? '' };
    const large = await made.backend.fetch(new Request(`${origin}${api.restore}`, { method: 'POST', headers, body: await form.arrayBuffer() }));
    expect([large.status, await large.json()]).toMatchObject([413, { type: '/problems/too-large', detail: 'It is larger than 16 MiB.' }]);
  }
  expect(fault(await restore(new Uint8Array(mostBackupBytes)))).toEqual([422, '/problems/backup-not-readable', '/file backup-not-readable']);
});

test('what was refused is recorded with its reason, without what was tried', async () => {
  const made = await system();
  const text = await made.backup();
  await made.restore(text.slice(0, -9));
  await made.restore('PK\u0003\u0004');
  await made.restore(text, { passphrase: 'not this one here' });
  const { items } = (await made.ask('GET', api.events)).body;
  expect(items.slice(0, 3).map(({ summary, actor }: { summary: string; actor: string }) => [summary, actor])).toEqual([
    ['Restore of a backup refused: wrong passphrase', 'admin'],
    ['Restore of a backup refused: no backup of Postern', 'admin'],
    ['Restore of a backup refused: cut, or changed after it was made', 'admin'],
  ]);
  expect(JSON.stringify(items)).not.toContain('not this one');
});

test('a key that is another one: a backup with secrets says so, one without them can be made', async () => {
  const made = await system();
  await made.put(api.emailForwarding, { ...settings, authMethod: 'basic', username: 'pbx', password: planted.forwardingPassword });
  made.ports.secrets.open = () => Promise.reject(new Error('another key'));
  expect(fault(await made.ask('POST', api.backup, { secrets: 'sealed', passphrase, password }))).toEqual([422, '/problems/invalid', '/secrets secret-unreadable']);
  expect((await made.ask('POST', api.backup, { secrets: 'omit', password })).status).toBe(200);
});
