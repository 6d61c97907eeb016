import { clouds, type Cloud } from './clouds.ts';
import type { Access } from './external-providers.ts';

/** Server and scope of an access in a cloud, until somebody edits them. */
export function providerPlace(way: Access, inCloud: Cloud): { server: string; scope: string } {
  const { graph, exchangeHost, exchangeScope } = clouds[inCloud];
  return way === 'graph' ? { server: `${graph}/v1.0`, scope: `${graph}/.default` } : { server: `https://${exchangeHost}/EWS/Exchange.asmx`, scope: exchangeScope };
}
