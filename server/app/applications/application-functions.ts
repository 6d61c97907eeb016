import type { Cloud } from '../../../contract/clouds.ts';
import type { FunctionName } from '../../../contract/functions.ts';
import type { LastToken } from '../../../contract/last-token.ts';
import type { PermissionUse } from '../../../contract/permissions.ts';
import type { Secret } from '../../../contract/secrets.ts';
import type { Repositories, SignInTarget } from '../../store.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { permissionsOf } from '../external-providers/connection.ts';
import { readProvider } from '../external-providers/settings.ts';

/** A function that signs in as an application, with a client secret. */
export interface ApplicationFunction {
  name: FunctionName;
  target: SignInTarget & { cloud: Cloud };
  clientSecret: Secret;
  clientSecretExpiresAt: string | null;
  use: PermissionUse;
  lastToken: LastToken | null;
  /** The version of its settings. */
  version: string;
}

/** The functions, queue pilots aside, that sign in as an application. */
export async function readApplicationFunctions(rows: Repositories): Promise<ApplicationFunction[]> {
  const mail = await readSettings(rows);
  const calendar = await readProvider(rows, 'exchange-calendar');
  const directory = await readProvider(rows, 'exchange-directory');
  const all = [
    { name: 'email-forwarding', ...mail, use: 'email-forwarding/microsoft-oauth-application', signsIn: mail.settings.authMethod === 'microsoft-oauth-application' },
    { name: 'exchange-calendar', ...calendar, use: permissionsOf('exchange-calendar', calendar.settings), signsIn: calendar.settings.authMethod === 'microsoft-oauth' },
    { name: 'exchange-directory', ...directory, use: permissionsOf('exchange-directory', directory.settings), signsIn: directory.settings.authMethod === 'microsoft-oauth' },
  ] as const;
  return all
    .filter(({ configured, signsIn }) => configured && signsIn)
    .map(({ name, use, version, settings: { cloud, tenantId, applicationId, clientSecret, clientSecretExpiresAt, lastToken } }) => ({ name, use, version, target: { cloud, tenantId, applicationId }, clientSecret, clientSecretExpiresAt, lastToken }));
}
