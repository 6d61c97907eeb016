import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { api } from '../../contract/addresses.ts';
import type { Diagnosis } from '../../contract/diagnosis.ts';
import { settings } from '../../server/app/testing.ts';
import { noticeScenarios } from './notices.ts';
import { scenarios } from './scenarios.ts';
import { account, failedStep, playedSystem, type ways } from './testing.ts';

/** What is wrong with the sentences of a diagnosis in its two languages; none where there is no diagnosis. */
function faultsOf(inEnglish: Diagnosis | undefined, inGerman: Diagnosis | undefined): string[] {
  if (!inEnglish || !inGerman) return inEnglish === inGerman ? [] : ['only in one language'];
  const said = [inEnglish, inGerman].map(({ cause, fix, script = '' }) => `${cause} ${fix} ${script}`);
  return [
    ...said.filter((text) => /\{\w+\}|undefined|NaN/.test(text)),
    ...(inGerman.cause === inEnglish.cause || inGerman.fix === inEnglish.fix ? ['not in German'] : []),
    ...(inGerman.script === inEnglish.script ? [] : ['another script']),
    ...(inEnglish.link && !URL.canParse(inEnglish.link.href) ? ['no address'] : []),
  ];
}

// How the sign-in with a code ends: its state, and what is said.
const outcomes: readonly [scenario: string, state: string, code?: string, owner?: string, offer?: string][] = [
  ['all-well', 'authorized'],
  ['waiting-long', 'authorized'],
  ['slow-down', 'authorized'],
  ['declined', 'declined', 'code-declined', 'telephone-admin'],
  ['expired', 'expired', 'code-expired', 'telephone-admin'],
  ['other-account', 'other-account'],
  ['app-not-found', 'failed', 'app-not-found', 'telephone-admin'],
  ['tenant-not-found', 'failed', 'tenant-not-found', 'telephone-admin'],
  ['other-cloud', 'failed', 'other-cloud', 'telephone-admin', 'choose-cloud'],
  ['public-client-off', 'failed', 'public-client-off', 'entra-admin'],
  ['consent-missing', 'failed', 'consent-missing', 'entra-admin'],
  ['admin-consent-needed', 'failed', 'admin-consent-needed', 'entra-admin'],
  ['consent-requested', 'failed', 'consent-requested', 'entra-admin'],
  ['user-not-assigned', 'failed', 'user-not-assigned', 'entra-admin'],
  ['mfa-needed', 'failed', 'mfa-needed', 'telephone-admin'],
  ['mfa-registration-needed', 'failed', 'mfa-registration-needed', 'telephone-admin'],
  ['device-code-blocked', 'blocked', 'device-code-blocked', 'entra-admin', 'application-method'],
  ['device-not-compliant', 'blocked', 'device-not-compliant', 'entra-admin'],
  ['security-defaults', 'blocked', 'blocked-by-security-defaults', 'entra-admin', 'application-method'],
  ['throttled', 'failed', 'too-many-requests', 'nobody'],
  ['identity-not-reached', 'failed', 'connection-refused', 'network-admin'],
  ['identity-500', 'failed', 'identity-unavailable', 'nobody'],
  ['identity-429', 'failed', 'too-many-requests', 'nobody'],
  ['identity-html', 'failed', 'identity-answer-unreadable', 'network-admin'],
  ['identity-silent', 'failed', 'identity-silent', 'network-admin'],
  ['identity-cut', 'failed', 'connection-closed', 'network-admin'],
];

// A sign-in that has worked, and comes to its end seconds later.
const ends: readonly [scenario: string, code: string, owner: string, offer?: string][] = [
  ['refresh-token-inactive', 'sign-in-inactive', 'telephone-admin'],
  ['refresh-token-revoked', 'sign-in-revoked', 'telephone-admin'],
  ['refresh-token-blocked', 'device-code-session-blocked', 'entra-admin', 'application-method'],
  ['refresh-mfa-expired', 'mfa-expired', 'telephone-admin', 'application-method'],
  ['refresh-sign-in-frequency', 'sign-in-frequency', 'telephone-admin', 'application-method'],
];

