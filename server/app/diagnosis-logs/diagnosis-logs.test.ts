import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import type { DiagnosisLogsEstimate } from '../../../contract/diagnosis-logs.ts';
import { processState } from '../../memory/shared-state.ts';
import { createMemoryStore } from '../../memory/store.ts';
import type { Ports } from '../../ports.ts';
import { StoreUnavailable, type Store } from '../../store.ts';
import { reachable, testBackend } from '../testing.ts';
import { unzip } from './testing.ts';

const secret = 'Zos8Q~secret-of-the-calendar';
const calendar = {
  authMethod: 'microsoft-oauth',
  access: 'graph',
  cloud: 'global',
  tenantId: 'contoso.com',
  applicationId: '4f6ef1c2-8e18-4b6e-89bc-0d52c1a7e9f4',
  server: 'https://graph.microsoft.com/v1.0',
  scope: 'https://graph.microsoft.com/.default',
  username: 'pbx@contoso.com',
  clientSecret: secret,
};
const token = `x.${btoa(JSON.stringify({ oid: 'x', roles: ['Calendars.Read'] })).replaceAll('=', '')}.planted-signature`;
const today = { from: '2026-11-24T00:00:00Z', to: '2026-11-25T00:00:00Z' };
const all = { sources: ['event-log', 'framework-protocol'], ...today };

async function signedIn(given: Parameters<typeof testBackend>[0] = {}) {
  const made = testBackend(given);
  await made.signIn();
  return made;
}

/** A system whose calendar was checked, and that was looked at. */
async function checkedSystem({ date = new Date('2026-11-24T12:00:02Z'), ports = {} }: { date?: Date; ports?: Partial<Ports> } = {}) {
  const fetch: Ports['fetch'] = async (url) => {
    if (url.endsWith('openid-configuration')) return Response.json({ issuer: url }, { headers: { Date: date.toUTCString() } });
    if (url.endsWith('/token')) return Response.json({ token_type: 'Bearer', expires_in: 3599, access_token: token });
    const event = { id: '1', subject: 'Meeting about the planted subject', isAllDay: false, isCancelled: false, sensitivity: 'normal', type: 'singleInstance', responseStatus: { response: 'organizer' }, start: { dateTime: '2026-11-24T14:00:00', timeZone: 'UTC' }, end: { dateTime: '2026-11-24T15:00:00', timeZone: 'UTC' } };
    return Response.json({ value: [event] });
  };
  const made = await signedIn({ ports: { fetch, probe: reachable, ...ports } });
  await made.ask('PUT', api.exchangeCalendar, calendar, { 'If-Match': '"0"' });
  return {
    ...made,
    look: () => made.ask('POST', api.mailboxPreview, { mailbox: 'anna@contoso.com', timeZone: 'Europe/Berlin', language: 'en', autoBackToOffice: true }),
    checkCalendar: () => made.check(undefined, { function: 'exchange-calendar' }),
    async zip(body: object = all) {
      const answer = await made.send('POST', api.diagnosisLogs, body);
      expect(answer.status).toBe(200);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return { answer, bytes, files: await unzip(bytes) };
    },
  };
}

