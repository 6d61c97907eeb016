import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import type { Network } from '../../../contract/network.ts';
import { providerPlace } from '../../../contract/provider-place.ts';
import { ConnectionFailure, type Ports } from '../../ports.ts';
import { reachable, settings, testBackend } from '../testing.ts';

const application = { cloud: 'global', tenantId: settings.tenantId, applicationId: settings.applicationId, clientSecret: 'Zos8Q~a-secret' };
const relay = { ...settings, authMethod: 'basic', smtp: { host: 'relay.contoso.com', port: 25, encryption: 'none' } };
const calendar = { ...application, authMethod: 'microsoft-oauth', access: 'graph', username: 'pbx@contoso.com', ...providerPlace('graph', 'global') };
const directory = { authMethod: 'basic', access: 'ews', cloud: 'global', server: 'https://Exchange.contoso.com/EWS/Exchange.asmx', username: 'CONTOSO\\pbx', password: 'correct horse' };
const pilot = { type: 'email', authMethod: 'oauth', username: 'sales@contoso.com', ...application };

async function system(given: Parameters<typeof testBackend>[0] = {}) {
  const made = testBackend(given);
  await made.signIn();
  const save = async (address: string, value: object) => expect((await made.ask('PUT', address, value, { 'If-Match': '"0"' })).status).toBe(200);
  const addPilots = async (...pilots: object[]) => {
    const { id } = (await made.ask('POST', api.queues, { name: 'Sales', number: '300' })).body;
    for (const one of pilots) expect((await made.ask('POST', api.pilots(id), one)).status).toBe(201);
  };
  const sheet = async (query = ''): Promise<Network> => (await made.ask('GET', `${api.network}${query}`)).body;
  return { ...made, save, addPilots, sheet };
}

const short = ({ hosts }: Network) => hosts.map(({ host, port, protocol, encryption, uses }) => `${protocol} ${host}:${port} ${encryption}: ${uses.map(({ of: name, count }) => `${name} ${count}`).join(', ')}`);
const names = ({ browser }: Network) => browser.map(({ host, purpose }) => `${purpose} ${host}`);

describe('the sheet', () => {
  test('of what is set up: each host once, with all who need it', async () => {
    const { save, addPilots, sheet } = await system();
    await save(api.emailForwarding, settings);
    await save(api.exchangeCalendar, calendar);
    await save(api.exchangeDirectory, directory);
    await addPilots(pilot, { ...pilot, username: 'support@contoso.com' }, { type: 'email', authMethod: 'basic', server: 'relay.contoso.com', port: 110, encryption: 'starttls', username: 'sales', password: 'x' }, { type: 'call', number: '301' });
    const found = await sheet();
    expect(found.configured).toBe(true);
    expect(short(found)).toEqual([
      'https login.microsoftonline.com:443 tls: email-forwarding 1, exchange-calendar 1, queue-pilot 2',
      'https exchange.contoso.com:443 tls: exchange-directory 1',
      'https graph.microsoft.com:443 tls: exchange-calendar 1',
      'pop3 outlook.office365.com:995 tls: queue-pilot 2',
      'pop3 relay.contoso.com:110 starttls: queue-pilot 1',
      'smtp smtp.office365.com:587 starttls: email-forwarding 1',
    ]);
    expect(found.hosts.filter(({ microsoft }) => !microsoft).map(({ host }) => host)).toEqual(['exchange.contoso.com', 'relay.contoso.com']);
    expect(names(found)).toEqual(['code login.microsoft.com', 'code microsoft.com', 'sign-in login.microsoftonline.com', 'parts *.msauth.net', 'parts *.msftauth.net', 'portal entra.microsoft.com']);
  });

  test('of notices, too, that are switched on', async () => {
    const { save, sheet } = await system();
    const mail = { enabled: true, smtp: { host: 'relay.fabrikam.example', port: 465, encryption: 'tls' }, username: '', password: '', from: 'pbx@fabrikam.example', to: ['admin@fabrikam.example'] };
    await save(api.notices, { language: 'en', webhook: { enabled: true, url: 'https://alarms.contoso.com/in?key=1', signingSecret: `whsec_${btoa('x'.repeat(32))}` }, mail });
    const found = await sheet();
    expect(short(found)).toEqual(['https alarms.contoso.com:443 tls: notices 1', 'smtp relay.fabrikam.example:465 tls: notices 1']);
    expect(JSON.stringify(found)).not.toContain('key=1');
  });

  test('of a relay of the company: no Microsoft anywhere', async () => {
    const { save, sheet } = await system();
    await save(api.emailForwarding, relay);
    const found = await sheet();
    expect(short(found)).toEqual(['smtp relay.contoso.com:25 none: email-forwarding 1']);
    expect(found.browser).toEqual([]);
  });

  test('addresses that the environment puts in the place of Microsoft’s', async () => {
    const { save, sheet } = await system({ config: { authority: 'https://login.contoso.com:8443', graph: 'https://graph.contoso.com' } });
    await save(api.exchangeCalendar, calendar);
    expect(short(await sheet())).toEqual(['https login.contoso.com:8443 tls: exchange-calendar 1', 'https graph.contoso.com:443 tls: exchange-calendar 1']);
  });

  test('of a plan, before anything is set up', async () => {
    const { sheet } = await system();
    expect(await sheet()).toEqual({ configured: false, hosts: [], browser: [] });
    const found = await sheet('?cloud=us-gov-high&function=email-forwarding&function=exchange-calendar&function=exchange-directory&function=queue-pilot');
    expect(found.configured).toBe(false);
    expect(short(found)).toEqual([
      'https login.microsoftonline.us:443 tls: email-forwarding 1, exchange-calendar 1, exchange-directory 1, queue-pilot 1',
      'https graph.microsoft.us:443 tls: exchange-calendar 1',
      'https outlook.office365.us:443 tls: exchange-directory 1',
      'smtp outlook.office365.us:587 starttls: email-forwarding 1',
      'pop3 outlook.office365.us:995 tls: queue-pilot 1',
    ]);
    expect(names(found)).toContain('portal entra.microsoft.us');
    expect(names(await sheet('?cloud=china&function=queue-pilot'))).toEqual(['sign-in login.partner.microsoftonline.cn', 'portal entra.microsoftonline.cn']);
  });

  test('a cloud or a function that is none is refused', async () => {
    const { ask } = await system();
    expect((await ask('GET', `${api.network}?cloud=germany`)).body.errors).toMatchObject([{ pointer: '/cloud' }]);
    expect((await ask('GET', `${api.network}?function=fax`)).body.errors).toMatchObject([{ pointer: '/function' }]);
  });
});

