import { clouds } from '../../../contract/clouds.ts';
import { sourceOf } from '../../../contract/secret-source.ts';
import type { Config } from '../../config.ts';
import type { PilotEmail } from '../../contact-center-rows.ts';
import { fieldProblem } from '../http/problem.ts';
import { clientSecretOf, type SettingsSecret } from '../secrets/settings-secrets.ts';

type Settings = Pick<PilotEmail, 'authMethod' | 'server' | 'port' | 'encryption' | 'username' | 'cloud'> & { tenantId?: string | null | undefined; applicationId?: string | null | undefined };

/** All secrets of an e-mail pilot; `ref` is `<queueId>/<pilotId>`, or null for one that is not saved yet. */
export function secretsOfPilot(ref: string | null, settings: Settings): readonly [SettingsSecret, SettingsSecret] {
  const { authMethod, server, port, encryption, username } = settings;
  const source = sourceOf('queue-pilot', ref);
  const boundTo = JSON.stringify([server.toLowerCase(), port, encryption, username]);
  const password: SettingsSecret = { field: 'password', name: `${source}/password`, pointer: '/password', boundTo, used: authMethod === 'basic', hinted: false };
  return [password, clientSecretOf(source, settings, authMethod === 'oauth')];
}

/** A token goes to the mail servers of its cloud only, and to trusted hosts; a password to where it was entered for. Raises 422; `at` is where the settings stand in the body. */
export function checkPop3Host({ trustedHosts }: Config, { authMethod, cloud, server }: Pick<PilotEmail, 'authMethod' | 'cloud' | 'server'>, at = ''): void {
  if (authMethod === 'basic') return;
  const host = server.toLowerCase();
  if (clouds[cloud].mailHosts.includes(host) || trustedHosts.includes(host)) return;
  throw fieldProblem(`${at}/server`, 'foreign-mail-host', `A token of Microsoft is sent to ${clouds[cloud].mailHosts.join(', ')} only. POSTERN_TRUSTED_HOSTS names further hosts.`);
}
