import { clouds, type Cloud } from './clouds.ts';

/** Why this is no address to send requests to: `web-address`, `not-https`, `address-credentials`, `address-query`. Null where it is one. */
export function webAddressFault(value: string): string | null {
  if (!URL.canParse(value)) return 'web-address';
  const { protocol, username, password, search, hash, hostname } = new URL(value);
  if (username || password) return 'address-credentials';
  if (protocol !== 'https:') return 'not-https';
  if (search || hash || /[?#]/.test(value)) return 'address-query';
  return hostname ? null : 'web-address';
}

interface Scoped {
  scope: string;
  access: 'ews' | 'graph';
  cloud: Cloud;
}

/**
 * What is wrong with a scope of client credentials: `scope-several`, `scope-not-default`, `scope-not-https`, `scope-other-cloud` (Microsoft's, of another cloud),
 * `scope-other-access` (of Graph for Exchange Web Services, or the other way round). Null where nothing is.
 */
export function scopeFault({ scope, access, cloud }: Scoped): string | null {
  const value = scope.trim();
  if (/[\s,;]/.test(value)) return 'scope-several';
  if (!/^https:\/\//i.test(value)) return 'scope-not-https';
  if (!/^https:\/\/[a-z0-9.-]+(?::\d+)?\/\.default$/i.test(value)) return 'scope-not-default';
  const { origin } = new URL(value);
  const owner = (Object.keys(clouds) as Cloud[]).flatMap((name) => [
    { name, way: 'graph', origin: clouds[name].graph },
    { name, way: 'ews', origin: new URL(clouds[name].exchangeScope).origin },
  ]).find((one) => one.origin === origin);
  if (!owner) return null;
  if (owner.name !== cloud) return 'scope-other-cloud';
  return owner.way === access ? null : 'scope-other-access';
}
