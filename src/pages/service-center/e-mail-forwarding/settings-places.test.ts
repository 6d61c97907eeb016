import { expect, test } from 'vitest';
import { emailForwardingDefaults } from '../../../../contract/email-forwarding.ts';
import { isElsewhere } from './settings-places.ts';
import { valuesOf } from './settings-values.ts';

const values = { ...valuesOf(emailForwardingDefaults), username: 'pbx@contoso.com' };
const relay = { host: 'relay.contoso.com', port: 25, encryption: 'none' as const };

test('another host, port, encryption or name is another place', () => {
  const stored = { ...emailForwardingDefaults, username: 'pbx@contoso.com' };
  expect(isElsewhere({ ...values, smtp: { ...values.smtp, host: ' SMTP.office365.com' } }, stored)).toBe(false);
  expect(isElsewhere({ ...values, smtp: relay }, stored)).toBe(true);
  expect(isElsewhere({ ...values, username: 'x' }, stored)).toBe(true);
});
