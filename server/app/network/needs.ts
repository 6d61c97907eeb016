import { clouds, isMicrosoftHost, type Cloud } from '../../../contract/clouds.ts';
import type { FunctionName } from '../../../contract/functions.ts';
import type { BrowserHost, Network, NetworkHost, NetworkPlan, NetworkPurpose, NetworkUser } from '../../../contract/network.ts';
import { pop3Place } from '../../../contract/pop3-place.ts';
import { providerPlace } from '../../../contract/provider-place.ts';
import type { Config } from '../../config.ts';
import type { Repositories } from '../../store.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { serverOf } from '../external-providers/server.ts';
import { readProvider } from '../external-providers/settings.ts';
import { readNotices } from '../notices/settings.ts';
import { endpoints } from '../sign-in/authority.ts';

/** One function's need of one host. */
export interface Need extends Pick<NetworkHost, 'host' | 'port' | 'protocol' | 'encryption'> {
  purpose: NetworkPurpose;
  of: NetworkUser;
  /** How many queue pilots it is; 1 if absent. */
  count?: number;
}

/** What a function needs, and how its administrators sign in for it: in a cloud, by a code or not; null where it is not at Microsoft. */
interface Needs {
  hosts: Need[];
  cloud: Cloud | null;
  byCode: boolean;
}

const most = 10_000;
// Of what Microsoft's sign-in pages consist, outside of China: the lists of Office 365 URLs and IP address ranges name them for each cloud.
const partsOfPages = ['*.msauth.net', '*.msftauth.net'];
const codePages: Partial<Record<Cloud, string[]>> = { global: ['login.microsoft.com', 'microsoft.com'] };

/** What is set up needs. Each source of needs is one entry here. */
export async function readNeeds(rows: Repositories, config: Config): Promise<Needs[]> {
  const found = [await ofEmailForwarding(rows, config), await ofProvider(rows, config, 'exchange-calendar'), await ofProvider(rows, config, 'exchange-directory'), ...(await ofPilots(rows, config)), await ofNotices(rows)];
  return found.flatMap((needs) => (needs && needs.hosts.length > 0 ? needs : []));
}

/** What functions would need in a cloud, with the defaults: E-mail forwarding by a code, the calendar by Microsoft Graph, the directory by Exchange Web Services. */
export function plannedNeeds(config: Config, { cloud, functions }: NetworkPlan): Needs[] {
  const planned: Record<FunctionName, () => Need> = {
    'email-forwarding': () => ({ ...clouds[cloud].smtp, protocol: 'smtp', encryption: 'starttls', purpose: 'smtp', of: 'email-forwarding' }),
    'exchange-calendar': () => ofServer(config, 'exchange-calendar', { access: 'graph', ...providerPlace('graph', cloud) }),
    'exchange-directory': () => ofServer(config, 'exchange-directory', { access: 'ews', ...providerPlace('ews', cloud) }),
    'queue-pilot': () => ofMailbox(pop3Place(cloud)),
  };
  return functions.map((name) => ({ hosts: [signIn(config, cloud, name), planned[name]()], cloud, byCode: name === 'email-forwarding' }));
}

/** The sheet of these needs: each host once, with all that need it. */
export function sheetOf(config: Config, needs: readonly Needs[]): Omit<Network, 'configured'> {
  return { hosts: hostsOf(needs.flatMap(({ hosts }) => hosts)), browser: browserHosts(config, needs) };
}

function hostsOf(needs: readonly Need[]): NetworkHost[] {
  const byPlace = Map.groupBy(needs, ({ host, port }) => `${host.toLowerCase()}:${port}`);
  const hosts = [...byPlace.values()].flatMap((same): NetworkHost[] => {
    const [first] = same;
    if (!first) return [];
    const { host, port, protocol, encryption } = first;
    const uses = [...Map.groupBy(same, (need) => need.of)].map(([name, ofIt]) => ({ of: name, count: name === 'queue-pilot' ? ofIt.reduce((sum, { count = 1 }) => sum + count, 0) : 1 }));
    return [{ host: host.toLowerCase(), port, protocol, encryption, purposes: [...new Set(same.map(({ purpose }) => purpose))], microsoft: isMicrosoftHost(host), uses }];
  });
  return hosts.sort((one, other) => Number(!one.purposes.includes('sign-in')) - Number(!other.purposes.includes('sign-in')) || one.host.localeCompare(other.host, 'en') || one.port - other.port);
}

