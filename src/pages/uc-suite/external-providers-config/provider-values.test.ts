import { describe, expect, test } from 'vitest';
import { providerDefaults } from '../../../../contract/external-providers.ts';
import { providerPlace } from '../../../../contract/provider-place.ts';
import { inPlace, inputOf, placeFor, valuesOf } from './provider-values.ts';

const calendar = valuesOf(providerDefaults['exchange-calendar']);
const own = 'https://mail.contoso.com/EWS/Exchange.asmx';

describe('inPlace', () => {
  test('server and scope follow access and cloud until somebody edits them', () => {
    const ews = inPlace({ access: 'ews', cloud: 'global' }, calendar);
    expect(ews).toMatchObject({ server: 'https://outlook.office365.com/EWS/Exchange.asmx', scope: 'https://outlook.office365.com/.default' });
    expect(inPlace({ access: 'ews', cloud: 'china' }, ews)).toMatchObject({ access: 'ews', cloud: 'china', ...providerPlace('ews', 'china') });
    expect(inPlace({ access: 'ews', cloud: 'china' }, { server: own, scope: ews.scope })).toMatchObject({ server: own, scope: providerPlace('ews', 'china').scope });
    expect(inPlace({ access: 'graph', cloud: 'global' }, { server: ews.server, scope: 'https://mail.contoso.com/.default' })).toMatchObject({ server: providerPlace('graph', 'global').server, scope: 'https://mail.contoso.com/.default' });
  });

  test('what was emptied, or stands there in other letters, counts as untouched', () => {
    expect(inPlace({ access: 'ews', cloud: 'global' }, { server: ' ', scope: ' HTTPS://Graph.Microsoft.com/.default ' })).toMatchObject(providerPlace('ews', 'global'));
  });
});

describe('placeFor', () => {
  test('a password goes to a server that is yet to be named, by Exchange Web Services', () => {
    expect(placeFor('basic', 'exchange-calendar', calendar, undefined)).toEqual({ access: 'ews', cloud: 'global', server: '', scope: calendar.scope });
  });

  test('a token goes to Microsoft, and each method keeps what was chosen for it', () => {
    const basic = { ...calendar, access: 'ews', server: own } as const;
    expect(placeFor('microsoft-oauth', 'exchange-calendar', basic, undefined)).toMatchObject({ access: 'graph', ...providerPlace('graph', 'global') });
    expect(placeFor('microsoft-oauth', 'exchange-directory', basic, undefined)).toMatchObject({ access: 'ews', ...providerPlace('ews', 'global') });
    expect(placeFor('basic', 'exchange-calendar', calendar, basic)).toBe(basic);
  });
});

test('what is empty in the form is absent in a save', () => {
  expect(inputOf(calendar)).toMatchObject({ password: null, clientSecret: null, clientSecretExpiresAt: null, clientSecretFrom: null });
  expect(inputOf({ ...calendar, clientSecretExpiresAt: '2028-11-24', clientSecretFrom: 'email-forwarding' })).toMatchObject({ clientSecretExpiresAt: '2028-11-24T00:00:00.000Z', clientSecretFrom: 'email-forwarding' });
});
