import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inPlace } from '../../../contract/explanations/lookup.ts';
import { identityError, knownAnswers } from '../../../contract/explanations/known-answers.ts';
import { explanations, type DiagnosisCode } from '../../../contract/explanations/table.ts';
import type { Explanation } from '../../../contract/explanations/explanation.ts';
import { explainText } from './explain.ts';

const codesIn = async (text: string) => (await explainText(text)).map(({ code }) => code);

const app = '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4';
const tenant = '8b80d7a0-63e1-4c34-a1d2-5d2f1f0c9e11';
const expired = identityError(7000222, 'invalid_client', `The provided client secret keys for app '${app}' are expired.`);
const switchedOff = '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM]';

test.each(knownAnswers.map(({ text, code }) => [text.slice(0, 120), code, text] as const))('%s: %s, and nothing else', async (_short, code, text) => {
  expect(await codesIn(text)).toEqual([code]);
});

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const quotedPrintable = (text: string) =>
  [...new TextEncoder().encode(text)].map((byte) => (byte === 61 || (byte < 32 && byte !== 10) || byte > 126 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte))).join('').replace(/.{70}(?=.)/g, '$&=\r\n');

const wrappings: readonly (readonly [string, (text: string) => string])[] = [
  ['a JSON string', (text) => JSON.stringify(text)],
  ['JSON within JSON', (text) => JSON.stringify({ message: JSON.stringify(text) })],
  ['an address with an error', (text) => `https://localhost/callback?error=invalid_client&error_description=${encodeURIComponent(text)}&state=1`],
  ['a form', (text) => new URLSearchParams({ error_description: text }).toString()],
  ['an HTML page', (text) => `<html><body><p class="error">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll(' ', '&nbsp;')}</p></body></html>`],
  ['quoted-printable', quotedPrintable],
  ['base64', base64],
  ['a quoted mail with short lines', (text) => text.replaceAll(' ', '\r\n> ')],
  ['the colours of a terminal', (text) => `\u001b[1;31m${text.replaceAll(' ', '\u001b[0m ')}\u001b[0m\u0007`],
  ['UTF-16 read as bytes', (text) => [...text].join('\0')],
  ['a log', (text) => `2026-11-25 09:00:00 INFO start\n2026-11-25 09:00:01 ERROR ${text}\n2026-11-25 09:00:02 INFO 250 2.0.0 OK, authentication successful`],
  ['a German stack', (text) => `System.Net.Mail.SmtpException: Für den SMTP-Server ist eine sichere Verbindung erforderlich. Die Serverantwort war: ${text}\n   bei System.Net.Mail.SmtpClient.Send(MailMessage message)`],
];

describe.each(wrappings)('in %s', (_name, wrap) => {
  test.each([
    ['secret-expired', expired],
    ['smtp-auth-disabled-tenant', switchedOff],
    ['impersonation-denied', '<faultcode xmlns:a="x">a:ErrorImpersonateUserDenied</faultcode><faultstring>The account does not have permission to impersonate the requested user.</faultstring>'],
    ['certificate-not-trusted', 'Error: self signed certificate in certificate chain, code: SELF_SIGNED_CERT_IN_CHAIN'],
  ] as const)('%s is found', async (code, text) => {
    expect((await codesIn(wrap(text)))[0]).toBe(code);
  });
});

test('a bounce: its status is in a part of its own, encoded', async () => {
  const status = `Reporting-MTA: dns;relay.contoso.com\r\n\r\nFinal-Recipient: rfc822;anna@fabrikam.example\r\nAction: failed\r\nStatus: 5.7.60\r\nDiagnostic-Code: smtp;550 5.7.60 SMTP; Client does not have permissions to send as this sender`;
  const bounce = [
    'From: postmaster@contoso.com', 'Subject: =?utf-8?B?VW56dXN0ZWxsYmFy?=', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '',
    '--b', 'Content-Type: text/plain; charset=utf-16le', 'Content-Transfer-Encoding: base64', '', btoa([...'Ihre Nachricht konnte nicht zugestellt werden.'].map((letter) => `${letter}\0`).join('')), '',
    '--b', 'Content-Type: message/delivery-status', 'Content-Transfer-Encoding: base64', '', base64(status).replace(/.{76}/g, '$&\r\n'), '', '--b--', '',
  ].join('\r\n');
  expect((await codesIn(bounce))[0]).toBe('send-as-denied');
});

