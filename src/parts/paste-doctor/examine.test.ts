import { describe, expect, test } from 'vitest';
import { examine } from './examine.ts';
import type { Changes, DoctorField, DoctorValues } from './finding.ts';

const app = '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4';
const tenant = '8b80d7a0-6f1e-4b0e-9a3c-5d2f1e7c4b6a';
const object = '5f2c1a7e-1111-4222-8333-944445555666';
const secret = 'Kq.8Q~s5ome-Th1ng_that.is~NoSecretAtAll1';
const values: DoctorValues = { isApplication: false, cloud: 'global', emailAddress: '', applicationId: '', tenantId: '' };

const find = (field: DoctorField, text: string, changed: Partial<DoctorValues> = {}) => examine(field, text, { ...values, [field]: text, ...changed });

/** The kind of the finding, and what each of its fixes changes. */
function seen(field: DoctorField, text: string, changed: Partial<DoctorValues> = {}): [string, ...Changes[]] | null {
  const finding = find(field, text, changed);
  return finding && [finding.kind, ...finding.fixes.map(({ changes }) => changes)];
}

const application = { isApplication: true };
const ids = { applicationId: app, tenantId: tenant };
const pages: [string, string, Changes][] = [
  ['the overview on one line', `Display nameTelephone systemApplication (client) ID${app}Object ID${object}Directory (tenant) ID${tenant}Supported account typesMy organization only`, ids],
  ['the overview in lines', `Display name\nTelephone system\nApplication (client) ID\n${app}\nObject ID\n${object}\nDirectory (tenant) ID\n${tenant}`, ids],
  ['colons and buttons', `Application (client) ID\t: ${app} Copy to clipboard\nObject ID : ${object}\nDirectory (tenant) ID Copy to clipboard : ${tenant}`, ids],
  ['German', `AnzeigenameTelefonanlageAnwendungs-ID (Client)${app}Objekt-ID${object}Verzeichnis-ID (Mandant)${tenant}Unterstützte Kontotypen`, ids],
  ['German, no-break hyphens and blanks', `Anwendungs\u2011ID\u00a0(Client):\u00a0${app}\nVerzeichnis\u2011ID\u00a0(Mandant):\u00a0${tenant}`, ids],
  ['one label', `Application (client) ID ${app}`, { applicationId: app }],
  ['a secret, glued', `Postern11/24/2028${secret}${object}`, { applicationId: '', clientSecret: secret, clientSecretExpiresAt: '2028-11-24' }],
  ['a secret with its columns', `Description\tExpires\tValue\tSecret ID\nPostern\t24.3.2028\t${secret}\t${object}`, { applicationId: '', clientSecret: secret, clientSecretExpiresAt: '2028-03-24' }],
  ['a secret in German', `Beschreibung Gültig bis Wert Geheime ID Telefonanlage 24.11.2028 ${secret} ${object}`, { applicationId: '', clientSecret: secret, clientSecretExpiresAt: '2028-11-24' }],
  ['a secret of another shape; the day is not sure', `Description Expires Value Secret ID\nPBX 3/4/2028 abcdefgh+ijklmnop== ${object}`, { applicationId: '', clientSecret: 'abcdefgh+ijklmnop==' }],
];

describe('a page of the portal', () => {
  test.each(pages)('%s', (_, text, changes) => {
    expect(seen('applicationId', text, application)).toEqual(['portal-page', changes]);
  });

  test('in whichever field it was pasted', () => {
    expect(seen('emailAddress', pages[0]?.[1] ?? '')).toEqual(['portal-page', { emailAddress: '', ...ids }]);
    expect(seen('clientSecret', `Postern 24.11.2028 ${secret} ${object}`, application)).toEqual(['portal-page', { clientSecret: secret, clientSecretExpiresAt: '2028-11-24' }]);
  });

  test('the id of something else', () => {
    expect(seen('applicationId', `Object ID ${object}`)).toEqual(['other-id', { applicationId: '' }]);
    expect(seen('tenantId', `Objekt-ID: ${object}`)).toEqual(['other-id', { tenantId: '' }]);
    expect(find('applicationId', `Geheime ID ${object}`)?.params).toEqual({ name: 'secret' });
  });

  test('a secret where none is needed is not taken along', () => {
    expect(seen('applicationId', `${pages[0]?.[1]} Postern 24.11.2028 ${secret} ${object}`)).toEqual(['portal-page', ids]);
    expect(seen('applicationId', `Postern 24.11.2028 ${secret} ${object}`)).toEqual(['secret-unwanted', { applicationId: '' }]);
  });

  test('a row whose secret is hidden gives no id', () => {
    expect(seen('applicationId', `Postern 24.11.2028 Kq.******** ${object}`)).toBeNull();
    expect(seen('clientSecret', `Postern 24.11.2028 Kq.******** ${object}`)).toEqual(['masked', { clientSecret: '' }]);
  });
});

