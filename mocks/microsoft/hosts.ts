import { clouds } from '../../contract/clouds.ts';
import { webhookHosts } from '../scenarios/notices.ts';

/** An Exchange server of a company's own: calendars and public folders for a name and a password. */
export const onPremisesHost = 'exchange.contoso.com';

/** What answers by https. `exchange` is Exchange Online. */
export type Service = 'identity' | 'exchange' | 'on-premises' | 'graph' | 'webhook';

const hosts: readonly [host: string, service: Service][] = [
  ...Object.values(clouds).flatMap((cloud): [string, Service][] => [
    [hostOf(cloud.authority), 'identity'],
    [cloud.exchangeHost, 'exchange'],
    [hostOf(cloud.graph), 'graph'],
  ]),
  [onPremisesHost, 'on-premises'],
  ...Object.keys(webhookHosts).map((host): [string, Service] => [host, 'webhook']),
];

/** Each host that answers by https. */
export const webHosts: readonly string[] = [...new Set(hosts.map(([host]) => host))];

/** Which service is at this host at port 443; null where the host does not exist. */
export function serviceAt(host: string): Service | null {
  return hosts.find(([name]) => name === host.toLowerCase())?.[1] ?? null;
}

function hostOf(origin: string): string {
  return new URL(origin).hostname;
}
