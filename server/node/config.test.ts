import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { StartFailure } from './start-failure.ts';

test('without any variable', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 8080, authority: null, trustedHosts: [], logLevel: 'warn', protocols: { keepDays: 14, keepMegabytes: 256 } });
});

test('hosts are read without case and blanks', () => {
  expect(readConfig({ POSTERN_TRUSTED_HOSTS: ' Mail.Intern.example , localhost' }).trustedHosts).toEqual(['mail.intern.example', 'localhost']);
});

test.each([
  ['POSTERN_PORT', 'eighty'],
  ['POSTERN_PORT', '70000'],
  ['POSTERN_HOST', 'not a host'],
  ['POSTERN_AUTHORITY', 'http://login.example.com'],
  ['POSTERN_AUTHORITY', 'login.example.com'],
  ['POSTERN_PUBLIC_URL', 'postern'],
  ['POSTERN_TRUSTED_HOSTS', 'a,b c'],
  ['POSTERN_LOG_LEVEL', 'loud'],
  ['POSTERN_PROTOCOLS_KEEP_DAYS', '0'],
  ['POSTERN_PROTOCOLS_KEEP_DAYS', 'a week'],
  ['POSTERN_PROTOCOLS_KEEP_MB', '1e6'],
  ['DATABASE_URL', 'mysql://db.example.com/postern'],
  ['DATABASE_URL', 'postgres://db.example.com'],
  ['HTTPS_PROXY', 'proxy.example.com:3128'],
])('%s=%s stops the start with a sentence that names it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(StartFailure);
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} takes .*not “${value}”`));
});

test('a password in an address is not repeated', () => {
  expect(() => readConfig({ DATABASE_URL: 'postgres://postern:hunter2@db' })).toThrow(/^DATABASE_URL takes (?!.*hunter2)/);
});

test('a certificate without its key is no use', () => {
  expect(() => readConfig({ POSTERN_TLS_CERT: 'cert.pem' })).toThrow('POSTERN_TLS_CERT and POSTERN_TLS_KEY go together');
});
