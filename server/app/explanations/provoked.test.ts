import { expect, test } from 'vitest';
import { identityError, knownAnswers } from '../../../contract/explanations/known-answers.ts';
import type { Explanation } from '../../../contract/explanations/explanation.ts';
import { mailCode } from '../../../contract/explanations/mail-code.ts';
import { pop3Code } from '../../../contract/explanations/pop3-code.ts';
import { explanations } from '../../../contract/explanations/table.ts';
import { Confidential } from '../../confidential.ts';
import { ConnectionFailure, MailRefusal, type FailureReason } from '../../ports.ts';
import { diagnoseCertificate, diagnoseConnection } from '../diagnosis/connection.ts';
import { diagnoseExchange, diagnoseExchangeConnection, ofExchange } from '../diagnosis/exchange.ts';
import { diagnoseIdentity } from '../diagnosis/identity.ts';
import { diagnoseMail } from '../diagnosis/mail.ts';
import { diagnosePop3, ofPop3 } from '../diagnosis/pop3.ts';
import { diagnoseWebhook, diagnoseWebhookStatus } from '../diagnosis/webhook.ts';
import { ExchangeRefusal } from '../external-providers/exchange/failures.ts';
import type { ExchangePlace } from '../external-providers/exchange/place.ts';
import { explainText } from './explain.ts';

const smtp = { host: 'smtp.office365.com', port: 587 };
const pop3 = { host: 'outlook.office365.com', port: 995 };
const own = { host: 'mail.contoso.com', port: 587 };
const refused = '535 5.7.3 Authentication unsuccessful [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM 2026-11-24T12:00:00.000Z 08DE2B0123456789]';
const failures: readonly (readonly [FailureReason, string | null])[] = [
  ['host-not-found', 'ENOTFOUND'], ['refused', 'ECONNREFUSED'], ['unreachable', 'EHOSTUNREACH'], ['timeout', 'ETIMEDOUT'], ['forbidden-address', null], ['closed', 'ECONNRESET'], ['closed', 'DATA'], ['tls', 'EPROTO'],
  ['tls', 'CERT_HAS_EXPIRED'], ['tls', 'ERR_TLS_CERT_ALTNAME_INVALID'], ['tls', 'SELF_SIGNED_CERT_IN_CHAIN'], ['no-starttls', null], ['no-sign-in', 'XOAUTH2'], ['no-sign-in', 'PASSWORD'], ['proxy', '403'], ['proxy', '407'], ['proxy', 'ECONNREFUSED'], ['protocol', null], ['protocol', 'TOO_LARGE'],
];

function ofConnections(): string[] {
  const found = failures.map(([reason, code]) => diagnoseConnection(new ConnectionFailure(reason, code), own));
  const intercepted = diagnoseCertificate({ protocol: 'TLSv1.3', subject: smtp.host, issuer: 'Contoso Web Filter', validTo: '2027-03-01T00:00:00.000Z', publicAuthority: false, error: 'SELF_SIGNED_CERT_IN_CHAIN' }, smtp);
  const silent = new ConnectionFailure('timeout');
  return [
    ...found.flatMap((one) => [one.code, ofPop3(one).code, ofExchange(one).code]),
    intercepted?.code ?? '',
    diagnosePop3(silent, pop3, {}, 'oauth').code,
    diagnoseExchangeConnection(silent, 'https://outlook.office365.com/EWS/Exchange.asmx').code,
    diagnoseIdentity({ kind: 'connection', failure: silent }, 'login.microsoftonline.com', {}).code,
    diagnoseIdentity({ kind: 'unreadable' }, 'login.microsoftonline.com', {}).code,
    diagnoseIdentity({ kind: 'unavailable', status: 429 }, 'login.microsoftonline.com', {}).code,
  ];
}

function ofSignIns(): string[] {
  const noRight = '-ERR Authentication failure: unknown user name or bad password.';
  const oauth = { authMethod: 'oauth', ofMicrosoft: true } as const;
  return [
    mailCode('AUTH', refused, 'microsoft-oauth'),
    mailCode('AUTH', refused, 'microsoft-oauth-application'),
    mailCode('DATA', '550 5.7.60 SMTP; Client does not have permissions to send as this sender', 'microsoft-oauth-application'),
    mailCode('CONNECT', '554 5.7.1 Service unavailable; client host [192.0.2.10] blocked', 'basic'),
    pop3Code('AUTH', noRight, oauth),
    pop3Code('AUTH', '-ERR no', oauth),
    pop3Code('CONNECT', '-ERR POP3 is disabled', oauth),
    pop3Code('AUTH', '-ERR Logon failure: unknown user name or bad password.', { authMethod: 'basic', ofMicrosoft: true }),
    diagnosePop3(new MailRefusal('AUTH', noRight), pop3, {}, 'oauth').code,
    diagnoseMail(new MailRefusal('AUTH', refused), smtp, {}, 'microsoft-oauth-application').code,
  ];
}