describe('several answers in one text', () => {
  test('the root before what follows from it, whatever comes first, and a later success does not count', async () => {
    const log = `2026-11-25 09:00:01 535 5.7.3 Authentication unsuccessful [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM]\n2026-11-25 09:00:02 421 4.3.2 Service not active\n2026-11-25 09:00:03 ${expired}\n2026-11-25 09:00:04 235 2.7.0 Authentication successful`;
    expect(await codesIn(log)).toEqual(['secret-expired', 'mailbox-refused-any', 'mail-server-busy']);
  });

  test.each([
    ['a policy over OAuth’s word', `invalid_grant ${identityError(53003, 'invalid_grant', 'Access has been blocked by Conditional Access policies.')}`, ['device-code-blocked']],
    ['what a relay hands on, not that it does', `status=deferred (451 4.7.3 SASL authentication failed; server smtp.office365.com[52.98.228.34] said: ${switchedOff})`, ['smtp-auth-disabled-tenant']],
    ['the reason behind a consequence', `The server response was: 5.7.57 Client not authenticated to send mail. Error: ${switchedOff}`, ['smtp-auth-disabled-tenant']],
    ['a network that is away, before what nobody can say then', 'Error: connect ECONNREFUSED 40.126.31.1:443\n550 5.7.705 Access denied', ['exchange-connection-refused', 'mail-refused']],
  ])('%s', async (_what, text, codes) => {
    expect(await codesIn(text)).toEqual(codes);
  });

  test('the same again is told once, with where it began and how often it is there', async () => {
    const lines = Array.from({ length: 300 }, (_, at) => `2026-11-25 09:${String(at % 60).padStart(2, '0')}:00 ${at % 3 === 1 ? `AADSTS7000222: The provided client secret keys for app '${app}' are expired.` : 'sending'}`);
    expect(await explainText(lines.join('\r\n'))).toMatchObject([{ code: 'secret-expired', line: 2, count: 100, params: { applicationId: app } }]);
  });
});

test.each([
  ['Call +49 535 5730 or 0535 571 39 12, extension 50126.'],
  ['MySQL 5.7.30 and kernel 4.3.2 were installed on 5.7.2026 at 10.5.7.3, port 53003.'],
  ['Invoice 7000222, order AADS-7000222, 535 pieces, 421 of them blue.'],
  ['250 2.0.0 OK <x> [Hostname=FR0P281MB0001]\n235 2.7.0 Authentication successful\n+OK User successfully authenticated.'],
  ['The certificate is valid until 2027-03-01, and the connection was not refused by anybody we know.'.replace('connection was not refused', 'guest refused nothing')],
  ['\ud800\udfff\ufffd\ufffd \u0000 <script>alert(1)</script> ${7*7} %00%ff'],
])('%s holds no answer', async (text) => {
  expect(await explainText(text)).toEqual([{ code: 'text-not-recognised', params: {}, line: null, count: 1 }]);
});

test.each([
  ['SMTP error: the remote side said something odd', 'mail-refused'],
  ['Fehler beim Abruf über POP3: unbekannt', 'pop3-refused'],
  ['OAuth failed at https://login.microsoftonline.com/common', 'identity-refused'],
  ['TLS alert, fatal error', 'unknown-tls'],
  ['The socket reported an error', 'unknown-network'],
])('%s: what it is about, and no cause that it does not show', async (text, code) => {
  expect(await codesIn(text)).toEqual([code]);
});

test.each([
  ['AADSTS70001', ['app-disabled']],
  [`{"error":"unauthorized_client","error_description":"AADSTS70001`, ['identity-refused']],
  [`{"error":"unauthorized_client","error_description":"AADSTS70001\n6: Application with identifier '${app}' was not found"}`, ['app-not-found']],
  ['the mail was refused: 554 5.2.2', ['mail-refused']],
  ['535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the', ['mail-sign-in-refused']],
])('where the text is cut, nothing is claimed that it does not say: %s', async (text, codes) => {
  expect(await codesIn(text)).toEqual(codes);
});

test.each([
  [expired, { applicationId: app }],
  [`AADSTS700016: Application with identifier '${app}' was not found in the directory '${tenant}'.`, { applicationId: app, tenantId: tenant }],
  ["AADSTS90002: Tenant 'fabrikam.example' not found.", { tenantId: 'fabrikam.example' }],
  [`GET https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize?client_id=${app} failed: AADSTS65001: consent`, { applicationId: app, tenantId: tenant }],
  ['554 5.2.252 SendAsDenied; admin@contoso.com not allowed to send as pbx@contoso.com; STOREDRV', { account: 'admin@contoso.com', mailbox: 'pbx@contoso.com' }],
  ['Error: getaddrinfo ENOTFOUND smtp.office365.com', { host: 'smtp.office365.com' }],
  ['Error: connect ECONNREFUSED 52.98.228.34:587', { host: '52.98.228.34', port: 587 }],
  [`relay=smtp.office365.com[52.98.228.34]:587, status=deferred (host smtp.office365.com[52.98.228.34] said: ${switchedOff}`, { host: 'smtp.office365.com' }],
])('ids, addresses and hosts come from the text: %s', async (text, params) => {
  const [first] = await explainText(text);
  expect(first?.params).toMatchObject(params);
});

