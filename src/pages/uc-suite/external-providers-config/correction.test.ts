import { describe, expect, test } from 'vitest';
import { providerPlace } from '../../../../contract/provider-place.ts';
import { correctScope, correctServer } from './correction.ts';

const place = { authMethod: 'basic', access: 'ews', cloud: 'global', ...providerPlace('ews', 'global') } as const;

describe('correctServer', () => {
  test.each([
    ['http://mail.contoso.com/EWS/Exchange.asmx', 'https://mail.contoso.com/EWS/Exchange.asmx'],
    ['http://mail.contoso.com:80/ews/exchange.asmx', 'https://mail.contoso.com/ews/exchange.asmx'],
    ['mail.contoso.com', 'https://mail.contoso.com/EWS/Exchange.asmx'],
    ['mail.contoso.com:8443/EWS/Exchange.asmx', 'https://mail.contoso.com:8443/EWS/Exchange.asmx'],
    ['https://pbx:secret@mail.contoso.com/EWS/Exchange.asmx', 'https://mail.contoso.com/EWS/Exchange.asmx'],
    ['https://mail.contoso.com/EWS/Exchange.asmx?x=1#top', 'https://mail.contoso.com/EWS/Exchange.asmx'],
  ])('%s was meant to be %s', (server, meant) => {
    expect(correctServer({ ...place, server }, 'web-address')).toBe(meant);
  });

  test.each(['', 'exchange', 'our exchange server', 'https://'])('nobody can tell what %j was meant to be', (server) => {
    expect(correctServer({ ...place, server }, 'web-address')).toBeNull();
  });

  test('a token goes to Microsoft’s own server of this access and cloud', () => {
    const oauth = { ...place, authMethod: 'microsoft-oauth', cloud: 'us-gov-dod' } as const;
    expect(correctServer({ ...oauth, server: 'https://mail.contoso.com/EWS/Exchange.asmx' }, 'foreign-exchange-host')).toBe('https://outlook-dod.office365.us/EWS/Exchange.asmx');
    expect(correctServer({ ...oauth, server: '' }, 'required')).toBe('https://outlook-dod.office365.us/EWS/Exchange.asmx');
    expect(correctServer({ ...oauth, server: 'our server' }, 'web-address')).toBe('https://outlook-dod.office365.us/EWS/Exchange.asmx');
    expect(correctServer({ ...place, server: '' }, 'required')).toBeNull();
  });
});

test('the scope is that of access and cloud', () => {
  expect(correctScope({ ...place, access: 'graph', cloud: 'china', scope: 'Calendars.Read' })).toBe('https://microsoftgraph.chinacloudapi.cn/.default');
  expect(correctScope(place)).toBeNull();
});
