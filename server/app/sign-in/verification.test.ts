import { expect, test } from 'vitest';
import { Confidential } from '../../confidential.ts';
import type { Config } from '../../config.ts';
import { isVerificationAddress } from './verification.ts';

const config: Config = { version: '0', runtime: 'test', protocols: { keepDays: 14, keepMegabytes: 256 }, authority: null, graph: null, trustedHosts: ['localhost', 'login.intern.example'], publicHosts: [], publicUrl: null, simulated: null, setupCode: new Confidential(''), events: { keepDays: 400, keep: 1_000 } };

test.each([
  'https://microsoft.com/devicelogin',
  'https://login.microsoft.com/device',
  'https://www.microsoft.com/link',
  'https://login.microsoftonline.us/common/oauth2/deviceauth',
  'https://login.intern.example/device',
  'http://localhost:9000/device',
])('%s becomes a link', (address) => {
  expect(isVerificationAddress(address, config)).toBe(true);
});

test.each([
  'http://microsoft.com/devicelogin',
  'https://microsoft.com.evil.example/devicelogin',
  'https://microsoft.com@evil.example/',
  'https://evil.example/microsoft.com',
  'javascript:alert(1)',
  'http://login.intern.example/device',
  'https://aka.ms/devicelogin',
  'not an address',
])('%s does not', (address) => {
  expect(isVerificationAddress(address, config)).toBe(false);
});