// Where the ladder stops. With a code somebody has signed in before the scenario is chosen.
const checks: readonly [scenario: string, way: keyof typeof ways, step: string | null, code?: string, owner?: string, script?: string][] = [
  ['all-well', 'code', null],
  ['all-well', 'application', null],
  ['all-well', 'password', null],
  ['all-well', 'relay', null],
  ['host-not-found', 'code', 'network', 'host-not-found', 'network-admin'],
  ['connection-refused', 'password', 'network', 'connection-refused', 'network-admin'],
  ['connection-timeout', 'code', 'network', 'connection-timeout', 'network-admin'],
  ['identity-not-reached', 'code', 'network', 'connection-refused', 'network-admin'],
  ['certificate-not-trusted', 'code', 'tls', 'connection-intercepted', 'network-admin'],
  ['certificate-other-name', 'code', 'tls', 'certificate-other-name', 'network-admin'],
  ['certificate-expired', 'password', 'tls', 'certificate-expired', 'network-admin'],
  ['no-starttls', 'code', 'tls', 'no-starttls', 'network-admin'],
  ['mail-server-busy', 'code', 'tls', 'mail-server-busy', 'nobody'],
  ['clock-wrong', 'code', 'clock', 'clock-wrong', 'telephone-admin'],
  ['clock-wrong', 'application', 'clock', 'clock-wrong', 'telephone-admin'],
  ['identity-500', 'code', 'tenant', 'identity-unavailable', 'nobody'],
  ['identity-429', 'code', 'tenant', 'too-many-requests', 'nobody'],
  ['identity-html', 'code', 'tenant', 'identity-answer-unreadable', 'network-admin'],
  ['identity-silent', 'code', 'tenant', 'identity-silent', 'network-admin'],
  ['identity-cut', 'code', 'tenant', 'connection-closed', 'network-admin'],
  ['tenant-not-found', 'application', 'tenant', 'tenant-not-found', 'telephone-admin'],
  ['app-not-found', 'application', 'token', 'app-not-found', 'telephone-admin'],
  ['other-cloud', 'application', 'token', 'other-cloud', 'telephone-admin'],
  ['secret-wrong', 'application', 'token', 'secret-wrong', 'telephone-admin'],
  ['secret-expired', 'application', 'token', 'secret-expired', 'entra-admin'],
  ['tenant-alias-refused', 'application', 'token', 'tenant-alias-refused', 'telephone-admin'],
  ['role-missing', 'application', 'permission', 'role-missing', 'entra-admin'],
  ['opaque-token', 'application', null],
  ['service-principal-missing', 'application', 'sign-in', 'app-mailbox-refused', 'exchange-admin', `New-ServicePrincipal -AppId ${settings.applicationId} -ObjectId `],
  ['mailbox-refused', 'code', 'sign-in', 'mailbox-refused', 'exchange-admin'],
  ['smtp-auth-disabled-mailbox', 'code', 'sign-in', 'smtp-auth-disabled-mailbox', 'exchange-admin', `Set-CASMailbox -Identity ${account} -SmtpClientAuthenticationDisabled $false`],
  ['smtp-auth-disabled-tenant', 'application', 'sign-in', 'smtp-auth-disabled-tenant', 'exchange-admin', `Set-CASMailbox -Identity ${account} -SmtpClientAuthenticationDisabled $false`],
  ['smtp-security-defaults', 'code', 'sign-in', 'mail-blocked-by-security-defaults', 'entra-admin'],
  ['smtp-blocked-by-policy', 'password', 'sign-in', 'mail-blocked-by-policy', 'entra-admin'],
  ['basic-auth-disabled', 'password', 'sign-in', 'basic-auth-disabled', 'telephone-admin'],
  ['basic-auth-retired', 'password', 'sign-in', 'basic-auth-retired', 'telephone-admin'],
  ['password-wrong', 'password', 'sign-in', 'password-refused', 'telephone-admin'],
  ['send-as-denied', 'code', 'operation', 'send-as-denied', 'exchange-admin', `Add-RecipientPermission -Identity ${account} -Trustee ${account} -AccessRights SendAs`],
  ['send-as-denied', 'application', 'operation', 'app-send-as-denied', 'exchange-admin', `$app = Get-ServicePrincipal | Where-Object AppId -eq ${settings.applicationId}`],
  ['send-as-denied-by-store', 'code', 'operation', 'send-as-denied', 'exchange-admin', 'Add-RecipientPermission'],
  ['mailbox-logon-failed', 'application', 'operation', 'mailbox-logon-failed', 'exchange-admin', `Get-MailboxPermission -Identity ${account}`],
  ['sender-limit', 'code', 'operation', 'sender-limit', 'telephone-admin'],
  ['mail-server-fault', 'code', 'operation', 'mail-server-busy', 'nobody'],
  ['quota-reached', 'code', 'operation', 'quota-reached', 'exchange-admin'],
  ['mailbox-full', 'code', 'operation', 'mailbox-full', 'exchange-admin'],
  ['cut-in-data', 'code', 'operation', 'mail-cut-in-data', 'network-admin'],
  ['relay-hands-on', 'relay', 'operation', 'smtp-auth-disabled-tenant', 'exchange-admin', 'Set-CASMailbox'],

  ['all-well', 'calendar by Graph', null],
  ['all-well', 'calendar by EWS', null],
  ['all-well', 'calendar of the own server', null],
  ['all-well', 'directory', null],
  ['all-well', 'directory of the own server', null],
  ['identity-not-reached', 'calendar by EWS', 'network', 'connection-refused', 'network-admin'],
  ['identity-not-reached', 'calendar of the own server', null],
  ['clock-wrong', 'calendar by Graph', 'clock', 'clock-wrong', 'telephone-admin'],
  ['tenant-not-found', 'directory', 'tenant', 'tenant-not-found', 'telephone-admin'],
  ['secret-wrong', 'calendar by Graph', 'token', 'secret-wrong', 'telephone-admin'],
  ['secret-expired', 'directory', 'token', 'secret-expired', 'entra-admin'],
  ['tenant-alias-refused', 'calendar by EWS', 'token', 'tenant-alias-refused', 'telephone-admin'],
  ['role-missing', 'calendar by Graph', 'sign-in', 'role-missing', 'entra-admin'],
  ['role-missing', 'calendar by EWS', 'sign-in', 'role-missing', 'entra-admin'],
  ['opaque-token', 'calendar by Graph', null],
  ['opaque-token', 'directory', null],
  ['exchange-not-reached', 'calendar by Graph', 'network', 'exchange-connection-refused', 'network-admin'],
  ['exchange-not-reached', 'directory of the own server', 'network', 'exchange-connection-refused', 'network-admin'],
  ['exchange-certificate-not-trusted', 'calendar of the own server', 'tls', 'certificate-not-trusted', 'network-admin'],
  ['exchange-certificate-not-trusted', 'calendar by EWS', null],
  ['exchange-certificate-expired', 'directory of the own server', 'tls', 'certificate-expired', 'network-admin'],
  ['ews-blocked', 'calendar by EWS', 'sign-in', 'ews-blocked', 'exchange-admin', '# Exchange Online PowerShell'],
  ['ews-blocked', 'directory', 'sign-in', 'ews-blocked', 'exchange-admin', '# Exchange Online PowerShell'],
  ['ews-blocked', 'calendar of the own server', null],
  ['ews-blocked', 'calendar by Graph', null],
  ['ews-token-refused', 'calendar by EWS', 'sign-in', 'exchange-audience-wrong', 'telephone-admin'],
  ['impersonation-denied', 'calendar by EWS', 'sign-in', 'impersonation-denied', 'exchange-admin', `Test-ServicePrincipalAuthorization -Identity ${settings.applicationId}`],
  ['impersonation-denied', 'calendar of the own server', 'sign-in', 'impersonation-role-missing', 'exchange-admin', '# Exchange Management Shell'],
  ['mailbox-not-found', 'calendar by EWS', 'sign-in', 'mailbox-not-found', 'telephone-admin'],
  ['mailbox-not-found', 'calendar by Graph', 'sign-in', 'mailbox-not-found', 'telephone-admin'],
  ['exchange-throttled', 'calendar by EWS', 'sign-in', 'exchange-throttled', 'nobody'],
  ['exchange-throttled', 'calendar by Graph', 'sign-in', 'exchange-throttled', 'nobody'],
  ['exchange-unavailable', 'calendar by EWS', 'sign-in', 'exchange-unavailable', 'nobody'],
  ['exchange-unavailable', 'calendar by Graph', 'sign-in', 'exchange-unavailable', 'nobody'],
  ['ews-html', 'directory', 'sign-in', 'exchange-answer-page', 'network-admin'],
  ['ews-html', 'calendar by Graph', 'sign-in', 'exchange-answer-page', 'network-admin'],
  ['ews-cut', 'calendar by EWS', 'sign-in', 'exchange-answer-cut', 'network-admin'],
  ['exchange-silent', 'calendar by EWS', 'sign-in', 'exchange-silent', 'network-admin'],
  ['exchange-silent', 'calendar by Graph', 'sign-in', 'exchange-silent', 'network-admin'],
  ['graph-forbidden', 'calendar by Graph', 'sign-in', 'graph-access-denied', 'entra-admin'],
  ['graph-raop', 'calendar by Graph', 'sign-in', 'graph-access-policy', 'exchange-admin', `Get-ApplicationAccessPolicy | Where-Object AppId -eq ${settings.applicationId}`],
  ['graph-mailbox-inactive', 'calendar by Graph', 'sign-in', 'mailbox-inactive', 'exchange-admin'],
  ['calendar-crowded', 'calendar by EWS', null],
  ['calendar-crowded', 'calendar by Graph', null],
  ['public-folders-empty', 'directory', null],
  ['public-folders-root-empty', 'directory', null],
  ['public-folders-denied', 'directory', 'operation', 'public-folders-access-denied', 'exchange-admin', 'Get-PublicFolderClientPermission'],
  ['public-folders-root-refused', 'directory of the own server', 'operation', 'public-folder-root-refused', 'exchange-admin'],
  ['all-well', 'pilot', null],
  ['all-well', 'pilot by STLS', null],
  ['all-well', 'pilot of the own server', null],
  ['role-missing', 'pilot', 'permission', 'role-missing', 'entra-admin'],
  ['secret-expired', 'pilot', 'token', 'secret-expired', 'entra-admin'],
  ['opaque-token', 'pilot', null],
  ['pop3-empty-mailbox', 'pilot', null],
  ['pop3-many-messages', 'pilot', null],
  ['pop3-wrong-object-id', 'pilot', 'sign-in', 'pop3-app-refused', 'exchange-admin', '# Exchange Online PowerShell'],
  ['pop3-no-permission', 'pilot', 'sign-in', 'pop3-app-refused', 'exchange-admin', '# Exchange Online PowerShell'],
  ['pop3-switched-off', 'pilot', 'sign-in', 'pop3-app-refused', 'exchange-admin', '# Exchange Online PowerShell'],
  ['pop3-role-missing', 'pilot', 'permission', 'role-missing', 'entra-admin'],
  ['pop3-not-connected', 'pilot', 'operation', 'mailbox-not-connected', 'exchange-admin', 'Get-Mailbox -Identity '],
  ['pop3-server-busy', 'pilot', 'operation', 'pop3-busy', 'nobody'],
  ['pop3-greeting-refused', 'pilot', 'sign-in', 'pop3-busy', 'nobody'],
  ['pop3-mailbox-in-use', 'pilot', 'sign-in', 'pop3-in-use', 'telephone-admin'],
  ['pop3-password-refused', 'pilot of the own server', 'sign-in', 'pop3-password-refused', 'telephone-admin'],
  ['pop3-cut', 'pilot', 'operation', 'connection-closed', 'network-admin'],
  ['pop3-line-never-ends', 'pilot', 'operation', 'pop3-answer-too-large', 'network-admin'],
  ['pop3-certificate-other-name', 'pilot', 'tls', 'pop3-other-name', 'telephone-admin'],
  ['pop3-no-stls', 'pilot by STLS', 'tls', 'pop3-no-stls', 'telephone-admin'],
  ['basic-ntlm-only', 'calendar of the own server', 'sign-in', 'exchange-basic-not-offered', 'exchange-admin', 'Get-WebServicesVirtualDirectory'],
];

