import { describe, expect, test } from 'vitest';
import { evidence } from './evidence.ts';
import { quoteForPowerShell } from '../powershell.ts';
import { explanations, renderDiagnosis, renderEvidence } from './render.ts';
import { identityCode } from './identity.ts';
import { mailCode } from './mail.ts';

const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((hole) => hole[1]).sort();

describe('explanations', () => {
  test.each(Object.entries(explanations))('%s says the same in both languages', (_code, { cause, fix }) => {
    expect([...new Set(holes(cause.de))]).toEqual([...new Set(holes(cause.en))]);
    expect([...new Set(holes(fix.de))]).toEqual([...new Set(holes(fix.en))]);
  });

  test.each(Object.entries(evidence))('%s has the same values in both languages', (_code, { en, de }) => {
    expect(holes(de)).toEqual(holes(en));
  });

  test('a mailbox with SMTP AUTH off gets the command, filled in', () => {
    const found = renderDiagnosis({ code: 'smtp-auth-disabled-mailbox', params: { mailbox: 'pbx@contoso.com', account: 'pbx@contoso.com' }, raw: '535 5.7.139 …' }, 'en');
    expect(found).toMatchObject({
      owner: 'exchange-admin',
      script: 'Set-CASMailbox -Identity pbx@contoso.com -SmtpClientAuthenticationDisabled $false',
      retryAfterMinutes: 60,
      raw: '535 5.7.139 …',
    });
  });

  test('what a newer version stored is still a sentence', () => {
    expect(renderDiagnosis({ code: 'from-the-future', params: {} }, 'de').cause).toContain('from-the-future');
    expect(renderEvidence({ code: 'constructor', params: {} }, 'en')).toBe('constructor');
  });
});

test.each([
  ['pbx@contoso.com', 'pbx@contoso.com'],
  ["o'neill@contoso.com", "'o''neill@contoso.com'"],
  ['x’; Remove-Mailbox y', "'x’’; Remove-Mailbox y'"],
  ['$(Get-Date)', "'$(Get-Date)'"],
  ['-Force', "'-Force'"],
])('%s is one argument for PowerShell', (value, quoted) => {
  expect(quoteForPowerShell(value)).toBe(quoted);
});

test.each([
  [700016, 'app-not-found'],
  [90002, 'tenant-not-found'],
  [7000218, 'public-client-off'],
  [53003, 'blocked-by-policy'],
  [700082, 'sign-in-inactive'],
  [123, null],
])('AADSTS%i is %s', (number, code) => {
  expect(identityCode(number)).toBe(code);
});

test.each([
  ['AUTH', '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled', 'smtp-auth-disabled-mailbox'],
  ['AUTH', '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled', 'smtp-auth-disabled-tenant'],
  ['AUTH', '535 5.7.3 Authentication unsuccessful [AM0PR01CA0001.eurprd01.prod.exchangelabs.com]', 'mailbox-refused'],
  ['DATA', '554 5.2.252 SendAsDenied; a@contoso.com not allowed to send as b@contoso.com', 'send-as-denied'],
  ['DATA', '432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded', 'mail-server-busy'],
  ['RCPT TO', '550 5.1.1 User unknown', 'recipient-refused'],
  ['MAIL FROM', '501 5.1.7 Invalid address', 'mail-refused'],
])('%s answered with %s', (command, reply, code) => {
  expect(mailCode(command, reply, false)).toBe(code);
});

test.each([
  ['AUTH', '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM]', 'basic-auth-disabled'],
  ['MAIL FROM', '550 5.7.30 Basic authentication is not supported for Client Submission.', 'basic-auth-disabled'],
  ['AUTH', '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM]', 'password-refused'],
  ['AUTH', '535 5.7.8 Error: authentication failed', 'password-refused'],
  ['MAIL FROM', '530 5.7.57 Client not authenticated to send mail.', 'mail-sign-in-needed'],
])('with a password: %s answered with %s', (command, reply, code) => {
  expect(mailCode(command, reply, true)).toBe(code);
});
