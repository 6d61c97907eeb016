import { providerPlace } from '../../../../contract/provider-place.ts';
import { webAddressFault } from '../../../../contract/scope.ts';
import type { ProviderValues } from './provider-values.ts';

type Given = Pick<ProviderValues, 'authMethod' | 'access' | 'cloud' | 'server' | 'scope'>;

/** The server that was meant: what is typed without what does not belong there, else for a token Microsoft's own. Null where it cannot be told. */
export function correctServer({ authMethod, access, cloud, server }: Given, code: string): string | null {
  const own = authMethod === 'microsoft-oauth' ? providerPlace(access, cloud).server : null;
  if (code === 'foreign-exchange-host' || code === 'required') return own;
  const meant = cleaned(server.trim());
  return meant !== null && meant !== server.trim() ? meant : own;
}

/** The scope that goes with access and cloud, where it is another one than what is typed. */
export function correctScope({ access, cloud, scope }: Given): string | null {
  const right = providerPlace(access, cloud).scope;
  return right === scope.trim() ? null : right;
}

// A bare host gets the path that Exchange has.
function cleaned(typed: string): string | null {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(text)) return null;
  const { hostname, port, pathname } = new URL(text);
  const address = `https://${hostname}${port && port !== '80' ? `:${port}` : ''}${pathname === '/' ? '/EWS/Exchange.asmx' : pathname}`;
  return hostname.includes('.') && webAddressFault(address) === null ? address : null;
}
