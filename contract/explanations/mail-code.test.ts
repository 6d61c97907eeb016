import { describe, expect, test } from 'vitest';
import { mailCode } from './mail-code.ts';

const trailer = '[FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM 2026-11-24T12:00:00Z 08DE2B0123456789]';
const refused = `535 5.7.3 Authentication unsuccessful ${trailer}`;

test.each([
  ['AUTH', `535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information. ${trailer}`, 'smtp-auth-disabled-mailbox'],
  ['AUTH', `535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. ${trailer}`, 'smtp-auth-disabled-tenant'],
  ['AUTH', refused, 'mailbox-refused'],
  ['AUTH', `535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator. ${trailer}`, 'mail-blocked-by-policy'],
  ['AUTH', `535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator. ${trailer}`, 'mail-blocked-by-security-defaults'],
  ['AUTH', '501 5.5.127 Invalid XOAUTH2 auth data - Token will expire soon', 'token-ends-soon'],
  ['MAIL FROM', `530 5.7.57 Client not authenticated to send mail. ${trailer}`, 'mail-sign-in-needed'],
  ['DATA', '554 5.2.252 SendAsDenied; a@contoso.com not allowed to send as b@contoso.com', 'send-as-denied'],
  ['DATA', '554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message', 'send-as-denied'],
  ['DATA', `550 5.7.60 SMTP; Client does not have permissions to send as this sender ${trailer}`, 'send-as-denied'],
  ['DATA', '430 4.2.0 STOREDRV; mailbox logon failure; MapiExceptionLogonFailed', 'mailbox-logon-failed'],
  ['DATA', `432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded [Hostname=FR0P281MB0001]`, 'sender-limit'],
  ['DATA', '432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information.', 'sender-limit'],
  ['DATA', '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException', 'quota-reached'],
  ['DATA', '554 5.2.2 mailbox full', 'mailbox-full'],
  ['DATA', `451 4.7.0 Temporary server error. Please try again later. PRX2 ${trailer}`, 'mail-server-busy'],
  ['CONNECT', '421 4.3.2 Service not active', 'mail-server-busy'],
  ['CONNECT', '554 5.7.1 Service unavailable; client host [192.0.2.10] blocked', 'mail-server-rejects-us'],
  ['EHLO', '550 5.7.1 Access denied', 'mail-server-rejects-us'],
  ['RCPT TO', '550 5.1.1 User unknown', 'recipient-refused'],
  ['MAIL FROM', '501 5.1.7 Invalid address', 'mail-refused'],
])('with a token: %s answered with %s', (command, reply, code) => {
  expect(mailCode(command, reply, 'microsoft-oauth')).toBe(code);
});

test.each([
  ['AUTH', `535 5.7.139 Authentication unsuccessful, basic authentication is disabled. ${trailer}`, 'basic-auth-disabled'],
  ['AUTH', '550 5.7.30 Basic authentication is not supported for Client Submission.', 'basic-auth-retired'],
  ['AUTH', `535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. ${trailer}`, 'password-refused'],
  ['AUTH', '535 5.7.8 Error: authentication failed', 'password-refused'],
  ['AUTH', refused, 'password-refused'],
])('with a password: %s answered with %s', (command, reply, code) => {
  expect(mailCode(command, reply, 'basic')).toBe(code);
});

test.each([
  ['AUTH', refused, 'app-mailbox-refused'],
  ['DATA', '554 5.2.252 SendAsDenied; a@contoso.com not allowed to send as b@contoso.com', 'app-send-as-denied'],
  ['DATA', '430 4.2.0 STOREDRV; mailbox logon failure; MapiExceptionLogonFailed', 'mailbox-logon-failed'],
])('with the token of an application: %s answered with %s', (command, reply, code) => {
  expect(mailCode(command, reply, 'microsoft-oauth-application')).toBe(code);
});

describe('an answer of Microsoft that a relay hands on', () => {
  const wrap = (reply: string) => `451 4.7.3 SASL authentication failed; server smtp.office365.com[52.98.228.34] said: ${reply}`;

  test.each([
    [`535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. ${trailer}`, 'smtp-auth-disabled-tenant'],
    [`535 5.7.139 Authentication unsuccessful, basic authentication is disabled. ${trailer}`, 'basic-auth-disabled'],
    ['432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded', 'sender-limit'],
    // It is the relay's sign-in that failed, and not the password that was entered here.
    [refused, 'mailbox-refused'],
  ])('%s', (reply, code) => {
    expect(mailCode('DATA', wrap(reply), 'basic')).toBe(code);
  });
});

test('a reply made to be slow takes no time', () => {
  const start = performance.now();
  expect(mailCode('AUTH', `535 ${'5.7.139 '.repeat(20_000)}`, 'basic')).toBe('mail-sign-in-refused');
  expect(performance.now() - start).toBeLessThan(1000);
});
