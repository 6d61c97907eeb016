import { expect, test } from 'vitest';
import { redact } from './redact.ts';

const jwt = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL291dGxvb2sub2ZmaWNlLmNvbSJ9.c2lnbmF0dXJl';
const blob = btoa(`user=pbx@contoso.com\x01auth=Bearer ${jwt}\x01\x01`);

test.each([
  [`Authorization: Bearer ${jwt}`],
  [`> AUTH XOAUTH2 ${blob}`],
  [`{"refresh_token":"0.AXoA-${'x'.repeat(60)}","expires_in":3600}`],
  ['client_secret=abc~Q8Q.secret&grant_type=client_credentials'],
  [`> ${blob.repeat(4)}`],
])('nothing that opens a door is left of %s', (line) => {
  const left = redact(line);
  for (const secret of [jwt, blob, 'x'.repeat(60), 'abc~Q8Q']) expect(left).not.toContain(secret);
});

test.each([
  ['< 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM 2026-11-24T12:00:00Z 08DE2B0123456789]'],
  ['> EHLO postern'],
  ['< 250-AUTH LOGIN XOAUTH2'],
])('%s stays as it is', (line) => {
  expect(redact(line)).toBe(line);
});
