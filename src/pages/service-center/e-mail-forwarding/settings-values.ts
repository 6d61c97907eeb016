import { clouds, isMicrosoftMailHost, type Cloud } from '../../../../contract/clouds.ts';
import type { AuthMethod, EmailForwarding, EmailForwardingInput, Encryption } from '../../../../contract/email-forwarding.ts';

/** What the form holds: the values of both methods. An empty password keeps the stored one. */
export interface SettingsValues {
  authMethod: AuthMethod;
  emailAddress: string;
  signInAs: string | null;
  cloud: Cloud;
  tenantId: string;
  applicationId: string;
  username: string;
  password: string;
  smtp: { host: string; port: number; encryption: Encryption };
}

/** The form's values of what is stored. */
export function valuesOf({ authMethod, emailAddress, signInAs, cloud, tenantId, applicationId, username, smtp }: EmailForwarding): SettingsValues {
  return { authMethod, emailAddress, signInAs, cloud, tenantId, applicationId, username, password: '', smtp };
}

/** The body of a save; the contract says whether it holds. */
export function inputOf(values: SettingsValues): EmailForwardingInput {
  return { ...values, password: values.password === '' ? null : values.password } as EmailForwardingInput;
}

/** Was the stored password entered for another place than these values name? */
export function isElsewhere(values: SettingsValues, stored: EmailForwarding): boolean {
  const place = ({ smtp, username }: Pick<SettingsValues, 'smtp' | 'username'>) => [smtp.host.trim().toLowerCase(), smtp.port, smtp.encryption, username.trim()].join('\n');
  return place(values) !== place(stored);
}

/** The mail server that goes with a method: the one that was chosen for it before, else the one at hand, unless a token must not go there. */
export function serverFor(method: AuthMethod, { smtp, cloud }: SettingsValues, before: SettingsValues['smtp'] | undefined): SettingsValues['smtp'] {
  if (before) return before;
  return method === 'basic' || isMicrosoftMailHost(smtp.host) ? smtp : { ...clouds[cloud].smtp, encryption: 'starttls' };
}
