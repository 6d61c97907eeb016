import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDial } from '../../server/node/dial.ts';
import { createFetch } from '../../server/node/fetch.ts';
import { createProbe } from '../../server/node/probe.ts';
import { processState } from '../../server/memory/shared-state.ts';
import { ConnectionFailure, type Probe } from '../../server/ports.ts';
import { clock } from '../clock.ts';
import { listenForAll } from '../listeners.ts';
import { playMailPorts } from '../mail/port.ts';
import { createMicrosoft } from '../microsoft/app.ts';
import { playFetch } from '../microsoft/fetch.ts';
import { applySettings, playedMicrosoft } from '../microsoft/state.ts';
import { anna, asker, basic, calendarView, contactSearch, envelope, exchangeScope, findFolders, graphScope, textsOf } from '../microsoft/testing.ts';
import { exchangeScenarios } from './exchange.ts';

const settings = { scenario: 'all-well', intervalSeconds: 5, latencyMs: 0 };
const pagesUrl = 'https://login.microsoft.com/';

interface Said {
  status?: number;
  /** The code of a fault or an error, of either service. */
  code?: string;
  headers?: Record<string, string>;
  /** A part of the answer, or '' where it is empty. */
  text?: string;
  /** Does it end as it must? */
  whole?: boolean;
  failure?: [reason: string, code: string | null];
}

type Way = 'calendar by EWS' | 'folders by EWS' | 'contacts by EWS' | 'own server' | 'Graph';

