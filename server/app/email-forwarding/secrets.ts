import type { EmailForwardingInput } from '../../../contract/email-forwarding.ts';
import type { BoundSecret } from '../secrets/bound-secret.ts';

/** The password of Basic authentication, bound to host, port, encryption and username. */
export function passwordOf({ authMethod, smtp, username }: Pick<EmailForwardingInput, 'authMethod' | 'smtp' | 'username'>): BoundSecret {
  const boundTo = JSON.stringify([smtp.host.toLowerCase(), smtp.port, smtp.encryption, username ?? '']);
  return { name: 'email-forwarding/password', pointer: '/password', boundTo, used: authMethod === 'basic' && Boolean(username) };
}