describe('an address', () => {
  test.each<[string, Changes]>([
    [`https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize`, { applicationId: '', tenantId: tenant }],
    [`https://login.microsoftonline.com/contoso.com/adminconsent?client_id=${app}`, { applicationId: app, tenantId: 'contoso.com' }],
    [`login.microsoftonline.com/${tenant}/v2.0`, { applicationId: '', tenantId: tenant }],
    [`https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize?response_type=code&client_id=${app}&scope=x`, ids],
    [`https://sts.windows.net/${tenant}/`, { applicationId: '', tenantId: tenant }],
    [`https://login.microsoftonline.us/${tenant}/oauth2/v2.0/token`, { applicationId: '', tenantId: tenant, cloud: 'us-gov-high' }],
    [`https://login.partner.microsoftonline.cn/${tenant}/oauth2/token`, { applicationId: '', tenantId: tenant, cloud: 'china' }],
    [`https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/${app}`, { applicationId: app }],
    [`https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/${object}/appId/${app}`, { applicationId: app }],
    [`https://portal.azure.us/#@contoso.onmicrosoft.us/blade/x/appId/${app}`, { applicationId: app, tenantId: 'contoso.onmicrosoft.us', cloud: 'us-gov-high' }],
    [`https://portal.azure.cn/?tenantId=${tenant}#x/appId/${app}`, { applicationId: app, tenantId: tenant, cloud: 'china' }],
    [`https://entra.microsoft.us/#view/x/appId%2F${app}`, { applicationId: app, cloud: 'us-gov-high' }],
    [`OAuth 2.0 authorization endpoint (v2)https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorizeOAuth 2.0 token endpoint (v2)https://login.microsoftonline.com/${tenant}/oauth2/v2.0/tokenMicrosoft Graph API endpointhttps://graph.microsoft.com`, { applicationId: '', tenantId: tenant }],
  ])('%s', (text, changes) => {
    expect(seen('applicationId', text)).toEqual(['web-address', changes]);
  });

  test('an alias in it replaces no tenant', () => {
    const text = `https://login.microsoftonline.com/common/adminconsent?client_id=${app}`;
    expect(seen('applicationId', text)).toEqual(['web-address', { applicationId: app, tenantId: 'common' }]);
    expect(seen('applicationId', text, { tenantId: 'contoso.com' })).toEqual(['web-address', { applicationId: app }]);
    expect(seen('applicationId', text, application)).toEqual(['web-address', { applicationId: app }]);
  });

  test('the same sign-in serves both clouds of the US government', () => {
    expect(seen('tenantId', `https://login.microsoftonline.us/${tenant}/`, { cloud: 'us-gov-dod' })).toEqual(['web-address', { tenantId: tenant }]);
  });

  test('others are not read', () => {
    expect(seen('applicationId', `https://login.microsoftonline.com.example.org/x?client_id=1`)).toBeNull();
    expect(seen('tenantId', 'https://contoso.com/')).toBeNull();
  });
});

describe('output of a command', () => {
  const three = { ...ids, clientSecret: secret };
  test.each<[string, Changes]>([
    [`{ "appId": "${app}", "displayName": "PBX", "password": "${secret}", "tenant": "${tenant}" }`, three],
    [`AZURE_CLIENT_ID=${app}\nAZURE_TENANT_ID=${tenant}\nAZURE_CLIENT_SECRET=${secret}`, three],
    [`export AZURE_CLIENT_ID="${app}" AZURE_TENANT_ID='${tenant}'`, ids],
    [`client_id=${app}&client_secret=${secret}`, { applicationId: app, clientSecret: secret }],
    [`AppId    : ${app}\nTenantId : ${tenant}\nId : ${object}`, ids],
    [`{"applicationId":"","keyId":"${object}","endDateTime":"2028-11-24T10:00:00Z","secretText":"${secret}"}`, { applicationId: '', clientSecret: secret, clientSecretExpiresAt: '2028-11-24' }],
  ])('%s', (text, changes) => {
    expect(seen('applicationId', text, application)).toEqual(['command-output', changes]);
  });

  test('each in its own field, too', () => {
    expect(seen('clientSecret', `client_secret=${secret}`, application)).toEqual(['command-output', { clientSecret: secret }]);
    expect(seen('tenantId', 'AZURE_TENANT_ID=contoso.com')).toEqual(['command-output', { tenantId: 'contoso.com' }]);
  });
});