test('every scenario is played here, but for those of notices, and in the list for QA', () => {
  const played = new Set([...[...outcomes, ...ends, ...checks].map(([scenario]) => scenario), ...noticeScenarios.map(({ id }) => id)]);
  expect(scenarios.map(({ id }) => id).filter((id) => !played.has(id))).toEqual([]);
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
  const list = fs.readFileSync(new URL('../../docs/qa.md', import.meta.url), 'utf8');
  expect(scenarios.map(({ id }) => id).filter((id) => !list.includes(`\`${id}\``))).toEqual([]);
});

describe('signing in with a code', () => {
  test.each(outcomes)('%s: %s %s', async (scenario, state, code, owner, offer) => {
    const { signInByCode, read, end } = await playedSystem(scenario);
    const found = await signInByCode({ approves: scenario !== 'expired' });
    expect(found.state).toBe(state);
    expect([found.diagnosis?.code, found.diagnosis?.owner, found.diagnosis?.offer]).toEqual([code, owner, offer]);
    expect(faultsOf(found.diagnosis, (await read(api.authorization, 'de')).diagnosis)).toEqual([]);
    await end();
  });

  test('waiting-long: what was decided counts from the seventh poll on', async () => {
    const { ask, idle, pass, approve, end } = await playedSystem('waiting-long');
    await approve((await ask('POST', api.authorization)).body.userCode);
    await idle();
    for (let polls = 0; polls < 6; polls++) expect(await pass(5)).toMatchObject({ state: 'pending', interval: 5 });
    expect(await pass(5)).toMatchObject({ state: 'authorized', account });
    await end();
  });

  test('slow-down: the interval is longer from then on', async () => {
    const { ask, idle, pass, end } = await playedSystem('slow-down');
    await ask('POST', api.authorization);
    await idle();
    expect(await pass(5)).toMatchObject({ state: 'pending', interval: 5 });
    expect(await pass(5)).toMatchObject({ state: 'pending', interval: 10 });
    expect(await pass(10)).toMatchObject({ state: 'pending', interval: 10 });
    await end();
  });
});

