import { webhookOrigin } from '../../../contract/webhook-place.ts';
import type { BoundSecret } from '../secrets/bound-secret.ts';

interface Settings {
  webhook: { enabled: boolean; url?: string | null | undefined };
  mail: { enabled: boolean; smtp: { host?: string | null | undefined; port: number; encryption: string }; username?: string | null | undefined };
}

/** The secret that a webhook is signed with, bound to scheme, host and port of its address. */
export function signingSecretOf({ webhook: { enabled, url } }: Pick<Settings, 'webhook'>): BoundSecret {
  return { name: 'notices/signing-secret', pointer: '/webhook/signingSecret', boundTo: webhookOrigin(url ?? ''), used: enabled, hinted: false };
}

/** The password of the mail server, bound to host, port, encryption and username. */
export function mailPasswordOf({ mail: { enabled, smtp, username } }: Pick<Settings, 'mail'>): BoundSecret {
  const boundTo = JSON.stringify([(smtp.host ?? '').toLowerCase(), smtp.port, smtp.encryption, username ?? '']);
  return { name: 'notices/password', pointer: '/mail/password', boundTo, used: enabled && Boolean(username), hinted: false };
}