// What each scenario has its services say, however they are asked; what is not here goes well.
const said: readonly [scenario: string, way: Way, Said][] = [
  ['ews-blocked', 'calendar by EWS', { status: 403, text: '', headers: { 'X-EWS-Policy-Reason': 'EWS is blocked by policy for this user or tenant' } }],
  ['ews-blocked', 'own server', { status: 200 }],
  ['ews-blocked', 'Graph', { status: 200 }],
  ['ews-token-refused', 'calendar by EWS', { status: 401, text: '', headers: { 'x-ms-diagnostics': `2000003;reason="The audience claim value is invalid 'aud'.";error_category="invalid_resource"` } }],
  ['impersonation-denied', 'calendar by EWS', { status: 500, code: 'ErrorImpersonateUserDenied' }],
  ['impersonation-denied', 'folders by EWS', { status: 500, code: 'ErrorImpersonateUserDenied' }],
  ['mailbox-not-found', 'calendar by EWS', { status: 500, code: 'ErrorNonExistentMailbox' }],
  ['mailbox-not-found', 'Graph', { status: 404, code: 'ErrorInvalidUser', text: "The requested user 'anna@contoso.com' is invalid." }],
  ['exchange-throttled', 'calendar by EWS', { status: 500, code: 'ErrorServerBusy', text: '<t:Value Name="BackOffMilliseconds">297749</t:Value>' }],
  ['exchange-throttled', 'Graph', { status: 429, code: 'ApplicationThrottled', headers: { 'Retry-After': '30' } }],
  ['exchange-unavailable', 'calendar by EWS', { status: 503, text: '', headers: { 'Retry-After': '120' } }],
  ['exchange-unavailable', 'Graph', { status: 503, text: '', headers: { 'Retry-After': '120' } }],
  ['ews-html', 'calendar by EWS', { status: 200, headers: { 'Content-Type': 'text/html; charset=UTF-8' } }],
  ['ews-html', 'Graph', { status: 200, headers: { 'Content-Type': 'text/html; charset=UTF-8' } }],
  ['ews-cut', 'calendar by EWS', { status: 200, whole: false, headers: { 'Content-Type': 'text/xml; charset=utf-8' } }],
  ['exchange-silent', 'calendar by EWS', { failure: ['TimeoutError', null] }],
  ['exchange-silent', 'Graph', { failure: ['TimeoutError', null] }],
  ['exchange-not-reached', 'calendar by EWS', { failure: ['refused', 'ECONNREFUSED'] }],
  ['exchange-not-reached', 'own server', { failure: ['refused', 'ECONNREFUSED'] }],
  ['exchange-not-reached', 'Graph', { failure: ['refused', 'ECONNREFUSED'] }],
  ['graph-forbidden', 'Graph', { status: 403, code: 'ErrorAccessDenied', text: 'Access is denied.' }],
  ['graph-forbidden', 'calendar by EWS', { status: 200 }],
  ['graph-raop', 'Graph', { status: 403, code: 'ErrorAccessDenied', text: '[RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.' }],
  ['graph-mailbox-inactive', 'Graph', { status: 404, code: 'MailboxNotEnabledForRESTAPI' }],
  ['calendar-crowded', 'calendar by EWS', { status: 200, text: '<m:RootFolder TotalItemsInView="10000" IncludesLastItemInRange="false">' }],
  ['calendar-crowded', 'Graph', { status: 200, text: '@odata.nextLink' }],
  ['public-folders-empty', 'folders by EWS', { status: 200, text: '<m:RootFolder TotalItemsInView="0" IncludesLastItemInRange="true"><t:Folders></t:Folders>' }],
  ['public-folders-empty', 'contacts by EWS', { status: 200, text: 'TotalItemsInView="0"' }],
  ['public-folders-root-empty', 'folders by EWS', { status: 200, text: '<t:DisplayName>Suppliers</t:DisplayName><t:TotalCount>2</t:TotalCount>' }],
  ['public-folders-root-empty', 'contacts by EWS', { status: 200, text: 'TotalItemsInView="0"' }],
  ['public-folders-denied', 'folders by EWS', { status: 200, code: 'ErrorAccessDenied' }],
  ['public-folders-denied', 'contacts by EWS', { status: 200, code: 'ErrorAccessDenied' }],
  ['public-folders-denied', 'calendar by EWS', { status: 200, code: 'NoError' }],
  ['public-folders-root-refused', 'folders by EWS', { status: 200, code: 'NoError' }],
  ['public-folders-root-refused', 'contacts by EWS', { status: 200, code: 'ErrorOperationNotAllowedWithPublicFolderRoot' }],
  ['basic-ntlm-only', 'own server', { status: 401, text: '', headers: { 'WWW-Authenticate': 'Negotiate, NTLM' } }],
  ['basic-ntlm-only', 'calendar by EWS', { status: 200 }],
  ['exchange-certificate-not-trusted', 'own server', { failure: ['tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'] }],
  ['exchange-certificate-not-trusted', 'calendar by EWS', { status: 200 }],
  ['exchange-certificate-expired', 'own server', { failure: ['tls', 'CERT_HAS_EXPIRED'] }],
  ['all-well', 'calendar by EWS', { status: 200, code: 'NoError' }],
  ['all-well', 'contacts by EWS', { status: 200, code: 'NoError' }],
  ['all-well', 'own server', { status: 200, code: 'NoError' }],
  ['all-well', 'Graph', { status: 200, text: 'Meeting with Fabrikam' }],
];

/** Of an answer what is expected to be told of it. */
function told({ status, headers, text }: { status: number; headers: Headers; text: string }, { code, headers: names, text: part, whole }: Said): Said {
  const codes = text.startsWith('{') ? [Object(JSON.parse(text).error).code] : [...textsOf(text, 'e:ResponseCode'), ...textsOf(text, 'm:ResponseCode')];
  return {
    status,
    ...(code !== undefined && { code: codes[0] }),
    ...(names && { headers: Object.fromEntries(Object.keys(names).map((name) => [name, headers.get(name) ?? ''])) }),
    ...(part !== undefined && { text: part !== '' && text.includes(part) ? part : text }),
    ...(whole !== undefined && { whole: text.endsWith('</s:Envelope>') }),
  };
}

function failureOf(error: unknown): Said {
  return { failure: error instanceof ConnectionFailure ? [error.reason, error.code] : [Object(error).name, null] };
}

test('each scenario of Exchange is played here', () => {
  const played = new Set(said.map(([scenario]) => scenario));
  expect(exchangeScenarios.map(({ id }) => id).filter((id) => !played.has(id))).toEqual([]);
});

