import type { Params, StoredDiagnosis } from '../../../contract/diagnosis.ts';
import { exchangeCalendarInput, providerReadOnly, type ProviderInput, type ProviderName } from '../../../contract/external-providers.ts';
import { permissions } from '../../../contract/permissions.ts';
import { noteSecretUse } from '../applications/renewal/former-secret.ts';
import { findSecret, inPlace, writable } from '../checks/subject.ts';
import type { Services } from '../context.ts';
import { diagnoseIdentity, identityFailure } from '../diagnosis/identity.ts';
import { ProblemError } from '../http/problem.ts';
import { receive, type Received } from '../secrets/received.ts';
import { endpoints } from '../sign-in/authority.ts';
import { requestApplicationToken } from '../sign-in/oauth.ts';
import { targetOf } from '../sign-in/target.ts';
import type { ExchangePlace } from './exchange/place.ts';
import { secretsOf } from './secrets.ts';
import { serverOf } from './server.ts';
import { readProvider } from './settings.ts';

/** A saved provider, ready to be asked; or why there is no token for it. */
export type Connection = { mailbox: string; params: Params } & ({ place: ExchangePlace } | { diagnosis: StoredDiagnosis });

/** What a provider's settings need of the application's permissions. */
export function permissionsOf(name: ProviderName, { access }: Pick<ProviderInput, 'access'>): keyof typeof permissions {
  return name === 'exchange-calendar' ? `exchange-calendar/${access}` : 'exchange-directory/ews';
}

/** The values that sentences about a provider are filled with. */
export function paramsOf(name: ProviderName, settings: Received<ProviderInput>): Params {
  const { api, names } = permissions[permissionsOf(name, settings)];
  const target = settings.authMethod === 'basic' ? null : targetOf(settings);
  return { mailbox: settings.username, server: settings.server, ...target, permission: names[0], api };
}

/** Connects to a saved provider: with a fresh token of the application, or with the password. Raises 409 `not-configured`. */
export async function connect(services: Services, name: ProviderName): Promise<Connection> {
  const { ports, config } = services;
  const startedAt = ports.clock.now().toISOString();
  const { configured, settings: stored } = await ports.store.transaction((rows) => readProvider(rows, name));
  if (!configured) throw new ProblemError('not-configured');
  const settings = receive(exchangeCalendarInput.parse(writable(stored, providerReadOnly)));
  const { access, username } = settings;
  const known = { mailbox: username, params: paramsOf(name, settings) };
  const secret = await (await inPlace(findSecret(ports, settings, secretsOf(name, settings), '')))?.();
  if (secret === null || secret === undefined) return { ...known, diagnosis: { code: 'secret-unreadable', params: known.params } };
  const server = serverOf(config, settings).url;
  if (settings.authMethod === 'basic') return { ...known, place: { access, server, credentials: { user: username, password: secret } } };
  const target = targetOf(settings);
  try {
    const { accessToken } = await requestApplicationToken(ports, config, target, settings.scope, secret);
    await ports.store.transaction((rows) => noteSecretUse(rows, ports, name, { startedAt, token: { state: 'passed', diagnosis: null } }));
    return { ...known, place: { access, server, credentials: { accessToken } } };
  } catch (error) {
    return { ...known, diagnosis: diagnoseIdentity(identityFailure(error), endpoints(config, target).host, known.params) };
  }
}
