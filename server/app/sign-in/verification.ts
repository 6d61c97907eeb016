import { verificationHosts } from '../../../contract/clouds.ts';
import type { Config } from '../../config.ts';

/** May this verification address become a link? https on a host that Microsoft names or that is trusted; http on a trusted host of this machine only. */
export function isVerificationAddress(address: string, { trustedHosts }: Config): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  const trusted = trustedHosts.includes(hostname);
  if (protocol === 'https:') return trusted || verificationHosts.includes(hostname);
  return protocol === 'http:' && trusted && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
