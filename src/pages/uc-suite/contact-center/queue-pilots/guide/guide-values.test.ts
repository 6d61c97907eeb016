import { describe, expect, test } from 'vitest';
import { pilotDefaults } from '../../../../../../contract/pilot-defaults.ts';
import { pop3Place } from '../../../../../../contract/pop3-place.ts';
import { guideValues, newPilot } from './guide-values.ts';

const id = '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4';
const typed = { ...pilotDefaults, username: 'orders@contoso.com', tenantId: 'contoso.com', applicationId: id };
const lastToken = { objectId: '5b1f7a52-6a0b-4d4e-9c0f-3f6c1e2d7a90', roles: ['POP.AccessAsApp'], at: '2026-11-24T12:00:00Z' };

describe('guideValues', () => {
  test('what is whole counts, without the blanks around it', () => {
    const values = guideValues({ ...typed, username: ' orders@contoso.com', tenantId: 'contoso.com ', server: ' outlook.office365.com ' }, pilotDefaults);
    expect(values).toMatchObject({ mailboxes: ['orders@contoso.com'], tenantId: 'contoso.com', applicationId: id, server: 'outlook.office365.com', port: 995 });
  });

  test('of an untouched form nothing is known but the place', () => {
    expect(guideValues(pilotDefaults, pilotDefaults)).toEqual(newPilot);
  });

  test.each(['orders', 'orders@contoso', 'orders @contoso.com', "x'; Remove-Mailbox *; '", '$(Remove-Mailbox *)@contoso.com'])('the mailbox %j is not known yet', (username) => {
    expect(guideValues({ ...typed, username }, pilotDefaults).mailboxes).toEqual([]);
  });

  test.each([
    ['applicationId', `${id}'; x`],
    ['tenantId', 'contoso'],
    // An application has no home tenant to fall back on.
    ['tenantId', 'common'],
  ])('%s: %j is not known yet', (name, value) => {
    expect(guideValues({ ...typed, [name]: value }, pilotDefaults)).toMatchObject({ [name]: '' });
  });

  test('a place that cannot be one is the usual one of the cloud', () => {
    const { server, port, scope } = pop3Place('china');
    expect(guideValues({ ...typed, cloud: 'china', server: 'partner outlook', port: Number.NaN, scope: ' ' }, pilotDefaults)).toMatchObject({ server, port, scope });
    expect(guideValues({ ...typed, encryption: 'starttls', port: 70_000 }, pilotDefaults).port).toBe(110);
  });

  test('the object ID belongs to the application that the token was for, in its tenant and cloud', () => {
    const stored = { ...typed, lastToken };
    expect(guideValues(typed, stored).objectId).toBe(lastToken.objectId);
    expect(guideValues({ ...typed, applicationId: '00000000-0000-0000-0000-000000000000' }, stored).objectId).toBe('');
    expect(guideValues({ ...typed, tenantId: 'fabrikam.com' }, stored).objectId).toBe('');
    expect(guideValues({ ...typed, cloud: 'china' }, stored).objectId).toBe('');
    expect(guideValues({ ...typed, applicationId: '' }, { ...stored, applicationId: '' }).objectId).toBe('');
  });
});
