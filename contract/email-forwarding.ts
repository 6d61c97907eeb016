import * as z from 'zod/mini';
import { cloud, clouds } from './clouds.ts';
import { emailAddress, guid, host, port, tenant } from './fields.ts';

export const authMethod = z.enum(['microsoft-oauth'], 'auth-method');
export const encryption = z.enum(['starttls', 'tls'], 'encryption');
export type Encryption = z.infer<typeof encryption>;

/** Body of `PUT /email-forwarding`, and what the form holds. Members that only a read has are dropped, unknown ones refused. */
export const emailForwardingInput = z.strictObject({
  authMethod,
  emailAddress,
  /** The account that signs in, where it is not `emailAddress` (a shared mailbox). */
  signInAs: z.optional(z.nullable(emailAddress)),
  cloud,
  tenantId: tenant,
  applicationId: guid,
  smtp: z.strictObject({ host, port, encryption }),
});
export type EmailForwardingInput = z.infer<typeof emailForwardingInput>;

/** Answer of `GET /email-forwarding`. A system never set up reads as the defaults, with `configured: false`. */
export const emailForwarding = z.object({
  configured: z.boolean(),
  changedAt: z.nullable(z.string()),
  authMethod,
  emailAddress: z.string(),
  signInAs: z.nullable(z.string()),
  cloud,
  tenantId: z.string(),
  applicationId: z.string(),
  smtp: z.object({ host: z.string(), port: z.number(), encryption }),
});
export type EmailForwarding = z.infer<typeof emailForwarding>;

export const emailForwardingReadOnly: readonly (keyof EmailForwarding)[] = ['configured', 'changedAt'];

/** What an untouched system reads. */
export const emailForwardingDefaults: EmailForwarding = {
  configured: false,
  changedAt: null,
  authMethod: 'microsoft-oauth',
  emailAddress: '',
  signInAs: null,
  cloud: 'global',
  tenantId: '',
  applicationId: '',
  smtp: { ...clouds.global.smtp, encryption: 'starttls' },
};