describe('the ZIP', () => {
  test('has the event log, the protocols by day and function, configuration, findings, and a manifest that knows them all', async () => {
    const { checkCalendar, look, zip } = await checkedSystem();
    const { body: checked } = await checkCalendar();
    await look();
    const { answer, files } = await zip();
    expect(answer.headers.get('Content-Type')).toBe('application/zip');
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="postern-diagnosis-logs-2026-11-24T1200Z.zip"');
    expect(Object.keys(files)).toEqual(['event-log/events.jsonl', 'event-log/events.csv', 'framework-protocol/2026-11-24/exchange-calendar.txt', 'configuration.json', 'findings.json', 'manifest.json']);

    const events = (files['event-log/events.jsonl'] ?? '').trim().split('\n').map((line) => JSON.parse(line));
    expect(events.map(({ kind }) => kind)).toEqual(['diagnosis-logs-downloaded', 'mailbox-previewed', 'check-passed', 'settings-saved', 'system-set-up']);
    expect(files['event-log/events.csv']).toMatch(/^\ufeffTime \(UTC\),.*\r\n2026-11-24T12:00:00.000Z,Info,,,Diagnosis Logs downloaded,admin,diagnosis-logs-downloaded,/);

    const protocol = files['framework-protocol/2026-11-24/exchange-calendar.txt'];
    expect(protocol).toContain(`--- 2026-11-24T12:00:00.000Z check check ${checked.id}`);
    expect(protocol).toContain('> scope=https://graph.microsoft.com/.default&grant_type=client_credentials&client_id=4f6ef1c2-8e18-4b6e-89bc-0d52c1a7e9f4&client_secret=***\n');
    expect(protocol).toContain('> GET https://graph.microsoft.com/v1.0/users/anna%40contoso.com/calendarView');
    expect(protocol).toContain('= tls passed');

    const findings = JSON.parse(files['findings.json'] ?? '');
    expect(findings.clock).toMatchObject({ state: 'passed', facts: { seconds: 2 } });
    expect(findings.checks).toMatchObject([{ function: 'exchange-calendar', result: 'passed', steps: [{ name: 'network', facts: { host: 'graph.microsoft.com', port: 443 } }, { name: 'tls', facts: { protocol: 'TLS 1.3', issuer: 'A', validTo: '2027-03-01' } }, { name: 'clock' }, { name: 'tenant' }, { name: 'token' }, { name: 'permission' }, { name: 'sign-in' }] }]);

    expect(JSON.parse(files['configuration.json'] ?? '')).toMatchObject({ exchangeCalendar: { username: 'pbx@contoso.com', clientSecret: { set: true, changedAt: '2026-11-24T12:00:00.000Z' } }, queues: [] });

    const manifest = JSON.parse(files['manifest.json'] ?? '');
    expect(manifest).toMatchObject({ postern: '0.0.0', runtime: 'test', store: 'memory', from: '2026-11-24T00:00:00.000Z', addressesMasked: false, sources: ['event-log', 'framework-protocol'] });
    expect(manifest.leftOut).toContainEqual({ what: 'uc-suite-protocols', why: 'Not chosen.' });
    for (const { name, bytes } of manifest.files) expect(bytes).toBe(new TextEncoder().encode(files[name]).length);
    expect(manifest.files.map(({ entries }: { entries: number | null }) => entries)).toEqual([5, 5, 2, null, null]);
  });

  test('holds neither a secret, whatever it is written as, nor a subject, nor a part of them', async () => {
    const { checkCalendar, look, zip } = await checkedSystem();
    await checkCalendar();
    await look();
    const text = Object.values((await zip()).files).join('\n');
    for (const planted of [secret, token, 'planted-signature', 'planted subject', 'correct horse']) {
      for (const written of [planted, encodeURIComponent(planted), btoa(planted), btoa(planted).slice(4, -4), JSON.stringify(planted).slice(1, -1)]) expect(text).not.toContain(written);
    }
    expect(text).not.toContain('hint');
  });

  test('masks mail addresses where that is asked for, one in all files alike', async () => {
    const { checkCalendar, look, zip } = await checkedSystem();
    await checkCalendar();
    await look();
    const { files } = await zip({ ...all, maskAddresses: true });
    const text = Object.values(files).join('\n');
    expect(text).not.toMatch(/anna(?:@|%40)contoso|pbx(?:@|%40)contoso/);
    expect(files['configuration.json']).toContain('p***@c***.com');
    expect(files['framework-protocol/2026-11-24/exchange-calendar.txt']).toContain('/users/a***%40c***.com/');
  });

  test('of ten years has what is there, of an hour that hour only, of a future nothing', async () => {
    const { ask, checkCalendar, zip, forward } = await checkedSystem();
    await checkCalendar();
    forward(86_400);
    await ask('POST', api.session, { username: 'admin', password: 'correct horse' });
    await checkCalendar();
    const decade = await zip({ ...all, from: '2020-01-01T00:00:00Z', to: '2029-12-31T23:59:59.999Z' });
    expect(Object.keys(decade.files).filter((name) => name.startsWith('framework'))).toEqual(['framework-protocol/2026-11-24/exchange-calendar.txt', 'framework-protocol/2026-11-25/exchange-calendar.txt']);
    const hour = await zip({ ...all, from: '2026-11-25T11:30:00Z', to: '2026-11-25T12:30:00Z' });
    expect(Object.keys(hour.files).filter((name) => name.startsWith('framework'))).toEqual(['framework-protocol/2026-11-25/exchange-calendar.txt']);
    const future = await zip({ ...all, from: '2030-01-01T00:00:00Z', to: '2031-01-01T00:00:00Z' });
    expect(future.files['event-log/events.jsonl']).toBe('');
    expect(JSON.parse(future.files['manifest.json'] ?? '').files[0]).toEqual({ name: 'event-log/events.jsonl', bytes: 0, entries: 0 });
  });

  test('formulas stay text in a spreadsheet, and no terminal obeys an event', async () => {
    const { zip, ports } = await checkedSystem();
    await ports.store.transaction((rows) => rows.events.add({ id: 'x', at: '2026-11-24T12:00:00.000Z', kind: 'signed-in', function: null, ref: '@SUM(1)', actor: '=cmd|calc "x"', check: null, params: { account: '\u001b[2J\u009b\u202e' } }));
    const { files } = await zip();
    expect(files['event-log/events.csv']).toContain(`,"'=cmd|calc ""x""",signed-in,'@SUM(1),`);
    for (const name of ['event-log/events.csv', 'event-log/events.jsonl']) expect(files[name]).not.toMatch(/[^\P{C}\r\n\ufeff]/u);
    expect(JSON.parse(files['event-log/events.jsonl']?.split('\n')[1] ?? '').params.account).toBe('\u001b[2J\u009b\u202e');
  });
});

