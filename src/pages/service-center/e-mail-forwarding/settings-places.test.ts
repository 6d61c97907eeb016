import { expect, test } from 'vitest';
import { emailForwardingDefaults } from '../../../../contract/email-forwarding.ts';
import { isElsewhere, isOtherApplication, lastSecretDay } from './settings-places.ts';
import { valuesOf } from './settings-values.ts';

const values = { ...valuesOf(emailForwardingDefaults), username: 'pbx@contoso.com' };
const relay = { host: 'relay.contoso.com', port: 25, encryption: 'none' as const };

test('another host, port, encryption or name is another place', () => {
  const stored = { ...emailForwardingDefaults, username: 'pbx@contoso.com' };
  expect(isElsewhere({ ...values, smtp: { ...values.smtp, host: ' SMTP.office365.com' } }, stored)).toBe(false);
  expect(isElsewhere({ ...values, smtp: relay }, stored)).toBe(true);
  expect(isElsewhere({ ...values, username: 'x' }, stored)).toBe(true);
});

test('another cloud, tenant or application is another application', () => {
  const stored = { ...emailForwardingDefaults, tenantId: 'contoso.com', applicationId: '2ce2' };
  const same = valuesOf(stored);
  expect(isOtherApplication({ ...same, tenantId: ' Contoso.com', applicationId: '2CE2 ' }, stored)).toBe(false);
  for (const change of [{ cloud: 'china' }, { tenantId: 'fabrikam.com' }, { applicationId: 'f4' }] as const) {
    expect(isOtherApplication({ ...same, ...change }, stored)).toBe(true);
  }
});

test('a secret ends within 24 months', () => {
  expect(lastSecretDay(new Date(2026, 10, 24, 23))).toBe('2028-11-24');
});
