import { expect, test } from 'vitest';
import { noticesDefaults, noticesInput } from '../../../../contract/notices.ts';
import { signingSecretFault } from '../../../../contract/webhook-place.ts';
import { addressesOf, inputOf, newSigningSecret, type NoticesValues } from './notices-values.ts';

const values: NoticesValues = {
  language: 'en',
  webhook: { enabled: true, url: ' https://hooks.contoso.com/ ', signingSecret: '' },
  mail: { enabled: true, smtp: { host: 'alerts.contoso.com', port: 587, encryption: 'starttls' }, username: '', password: '', from: 'postern@contoso.com', to: 'ops@contoso.com' },
};

test('recipients are one a line, or with commas and semicolons between, as they are pasted', () => {
  expect(addressesOf('ops@contoso.com\r\n it@contoso.com ;, a@contoso.com\n\n')).toEqual(['ops@contoso.com', 'it@contoso.com', 'a@contoso.com']);
});

test('a secret that is not entered stays, and what is switched off is sent whatever it holds', () => {
  expect(noticesInput.parse(inputOf(values))).toMatchObject({ webhook: { url: 'https://hooks.contoso.com/', signingSecret: null }, mail: { password: null, to: ['ops@contoso.com'] } });
  const off = { ...values, webhook: { ...values.webhook, enabled: false, url: 'nothing' }, mail: { ...noticesDefaults.mail, password: '', to: '', smtp: { ...values.mail.smtp, port: Number.NaN } } };
  expect(noticesInput.safeParse(inputOf(off)).success).toBe(true);
});

test('a secret that is made here is one, and another each time', () => {
  const made = newSigningSecret();
  expect(made).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(signingSecretFault(made)).toBeNull();
  expect(newSigningSecret()).not.toBe(made);
});
