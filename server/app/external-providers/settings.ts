import { clouds } from '../../../contract/clouds.ts';
import { provider, providerDefaults, type Provider, type ProviderInput, type ProviderName } from '../../../contract/external-providers.ts';
import { providerPlace } from '../../../contract/provider-place.ts';
import type { Config } from '../../config.ts';
import type { Repositories } from '../../store.ts';
import type { Context } from '../context.ts';
import { dropFormerSecret } from '../applications/renewal/former-secret.ts';
import { recordIn } from '../events/record.ts';
import { checkMatch, needsMatch } from '../http/etag.ts';
import { fieldProblem } from '../http/problem.ts';
import { showSecret } from '../secrets/bound-secret.ts';
import { checkSecretEnd, writeSecrets } from '../secrets/settings-secrets.ts';
import type { Received } from '../secrets/received.ts';
import { forgetLastToken, readLastToken } from '../sign-in/last-token.ts';
import { secretsOf } from './secrets.ts';

const untouched = '0';

/** A provider's settings with their version; defaults where nothing is set up. */
export async function readProvider(rows: Repositories, name: ProviderName): Promise<{ configured: boolean; settings: Provider; version: string }> {
  const stored = await rows.settings.get(name);
  if (!stored?.value) return { configured: false, settings: providerDefaults[name], version: stored?.version ?? untouched };
  const value = { ...providerDefaults[name], ...Object(stored.value) } as Provider;
  const [password, clientSecret] = secretsOf(name, value);
  const settings = provider.parse({
    ...value,
    configured: true,
    changedAt: stored.changedAt,
    password: showSecret(await rows.secrets.get(password.name)),
    clientSecret: showSecret(await rows.secrets.get(clientSecret.name)),
    lastToken: await readLastToken(rows, name, value),
  });
  return { configured: true, settings, version: stored.version };
}

/**
 * Replaces a provider's settings where `ifMatch` is their ETag; answers the pointers of secrets that were removed since their place is gone.
 * Raises 428, 412 with what is stored, or 422 for a server that a token must not go to, for a secret that was entered for another place or belongs to another application, and an end of it that no portal gives.
 */
export async function saveProvider({ ports, config }: Context, name: ProviderName, input: Received<ProviderInput>, ifMatch: string | undefined, actor: string): Promise<string[]> {
  needsMatch(ifMatch);
  checkExchangeHost(config, input);
  checkSecretEnd(ports.clock, input);
  return ports.store.transaction(async (rows) => {
    const { settings, version } = await readProvider(rows, name);
    checkMatch(ifMatch, version, settings);
    const value = valueOf(input, settings);
    const { removed, clientSecretExpiresAt } = await writeSecrets(ports, rows, input, secretsOf(name, value), settings.clientSecretExpiresAt);
    value.clientSecretExpiresAt = clientSecretExpiresAt;
    await rows.settings.put(name, { value, version: String(Number(version) + 1), changedAt: ports.clock.now().toISOString() });
    await recordIn(rows, ports, { kind: 'settings-saved', function: name, actor, params: {} });
    return removed;
  });
}

/** The settings as they are stored, without secrets; what is absent stays as it was in `former`. */
export function valueOf(input: Received<ProviderInput>, former: Provider) {
  const { password: _password, clientSecret: _clientSecret, clientSecretFrom: _clientSecretFrom, ...rest } = input;
  return {
    ...rest,
    tenantId: input.tenantId ?? former.tenantId,
    applicationId: input.applicationId ?? former.applicationId,
    scope: input.scope || providerPlace(input.access, input.cloud).scope,
    clientSecretExpiresAt: former.clientSecretExpiresAt,
  };
}

/** Removes a provider's settings with their secrets where `ifMatch` is their ETag. */
export async function removeProvider({ ports }: Context, name: ProviderName, ifMatch: string | undefined, actor: string): Promise<void> {
  needsMatch(ifMatch);
  await ports.store.transaction(async (rows) => {
    const { settings, version } = await readProvider(rows, name);
    checkMatch(ifMatch, version, settings);
    // The row stays, so that an ETag is never met twice.
    await rows.settings.put(name, { value: null, version: String(Number(version) + 1), changedAt: ports.clock.now().toISOString() });
    for (const secret of secretsOf(name, settings)) {
      await rows.secrets.delete(secret.name);
      await dropFormerSecret(rows, secret.name);
    }
    await forgetLastToken(rows, name);
    await rows.notices.deleteStanding(name, '');
    await recordIn(rows, ports, { kind: 'settings-removed', function: name, actor, params: {} });
  });
}

/** A token goes to Exchange and Graph of its cloud only, and to trusted hosts; a password to where it was entered for. Raises 422; `at` is where the settings stand in the body. */
export function checkExchangeHost({ trustedHosts }: Config, { authMethod, access, cloud, server }: Pick<ProviderInput, 'authMethod' | 'access' | 'cloud' | 'server'>, at = ''): void {
  if (authMethod === 'basic') return;
  const host = new URL(server).host.toLowerCase();
  const own = access === 'graph' ? new URL(clouds[cloud].graph).host : clouds[cloud].exchangeHost;
  if (host === own || trustedHosts.includes(new URL(server).hostname.toLowerCase())) return;
  throw fieldProblem(`${at}/server`, 'foreign-exchange-host', `A token of Microsoft is sent to ${own} only. POSTERN_TRUSTED_HOSTS names further hosts.`);
}