describe('the size, known before', () => {
  test('is near the size of the ZIP, and names the entries in it', async () => {
    const { checkCalendar, look, zip, ask } = await checkedSystem();
    for (let round = 0; round < 20; round++) await checkCalendar();
    await look();
    const { body } = await ask('POST', `${api.diagnosisLogs}?dryRun=true`, all);
    const { bytes, files } = await zip();
    const { estimatedBytes, entries } = body as DiagnosisLogsEstimate;
    expect(estimatedBytes / bytes.length).toBeGreaterThan(0.6);
    expect(estimatedBytes / bytes.length).toBeLessThan(1.6);
    const [, , protocol] = JSON.parse(files['manifest.json'] ?? '').files;
    const events = (files['event-log/events.jsonl'] ?? '').trim().split('\n').length - 1;
    expect(entries).toBe(events + protocol.entries);
  });
});

describe('what is refused', () => {
  test.each([
    ['no source', { ...all, sources: [] }, '/sources', 'required'],
    ['a source twice', { ...all, sources: ['event-log', 'event-log'] }, '/sources', 'twice'],
    ['a source that there is not', { ...all, sources: ['event-log', 'core-dump'] }, '/sources/1', 'log-source'],
    ['an end before the beginning', { ...all, from: today.to, to: today.from }, '/to', 'range'],
    ['an instant of nowhere', { ...all, from: 'yesterday' }, '/from', 'timestamp'],
    ['UC Suite protocols that nobody records', { ...all, sources: ['event-log', 'uc-suite-protocols'] }, '/sources/1', 'not-activated'],
    ['a wish that it does not know', { ...all, format: 'tar' }, '/format', 'unknown-member'],
  ])('%s', async (_what, body, pointer, code) => {
    const { ask } = await signedIn();
    for (const path of [api.diagnosisLogs, `${api.diagnosisLogs}?dryRun=true`]) {
      const answer = await ask('POST', path, body);
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ pointer, code }]);
    }
  });

  test('whoever may only read, and who has not signed in', async () => {
    const { ask, ports } = await signedIn();
    const account = await ports.store.transaction((rows) => rows.accounts.byUsername('admin'));
    if (account) await ports.store.transaction((rows) => rows.accounts.put({ ...account, role: 'basic' }));
    expect((await ask('POST', api.diagnosisLogs, all)).status).toBe(403);
    expect((await ask('PUT', api.diagnosisLogsSettings, { ucSuiteProtocols: true }, { 'If-Match': '"0"' })).status).toBe(403);
    expect((await ask('GET', api.diagnosisLogsSettings)).status).toBe(200);
    expect((await ask('POST', api.diagnosisLogs, all, { 'X-Session': '' })).status).toBe(401);
  });

  test('a store that is away before anything has begun is a problem, not half a ZIP', async () => {
    let isAway = false;
    const real = createMemoryStore(processState());
    const store: Store = { ...real, transaction: (work) => (isAway ? Promise.reject(new StoreUnavailable(true)) : real.transaction(work)) };
    const { ask } = await signedIn({ ports: { store } });
    isAway = true;
    expect(await ask('POST', api.diagnosisLogs, all)).toMatchObject({ status: 507, body: { type: '/problems/store-full' } });
  });
});