describe('a sign-in that ends', () => {
  test.each(ends)('%s: %s', async (scenario, code, owner, offer) => {
    const { signInByCode, pass, read, end } = await playedSystem(scenario);
    expect(await signInByCode()).toMatchObject({ state: 'authorized', account });
    const found = await pass(10);
    expect(found.state).toBe('sign-in-required');
    expect([found.diagnosis.code, found.diagnosis.owner, found.diagnosis.offer]).toEqual([code, owner, offer]);
    expect(faultsOf(found.diagnosis, (await read(api.authorization, 'de')).diagnosis)).toEqual([]);
    await end();
  });

  test.each(ends)('%s: a check finds it at the token', async (scenario, code) => {
    const { signInByCode, check, end } = await playedSystem(scenario);
    await signInByCode();
    const { body } = await check();
    expect(failedStep(body)).toMatchObject({ name: 'token', diagnosis: { code } });
    await end();
  });
});

describe('a check', () => {
  test.each(checks)('%s, by %s: stops at %s with %s', async (scenario, way, step, code, owner, script) => {
    const { signInByCode, choose, check, read, end } = await playedSystem('all-well', way);
    if (way === 'code') await signInByCode();
    await choose(scenario);
    const { body } = await check();
    const failed = failedStep(body);
    const said = failed?.diagnosis;
    expect([body.state, failed?.name ?? null, said?.code, said?.owner]).toEqual([step ? 'failed' : 'passed', step, code, owner]);
    expect(said?.script?.slice(0, script?.length)).toBe(script);
    expect(faultsOf(said, failedStep(await read(api.check(body.id), 'de'))?.diagnosis)).toEqual([]);
    await end();
  });
});