function ofExchange365(): string[] {
  const online: ExchangePlace = { access: 'ews', server: 'https://outlook.office365.com/EWS/Exchange.asmx', credentials: { accessToken: new Confidential('x') } };
  const withPassword: ExchangePlace = { ...online, server: 'https://mail.contoso.com/EWS/Exchange.asmx', credentials: { user: 'CONTOSO\\pbx', password: new Confidential('x') } };
  const ask = (place: ExchangePlace, protocol: 'ews' | 'graph', status: number, { code = null, offers = [], use = 'calendar', now = '2026-11-24' }: { code?: string | null; offers?: string[]; use?: 'calendar' | 'public-folders'; now?: string } = {}) =>
    diagnoseExchange(new ExchangeRefusal({ protocol, status, code, message: '', reason: null, offers, location: null, requestId: null, retryAfterSeconds: null }), { place, use, mailbox: 'pbx@contoso.com', now: new Date(now) }, {}).code;
  return [
    ask(withPassword, 'ews', 401),
    ask(withPassword, 'ews', 401, { offers: ['negotiate', 'ntlm'] }),
    ask({ ...withPassword, server: online.server }, 'ews', 401),
    ask(withPassword, 'ews', 403),
    ask(online, 'ews', 403, { now: '2027-04-02' }),
    ask(withPassword, 'ews', 500, { code: 'ErrorImpersonateUserDenied' }),
    ...(['calendar', 'public-folders'] as const).flatMap((use) => ['ErrorAccessDenied', 'ErrorFolderNotFound'].map((code) => ask(online, 'ews', 200, { code, use }))),
    ask(online, 'ews', 404),
    ask(online, 'graph', 404),
    ask(online, 'ews', 302),
  ];
}

function ofWebhooks(): string[] {
  const url = 'https://hooks.contoso.com/';
  const silent = ['timeout', null] as const;
  return [...[...failures, silent].map(([reason, code]) => diagnoseWebhook(new ConnectionFailure(reason, code), url, 10).code), ...[308, 401, 404, 410, 429, 500, 418].map((status) => diagnoseWebhookStatus(url, status).code)];
}

test('each explanation is provoked by an answer, but those that only a check sees', async () => {
  const fromTexts = await Promise.all([...knownAnswers.map(({ text }) => text), 'nothing', 'A TLS error', 'A socket error', 'IMAP: an error'].map(explainText));
  const provoked = new Set([...fromTexts.flat().map(({ code }) => code), ...ofConnections(), ...ofSignIns(), ...ofExchange365(), ...ofWebhooks()]);
  const all = Object.entries<Explanation>(explanations).filter(([, { match }]) => !match.onlyCheck).map(([code]) => code);
  expect(all.filter((code) => !provoked.has(code))).toEqual([]);
});

// What Microsoft and others document, or people have met: each of it has an entry.
const documented = {
  aadsts: [
    50020, 50034, 51004, 50053, 50055, 50057, 50126, 50059, 90002, 90019, 900023, 50076, 50079, 50074, 50072, 50078, 50097, 50105, 50131, 50134, 50158, 50173, 50194, 50196, 70008, 700082, 70043, 500011, 650052, 650056, 650057, 65006, 500208, 9002332, 9002346, 9001023,
    53000, 53003, 530032, 530035, 530036, 65001, 65004, 90094, 90095, 700016, 700011, 70001, 7000112, 7000215, 7000222, 7000218, 700022, 700024, 700025, 700027, 50013, 70011, 28002, 70016, 70018, 70019, 70020, 90119, 90120, 90055, 90024, 90033, 90006, 90038, 900382, 900432,
  ],
  texts: [
    'error=authorization_pending', 'error=slow_down', 'error=authorization_declined', 'error=access_denied', 'error=expired_token', 'error=bad_verification_code', 'error=invalid_scope', 'error=invalid_tenant', 'error=temporarily_unavailable',
    '535 5.7.3 Authentication unsuccessful', '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.', '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.', '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
    '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.', '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria', '535 5.7.139 Authentication unsuccessful, user is locked by your organization’s security defaults policy.', '550 5.7.30 Basic authentication is not supported', '530 5.7.57 Client not authenticated',
    '550 5.7.60 SMTP; Client does not have permissions', '554 5.7.60 SMTP; Client does not have permissions', '554 5.2.252 SendAsDenied', '554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied', '430 4.2.0 STOREDRV; mailbox logon failure', '432 4.3.2 sender thread limit exceeded', '432 4.3.2 Concurrent connections limit exceeded',
    '421 4.3.2 Service not active', '451 4.7.0 Temporary server error', '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException', '554 5.2.2 mailbox full', '501 5.5.127 Invalid XOAUTH2 auth data',
    '-ERR Authentication failure: unknown user name or bad password.', '-ERR Logon failure: unknown user name or bad password.', 'A1 NO AUTHENTICATE failed.', 'A1 BAD User is authenticated but not connected.',
    'a:ErrorImpersonateUserDenied', 'a:ErrorNonExistentMailbox', 'a:ErrorAccessDenied', 'a:ErrorServerBusy', 'a:ErrorCalendarViewRangeTooBig', "The audience claim value is invalid 'aud'.",
    'InvalidAuthenticationToken', 'NoPermissionsInAccessToken', 'ErrorInvalidUser', 'MailboxNotEnabledForRESTAPI', 'ApplicationThrottled', '[RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.',
    'ENOTFOUND', 'ECONNREFUSED', 'ETIMEDOUT', 'ECONNRESET', 'EHOSTUNREACH', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', '407 Proxy Authentication Required', 'Could not load file or assembly System.IdentityModel.Tokens.Jwt',
  ],
};

test.each([...documented.aadsts.map((number) => identityError(number, 'invalid_request', '…')), ...documented.texts])('%s has an explanation', async (text) => {
  const [first] = await explainText(text);
  const { match }: Explanation = explanations[first?.code ?? 'text-not-recognised'];
  expect(match.unknown === undefined || first?.code === 'recipient-refused').toBe(true);
});