describe('a value in the wrong field', () => {
  test('swapped, or the same twice', () => {
    expect(seen('applicationId', 'contoso.com', { tenantId: app })).toEqual(['swapped', { applicationId: app, tenantId: 'contoso.com' }]);
    expect(seen('applicationId', 'Common', { tenantId: app })).toEqual(['swapped', { applicationId: app, tenantId: 'Common' }]);
    expect(seen('applicationId', 'contoso.com')).toEqual(['tenant-in-application', { applicationId: '', tenantId: 'contoso.com' }]);
    expect(seen('applicationId', 'contoso.com', { tenantId: 'contoso.com' })).toEqual(['tenant-in-application', { applicationId: '' }]);
    expect(seen('tenantId', app.toUpperCase(), { applicationId: app })).toEqual(['same-id', { applicationId: '' }, { tenantId: '' }]);
    expect(seen('tenantId', app, { applicationId: app, emailAddress: 'pbx@contoso.com' })).toEqual(['same-id', { tenantId: 'contoso.com' }, { applicationId: '' }, { tenantId: '' }]);
  });

  test('an e-mail address', () => {
    const address = 'pbx@contoso.com';
    expect(seen('applicationId', address)).toEqual(['address-in-application', { applicationId: '', emailAddress: address }]);
    expect(seen('applicationId', address, { emailAddress: 'PBX@contoso.com' })).toEqual(['address-in-application', { applicationId: '', emailAddress: address }]);
    expect(seen('applicationId', address, { emailAddress: 'other@contoso.com' })).toEqual(['address-in-application', { applicationId: '' }]);
    expect(seen('tenantId', address)).toEqual(['address-in-tenant', { tenantId: 'contoso.com' }]);
    expect(seen('tenantId', 'pbx@outlook.com')).toEqual(['address-in-tenant', { tenantId: 'consumers' }]);
    expect(seen('tenantId', 'pbx@gmail.com')).toEqual(['address-in-tenant', { tenantId: '' }]);
  });

  test('Microsoft’s own ids and examples', () => {
    expect(find('applicationId', '00000003-0000-0000-c000-000000000000')).toMatchObject({ kind: 'microsoft-id', params: { name: 'Microsoft Graph' } });
    expect(find('applicationId', '00000002-0000-0FF1-CE00-000000000000')).toMatchObject({ kind: 'microsoft-id', params: { name: 'Office 365 Exchange Online' } });
    for (const text of ['00000000-0000-0000-0000-000000000000', '<application-id>', '{tenant-id}', 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', 'YOUR_CLIENT_ID']) {
      expect(seen('applicationId', text)).toEqual(['placeholder', { applicationId: '' }]);
    }
  });
});

describe('a tenant', () => {
  test('of personal accounts', () => {
    expect(seen('tenantId', '9188040d-6c67-4c5b-b112-36a304b66dad')).toEqual(['personal-tenant', { tenantId: 'consumers' }]);
  });

  test('of another cloud', () => {
    expect(seen('tenantId', 'contoso.onmicrosoft.us')).toEqual(['other-cloud', { cloud: 'us-gov-high' }]);
    expect(seen('tenantId', 'contoso.onmicrosoft.us', { cloud: 'us-gov-dod' })).toBeNull();
    expect(seen('tenantId', 'contoso.partner.onmschina.cn')).toEqual(['other-cloud', { cloud: 'china' }]);
    expect(seen('tenantId', 'contoso.onmicrosoft.cn', { cloud: 'china' })).toBeNull();
    expect(seen('tenantId', 'contoso.onmicrosoft.com', { cloud: 'china' })).toEqual(['other-cloud', { cloud: 'global' }]);
  });

  test('that an application cannot use', () => {
    expect(seen('tenantId', 'common')).toBeNull();
    expect(seen('tenantId', 'common', application)).toEqual(['alias']);
    expect(seen('tenantId', 'Organizations', { ...application, emailAddress: 'pbx@contoso.com' })).toEqual(['alias', { tenantId: 'contoso.com' }]);
    expect(seen('tenantId', 'consumers', { ...application, emailAddress: 'pbx@outlook.com' })).toEqual(['alias']);
  });
});

describe('a secret', () => {
  test.each<[string, string, Changes[]]>([
    [object, 'secret-id', [{ clientSecret: '' }]],
    ['Kq.*****************', 'masked', [{ clientSecret: '' }]],
    ['••••••••', 'masked', [{ clientSecret: '' }]],
    ['<client-secret>', 'placeholder', [{ clientSecret: '' }]],
    [` ${secret}\u00a0`, 'decorated', [{ clientSecret: secret }]],
    [`“${secret}”`, 'decorated', [{ clientSecret: secret }]],
    [`Value: ${secret}`, 'decorated', [{ clientSecret: secret }]],
    [`Value\t${secret}`, 'decorated', [{ clientSecret: secret }]],
    [`Wert:${secret}`, 'decorated', [{ clientSecret: secret }]],
    [secret.replace('-', '–'), 'dashes', [{ clientSecret: secret }]],
    [`${secret.slice(0, 9)}\u200b${secret.slice(9)}`, 'invisible', [{ clientSecret: secret }]],
    ['Kq.8Q~s5ome', 'short-secret', []],
  ])('%s', (text, kind, changes) => {
    expect(seen('clientSecret', text)).toEqual([kind, ...changes]);
  });

  test('as it should be', () => {
    expect(seen('clientSecret', secret)).toBeNull();
  });

  test('is never named', () => {
    const texts = [` ${secret}`, `"${secret}"`, `client_secret=${secret}`, secret.replace('-', '–'), `Postern 24.11.2028 ${secret} ${object}`];
    for (const text of texts) {
      const finding = find('clientSecret', text, application);
      expect(JSON.stringify([finding?.params, finding?.fixes.map(({ params }) => params)])).not.toContain('NoSecretAtAll');
    }
  });
});

describe('characters', () => {
  test.each<[string, DoctorField, string, string, string]>([
    ['zero width', 'applicationId', `${app.slice(0, 9)}\u200b${app.slice(9)}`, 'invisible', app],
    ['direction marks', 'tenantId', `cont\u200eoso\u202e.com`, 'invisible', 'contoso.com'],
    ['soft hyphen', 'emailAddress', 'pbx@con\u00adtoso.com', 'invisible', 'pbx@contoso.com'],
    ['byte order mark', 'signInAs', 'a\ufeffdmin@contoso.com', 'invisible', 'admin@contoso.com'],
    ['no-break space', 'emailAddress', 'pbx\u00a0@contoso.com', 'invisible', 'pbx@contoso.com'],
    ['en dashes', 'applicationId', app.replaceAll('-', '–'), 'dashes', app],
    ['minus and em dash', 'tenantId', tenant.replace('-', '−').replace('-', '—'), 'dashes', tenant],
    ['full width', 'applicationId', app.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))), 'full-width', app],
    ['braces', 'applicationId', `{${app}}`, 'decorated', app],
    ['quotes', 'tenantId', `"${tenant}"`, 'decorated', tenant],
    ['urn', 'applicationId', `urn:uuid:${app}`, 'decorated', app],
    ['api', 'applicationId', `api://${app}`, 'decorated', app],
    ['no hyphens', 'applicationId', app.replaceAll('-', ''), 'decorated', app],
    ['a tab between label and id', 'tenantId', `Mandant\t${tenant}`, 'decorated', tenant],
    ['blanks inside', 'applicationId', app.replaceAll('-', ' - '), 'decorated', app],
    ['braces and dashes', 'applicationId', `{${app.replaceAll('-', '–')}}`, 'dashes', app],
    ['a domain in quotes', 'tenantId', '"contoso.com"', 'decorated', 'contoso.com'],
    ['a name around an address', 'emailAddress', 'PBX <pbx@contoso.com>', 'decorated', 'pbx@contoso.com'],
    ['mailto', 'signInAs', 'mailto:pbx@contoso.com', 'decorated', 'pbx@contoso.com'],
    ['Cyrillic in an id', 'applicationId', app.replace('c', 'с').replace('e', 'е'), 'look-alikes', app],
    ['Cyrillic in a domain', 'tenantId', 'cоntоsо.com', 'look-alikes', 'contoso.com'],
    ['Greek in an address', 'emailAddress', 'pbx@cοntoso.com', 'look-alikes', 'pbx@contoso.com'],
  ])('%s', (_, field, text, kind, value) => {
    expect(seen(field, text)).toEqual([kind, { [field]: value }]);
  });

  test('the letters are named', () => {
    expect(find('emailAddress', 'pbx@cоntоsо.соm')?.params).toEqual({ letters: 'о с', script: 'cyrillic' });
    expect(find('tenantId', 'cοntοso.com')?.params).toEqual({ letters: 'ο', script: 'greek' });
  });

  test('another script is no mistake; a mixture without a counterpart is named only', () => {
    expect(seen('emailAddress', 'почта@пример.рф')).toBeNull();
    expect(seen('emailAddress', 'почта@contoso.com')).toEqual(['look-alikes']);
  });
});

test('a text longer than any of these is left alone', () => {
  expect(seen('applicationId', '-'.repeat(30_000))).toBeNull();
});

test.each<[DoctorField, string]>([
  ['applicationId', app],
  ['applicationId', ` ${app} `],
  ['applicationId', 'abc'],
  ['applicationId', `${app} ${tenant}`],
  ['tenantId', tenant],
  ['tenantId', 'contoso.com'],
  ['tenantId', 'consumers'],
  ['emailAddress', 'pbx@contoso.com'],
  ['emailAddress', ' büro@köln.example'],
  ['emailAddress', 'pbx'],
  ['signInAs', ''],
])('nothing odd: %s %j', (field, text) => {
  expect(seen(field, text)).toBeNull();
});
