import { expect, test } from 'vitest';
import { providerPlace } from '../../../../contract/provider-place.ts';
import { providerSteps } from './provider-steps.ts';

const entra = ['register', 'ids', 'permissions', 'consent', 'secret'];
const oauth = (access: 'ews' | 'graph', server = providerPlace(access, 'global').server) => ({ authMethod: 'microsoft-oauth', access, server }) as const;

test('Graph needs no list; what both can do is limited to some mailboxes', () => {
  expect(providerSteps('exchange-calendar', oauth('graph'))).toEqual({ entra, exchange: ['scope'] });
  expect(providerSteps('exchange-calendar', oauth('ews'))).toEqual({ entra, exchange: ['allow-ews', 'scope'] });
  expect(providerSteps('exchange-directory', oauth('ews', ` ${providerPlace('ews', 'china').server} `))).toEqual({ entra, exchange: ['allow-ews', 'scope', 'public-folders'] });
});

test('a server of one’s own has no list and no such limits', () => {
  expect(providerSteps('exchange-calendar', oauth('ews', 'https://mail.contoso.com/EWS/Exchange.asmx'))).toEqual({ entra, exchange: [] });
  expect(providerSteps('exchange-calendar', { authMethod: 'basic', access: 'ews', server: '' })).toEqual({ entra: [], exchange: ['password', 'impersonation'] });
  expect(providerSteps('exchange-directory', { authMethod: 'basic', access: 'ews', server: 'mail' })).toEqual({ entra: [], exchange: ['password', 'public-folders'] });
});