describe('values that can be typed', () => {
  test.each([
    [{ clientSecret: 'wrong' }, 'token', { code: 'secret-wrong' }],
    [{ clientSecret: '5d1f4c80-7b3e-4a52-9c6d-1e2f3a4b5c6d' }, 'token', { code: 'secret-wrong' }],
    [{ scope: 'https://api.fabrikam.example/.default' }, 'token', { code: 'exchange-missing' }],
    [{ tenantId: 'nobody.invalid' }, 'tenant', { code: 'tenant-not-found' }],
    [{ tenantId: settings.applicationId, applicationId: '8b80d7a0-9667-4736-a396-1c2d3e4f5a6b' }, 'tenant', { code: 'ids-swapped', offer: 'swap-ids' }],
    [{ tenantId: 'contoso.onmicrosoft.us' }, 'tenant', { code: 'other-cloud', offer: 'choose-cloud', params: { otherCloud: 'us-gov-high' } }],
    [{ tenantId: 'contoso.onmicrosoft.cn' }, 'tenant', { code: 'other-cloud', offer: 'choose-cloud', params: { otherCloud: 'china' } }],
  ])('%j: %s %j', async (typed, name, diagnosis) => {
    const { check, end } = await playedSystem('all-well', 'application', typed);
    expect(failedStep((await check()).body)).toMatchObject({ name, diagnosis });
    await end();
  });

  test('a tenant of another cloud gets no code', async () => {
    const { signInByCode, end } = await playedSystem('all-well', 'code', { tenantId: 'contoso.onmicrosoft.us' });
    expect(await signInByCode()).toMatchObject({ state: 'failed', diagnosis: { code: 'other-cloud' } });
    await end();
  });

  test('in its own cloud it is all well', async () => {
    const { signInByCode, end } = await playedSystem('all-well', 'code', { cloud: 'us-gov-high', tenantId: 'contoso.onmicrosoft.us', smtp: { host: 'outlook.office365.us', port: 587, encryption: 'starttls' } });
    expect(await signInByCode()).toMatchObject({ state: 'authorized' });
    await end();
  });
});

