import { clouds, isMicrosoftMailHost, type Cloud } from '../../../../contract/clouds.ts';
import type { AuthMethod, EmailForwarding, EmailForwardingInput, Encryption } from '../../../../contract/email-forwarding.ts';
import type { SecretSource } from '../../../../contract/secret-source.ts';
import type { DoctorSetup } from '../../../parts/use-paste-doctor.tsx';

/** What the form holds: the values of all methods. An empty secret keeps the stored one. */
export interface SettingsValues {
  authMethod: AuthMethod;
  emailAddress: string;
  signInAs: string;
  cloud: Cloud;
  tenantId: string;
  applicationId: string;
  clientSecret: string;
  /** A day, as 2028-11-24, or empty. */
  clientSecretExpiresAt: string;
  /** Whose secret is taken on the server, or empty. */
  clientSecretFrom: SecretSource | '';
  scope: string;
  username: string;
  password: string;
  smtp: { host: string; port: number; encryption: Encryption };
}

/** The form's values of what is stored. */
export function valuesOf({ authMethod, emailAddress, signInAs, cloud, tenantId, applicationId, clientSecretExpiresAt, scope, username, smtp }: EmailForwarding): SettingsValues {
  const day = clientSecretExpiresAt?.slice(0, 10) ?? '';
  return { authMethod, emailAddress, signInAs: signInAs ?? '', cloud, tenantId, applicationId, clientSecret: '', clientSecretExpiresAt: day, clientSecretFrom: '', scope, username, password: '', smtp };
}

/** The body of a save; the contract says whether it holds. */
export function inputOf({ signInAs, clientSecret, clientSecretExpiresAt, clientSecretFrom, password, ...values }: SettingsValues): EmailForwardingInput {
  return {
    ...values,
    signInAs: signInAs.trim() === '' ? null : signInAs,
    clientSecret: clientSecret === '' ? null : clientSecret,
    clientSecretExpiresAt: clientSecretExpiresAt === '' ? null : `${clientSecretExpiresAt}T00:00:00.000Z`,
    clientSecretFrom: clientSecretFrom || null,
    password: password === '' ? null : password,
  } as EmailForwardingInput;
}

/** The mail server that goes with a method: the one that was chosen for it before, else the one at hand, unless a token must not go there. */
export function serverFor(method: AuthMethod, { smtp, cloud }: SettingsValues, before: SettingsValues['smtp'] | undefined): SettingsValues['smtp'] {
  if (before) return before;
  return method === 'basic' || isMicrosoftMailHost(smtp.host) ? smtp : { ...clouds[cloud].smtp, encryption: 'starttls' };
}

/** What changes with the cloud: its mail server and scope take the place of the former one's where those were not touched. */
export function inCloud(cloud: Cloud, { cloud: former, smtp, scope }: SettingsValues): Pick<SettingsValues, 'cloud' | 'smtp' | 'scope'> {
  const [to, from] = [clouds[cloud], clouds[former]];
  const hasDefaultServer = smtp.host.trim().toLowerCase() === from.smtp.host && smtp.port === from.smtp.port;
  return { cloud, smtp: hasDefaultServer ? { ...smtp, ...to.smtp } : smtp, scope: scope.trim() === from.exchangeScope || scope.trim() === '' ? to.exchangeScope : scope };
}

/** What the paste doctor looks at. */
export const doctorSetup: DoctorSetup<SettingsValues> = {
  fields: { emailAddress: 'emailAddress', signInAs: 'signInAs', applicationId: 'applicationId', tenantId: 'tenantId', clientSecret: 'clientSecret' },
  read: (values) => ({ ...values, isApplication: values.authMethod === 'microsoft-oauth-application' }),
  inCloud,
};
