import { expect, test } from 'vitest';
import { emailForwardingDefaults } from '../../../../contract/email-forwarding.ts';
import { inputOf, isElsewhere, serverFor, valuesOf } from './settings-values.ts';

const values = { ...valuesOf(emailForwardingDefaults), username: 'pbx@contoso.com' };
const relay = { host: 'relay.contoso.com', port: 25, encryption: 'none' as const };

test('an empty password keeps the stored one', () => {
  expect(inputOf(values).password).toBeNull();
  expect(inputOf({ ...values, password: ' x ' }).password).toBe(' x ');
});

test('a token does not go to a server of one’s own; what was entered for a method comes back with it', () => {
  expect(serverFor('microsoft-oauth', { ...values, smtp: relay }, undefined)).toEqual({ host: 'smtp.office365.com', port: 587, encryption: 'starttls' });
  expect(serverFor('basic', values, undefined)).toEqual(values.smtp);
  expect(serverFor('basic', values, relay)).toEqual(relay);
});

test('another host, port, encryption or name is another place', () => {
  const stored = { ...emailForwardingDefaults, username: 'pbx@contoso.com' };
  expect(isElsewhere({ ...values, smtp: { ...values.smtp, host: ' SMTP.office365.com' } }, stored)).toBe(false);
  expect(isElsewhere({ ...values, smtp: relay }, stored)).toBe(true);
  expect(isElsewhere({ ...values, username: 'x' }, stored)).toBe(true);
});
