import { expect, test } from 'vitest';
import { renderDiagnosis } from '../../../contract/explanations/render.ts';
import { ConnectionFailure, MailRefusal } from '../../ports.ts';
import { diagnosePop3 } from './pop3.ts';

const params = { mailbox: 'orders@contoso.com', account: 'orders@contoso.com', cloud: 'global', tenantId: 'contoso.com', applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4', permission: 'POP.AccessAsApp', api: 'Office 365 Exchange Online' };
const online = { host: 'outlook.office365.com', port: 995 };
const own = { host: 'mail.contoso.com', port: 110 };
const objectId = '5b1f7a52-6a0b-4d4e-9c0f-3f6c1e2d7a90';
const refusal = '-ERR Authentication failure: unknown user name or bad password.';

test.each([
  [new MailRefusal('AUTH', refusal), online, { objectId }, 'oauth', 'pop3-app-refused', 'exchange-admin'],
  [new MailRefusal('AUTH', refusal), online, {}, 'oauth', 'pop3-app-refused-opaque', 'exchange-admin'],
  [new MailRefusal('AUTH', refusal), own, { objectId }, 'oauth', 'pop3-sign-in-refused', 'exchange-admin'],
  [new MailRefusal('AUTH', '-ERR Logon failure: unknown user name or bad password.'), online, {}, 'basic', 'pop3-basic-retired', 'telephone-admin'],
  [new MailRefusal('AUTH', '-ERR Logon failure: unknown user name or bad password.'), own, {}, 'basic', 'pop3-password-refused', 'telephone-admin'],
  [new MailRefusal('CONNECT', '-ERR access denied'), own, {}, 'basic', 'pop3-rejects-us', 'network-admin'],
  [new MailRefusal('AUTH', '-ERR [SYS/TEMP] later'), online, {}, 'oauth', 'pop3-busy', 'nobody'],
  [new MailRefusal('AUTH', '-ERR [IN-USE] locked'), own, {}, 'basic', 'pop3-in-use', 'telephone-admin'],
  [new MailRefusal('AUTH', '-ERR [LOGIN-DELAY] slowly'), own, {}, 'basic', 'pop3-login-delay', 'telephone-admin'],
  [new MailRefusal('STAT', '-ERR [SYS/PERM] broken'), own, {}, 'basic', 'pop3-mailbox-fault', 'exchange-admin'],
  [new MailRefusal('TOP', '-ERR no such message'), own, {}, 'basic', 'pop3-refused', 'exchange-admin'],
  [new MailRefusal('STLS', '-ERR not now'), own, {}, 'basic', 'pop3-refused', 'exchange-admin'],
  [new ConnectionFailure('host-not-found', 'ENOTFOUND'), online, {}, 'oauth', 'host-not-found', 'network-admin'],
  [new ConnectionFailure('refused', 'ECONNREFUSED'), online, {}, 'oauth', 'pop3-connection-refused', 'network-admin'],
  [new ConnectionFailure('timeout', 'ETIMEDOUT'), online, {}, 'oauth', 'connection-timeout', 'network-admin'],
  [new ConnectionFailure('timeout'), online, {}, 'oauth', 'pop3-silent', 'network-admin'],
  [new ConnectionFailure('forbidden-address'), own, {}, 'basic', 'pop3-forbidden-address', 'telephone-admin'],
  [new ConnectionFailure('closed'), own, {}, 'basic', 'connection-closed', 'network-admin'],
  [new ConnectionFailure('tls', 'ERR_TLS_CERT_ALTNAME_INVALID'), own, {}, 'basic', 'pop3-other-name', 'telephone-admin'],
  [new ConnectionFailure('tls', 'EPROTO'), own, {}, 'basic', 'pop3-tls-failed', 'network-admin'],
  [new ConnectionFailure('tls', 'CERT_HAS_EXPIRED'), own, {}, 'basic', 'certificate-expired', 'network-admin'],
  [new ConnectionFailure('no-starttls'), own, {}, 'basic', 'pop3-no-stls', 'telephone-admin'],
  [new ConnectionFailure('no-sign-in', 'XOAUTH2'), online, {}, 'oauth', 'pop3-xoauth2-not-offered', 'telephone-admin'],
  [new ConnectionFailure('no-sign-in', 'PASSWORD'), own, {}, 'basic', 'pop3-password-not-offered', 'telephone-admin'],
  [new ConnectionFailure('protocol'), own, {}, 'basic', 'not-a-pop3-server', 'network-admin'],
  [new ConnectionFailure('protocol', 'TOO_LARGE'), own, {}, 'basic', 'pop3-answer-too-large', 'network-admin'],
] as const)('%s at %o is explained', (error, server, found, authMethod, code, owner) => {
  const stored = diagnosePop3(error, server, { ...params, ...found }, authMethod);
  for (const language of ['en', 'de'] as const) {
    const { cause, fix, tries = [], script = '' } = renderDiagnosis(stored, language);
    for (const sentence of [cause, fix, script, ...tries.flatMap(({ what, script: look = '' }) => [what, look])]) expect(sentence).not.toMatch(/\{\w+\}|undefined|SMTP|587/);
  }
  expect(renderDiagnosis(stored, 'en')).toMatchObject({ code, owner });
});

test('what a server says stays on one line', () => {
  expect(diagnosePop3(new MailRefusal('AUTH', '-ERR a\r\n\u202Eb'), own, params, 'basic').raw).toBe('-ERR a b');
});

test('a fault of our own is thrown on', () => {
  expect(() => diagnosePop3(new TypeError('oops'), own, params, 'basic')).toThrow('oops');
});