test('where two answers of one kind name different applications, none is named', async () => {
  const other = expired.replaceAll(app, 'f0b6f0f2-7a52-4a0b-8d4e-9c0f3f6c1e2d');
  expect((await explainText(`${expired}\n${other}`))[0]).toMatchObject({ code: 'secret-expired', count: 2, params: {} });
});

const seed = 20261125;

describe('an answer that is wrapped, cut and encoded at random', () => {
  // What is left of an answer may be less, and then mean what that means.
  const lesser: Partial<Record<DiagnosisCode, DiagnosisCode>> = { 'sender-limit': 'mail-server-busy', 'mailbox-logon-failed': 'mail-server-busy', 'graph-access-policy': 'graph-access-denied', 'exchange-audience-wrong': 'exchange-token-refused', 'too-many-requests': 'identity-unavailable', 'consent-declined': 'code-declined' };
  const isHonest = (wanted: DiagnosisCode, got: DiagnosisCode) => {
    const { match }: Explanation = explanations[got];
    return got === wanted || match.unknown !== undefined || lesser[wanted] === got || inPlace(got, 'pop3') === wanted || inPlace(got, 'exchange') === wanted;
  };

  const ways = fc.oneof(
    fc.constantFrom(...wrappings.map(([, wrap]) => wrap)),
    fc.double({ min: 0, max: 1, noNaN: true }).map((share) => (text: string) => text.slice(0, Math.floor(text.length * share))),
    fc.double({ min: 0, max: 1, noNaN: true }).map((share) => (text: string) => text.slice(Math.floor(text.length * share))),
    fc.integer({ min: 20, max: 80 }).map((width) => (text: string) => text.replace(new RegExp(`.{${width}}(?=.)`, 'g'), '$&\n')),
    fc.integer({ min: 2, max: 9 }).map((every) => (text: string) => text.split(' ').reduce((left, word, at) => `${left}${at % every === 0 ? '\n' : ' '}${word}`)),
  );

  test('is found, or honestly nothing', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...knownAnswers), fc.array(ways, { minLength: 1, maxLength: 2 }), async ({ text, code }, chain) => {
        const [got = 'text-not-recognised'] = await codesIn(chain.reduce((left, way) => way(left), text));
        if (got === code) found++;
        expect(isHonest(code, got) ? code : got).toBe(code);
      }),
      { numRuns: 3_000, seed },
    );
    expect(found).toBeGreaterThan(2_000);
  });
});

test('no secret that stands beside an answer comes out again', async () => {
  const frames: readonly ((secret: string) => string)[] = [
    (secret) => `client_secret=${secret}&grant_type=client_credentials`,
    (secret) => `"client_secret": "${secret}"`,
    (secret) => `password: ${secret}`,
    (secret) => `PASS ${secret}`,
    (secret) => `Kennwort = '${secret}'`,
    (secret) => `Authorization: Bearer ${secret}`,
    (secret) => `AUTH XOAUTH2 ${base64(`user=pbx@contoso.com\u0001auth=Bearer ${secret}\u0001\u0001`)}`,
    (secret) => `AUTH PLAIN ${base64(`\0pbx@contoso.com\0${secret}`)}`,
    (secret) => JSON.stringify(JSON.stringify({ refresh_token: secret })),
    (secret) => `<client_secret>${secret}</client_secret>`,
    (secret) => `https://pbx:${secret}@proxy.contoso.com:8080`,
    (secret) => `?code=${secret}&state=1`,
  ];
  const secret = fc.oneof(
    fc.constantFrom('8Kq8Q~aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3x', 'Hunter2!swordfish', 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2lnbmF0dXJl', '0.AXoA8NeAi-FjNEyh0l0vHwyeEQ1x2y3z4w5v6u7t8s9r0qAAAA'),
    fc.string({ unit: fc.constantFrom(...'abcdefGHIJKL0123456789~.-_!$'), minLength: 12, maxLength: 60 }).filter((text) => new Set(text).size >= 8),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...knownAnswers), secret, fc.constantFrom(...frames), fc.constantFrom(0, 0.2, 0.5, 0.8, 1), fc.constantFrom(' ', '\n', '; ', '\r\n'), async ({ text }, hidden, frame, share, gap) => {
      const at = Math.floor(text.length * share);
      const said = JSON.stringify(await explainText(text.slice(0, at) + gap + frame(hidden) + gap + text.slice(at)));
      for (const form of [hidden, encodeURIComponent(hidden), base64(`user=pbx@contoso.com\u0001auth=Bearer ${hidden}\u0001\u0001`), base64(`\0pbx@contoso.com\0${hidden}`)]) expect(said).not.toContain(form);
    }),
    { numRuns: 3_000, seed },
  );
});

