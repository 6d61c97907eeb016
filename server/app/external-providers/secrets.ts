import type { ProviderInput, ProviderName } from '../../../contract/external-providers.ts';
import { clientSecretOf, type SettingsSecret } from '../secrets/settings-secrets.ts';

type Settings = Pick<ProviderInput, 'authMethod' | 'server' | 'username' | 'cloud' | 'tenantId' | 'applicationId'>;

/** All secrets of a provider's settings. */
export function secretsOf(name: ProviderName, settings: Settings): readonly [SettingsSecret, SettingsSecret] {
  const { authMethod, server, username } = settings;
  const place = URL.canParse(server) ? new URL(server).href : server;
  const password: SettingsSecret = { field: 'password', name: `${name}/password`, pointer: '/password', boundTo: JSON.stringify([place, username]), used: authMethod === 'basic', hinted: false };
  return [password, clientSecretOf(name, settings, authMethod === 'microsoft-oauth')];
}