const overSockets = { authority: '', dial: createDial([]), close: async () => {} };
const state = processState();

beforeAll(async () => {
  const listeners = await listenForAll(state, settings, pagesUrl);
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), listeners.authority]);
  Object.assign(overSockets, listeners, { dial: listeners.dial(createDial(['localhost'])) });
});
afterAll(() => overSockets.close());

/** Two ways to the same played Microsoft 365: as mock mode goes, and as the sandbox does. A new agent each time, which holds no connection open. */
const modes = {
  'at fetch': () => ({ fetch: playFetch(createMicrosoft(state, { pagesUrl, settings }), playedMicrosoft(state, settings)), probe: playMailPorts(playedMicrosoft(state, settings), clock).probe }),
  'over sockets': () => ({ fetch: createFetch(overSockets.dial), probe: createProbe(overSockets.dial, [overSockets.authority]) }),
};

describe.each(Object.entries(modes))('%s', (_mode, start) => {
  const choose = (scenario: string) => playedMicrosoft(state, settings).change((played) => applySettings(played, { scenario }));

  test.each(said)('%s, %s: %j', async (scenario, way, expected) => {
    const { soap, fetch, token, window } = asker(start().fetch, clock);
    const signal = expected.failure?.[0] === 'TimeoutError' ? AbortSignal.timeout(60) : AbortSignal.timeout(10_000);
    await choose('all-well');
    const authorization = way === 'own server' ? basic('CONTOSO\\anna', 'correct horse') : `Bearer ${await token(way === 'Graph' ? graphScope : exchangeScope)}`;
    await choose(scenario);
    const { from, to } = window();
    const ask = async () => {
      if (way === 'Graph') {
        const response = await fetch(`https://graph.microsoft.com/v1.0/users/${anna}/calendarView?startDateTime=${from}&endDateTime=${to}&$select=subject`, { headers: { Authorization: authorization }, signal });
        return { status: response.status, headers: response.headers, text: await response.text() };
      }
      const operation = way === 'folders by EWS' ? findFolders : way === 'contacts by EWS' ? contactSearch('ö') : calendarView({ from, to }, { shape: '<t:BaseShape>IdOnly</t:BaseShape>' });
      return soap(envelope(operation), { authorization, signal, ...(way === 'own server' && { url: 'https://exchange.contoso.com/EWS/Exchange.asmx' }) });
    };
    expect(await ask().then((answer) => told(answer, expected), failureOf)).toEqual(expected);
  });

  test.each<[string, string, Partial<Awaited<ReturnType<Probe['tls']>>>]>([
    ['all-well', 'exchange.contoso.com', { error: null, publicAuthority: true }],
    ['all-well', 'graph.microsoft.com', { error: null }],
    ['exchange-certificate-not-trusted', 'exchange.contoso.com', { error: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', publicAuthority: false, issuer: 'Contoso Issuing CA' }],
    ['exchange-certificate-not-trusted', 'outlook.office365.com', { error: null }],
    ['exchange-certificate-expired', 'exchange.contoso.com', { error: 'CERT_HAS_EXPIRED' }],
  ])('%s: the certificate of %s', async (scenario, host, facts) => {
    await choose(scenario);
    const found = await start().probe.tls({ host, port: 443, encryption: 'tls' }, () => {}, AbortSignal.timeout(10_000));
    expect(found).toMatchObject(facts);
  });

  test.each([
    ['https://exchange.fabrikam.example/EWS/Exchange.asmx', 'host-not-found', 'ENOTFOUND'],
    ['https://exchange.contoso.com:444/EWS/Exchange.asmx', 'refused', 'ECONNREFUSED'],
    ['http://exchange.contoso.com/EWS/Exchange.asmx', 'refused', 'ECONNREFUSED'],
  ])('%s does not exist: %s', async (url, reason, code) => {
    await choose('all-well');
    await expect(start().fetch(url, { method: 'POST', body: '' })).rejects.toMatchObject({ reason, code });
  });
});