describe('the check of a host', () => {
  const intercepted: Ports['probe'] = { ...reachable, tls: async (server) => ({ ...(await reachable.tls(server, () => {}, AbortSignal.abort())), issuer: 'Contoso Web Filter', publicAuthority: false, error: 'SELF_SIGNED_CERT_IN_CHAIN' }) };
  const refused: Ports['probe'] = { ...reachable, reach: () => Promise.reject(new ConnectionFailure('refused', 'ECONNREFUSED')) };

  test('reached, and whose certificate it is', async () => {
    const { ask } = await system({ ports: { probe: reachable } });
    const { status, body } = await ask('POST', api.networkChecks, { host: 'graph.microsoft.com', port: 443 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ host: 'graph.microsoft.com', port: 443, state: 'passed', at: '2026-11-24T12:00:00.000Z', steps: [{ name: 'network', state: 'passed', evidence: 'graph.microsoft.com:443 reachable' }, { name: 'tls', state: 'passed', evidence: 'TLS 1.3, certificate issued by A, valid until 2027-03-01' }] });
  });

  test.each([
    ['a certificate of somebody in between', intercepted, 'login.microsoftonline.com', 443, 'tls', 'connection-intercepted'],
    ['a firewall at a web service', refused, 'graph.microsoft.com', 443, 'network', 'exchange-connection-refused'],
    ['a firewall at the mail server', refused, 'smtp.office365.com', 587, 'network', 'connection-refused'],
    ['a firewall at POP3', refused, 'outlook.office365.com', 995, 'network', 'pop3-connection-refused'],
  ])('%s is explained as in the check of a function', async (_what, probe, host, port, name, code) => {
    const { ask } = await system({ ports: { probe } });
    const { body } = await ask('POST', api.networkChecks, { host, port }, { 'Accept-Language': 'de' });
    expect(body.state).toBe('failed');
    const failed = body.steps.find((one: { state: string }) => one.state === 'failed');
    expect(failed).toMatchObject({ name, diagnosis: { code, owner: 'network-admin' } });
    expect(`${failed.evidence} ${failed.diagnosis.cause} ${failed.diagnosis.fix}`).not.toMatch(/\{\w+\}/);
  });

  test('a server without encryption is reached only', async () => {
    const { ask, save } = await system({ ports: { probe: reachable } });
    await save(api.emailForwarding, relay);
    expect((await ask('POST', api.networkChecks, { host: 'RELAY.contoso.com', port: 25 })).body).toMatchObject({ state: 'passed', steps: [{ state: 'passed' }, { state: 'skipped' }] });
  });

  test('what no sheet lists is not connected to', async () => {
    const reached: string[] = [];
    const { ask } = await system({ ports: { probe: { ...reachable, reach: async (host) => (reached.push(host), { address: '192.0.2.1' }) } } });
    for (const one of [{ host: 'fabrikam.example', port: 443 }, { host: 'graph.microsoft.com', port: 22 }, { host: '127.0.0.1', port: 443 }]) {
      expect(await ask('POST', api.networkChecks, one)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/host', code: 'not-listed' }] } });
    }
    expect(reached).toEqual([]);
  });

  test('too many in a row have to wait', async () => {
    const { ask } = await system({ ports: { probe: reachable } });
    const answers = [];
    for (let count = 0; count < 61; count++) answers.push(await ask('POST', api.networkChecks, { host: 'graph.microsoft.com', port: 443 }));
    expect(answers.slice(0, 60).every(({ status }) => status === 200)).toBe(true);
    expect(answers[60]).toMatchObject({ status: 429 });
    expect(Number(answers[60]?.headers.get('Retry-After'))).toBeGreaterThan(0);
  });

  test('one that fails without words leaves a line in the log, and an answer', async () => {
    const { ask } = await system({ ports: { probe: { ...reachable, reach: () => Promise.reject(new TypeError('unforeseen')) } } });
    expect((await ask('POST', api.networkChecks, { host: 'graph.microsoft.com', port: 443 })).body).toMatchObject({ state: 'failed', steps: [{ diagnosis: { code: 'internal-fault' } }, { state: 'not-reached' }] });
  });
});
