import { expect, test } from 'vitest';
import { pop3Code } from './pop3-code.ts';

const unknownUser = 'unknown user name or bad password.';

test.each([
  ['AUTH', `-ERR Authentication failure: ${unknownUser}`, 'pop3-app-refused'],
  ['AUTH', '-ERR [SYS/TEMP] Temporary authentication failure', 'pop3-busy'],
  ['AUTH', '-ERR Server Unavailable. 15', 'pop3-busy'],
  ['AUTH', '-ERR Request is throttled. Suggested Backoff Time: 92415 milliseconds', 'pop3-busy'],
  ['AUTH', '-ERR [IN-USE] Do you have another POP session running?', 'pop3-in-use'],
  ['AUTH', '-ERR Mailbox is already locked', 'pop3-in-use'],
  ['AUTH', '-ERR [LOGIN-DELAY] minimum time between mail checks violation', 'pop3-login-delay'],
  ['AUTH', '-ERR [SYS/PERM] Mailbox unavailable', 'pop3-mailbox-fault'],
  ['AUTH', '-ERR no', 'pop3-sign-in-refused'],
  ['AUTH', '-ERR', 'pop3-sign-in-refused'],
  ['CONNECT', '-ERR POP3 is disabled', 'pop3-rejects-us'],
  ['CONNECT', '-ERR Too many connections', 'pop3-busy'],
  ['STLS', '-ERR Command is not valid in this state.', 'pop3-refused'],
  ['STAT', '-ERR STAT failed', 'pop3-refused'],
  ['TOP', '-ERR no such message', 'pop3-refused'],
  ['STAT', `-ERR Authentication failure: ${unknownUser}`, 'pop3-refused'],
])('with a token: %s answered with %s', (command, reply, code) => {
  expect(pop3Code(command, reply, { authMethod: 'oauth', ofMicrosoft: true })).toBe(code);
});

test('with a token at a server of somebody else, nothing is said of Exchange', () => {
  expect(pop3Code('AUTH', `-ERR Authentication failure: ${unknownUser}`, { authMethod: 'oauth', ofMicrosoft: false })).toBe('pop3-sign-in-refused');
});

test.each([
  ['-ERR Logon failure: unknown user name or bad password.', 'pop3-password-refused'],
  ['-ERR [AUTH] Authentication failed.', 'pop3-password-refused'],
  ['-ERR [AUTH] Username and password not accepted.', 'pop3-password-refused'],
  ['-ERR authorization failed', 'pop3-password-refused'],
  ['-ERR invalid login or password', 'pop3-password-refused'],
  ['-ERR Password supplied for "jane" is incorrect.', 'pop3-password-refused'],
  ['-ERR POP3 is not allowed from here', 'pop3-sign-in-refused'],
  ['-ERR [SYS/TEMP] authentication failed, try again', 'pop3-busy'],
])('with a password: %s', (reply, code) => {
  expect(pop3Code('AUTH', reply, { authMethod: 'basic', ofMicrosoft: false })).toBe(code);
});

test('with a password at Exchange Online', () => {
  expect(pop3Code('AUTH', `-ERR Logon failure: ${unknownUser}`, { authMethod: 'basic', ofMicrosoft: true })).toBe('pop3-basic-retired');
});

test('a reply made to be slow takes no time', () => {
  const start = performance.now();
  expect(pop3Code('AUTH', `-ERR ${'mailbox password login '.repeat(20_000)}`, { authMethod: 'basic', ofMicrosoft: false })).toBe('pop3-sign-in-refused');
  expect(performance.now() - start).toBeLessThan(1000);
});
