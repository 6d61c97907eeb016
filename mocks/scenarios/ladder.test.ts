import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { api } from '../../contract/addresses.ts';
import type { Diagnosis } from '../../contract/diagnosis.ts';
import { processState } from '../../server/memory/shared-state.ts';
import { ConnectionFailure, type Clock, type Ports } from '../../server/ports.ts';
import { settings, testBackend } from '../../server/app/testing.ts';
import { playMailPorts } from '../mail/port.ts';
import { createMicrosoft } from '../microsoft/app.ts';
import { decide, openCode } from '../microsoft/device-codes.ts';
import { playFetch } from '../microsoft/fetch.ts';
import { applySettings, playedMicrosoft } from '../microsoft/state.ts';
import { exchangeScenarios } from './exchange.ts';
import { scenarios } from './scenarios.ts';

const account = 'pbx@contoso.com';
const ways = {
  code: settings,
  application: { ...settings, authMethod: 'microsoft-oauth-application', clientSecret: 'Grüße~8Q', scope: 'https://outlook.office365.com/.default' },
  password: { ...settings, authMethod: 'basic', username: account, password: 'correct horse' },
  relay: { ...settings, authMethod: 'basic', smtp: { host: 'relay.contoso.com', port: 25, encryption: 'none' } },
};

/** The real backend in front of the played Microsoft, set up in this way. */
async function system(scenario: string, way: keyof typeof ways = 'code', typed: object = {}) {
  const state = processState();
  const start = { scenario, intervalSeconds: 5, latencyMs: 0 };
  const played = playedMicrosoft(state, start);
  const clock: Clock = { now: () => backend.ports.clock.now(), sleep: async () => {} };
  const played365 = playFetch(createMicrosoft(state, { pagesUrl: 'https://login.microsoft.com/', clock, settings: start }), played);
  // Nobody waits here for an answer that never comes.
  const fetch: Ports['fetch'] = async (url, init) => {
    const { identity } = await played.scenario();
    return played365(url, identity?.answers === 'silent' ? { ...init, signal: AbortSignal.abort(new ConnectionFailure('timeout')) } : init);
  };
  const backend = testBackend({ ports: { fetch, ...playMailPorts(played, clock) } });
  await backend.signIn();
  expect(await backend.ask('PUT', api.emailForwarding, { ...ways[way], ...typed }, { 'If-Match': '"0"' })).toMatchObject({ status: 200 });
  const life = new AbortController();
  const work = backend.backend.run(life.signal);

  const read = async (address: string, language = 'en') => (await backend.ask('GET', address, undefined, { 'Accept-Language': language })).body;
  const pass = async (seconds: number) => {
    backend.forward(seconds);
    await backend.idle();
    return read(api.authorization);
  };
  const approve = (userCode: string) =>
    played.change((now) => {
      const code = openCode(now, userCode, clock.now().getTime());
      if (code) decide(now, code, { account });
    });
  return {
    ...backend,
    read,
    pass,
    approve,
    choose: (id: string) => played.change((now) => applySettings(now, { scenario: id })),
    /** Asks for a code, lets a person approve, and waits for the end. */
    async signInByCode({ approves = true } = {}) {
      const asked = (await backend.ask('POST', api.authorization)).body;
      await backend.idle();
      if (asked.state !== 'pending') return asked;
      if (approves) await approve(asked.userCode);
      for (let polls = 0; polls < 20; polls++) {
        const found = await pass(5);
        if (found.state !== 'pending') return found;
      }
      throw new Error('The sign-in came to no end.');
    },
    async end() {
      life.abort();
      await work;
    },
  };
}

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
];

test('every scenario is played here or in exchange.test.ts, and in the list for QA', () => {
  const played = new Set([...outcomes, ...ends, ...checks].map(([scenario]) => scenario).concat(exchangeScenarios.map(({ id }) => id)));
  expect(scenarios.map(({ id }) => id).filter((id) => !played.has(id))).toEqual([]);
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
  const list = fs.readFileSync(new URL('../../docs/qa.md', import.meta.url), 'utf8');
  expect(scenarios.map(({ id }) => id).filter((id) => !list.includes(`\`${id}\``))).toEqual([]);
});

describe('signing in with a code', () => {
  test.each(outcomes)('%s: %s %s', async (scenario, state, code, owner, offer) => {
    const { signInByCode, read, end } = await system(scenario);
    const found = await signInByCode({ approves: scenario !== 'expired' });
    expect(found.state).toBe(state);
    expect([found.diagnosis?.code, found.diagnosis?.owner, found.diagnosis?.offer]).toEqual([code, owner, offer]);
    expect(faultsOf(found.diagnosis, (await read(api.authorization, 'de')).diagnosis)).toEqual([]);
    await end();
  });

  test('waiting-long: what was decided counts from the seventh poll on', async () => {
    const { ask, idle, pass, approve, end } = await system('waiting-long');
    await approve((await ask('POST', api.authorization)).body.userCode);
    await idle();
    for (let polls = 0; polls < 6; polls++) expect(await pass(5)).toMatchObject({ state: 'pending', interval: 5 });
    expect(await pass(5)).toMatchObject({ state: 'authorized', account });
    await end();
  });

  test('slow-down: the interval is longer from then on', async () => {
    const { ask, idle, pass, end } = await system('slow-down');
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
    const { signInByCode, pass, read, end } = await system(scenario);
    expect(await signInByCode()).toMatchObject({ state: 'authorized', account });
    const found = await pass(10);
    expect(found.state).toBe('sign-in-required');
    expect([found.diagnosis.code, found.diagnosis.owner, found.diagnosis.offer]).toEqual([code, owner, offer]);
    expect(faultsOf(found.diagnosis, (await read(api.authorization, 'de')).diagnosis)).toEqual([]);
    await end();
  });

  test.each(ends)('%s: a check finds it at the token', async (scenario, code) => {
    const { signInByCode, check, end } = await system(scenario);
    await signInByCode();
    const { body } = await check();
    expect(failedStep(body)).toMatchObject({ name: 'token', diagnosis: { code } });
    await end();
  });
});

describe('a check', () => {
  test.each(checks)('%s, by %s: stops at %s with %s', async (scenario, way, step, code, owner, script) => {
    const { signInByCode, choose, check, read, end } = await system('all-well', way);
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
    const { check, end } = await system('all-well', 'application', typed);
    expect(failedStep((await check()).body)).toMatchObject({ name, diagnosis });
    await end();
  });

  test('a tenant of another cloud gets no code', async () => {
    const { signInByCode, end } = await system('all-well', 'code', { tenantId: 'contoso.onmicrosoft.us' });
    expect(await signInByCode()).toMatchObject({ state: 'failed', diagnosis: { code: 'other-cloud' } });
    await end();
  });

  test('in its own cloud it is all well', async () => {
    const { signInByCode, end } = await system('all-well', 'code', { cloud: 'us-gov-high', tenantId: 'contoso.onmicrosoft.us', smtp: { host: 'outlook.office365.us', port: 587, encryption: 'starttls' } });
    expect(await signInByCode()).toMatchObject({ state: 'authorized' });
    await end();
  });
});

function failedStep({ steps }: { steps: { name: string; state: string; diagnosis?: Diagnosis }[] }) {
  return steps.find(({ state }) => state === 'failed');
}
