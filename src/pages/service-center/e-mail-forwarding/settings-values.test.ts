import { expect, test } from 'vitest';
import { clouds } from '../../../../contract/clouds.ts';
import { emailForwardingDefaults, emailForwardingInput } from '../../../../contract/email-forwarding.ts';
import { inCloud, inputOf, serverFor, valuesOf } from './settings-values.ts';

const values = { ...valuesOf(emailForwardingDefaults), username: 'pbx@contoso.com' };
const relay = { host: 'relay.contoso.com', port: 25, encryption: 'none' as const };

test('an empty secret keeps the stored one', () => {
  expect(inputOf(values)).toMatchObject({ password: null, clientSecret: null });
  expect(inputOf({ ...values, password: ' x ', clientSecret: 'y' })).toMatchObject({ password: ' x ', clientSecret: 'y' });
});

test('what is empty is sent as none; a day is sent as its beginning, and read as the day', () => {
  expect(inputOf({ ...values, signInAs: ' ' })).toMatchObject({ signInAs: null, clientSecretExpiresAt: null });
  expect(inputOf({ ...values, signInAs: 'a@contoso.com', clientSecretExpiresAt: '2028-11-24' })).toMatchObject({ signInAs: 'a@contoso.com', clientSecretExpiresAt: '2028-11-24T00:00:00.000Z' });
  expect(valuesOf({ ...emailForwardingDefaults, clientSecretExpiresAt: '2028-11-24T00:00:00.000Z' }).clientSecretExpiresAt).toBe('2028-11-24');
});

test('the form’s values of each method are what the contract takes', () => {
  const filled = { ...values, emailAddress: 'pbx@contoso.com', tenantId: 'contoso.com', applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4', clientSecretExpiresAt: '2028-11-24' };
  for (const authMethod of ['basic', 'microsoft-oauth', 'microsoft-oauth-application'] as const) {
    expect(emailForwardingInput.safeParse(inputOf({ ...filled, authMethod })).error).toBeUndefined();
  }
});

test('a token does not go to a server of one’s own; what was entered for a method comes back with it', () => {
  expect(serverFor('microsoft-oauth', { ...values, smtp: relay }, undefined)).toEqual({ host: 'smtp.office365.com', port: 587, encryption: 'starttls' });
  expect(serverFor('basic', values, undefined)).toEqual(values.smtp);
  expect(serverFor('basic', values, relay)).toEqual(relay);
});

test('server and scope follow the cloud, unless they were touched', () => {
  const china = inCloud('china', values);
  expect(china).toEqual({ cloud: 'china', smtp: { ...clouds.china.smtp, encryption: 'starttls' }, scope: clouds.china.exchangeScope });
  expect(inCloud('global', { ...values, ...china })).toEqual({ cloud: 'global', smtp: values.smtp, scope: values.scope });
  const own = { ...values, smtp: { ...values.smtp, port: 25 }, scope: 'https://example.org/.default' };
  expect(inCloud('us-gov-dod', own)).toEqual({ cloud: 'us-gov-dod', smtp: own.smtp, scope: own.scope });
});
