import { expect, test } from 'vitest';
import { redact, redactIn, redactLine } from './redact.ts';

const jwt = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL291dGxvb2sub2ZmaWNlLmNvbSJ9.c2lnbmF0dXJl';
const blob = btoa(`user=pbx@contoso.com\x01auth=Bearer ${jwt}\x01\x01`);
const secret = 'abc8Q~Q8Q.planted-x7';
const basic = btoa('pbx@contoso.com:planted-x7');

test.each([
  [`Authorization: Bearer ${jwt}`],
  [`Authorization: Bearer opaque.${secret}`],
  [`{"Authorization":"Bearer ${secret}"}`],
  [`authorization: Basic ${basic}`],
  [`Proxy-Authorization: Digest ${secret}`],
  [`> AUTH XOAUTH2 ${blob}`],
  [`AUTH PLAIN ${btoa(`\0pbx\0${secret}`)}`],
  [`> PASS ${secret}`],
  [`C: PASS two words ${secret}`],
  [`{"refresh_token":"0.AXoA-${secret}","expires_in":3600}`],
  [`{\\"access_token\\":\\"${secret}\\",\\"expires_in\\":3600}`],
  [`{"password":"with \\" quote ${secret}","port":25}`],
  [`{"error":"x","client_secret": "${secret}"}`],
  [`clientSecret: '${secret}',`],
  [`client_secret=${secret}&grant_type=client_credentials`],
  [`grant_type%3Dclient_credentials%26client_secret%3D${secret}%26scope%3Dx`],
  [`device_code=${secret}`],
  [`https://localhost/callback?code=${secret}&state=1`],
  [`<o:Password Type="x">${secret}</o:Password> password="${secret}"`],
  [`Cookie: ESTSAUTH=${secret}; buid=${secret}`],
  [`Set-Cookie: postern-session=${secret}; Path=/; HttpOnly`],
  [`postgres://postern:${secret}@db.example.com/postern`],
  [`the secret abc8Q~${'x7'.repeat(17)} was refused`],
  [`> ${blob.repeat(4)}`],
  [`-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`],
])('nothing that opens a door is left of %s', (line) => {
  const left = redactLine(line);
  for (const part of [jwt, blob, basic, 'planted-x7', 'x7x7x7x7']) expect(left).not.toContain(part);
});

test('what stands around it stays', () => {
  expect(redact(`{"token_type":"Bearer","access_token":"${secret}","expires_in":3600}`)).toBe('{"token_type":"Bearer","access_token":"***","expires_in":3600}');
  expect(redact(`client_id=2ce20fd9&client_secret=${secret}&scope=x`)).toBe('client_id=2ce20fd9&client_secret=***&scope=x');
  expect(redact(`GET /callback?code=${secret}&state=1`)).toBe('GET /callback?code=***&state=1');
});

test.each([
  ['< 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. [FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM 2026-11-24T12:00:00Z 08DE2B0123456789]'],
  ['> EHLO postern'],
  ['< 250-AUTH LOGIN XOAUTH2'],
  ['< +OK SASL PLAIN XOAUTH2'],
  ['invalid_client: AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID. Trace ID: 0a1b2c3d-0000-0000-0000-000000000000 Correlation ID: 0a1b2c3d-1111-1111-1111-111111111111 Timestamp: 2026-11-24 12:00:00Z'],
  ['WWW-Authenticate: Bearer client_id="00000002-0000-0ff1-ce00-000000000000", trusted_issuers="00000001@*", token_types="app_asserted_user_v1 service_asserted_app_v1", error="invalid_token", Basic Realm=""'],
  ['Basic authentication is retired; password: null, {"password":{"set":true}}'],
  ['> GET https://graph.microsoft.com/v1.0/users/pbx%40contoso.com/calendarView?startDateTime=2026-11-24T12%3A00%3A00.000Z&endDateTime=2026-11-25T12%3A00%3A00.000Z&$select=subject,start,end,isAllDay,showAs,sensitivity,isCancelled,responseStatus,type&$orderby=start/dateTime&$top=1000'],
  ['< -ERR Logon failure: unknown user name or bad password.'],
])('%s stays as it is', (line) => {
  expect(redactLine(line)).toBe(line);
});

test('data is redacted in its texts, an error becomes its text', () => {
  const found = redactIn({ count: 3, list: [`client_secret=${secret}`], nested: { raw: `Bearer ${jwt}` }, error: new Error(`password=${secret}`) });
  expect(found).toMatchObject({ count: 3, list: ['client_secret=***'], nested: { raw: 'Bearer ***' }, error: expect.stringContaining('Error: password=***') });
});

test.each(['eyJ', 'eyJaaaaaaaaaa', 'a.', 'Bearer ', 'Bearer+', 'password=', 'password="', '"password":"\\\\', '://a:', '-----BEGIN PRIVATE KEY-----', 'AUTH PLAIN ', 'cookie:', 'PASS x\n', 'authorization: a ', '\\"', '%22', 'a'])('a secret behind a million letters of “%s” is found', (part) => {
  expect(redact(`${part.repeat(1_000_000 / part.length)}\nclient_secret=${secret}&scope=x`)).not.toContain('planted-x7');
});
