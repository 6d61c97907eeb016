import type { EmailForwardingInput } from '../../../contract/email-forwarding.ts';
import type { BoundSecret } from '../secrets/bound-secret.ts';

type Settings = Pick<EmailForwardingInput, 'authMethod' | 'smtp' | 'username' | 'cloud' | 'tenantId' | 'applicationId'>;

/** A secret of these settings; `field` is its member. */
export type SettingsSecret = BoundSecret & { field: 'password' | 'clientSecret' };

/** The password of Basic authentication, bound to host, port, encryption and username. */
export function passwordOf({ authMethod, smtp, username }: Settings): SettingsSecret {
  const boundTo = JSON.stringify([smtp.host.toLowerCase(), smtp.port, smtp.encryption, username ?? '']);
  return { field: 'password', name: 'email-forwarding/password', pointer: '/password', boundTo, used: authMethod === 'basic' && Boolean(username), hinted: false };
}

/** The secret of the application, bound to cloud, tenant and application. */
export function clientSecretOf({ authMethod, cloud, tenantId, applicationId }: Settings): SettingsSecret {
  const boundTo = JSON.stringify([cloud, (tenantId ?? '').toLowerCase(), (applicationId ?? '').toLowerCase()]);
  return { field: 'clientSecret', name: 'email-forwarding/client-secret', pointer: '/clientSecret', boundTo, used: authMethod === 'microsoft-oauth-application', hinted: true };
}

/** All secrets of these settings. */
export function secretsOf(settings: Settings): readonly [SettingsSecret, SettingsSecret] {
  return [passwordOf(settings), clientSecretOf(settings)];
}
