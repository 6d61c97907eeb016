import { describe, expect, test } from 'vitest';
import { renderDiagnosis } from '../../../contract/explanations/render.ts';
import { ConnectionFailure } from '../../ports.ts';
import { readCalendar } from '../external-providers/exchange/calendar.ts';
import type { ExchangePlace } from '../external-providers/exchange/place.ts';
import { openPublicContacts } from '../external-providers/exchange/public-contacts.ts';
import { answering, failedMessage, fault, graph, graphError, onPremises, online, soap } from '../external-providers/exchange/testing.ts';
import { diagnoseExchange } from './exchange.ts';

const window = { from: '2026-11-24T12:00:00.000Z', to: '2026-11-25T12:00:00.000Z', limit: 10 };
const params = { cloud: 'global', tenantId: 'contoso.com', applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4', permission: 'full_access_as_app', api: 'Office 365 Exchange Online' };
const november = new Date('2026-11-24T12:00:00Z');

async function diagnose(place: ExchangePlace, answer: Response | Error, { use = 'calendar' as 'calendar' | 'public-folders', now = november } = {}) {
  const { call } = answering(answer);
  const error = await (use === 'calendar' ? readCalendar(call, place, window) : openPublicContacts(call, place)).catch((failure: unknown) => failure);
  const stored = diagnoseExchange(error, { place, use, mailbox: call.mailbox, now }, place === onPremises ? {} : params);
  const english = renderDiagnosis(stored, 'en');
  const german = renderDiagnosis(stored, 'de');
  // Every sentence is whole, whatever is known.
  for (const sentence of [english.cause, english.fix, german.cause, german.fix]) expect(sentence).not.toMatch(/\{\w+\}|undefined|null/);
  return english;
}

const bearer = 'Bearer client_id="00000002-0000-0ff1-ce00-000000000000", trusted_issuers="00000001-0000-0000-c000-000000000000@*", token_types="app_asserted_user_v1 service_asserted_app_v1", authorization_uri="https://login.windows.net/common/oauth2/authorize", error="invalid_token"';

function status(code: number, headers: Record<string, string> = {}, body = ''): Response {
  return new Response(body, { status: code, headers: { 'request-id': '6d1c1bd1-2f3a-4d5c-9c5e-000000000003', ...headers } });
}

describe('Exchange Web Services at Exchange Online', () => {
  test.each([
    // A log of Exchange Online of October 2018.
    ['a token for another service', status(401, { 'WWW-Authenticate': bearer, 'x-ms-diagnostics': '2000003;reason="The audience claim value is invalid \'aud\'.";error_category="invalid_resource"' }), 'exchange-audience-wrong', 'telephone-admin'],
    // otris/ews-cpp#148
    ['a token without roles', status(401, { 'WWW-Authenticate': bearer, 'x-ms-diagnostics': '2000008;reason="The token contains no permissions, or permissions can not be understood.";error_category="invalid_grant"' }), 'exchange-role-missing', 'entra-admin'],
    // Garethp/php-ews#222
    ['a token with other roles', status(403, { 'x-ms-diagnostics': '2000008;reason="The token contains not enough scope to make this call.";error_category="invalid_grant"' }), 'exchange-role-missing', 'entra-admin'],
    // learn.microsoft.com/skypeforbusiness, Exchange storage connectivity
    ['a tenant without Exchange', status(401, { 'WWW-Authenticate': bearer, 'x-ms-diagnostics': '2000004;reason="The tenant for tenant guid \'8b80d7a0-0000-0000-0000-000000000000\' does not exist.";error_category="invalid_tenant"' }), 'exchange-missing', 'entra-admin'],
    // In the form of the others; no log of one was found.
    ['a token that has run out', status(401, { 'WWW-Authenticate': bearer, 'x-ms-diagnostics': '2000001;reason="The token has expired.";error_category="token_expired"' }), 'exchange-token-refused', 'telephone-admin'],
    ['a 401 without a word', status(401), 'exchange-token-refused', 'telephone-admin'],
    // MC1191578: a 403 without a body since the retirement began
    ['the tenant’s switch', status(403), 'ews-blocked', 'exchange-admin'],
    ['a wrong path', status(404, { 'Content-Type': 'text/html' }, '<html>404</html>'), 'ews-not-found', 'telephone-admin'],
    ['a method that is not allowed', status(405), 'ews-not-found', 'telephone-admin'],
    ['too many requests', status(429, { 'Retry-After': '120' }), 'exchange-throttled', 'nobody'],
    ['a service that says when it is back', status(503, { 'Retry-After': '30' }), 'exchange-unavailable', 'nobody'],
    ['a service that is away', status(503), 'exchange-unavailable', 'nobody'],
    ['a page with a fault', status(500, { 'Content-Type': 'text/html' }, '<html>Runtime Error</html>'), 'exchange-unavailable', 'nobody'],
    ['a gateway', status(502, { 'Content-Type': 'text/html' }, '<html>Bad gateway</html>'), 'exchange-unavailable', 'nobody'],
    // OfficeDev/ews-managed-api#223
    ['impersonation', soap(fault('ErrorImpersonateUserDenied', 'The account does not have permission to impersonate the requested user.'), { status: 500 }), 'impersonation-denied', 'exchange-admin'],
    ['impersonation at this server', soap(fault('ErrorImpersonationDenied', 'x'), { status: 500 }), 'impersonation-denied', 'exchange-admin'],
    // web-service-reference/responsecode names all of these
    ['no such mailbox', soap(fault('ErrorNonExistentMailbox', 'The SMTP address has no mailbox associated with it.', '<t:Value Name="SmtpAddress">pbx@contoso.com</t:Value>'), { status: 500 }), 'mailbox-not-found', 'telephone-admin'],
    ['a second address', soap(fault('ErrorNonPrimarySmtpAddress', 'x'), { status: 500 }), 'mailbox-not-primary', 'telephone-admin'],
    ['a disabled account', soap(failedMessage('FindItem', 'ErrorAccountDisabled')), 'mailbox-inactive', 'exchange-admin'],
    ['a calendar that may not be read', soap(failedMessage('FindItem', 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')), 'calendar-access-denied', 'exchange-admin'],
    ['a calendar that is not there', soap(failedMessage('FindItem', 'ErrorFolderNotFound')), 'calendar-missing', 'exchange-admin'],
    ['a calendar that is not found', soap(failedMessage('FindItem', 'ErrorItemNotFound')), 'calendar-missing', 'exchange-admin'],
    ['more than two years', soap(failedMessage('FindItem', 'ErrorCalendarViewRangeTooBig')), 'calendar-range-too-big', 'telephone-admin'],
    ['an old server', soap(fault('ErrorInvalidServerVersion', 'x'), { status: 500 }), 'exchange-too-old', 'exchange-admin'],
    ['a mailbox on an old server', soap(fault('ErrorInvalidSchemaVersionForMailboxVersion', 'x'), { status: 500 }), 'exchange-too-old', 'exchange-admin'],
    ['a mailbox that is being moved', soap(failedMessage('FindItem', 'ErrorMailboxMoveInProgress')), 'mailbox-unavailable', 'nobody'],
    ['a database that is away', soap(failedMessage('FindItem', 'ErrorMailboxStoreUnavailable')), 'mailbox-unavailable', 'nobody'],
    // exchangelib's test of throttling
    ['a busy server', soap(fault('ErrorServerBusy', 'The server cannot service this request right now. Try again later.', '<t:Value Name="BackOffMilliseconds">297749</t:Value>'), { status: 500 }), 'exchange-throttled', 'nobody'],
    // ews-throttling-in-exchange, table 4
    ['a busy server behind an inner error', soap(responded('ErrorServerBusy')), 'exchange-throttled', 'nobody'],
    ['an inner error', soap(failedMessage('FindItem', 'ErrorInternalServerError')), 'exchange-unavailable', 'nobody'],
    ['a request that is not valid', soap(fault('ErrorSchemaValidation', 'The request failed schema validation.'), { status: 500 }), 'exchange-request-refused', 'telephone-admin'],
    ['a code that nobody knows', soap(failedMessage('FindItem', 'ErrorFromTheFuture')), 'exchange-refused', 'exchange-admin'],
    ['a page in place of the service', new Response('<html>Sign in</html>', { headers: { 'Content-Type': 'text/html' } }), 'exchange-answer-page', 'network-admin'],
    ['an answer that is cut', new Response('<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'), 'exchange-answer-cut', 'network-admin'],
    ['an answer with entities', new Response('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), 'exchange-answer-refused', 'network-admin'],
    ['an answer of something else', new Response('OK'), 'exchange-answer-unreadable', 'network-admin'],
  ])('%s', async (_what, answer, code, owner) => {
    expect(await diagnose(online, answer)).toMatchObject({ code, owner });
  });

  function responded(inner: string): string {
    return failedMessage('FindItem', 'ErrorInternalServerError').replace('<m:DescriptiveLinkKey>', `<m:MessageXml><t:Value Name="InnerErrorMessageText">Busy.</t:Value><t:Value Name="InnerErrorResponseCode">${inner}</t:Value></m:MessageXml><m:DescriptiveLinkKey>`);
  }

  test('how long to wait, as the fault says it', async () => {
    expect(await diagnose(online, soap(fault('ErrorServerBusy', 'Busy.', '<t:Value Name="BackOffMilliseconds">297749</t:Value>'), { status: 500 }))).toMatchObject({ retryAfterMinutes: 5, fix: 'Check again in 5 min.' });
    expect(await diagnose(online, status(429, { 'Retry-After': '600' }))).toMatchObject({ retryAfterMinutes: 10, fix: 'Check again in 10 min.', params: { retryAfterSeconds: 600 } });
    expect(await diagnose(online, status(429, { 'Date': 'Tue, 24 Nov 2026 12:00:00 GMT', 'Retry-After': 'Tue, 24 Nov 2026 12:20:00 GMT' }))).toMatchObject({ retryAfterMinutes: 20 });
    expect(await diagnose(online, status(429, { 'Retry-After': 'soon' }))).toMatchObject({ retryAfterMinutes: 5 });
  });

  test('a blocked tenant gets the script that adds the application to the list', async () => {
    const { script, link } = await diagnose(online, status(403));
    expect(script).toContain("$appId = '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4'");
    expect(script).toContain('Set-OrganizationConfig -EwsEnabled $true -EwsAllowedAppIDs');
    expect(link).toBeUndefined();
  });

  test('after the end no script opens it', async () => {
    const { code, script, pointer } = await diagnose(online, status(403), { now: new Date('2027-04-01T00:00:00Z') });
    expect([code, script, pointer]).toEqual(['ews-gone', undefined, '/access']);
  });

  test('a redirect says where to, and nothing more of another host', async () => {
    expect(await diagnose(online, status(302, { Location: '/owa/auth/logon.aspx?url=secret' }))).toMatchObject({ code: 'exchange-redirected', pointer: '/server', params: { location: 'https://outlook.office365.com/owa/auth/logon.aspx' } });
    expect(await diagnose(online, status(307, { Location: 'https://adfs.contoso.com/adfs/ls/?wa=secret' }))).toMatchObject({ params: { location: 'adfs.contoso.com' } });
    expect(await diagnose(online, status(301))).toMatchObject({ params: { location: '—' } });
  });

  test('what is kept of the answer: status, code, words and the request’s id', async () => {
    const { raw } = await diagnose(online, soap(fault('ErrorImpersonateUserDenied', 'No\r\nright.'), { status: 500 }));
    expect(raw).toBe('HTTP 500 · ErrorImpersonateUserDenied: No right. · request-id 6d1c1bd1-2f3a-4d5c-9c5e-000000000001');
    expect((await diagnose(online, new Response('<html>secret</html>', { status: 200 }))).raw).toBe('HTTP 200');
  });
});

describe('the public folders', () => {
  test.each([
    ['ErrorAccessDenied', 'public-folders-access-denied'],
    ['ErrorFolderNotFound', 'public-folders-missing'],
    ['ErrorItemNotFound', 'public-folders-missing'],
    ['ErrorNoPublicFolderServerAvailable', 'public-folders-missing'],
    ['ErrorNoPublicFolderReplicaAvailable', 'public-folders-missing'],
    ['ErrorPublicFolderMailboxDiscoveryFailed', 'public-folders-missing'],
    ['ErrorPublicFolderOperationFailed', 'public-folders-unavailable'],
    ['ErrorPublicFolderSyncException', 'public-folders-unavailable'],
    ['ErrorOperationNotAllowedWithPublicFolderRoot', 'public-folder-root-refused'],
  ])('%s', async (answered, code) => {
    expect(await diagnose(online, soap(failedMessage('FindFolder', answered)), { use: 'public-folders' })).toMatchObject({ code, owner: 'exchange-admin' });
  });
});

describe('a server of one’s own, with a password', () => {
  const basic = 'Negotiate, NTLM, Basic realm="mail.contoso.com"';
  test.each([
    ['a wrong password', status(401, { 'WWW-Authenticate': basic }), 'exchange-password-refused'],
    ['a 401 that offers nothing', status(401), 'exchange-password-refused'],
    ['only Windows’ own ways to sign in', status(401, { 'WWW-Authenticate': 'Negotiate, NTLM' }), 'exchange-basic-not-offered'],
    ['EWS switched off', status(403), 'ews-forbidden'],
    ['impersonation', soap(fault('ErrorImpersonateUserDenied', 'x'), { status: 500 }), 'impersonation-role-missing'],
  ])('%s', async (_what, answer, code) => {
    expect(await diagnose(onPremises, answer)).toMatchObject({ code });
  });

  test('the ways that are offered are named, the script opens the missing one', async () => {
    expect(await diagnose(onPremises, status(401, { 'WWW-Authenticate': 'Negotiate, NTLM' }))).toMatchObject({ cause: expect.stringContaining('negotiate, ntlm only'), script: expect.stringContaining('-BasicAuthentication $true') });
  });

  test('the right to act for others is given to this account', async () => {
    const { script } = await diagnose(onPremises, soap(fault('ErrorImpersonateUserDenied', 'x'), { status: 500 }));
    expect(script).toContain("$account = 'CONTOSO\\pbx'");
    expect(script).toContain('-Role ApplicationImpersonation -User $account');
  });

  test.each([401, 403])('Exchange Online takes no password (%i)', async (code) => {
    expect(await diagnose({ ...onPremises, server: online.server }, status(code, { 'WWW-Authenticate': 'Basic realm=""' }))).toMatchObject({ code: 'exchange-basic-retired', pointer: '/authMethod' });
  });
});

describe('Graph', () => {
  // learn.microsoft.com/graph/errors, and as the threads named in the table of codes show them.
  test.each([
    ['a token that has run out', graphError(401, 'InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.'), 'exchange-token-refused'],
    ['a token for another service', graphError(401, 'InvalidAuthenticationToken', 'Access token validation failure. Invalid audience.'), 'exchange-audience-wrong'],
    ['a token without roles', graphError(401, 'NoPermissionsInAccessToken', 'The token contains no permissions, or permissions can not be understood.'), 'exchange-role-missing'],
    ['a permission that is missing', graphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.'), 'graph-access-denied'],
    ['a permission that is missing, in other words', graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'), 'graph-access-denied'],
    ['a 403 without a word', status(403), 'graph-access-denied'],
    ['a policy', graphError(403, 'ErrorAccessDenied', 'Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.'), 'graph-access-policy'],
    ['a user that is none', graphError(404, 'ErrorInvalidUser', "The requested user 'pbx@contoso.com' is invalid."), 'mailbox-not-found'],
    ['a user that is not found', graphError(404, 'Request_ResourceNotFound', "Resource 'pbx@contoso.com' does not exist or one of its queried reference-property objects are not present."), 'mailbox-not-found'],
    ['a mailbox that is not in use', graphError(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.'), 'mailbox-inactive'],
    ['a tenant without Exchange', graphError(404, 'OrganizationFromTenantGuidNotFound', "The tenant for tenant guid '8b80d7a0' does not exist."), 'exchange-missing'],
    ['a wrong address', status(404, { 'Content-Type': 'text/html' }, '<html></html>'), 'graph-not-found'],
    ['a request that is not valid', graphError(400, 'BadRequest', 'x'), 'exchange-request-refused'],
    ['a mailbox that is being moved', graphError(503, 'ErrorMailboxMoveInProgress', 'x'), 'mailbox-unavailable'],
    ['a service that is away', graphError(503, 'serviceNotAvailable', 'x'), 'exchange-unavailable'],
    ['a code that nobody knows', graphError(418, 'FromTheFuture', 'x'), 'exchange-refused'],
    ['a next page at another host', Response.json({ 'value': [], '@odata.nextLink': 'https://example.com/' }), 'graph-foreign-link'],
  ])('%s', async (_what, answer, code) => {
    expect(await diagnose(graph, answer)).toMatchObject({ code });
  });

  test('throttled, with and without how long', async () => {
    expect(await diagnose(graph, graphError(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', { 'Retry-After': '61' }))).toMatchObject({ code: 'exchange-throttled', retryAfterMinutes: 2 });
    expect(await diagnose(graph, graphError(429, 'ApplicationThrottled', 'x'))).toMatchObject({ code: 'exchange-throttled', retryAfterMinutes: 5 });
  });
});

describe('no answer', () => {
  test.each([
    [new ConnectionFailure('host-not-found', 'ENOTFOUND'), 'host-not-found', undefined],
    [new ConnectionFailure('refused', 'ECONNREFUSED'), 'exchange-connection-refused', '/server'],
    [new ConnectionFailure('timeout', 'ETIMEDOUT'), 'connection-timeout', undefined],
    [new ConnectionFailure('timeout'), 'exchange-silent', undefined],
    [new ConnectionFailure('closed', 'ECONNRESET'), 'connection-closed', undefined],
    [new ConnectionFailure('forbidden-address'), 'exchange-forbidden-address', '/server'],
    [new ConnectionFailure('tls', 'CERT_HAS_EXPIRED'), 'certificate-expired', undefined],
    [new ConnectionFailure('tls', 'ERR_TLS_CERT_ALTNAME_INVALID'), 'exchange-other-name', '/server'],
    [new ConnectionFailure('tls', 'EPROTO'), 'exchange-tls-failed', '/server'],
    [new ConnectionFailure('proxy', '407'), 'proxy-credentials', undefined],
    [new ConnectionFailure('protocol', 'TOO_LARGE'), 'exchange-answer-too-large', '/server'],
    [new ConnectionFailure('protocol', 'NO_HTTP'), 'exchange-answer-unreadable', '/server'],
  ])('%s', async (failure, code, pointer) => {
    const found = await diagnose(online, failure);
    expect(found).toMatchObject({ code, params: { host: 'outlook.office365.com', port: 443 } });
    expect(found.pointer).toBe(pointer);
  });

  test('a fault of our own is none of Exchange’s', async () => {
    await expect(diagnose(online, new TypeError('ours'))).rejects.toThrow('ours');
  });
});