function browserHosts(config: Config, needs: readonly Needs[]): BrowserHost[] {
  const inUse = [...new Set(needs.flatMap(({ cloud }) => cloud ?? []))];
  const codes = [...new Set(needs.flatMap(({ cloud, byCode }) => (cloud && byCode ? (codePages[cloud] ?? []) : [])))];
  const found: BrowserHost[] = [
    ...codes.map((host) => ({ host, purpose: 'code' as const })),
    ...inUse.map((cloud) => ({ host: endpoints(config, targetIn(cloud)).host, purpose: 'sign-in' as const })),
    ...(inUse.some((cloud) => cloud !== 'china') ? partsOfPages.map((host) => ({ host, purpose: 'parts' as const })) : []),
    ...inUse.map((cloud) => ({ host: new URL(clouds[cloud].entraPortal).hostname, purpose: 'portal' as const })),
  ];
  return found.filter(({ host }, at) => found.findIndex((one) => one.host === host) === at);
}

async function ofEmailForwarding(rows: Repositories, config: Config): Promise<Needs | null> {
  const { configured, settings } = await readSettings(rows);
  if (!configured) return null;
  const { smtp, authMethod } = settings;
  const cloud = authMethod === 'basic' ? null : settings.cloud;
  const mail: Need = { ...smtp, protocol: 'smtp', purpose: 'smtp', of: 'email-forwarding' };
  return { hosts: [...(cloud ? [signIn(config, cloud, 'email-forwarding')] : []), mail], cloud, byCode: authMethod === 'microsoft-oauth' };
}

async function ofProvider(rows: Repositories, config: Config, name: 'exchange-calendar' | 'exchange-directory'): Promise<Needs | null> {
  const { configured, settings } = await readProvider(rows, name);
  if (!configured) return null;
  const cloud = settings.authMethod === 'basic' ? null : settings.cloud;
  return { hosts: [...(cloud ? [signIn(config, cloud, name)] : []), ofServer(config, name, settings)], cloud, byCode: false };
}

async function ofPilots(rows: Repositories, config: Config): Promise<Needs[]> {
  const all = (await rows.pilots.ofEmail(most)).flatMap(({ pilot: { email } }) => email ?? []);
  // Thousands of them have the same few servers.
  const alike = Map.groupBy(all, ({ authMethod, cloud, server, port, encryption }) => JSON.stringify([authMethod, cloud, server.toLowerCase(), port, encryption]));
  return [...alike.values()].flatMap((same) => {
    const [email] = same;
    if (!email) return [];
    const cloud = email.authMethod === 'oauth' ? email.cloud : null;
    const hosts = [...(cloud ? [signIn(config, cloud, 'queue-pilot')] : []), ofMailbox(email)];
    return [{ hosts: hosts.map((need) => ({ ...need, count: same.length })), cloud, byCode: false }];
  });
}

async function ofNotices(rows: Repositories): Promise<Needs> {
  const { webhook, mail } = (await readNotices(rows)).settings;
  const hosts: Need[] = [];
  if (webhook.enabled) {
    const { hostname: host, port, protocol } = new URL(webhook.url);
    const encrypted = protocol === 'https:';
    hosts.push({ host, port: Number(port) || (encrypted ? 443 : 80), protocol: encrypted ? 'https' : 'http', encryption: encrypted ? 'tls' : 'none', purpose: 'webhook', of: 'notices' });
  }
  if (mail.enabled) hosts.push({ ...mail.smtp, protocol: 'smtp', purpose: 'smtp', of: 'notices' });
  return { hosts, cloud: null, byCode: false };
}

function ofServer(config: Config, name: FunctionName, settings: Parameters<typeof serverOf>[1]): Need {
  const { host, port, encryption } = serverOf(config, settings);
  return { host, port, protocol: encryption === 'tls' ? 'https' : 'http', encryption, purpose: settings.access === 'graph' ? 'graph' : 'ews', of: name };
}

function ofMailbox({ server: host, port, encryption }: { server: string; port: number; encryption: 'tls' | 'starttls' }): Need {
  return { host, port, protocol: 'pop3', encryption, purpose: 'pop3', of: 'queue-pilot' };
}

function signIn(config: Config, cloud: Cloud, name: FunctionName): Need {
  const { host, port, encrypted } = endpoints(config, targetIn(cloud));
  return { host, port, protocol: encrypted ? 'https' : 'http', encryption: encrypted ? 'tls' : 'none', purpose: 'sign-in', of: name };
}

const targetIn = (cloud: Cloud) => ({ cloud, tenantId: '', applicationId: '' });
