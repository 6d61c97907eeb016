import type { FunctionName } from '../../../contract/functions.ts';
import type { Repositories, SignInTarget } from '../../store.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { readProvider } from '../external-providers/settings.ts';
import type { Secret } from '../../../contract/secrets.ts';

/** A function that signs in as an application, with a client secret. */
export interface ApplicationFunction {
  name: FunctionName;
  target: SignInTarget & { cloud: 'global' | 'us-gov-high' | 'us-gov-dod' | 'china' };
  clientSecret: Secret;
  clientSecretExpiresAt: string | null;
}

/** The functions, queue pilots aside, that sign in as an application. */
export async function readApplicationFunctions(rows: Repositories): Promise<ApplicationFunction[]> {
  const mail = await readSettings(rows);
  const calendar = await readProvider(rows, 'exchange-calendar');
  const directory = await readProvider(rows, 'exchange-directory');
  const all = [
    { name: 'email-forwarding', ...mail, signsIn: mail.settings.authMethod === 'microsoft-oauth-application' },
    { name: 'exchange-calendar', ...calendar, signsIn: calendar.settings.authMethod === 'microsoft-oauth' },
    { name: 'exchange-directory', ...directory, signsIn: directory.settings.authMethod === 'microsoft-oauth' },
  ] as const;
  return all
    .filter(({ configured, signsIn }) => configured && signsIn)
    .map(({ name, settings: { cloud, tenantId, applicationId, clientSecret, clientSecretExpiresAt } }) => ({ name, target: { cloud, tenantId, applicationId }, clientSecret, clientSecretExpiresAt }));
}
