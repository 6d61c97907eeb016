import { api } from '../../../contract/addresses.ts';
import { processState, type SharedState } from '../../memory/shared-state.ts';
import { createMemoryStore } from '../../memory/store.ts';
import { StoreUnavailable, type CurrentSignIn, type Repositories } from '../../store.ts';
import { application, end } from '../contact-center/testing.ts';
import { sealing } from '../sign-in/rows.ts';
import { settings, testBackend } from '../testing.ts';
import { Confidential } from '../../confidential.ts';

export const passphrase = 'a long enough passphrase';
export const password = 'correct horse';

/** Every secret that a whole system has. */
export const planted = {
  forwardingPassword: 'q7Kx2Vd9Lm4Rt1Wz',
  forwardingSecret: 'Zos8Q~Jb5Nf8Hc3Gy6Ps',
  calendarSecret: 'Rt58Q~Uk2Dw7Xe9Mv4La',
  directoryPassword: 'b6Yh3Qj8Ct5Zp2Gk',
  pilotSecret: 'Kw78Q~Se4Vn1Bm6Fr9Td',
  pilotPassword: 'h9Lc4Wx7Pz2Ua5Jq',
  noticeSecret: 'whsec_c2lnbmluZy1rZXktb2YtMjQtYnl0ZXMhIQ==',
  noticePassword: 'v3Ns8Xk1Qw6Bd',
  accessToken: 'eyJ0eXAi.Ng3Ry8Ko5Bv1.Mt6Hs',
  refreshToken: '0.AXoA-Xq9Fd2Ej7Cw4Lu5Vb8',
};

