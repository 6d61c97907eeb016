import { describe, expect, test } from 'vitest';
import { emailForwardingDefaults } from '../../../../contract/email-forwarding.ts';
import { guideValues } from './guide-values.ts';

const id = '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4';
const typed = { ...emailForwardingDefaults, emailAddress: 'pbx@contoso.com', tenantId: 'contoso.com', applicationId: id };
const lastToken = { objectId: '5b1f7a52-6a0b-4d4e-9c0f-3f6c1e2d7a90', roles: [], at: '2026-11-24T12:00:00Z' };

describe('guideValues', () => {
  test('what is whole counts, without the blanks around it', () => {
    expect(guideValues({ ...typed, tenantId: ' contoso.com ', signInAs: 'joe@contoso.com' }, emailForwardingDefaults)).toMatchObject({ emailAddress: 'pbx@contoso.com', tenantId: 'contoso.com', applicationId: id, signInAs: 'joe@contoso.com' });
    expect(guideValues({ ...typed, tenantId: 'Organizations' }, emailForwardingDefaults).tenantId).toBe('Organizations');
  });

  test.each([
    ['applicationId', id.slice(1)],
    ['applicationId', `${id}'; x`],
    ['tenantId', 'contoso'],
    ['tenantId', 'contoso.com/x'],
    ['emailAddress', 'pbx@contoso'],
    ['emailAddress', 'pbx @contoso.com'],
  ])('%s: %j is not known yet', (name, value) => {
    expect(guideValues({ ...typed, [name]: value }, emailForwardingDefaults)).toMatchObject({ [name]: '' });
  });

  test('nobody else signs in where the field is empty', () => {
    expect(guideValues({ ...typed, signInAs: '' }, emailForwardingDefaults).signInAs).toBeNull();
  });

  test('the object ID belongs to the application that the token was for', () => {
    expect(guideValues(typed, { applicationId: id, lastToken }).objectId).toBe(lastToken.objectId);
    expect(guideValues(typed, { applicationId: '00000000-0000-0000-0000-000000000000', lastToken }).objectId).toBe('');
    expect(guideValues({ ...typed, applicationId: '' }, { applicationId: '', lastToken }).objectId).toBe('');
  });
});