test.each([
  ['one line of 10 MB', `${'x'.repeat(10_000_000)} ${expired}`],
  ['10 MB of the beginning of an answer', 'AADSTS '.repeat(1_500_000)],
  ['10 MB of answers', '535 5.7.3 '.repeat(1_000_000)],
  ['10 MB of brackets and quotes', '{"error":"['.repeat(900_000)],
  ['10 MB of escapes', '\\u001b['.repeat(1_200_000)],
  ['10 MB of percent signs', '%25'.repeat(3_000_000)],
  ['10 MB of soft line breaks', '=\r\n'.repeat(3_000_000)],
  ['10 MB of what could be base64', 'QUFE'.repeat(2_500_000)],
])('%s come to an end', { timeout: 60_000 }, async (_what, text) => {
  expect((await explainText(text)).length).toBeGreaterThan(0);
});

const wrapped = (text: string, width: number) => text.replace(new RegExp(`(?=.{${width}})(.{1,${width - 1}}) `, 'g'), '$1\n');
const policy = '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.';

test.each([
  ['what a program goes on with', `${switchedOff}\nThe message was given back to its sender`, switchedOff],
  ['a short answer', '535 5.7.3 Authentication unsuccessful\nThe mail stays in the queue', '535 5.7.3 Authentication unsuccessful'],
  ['a log with the month in letters', '454 4.7.0 Temporary authentication failure\nNov 25 09:00:02 pbx postfix/smtp[412]: disconnected', '454 4.7.0 Temporary authentication failure'],
  ['a sentence that ends', '-ERR Logon failure: unknown user name or bad password.\nSession of sales@contoso.com closed', '-ERR Logon failure: unknown user name or bad password.'],
  ['an error with its host', 'Error: getaddrinfo ENOTFOUND smtp.office365.com\nTrying again in five minutes', 'ENOTFOUND smtp.office365.com'],
  ['a stack', `Die Serverantwort war: ${policy}\n   bei System.Net.Mail.SmtpClient.Send(MailMessage message)`, policy],
  ['a line that others are longer than', `Sending to anna@fabrikam.example through smtp.office365.com at port 587 with STARTTLS\n535 5.7.3 Authentication unsuccessful for this user or token\nclosing`, '535 5.7.3 Authentication unsuccessful for this user or token'],
])('the line that is shown ends with its answer: %s', async (_what, text, raw) => {
  expect((await explainText(text))[0]?.raw).toBe(raw);
});

test.each([
  ['a mail that is wrapped', wrapped(`> The server said: ${policy}`, 72), policy],
  ['a quoted mail', `> The server said:\n> ${wrapped(policy, 60).replaceAll('\n', '\n> ')}`, policy],
  ['an indented rest', policy.replace(', the', ',\n    the'), policy],
  ['a page of Microsoft', `AADSTS7000222: The provided client secret keys for app '${app}' are expired.\nTrace ID: 1a2b3c4d-0000-4000-8000-000000000001\nCorrelation ID: 5e6f7a8b-0000-4000-8000-000000000002\nTimestamp: 2026-11-25 09:00:00Z`, `AADSTS7000222: The provided client secret keys for app '${app}' are expired. Correlation ID: 5e6f7a8b-0000-4000-8000-000000000002`],
])('what was wrapped is shown whole: %s', async (_what, text, raw) => {
  expect((await explainText(text))[0]?.raw).toBe(raw);
});

test.each([
  ['550 5.7.30 Basic authentication is not supported for Client Submission.'],
  ['AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed.'],
  ["AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'."],
  ['535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM 2026-11-24T12:00:00.000Z 08DE2B0123456789]'],
  ['-ERR Logon failure: unknown user name or bad password.'],
])('what is no secret is shown as it is: %s', async (text) => {
  expect((await explainText(text))[0]?.raw).toBe(text);
});
