import { expect, test } from 'vitest';
import { isSameApplication, lastSecretDay } from './application-place.ts';

test('another cloud, tenant or application is another application', () => {
  const one = { cloud: 'global', tenantId: 'contoso.com', applicationId: '2ce2' } as const;
  expect(isSameApplication(one, { cloud: 'global', tenantId: ' Contoso.com', applicationId: '2CE2 ' })).toBe(true);
  for (const change of [{ cloud: 'china' }, { tenantId: 'fabrikam.com' }, { applicationId: 'f4' }] as const) {
    expect(isSameApplication(one, { ...one, ...change })).toBe(false);
  }
});

test('a secret ends within 24 months', () => {
  expect(lastSecretDay(new Date(2026, 10, 24, 23))).toBe('2028-11-24');
});
