import type { EmailForwardingInput } from '../../../contract/email-forwarding.ts';
import { clientSecretOf, type SettingsSecret } from '../secrets/settings-secrets.ts';

type Settings = Pick<EmailForwardingInput, 'authMethod' | 'smtp' | 'username' | 'cloud' | 'tenantId' | 'applicationId'>;

/** All secrets of these settings. */
export function secretsOf(settings: Settings): readonly [SettingsSecret, SettingsSecret] {
  return [passwordOf(settings), clientSecretOf('email-forwarding', settings, settings.authMethod === 'microsoft-oauth-application')];
}

// The password of Basic authentication, bound to host, port, encryption and username.
function passwordOf({ authMethod, smtp, username }: Settings): SettingsSecret {
  const boundTo = JSON.stringify([smtp.host.toLowerCase(), smtp.port, smtp.encryption, username ?? '']);
  return { field: 'password', name: 'email-forwarding/password', pointer: '/password', boundTo, used: authMethod === 'basic' && Boolean(username), hinted: false };
}
