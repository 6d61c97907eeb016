import { describe, expect, test } from 'vitest';
import { pilotInput } from '../../../../../contract/contact-center.ts';
import { pilotDefaults } from '../../../../../contract/pilot-defaults.ts';
import { pop3Place } from '../../../../../contract/pop3-place.ts';
import { encryptedBy, inCloud, inputOf, valuesOf } from './pilot-values.ts';

const empty = valuesOf({ ...pilotDefaults, id: '', queueId: '' });
const email = { ...empty, username: 'sales@contoso.com', tenantId: 'contoso.com', applicationId: '4f6ef1c2-8e18-4b6e-89bc-0d52c1a7e9f4' };

describe('what a save sends', () => {
  test('of calls and faxes the number only', () => {
    expect(inputOf({ ...email, type: 'call', number: '4711', clientSecret: 'typed before' })).toEqual({ type: 'call', name: '', number: '4711' });
  });

  test('of an e-mail pilot what its method needs; what is empty is absent', () => {
    expect(inputOf(email)).toMatchObject({ password: null, clientSecret: null, clientSecretExpiresAt: null, clientSecretFrom: null });
    expect(pilotInput.safeParse(inputOf(email)).success).toBe(true);
    expect(pilotInput.safeParse(inputOf({ ...email, authMethod: 'basic', username: 'sales' })).success).toBe(true);
  });

  test('a secret goes to others only where it is new', () => {
    const clientSecretAlsoFor = ['exchange-calendar' as const];
    expect(inputOf({ ...email, clientSecretAlsoFor })).not.toHaveProperty('clientSecretAlsoFor');
    expect(inputOf({ ...email, clientSecret: 'new', clientSecretAlsoFor })).toMatchObject({ clientSecretAlsoFor });
    expect(inputOf({ ...email, clientSecretFrom: 'exchange-directory', clientSecretAlsoFor: 'all' })).toMatchObject({ clientSecretAlsoFor: 'all' });
    expect(inputOf({ ...email, authMethod: 'basic', clientSecret: 'new', clientSecretAlsoFor })).not.toHaveProperty('clientSecretAlsoFor');
  });
});

test('server and scope follow the cloud until somebody edits them', () => {
  const { server, scope } = pop3Place('china');
  expect(inCloud('china', empty)).toEqual({ cloud: 'china', server, scope });
  expect(inCloud('global', { server, scope: '' })).toEqual({ cloud: 'global', server: pop3Place('global').server, scope: pop3Place('global').scope });
  expect(inCloud('china', { server: 'mail.contoso.com', scope: ' HTTPS://outlook.office365.com/.default ' })).toEqual({ cloud: 'china', server: 'mail.contoso.com', scope });
});

test('the port follows the encryption until somebody edits it', () => {
  expect(encryptedBy('starttls', 995)).toEqual({ encryption: 'starttls', port: 110 });
  expect(encryptedBy('tls', Number.NaN)).toEqual({ encryption: 'tls', port: 995 });
  expect(encryptedBy('tls', 1995)).toEqual({ encryption: 'tls', port: 1995 });
});