/** A system in which an expert is signed in, over a store of its own. */
export async function system(given: Parameters<typeof testBackend>[0] = {}) {
  const state = processState();
  const made = testBackend({ ...given, ports: { store: createMemoryStore(state), ...given.ports } });
  await made.signIn();
  const { ask } = made;
  const put = async (path: string, value: object) => {
    const { etag } = await ask('GET', path);
    return ask('PUT', path, value, { 'If-Match': etag ?? '' });
  };
  const restore = (text: string | Uint8Array<ArrayBuffer>, { dryRun = false, ifMatch, ...members }: { dryRun?: boolean; ifMatch?: string; passphrase?: string; password?: string } = {}) => {
    const form = formOf(text, { passphrase, password, ...members });
    return ask('POST', `${api.restore}${dryRun ? '?dryRun=true' : ''}`, form, ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` });
  };
  return {
    ...made,
    state,
    put,
    restore,
    backup: async (secrets: 'sealed' | 'omit' = 'sealed') => (await ask('POST', api.backup, { secrets, passphrase, password })).text,
    preview: (text: string, more: object = {}) => restore(text, { dryRun: true, ...more }),
    kinds: async () => ((await ask('GET', api.events)).body.items as { kind: string }[]).map(({ kind }) => kind),
  };
}

export type System = Awaited<ReturnType<typeof system>>;

/** A form with this file. */
export function formOf(text: string | Uint8Array<ArrayBuffer>, members: Record<string, string>): FormData {
  const form = new FormData();
  form.set('file', new Blob([text]), 'backup.json');
  for (const [name, value] of Object.entries(members)) form.set(name, value);
  return form;
}

/** Sets everything up that there is; answers the queue and its pilots. */
export async function setUpAll({ put, ask, ports }: System) {
  const calendar = { authMethod: 'microsoft-oauth', access: 'graph', ...application, server: 'https://graph.microsoft.com/v1.0', scope: 'https://graph.microsoft.com/.default', username: 'pbx@contoso.com', clientSecret: planted.calendarSecret, clientSecretExpiresAt: end };
  const directory = { authMethod: 'basic', access: 'ews', cloud: 'global', server: 'https://mail.contoso.com/EWS/Exchange.asmx', username: 'pbx@contoso.com', password: planted.directoryPassword };
  // Both secrets of E-mail forwarding: each is kept for the day on which its method is chosen.
  await put(api.emailForwarding, { ...settings, authMethod: 'basic', username: 'pbx', password: planted.forwardingPassword });
  await put(api.emailForwarding, { ...settings, authMethod: 'microsoft-oauth-application', username: 'pbx', scope: 'https://outlook.office365.com/.default', clientSecret: planted.forwardingSecret, clientSecretExpiresAt: end });
  await put(api.emailForwarding, { ...settings, username: 'pbx' });
  await put(api.exchangeCalendar, calendar);
  await put(api.exchangeDirectory, directory);
  const { body: table } = await ask('GET', api.keywords('de'));
  await put(api.keywords('de'), { keywords: { ...table.keywords, home: 'Homeoffice' } });
  await put(api.diagnosisLogsSettings, { ucSuiteProtocols: true });
  await put(api.notices, {
    language: 'de',
    webhook: { enabled: true, url: 'https://hooks.example.com/x?key=m4Jd9Zs2Kf7Qp', signingSecret: planted.noticeSecret },
    mail: { enabled: true, smtp: { host: 'mail.example.net', port: 465, encryption: 'tls' }, username: 'notices', password: planted.noticePassword, from: 'pbx@example.net', to: ['a@example.net', 'b@example.net'] },
  });
  const queue = (await ask('POST', api.queues, { name: 'Sales', number: '850' })).body.id as string;
  const pilots: string[] = [];
  for (const value of [
    { type: 'call', name: 'Hotline', number: '+4989700' },
    { type: 'email', authMethod: 'oauth', ...application, username: 'sales@contoso.com', clientSecret: planted.pilotSecret, clientSecretExpiresAt: end },
    { type: 'email', authMethod: 'basic', username: 'orders@contoso.com', server: 'mail.contoso.com', port: 110, encryption: 'starttls', password: planted.pilotPassword, mailHandling: 'leave', pollIntervalSeconds: 120 },
  ]) pilots.push((await ask('POST', api.pilots(queue), value)).body.id);
  await ports.store.transaction(async (rows) => rows.signIns.put('email-forwarding', { version: 3, pending: null, current: await signInOf(ports), other: null, outcome: null }));
  return { queue, pilots };
}

async function signInOf({ secrets }: System['ports']): Promise<CurrentSignIn> {
  return {
    target: { cloud: settings.cloud, tenantId: settings.tenantId, applicationId: settings.applicationId },
    account: 'pbx@contoso.com',
    tenantGuid: null,
    scope: 'SMTP.Send',
    authorizedAt: '2026-11-20T12:00:00.000Z',
    accessTokenExpiresAt: '2026-11-24T13:00:00.000Z',
    nextRefreshAt: '2026-11-24T12:55:00.000Z',
    lastRefreshAt: '2026-11-24T12:00:00.000Z',
    lastUsedAt: '2026-11-24T12:00:00.000Z',
    failures: 0,
    sealedAccessToken: await secrets.seal(new Confidential(planted.accessToken), sealing.accessToken),
    sealedRefreshToken: await secrets.seal(new Confidential(planted.refreshToken), sealing.refreshToken),
  };
}

/** The configuration as the API shows it, without what a restore makes new. */
export async function configuration({ ask, ports }: Pick<System, 'ask' | 'ports'>) {
  const shown: Record<string, unknown> = {};
  for (const path of [api.emailForwarding, api.exchangeCalendar, api.exchangeDirectory, api.keywords('de'), api.keywords('en'), api.diagnosisLogsSettings, api.notices, api.queues]) shown[path] = withoutChange((await ask('GET', path)).body);
  for (const { id } of (await ask('GET', api.queues)).body.items) {
    for (const pilot of (await ask('GET', api.pilots(id))).body.items) shown[pilot.id] = withoutChange((await ask('GET', api.pilot(id, pilot.id))).body);
  }
  const { accounts, signIn } = await ports.store.transaction(async (rows) => ({ accounts: await rows.accounts.all(), signIn: (await rows.signIns.get('email-forwarding'))?.current ?? null }));
  return { ...shown, accounts, account: signIn?.account ?? null };
}

function withoutChange({ changedAt: _changedAt, ...rest }: { changedAt?: string }): object {
  return rest;
}

/** Every secret of a system in clear. */
export async function secretsIn({ ports }: Pick<System, 'ports'>): Promise<string[]> {
  return ports.store.transaction(async (rows) => {
    const found: Confidential[] = [];
    for (const [name, { sealed, boundTo }] of await rows.secrets.all()) found.push(await ports.secrets.open(sealed, JSON.stringify([name, boundTo])));
    const current = (await rows.signIns.get('email-forwarding'))?.current;
    if (current) found.push(await ports.secrets.open(current.sealedAccessToken, sealing.accessToken), await ports.secrets.open(current.sealedRefreshToken, sealing.refreshToken));
    return found.map((secret) => secret.reveal()).sort();
  });
}

/** A store that is full as soon as this is asked for. */
export function fullAt(rows: Repositories, table: 'pilots' | 'events' | 'accounts'): Repositories {
  const full = () => {
    throw new StoreUnavailable(true);
  };
  return { ...rows, [table]: { ...rows[table], put: full, putAll: full, add: full } };
}

/** Everything that is stored, but for the tried passwords. */
export function everything(state: SharedState): Promise<string> {
  return state.update(async (value) => ({ result: JSON.stringify({ ...Object(value), tries: null }) }));
}
