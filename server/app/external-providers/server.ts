import { clouds } from '../../../contract/clouds.ts';
import type { ProviderInput } from '../../../contract/external-providers.ts';
import type { Config } from '../../config.ts';

/** Where a provider's requests go: the settings' server, or at the global cloud what POSTERN_GRAPH puts in the place of Microsoft Graph. */
export function serverOf({ graph }: Config, { access, server }: Pick<ProviderInput, 'access' | 'server'>): { url: string; host: string; port: number; encryption: 'tls' | 'none' } {
  const given = new URL(server);
  const url = access === 'graph' && graph !== null && given.origin === clouds.global.graph ? new URL(given.pathname, graph) : given;
  const encrypted = url.protocol === 'https:';
  return { url: url.href, host: url.hostname, port: Number(url.port) || (encrypted ? 443 : 80), encryption: encrypted ? 'tls' : 'none' };
}