describe('UC Suite protocols', () => {
  test('are recorded while they are on, with what was decided and counted, and without a subject', async () => {
    const { ask, look, checkCalendar, zip, ports } = await checkedSystem();
    const uc = { sources: ['uc-suite-protocols'], ...today };
    await look();
    const before = await ask('GET', api.diagnosisLogsSettings);
    expect(before).toMatchObject({ etag: '"0"', body: { configured: false, ucSuiteProtocols: false, keepDays: 14, keepMegabytes: 256 } });
    expect(before.body.kilobytesPerHour).toBeGreaterThan(0);
    expect(await ask('PUT', api.diagnosisLogsSettings, { ...before.body, ucSuiteProtocols: true }, { 'If-Match': '"0"' })).toMatchObject({ status: 200, etag: '"1"', body: { ucSuiteProtocols: true } });
    await look();
    await checkCalendar();
    const { files } = await zip(uc);
    const text = files['uc-suite-protocols/2026-11-24/exchange-calendar.txt'] ?? '';
    expect(text.match(/^--- /gm)).toHaveLength(2);
    expect(text).toContain('= 1 appointments in the next 24 hours');
    expect(text).toContain('= 2026-11-24T14:00:00.000Z to 2026-11-24T15:00:00.000Z: sets, meeting');
    expect(text).toContain('= operation passed');
    expect(text).not.toContain('planted subject');
    await ask('PUT', api.diagnosisLogsSettings, { ucSuiteProtocols: false }, { 'If-Match': '"1"' });
    await look();
    expect((await ask('POST', api.diagnosisLogs, uc)).status).toBe(422);
    await ask('PUT', api.diagnosisLogsSettings, { ucSuiteProtocols: true }, { 'If-Match': '"2"' });
    expect((await zip(uc)).files['uc-suite-protocols/2026-11-24/exchange-calendar.txt']?.match(/^--- /gm)).toHaveLength(2);
    const items = await ports.store.transaction((rows) => rows.events.list({ limit: 20 }));
    expect(items.map(({ kind }) => kind).filter((kind) => kind.startsWith('uc-suite'))).toEqual(['uc-suite-protocols-on', 'uc-suite-protocols-off', 'uc-suite-protocols-on']);
  });

  test('somebody else has switched them meanwhile: 412 with what is there; without If-Match 428', async () => {
    const { ask } = await signedIn();
    await ask('PUT', api.diagnosisLogsSettings, { ucSuiteProtocols: true }, { 'If-Match': '"0"' });
    expect(await ask('PUT', api.diagnosisLogsSettings, { ucSuiteProtocols: false }, { 'If-Match': '"0"' })).toMatchObject({ status: 412, body: { current: { ucSuiteProtocols: true } } });
    expect((await ask('PUT', api.diagnosisLogsSettings, { ucSuiteProtocols: false })).status).toBe(428);
  });
});
