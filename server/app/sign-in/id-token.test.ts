import { expect, test } from 'vitest';
import { Confidential } from '../../confidential.ts';
import type { Config } from '../../config.ts';
import { readAccount } from './id-token.ts';

const tid = '8b80d7a0-9667-4736-a396-1c2d3e4f5a6b';
const applicationId = '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4';
const now = new Date('2026-11-24T12:00:00Z');
const config: Config = { version: '0', runtime: 'test', protocols: { keepDays: 14, keepMegabytes: 256 }, authority: null, graph: null, trustedHosts: [], publicHosts: [], publicUrl: null, simulated: null, setupCode: new Confidential(''), events: { keepDays: 400, keep: 1_000 } };
const claims = { iss: `https://login.microsoftonline.com/${tid}/v2.0`, aud: applicationId, exp: now.getTime() / 1000 + 3600, tid, preferred_username: 'pbx@contoso.com' };

function token(changed: Record<string, unknown>): Confidential {
  const part = (value: unknown) => btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return new Confidential(`${part({ alg: 'none' })}.${part({ ...claims, ...changed })}.`);
}

test.each([tid, 'contoso.com', 'common', 'organizations'])('under tenant %s the account is the sign-in name', (tenantId) => {
  expect(readAccount(config, { cloud: 'global', tenantId, applicationId }, token({}), now)).toEqual({ account: 'pbx@contoso.com', tenantGuid: tid });
});

test.each([
  ['another application', { aud: 'other' }, 'aud'],
  ['an old token', { exp: now.getTime() / 1000 - 301 }, 'exp'],
  ['an issuer that is not its tenant', { iss: 'https://login.microsoftonline.com/other/v2.0' }, 'iss'],
  ['a foreign issuer', { iss: `https://evil.example/${tid}/v2.0` }, 'iss'],
  ['another tenant', { tid: '00000000-0000-0000-0000-000000000000', iss: 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0' }, 'tid'],
])('%s is refused', (_what, changed, fault) => {
  expect(readAccount(config, { cloud: 'global', tenantId: tid, applicationId }, token(changed), now)).toEqual({ fault });
});

test('no token, or none that can be read, is refused', () => {
  for (const broken of [null, 'opaque', 'a.b.c']) {
    expect(readAccount(config, { cloud: 'global', tenantId: tid, applicationId }, broken === null ? null : new Confidential(broken), now)).toEqual({ fault: 'id_token' });
  }
});