describe('what a calendar shows', () => {
  test.each(['calendar by Graph', 'calendar by EWS', 'calendar of the own server'] as const)('%s: many mailboxes, each with its result', async (way) => {
    const { check, ask, end } = await playedSystem('all-well', way);
    const { body } = await check({ mailboxes: ['anna@contoso.com', 'nobody@contoso.com', 'outside@contoso.com', 'anna.de@contoso.com'] });
    const { items } = (await ask('GET', api.results(body.id))).body;
    expect(items.map(({ state, diagnosis }: { state: string; diagnosis?: Diagnosis }) => diagnosis?.code ?? state)).toEqual([
      'passed',
      'mailbox-not-found',
      { 'calendar by Graph': 'graph-access-denied', 'calendar by EWS': 'impersonation-denied', 'calendar of the own server': 'impersonation-role-missing' }[way],
      'passed',
    ]);
    await end();
  });

  test.each([
    ['calendar by Graph', 'anna@contoso.com', 'en'],
    ['calendar by EWS', 'anna@contoso.com', 'en'],
    ['calendar by Graph', 'anna.de@contoso.com', 'de'],
    ['calendar of the own server', 'anna.de@contoso.com', 'de'],
  ] as const)('%s, %s in %s: each status, and what sets none', async (way, mailbox, language) => {
    const { ask, end } = await playedSystem('all-well', way);
    const { body } = await ask('POST', api.mailboxPreview, { mailbox, language, timeZone: language === 'de' ? 'Europe/Berlin' : 'Etc/UTC', autoBackToOffice: true });
    const shown: { subject: string | null; isPrivate: boolean; preview: { rule: string; keyword: { status: string } | null } }[] = body.appointments;
    const ofRule = (rule: string) => shown.flatMap(({ preview }) => (preview.rule === rule ? (preview.keyword?.status ?? 'none') : []));
    expect(new Set([...ofRule('sets'), ...ofRule('replaced')])).toEqual(new Set(['meeting', 'break', 'lunch', 'sick', 'out-of-office', 'home', 'holiday']));
    expect([ofRule('cancelled'), ofRule('declined'), ofRule('no-keyword').length > 0]).toEqual([['meeting'], ['meeting'], true]);
    expect(shown.filter(({ isPrivate }) => isPrivate)).toMatchObject([{ subject: null, preview: { keyword: { status: 'sick' } } }]);
    await end();
  });

  test('a crowded one: not all of it', async () => {
    const { ask, end } = await playedSystem('calendar-crowded', 'calendar by EWS');
    const { body } = await ask('POST', api.mailboxPreview, { mailbox: account, language: 'en', timeZone: 'Etc/UTC', autoBackToOffice: true });
    expect(body.more).toBe(true);
    await end();
  });
});

describe('what a search finds', () => {
  test.each([
    ['all-well', 'Müller', 'found', ['Anna Müller-Lüdenscheidt', 'Jörg Müller']],
    ['all-well', '王', 'found', ['伟 王']],
    ['all-well', 'privatmann', 'only-private', []],
    ['all-well', 'Lindqvist', 'no-match', []],
    ['public-folders-root-empty', 'Lindqvist', 'only-in-subfolders', []],
    ['public-folders-empty', 'Müller', 'empty-folder', []],
  ])('%s, %s: %s', async (scenario, name, rule, names) => {
    const { ask, end } = await playedSystem(scenario, 'directory');
    const { body } = await ask('POST', api.directorySearch, { name });
    expect([body.rule, body.items.map(({ displayName }: { displayName: string }) => displayName)]).toEqual([rule, names]);
    await end();
  });

  test('with numbers and addresses', async () => {
    const { ask, end } = await playedSystem('all-well', 'directory of the own server');
    expect((await ask('POST', api.directorySearch, { name: 'jörg m' })).body.items).toMatchObject([
      { company: 'Fabrikam GmbH', numbers: expect.arrayContaining([{ kind: 'mobile', number: '+49 176 040 690 01' }]), addresses: [{ kind: 'business', street: 'Hafenstraße 12', postalCode: '20457', city: 'Hamburg', state: '', country: 'Germany' }] },
    ]);
    await end();
  });
});
