import * as z from 'zod/mini';
import { cloud } from './cloud.ts';
import { clouds } from './clouds.ts';
import { emailAddress, guid, host, optionalLine, port, tenant } from './fields.ts';
import { secret, secretInput } from './secrets.ts';

export const authMethod = z.enum(['basic', 'microsoft-oauth'], 'auth-method');
export type AuthMethod = z.infer<typeof authMethod>;

/** `none` is for servers that ask for no sign-in: neither a password nor a token is sent without encryption. */
export const encryption = z.enum(['starttls', 'tls', 'none'], 'encryption');
export type Encryption = z.infer<typeof encryption>;

const common = {
  emailAddress,
  /** The account that signs in, where it is not `emailAddress` (a shared mailbox). */
  signInAs: z.optional(z.nullable(emailAddress)),
  cloud,
};

const basic = z
  .strictObject({
    ...common,
    authMethod: z.literal('basic'),
    smtp: z.strictObject({ host, port, encryption }),
    /** Empty for a server that asks for no sign-in. */
    username: optionalLine(320),
    password: secretInput,
    tenantId: optionalLine(320),
    applicationId: optionalLine(320),
  })
  .check(z.refine(({ smtp, username }) => smtp.encryption !== 'none' || !username, { error: 'password-unencrypted', path: ['smtp', 'encryption'] }));

const microsoftOauth = z.strictObject({
  ...common,
  authMethod: z.literal('microsoft-oauth'),
  smtp: z.strictObject({ host, port, encryption: z.enum(['starttls', 'tls'], 'encryption') }),
  tenantId: tenant,
  applicationId: guid,
  username: optionalLine(320),
  password: secretInput,
});

/** Body of `PUT /email-forwarding`. What belongs to the method that is not chosen is kept, and not looked at closely. Unknown members are refused. */
export const emailForwardingInput = z.discriminatedUnion('authMethod', [basic, microsoftOauth], 'auth-method');
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
  username: z.string(),
  password: secret,
  smtp: z.object({ host: z.string(), port: z.number(), encryption }),
  /** After a `PUT`: JSON pointers of the secrets that were removed, since the place that they were entered for is gone. */
  removedSecrets: z.optional(z.array(z.string())),
});
export type EmailForwarding = z.infer<typeof emailForwarding>;

export const emailForwardingReadOnly: readonly (keyof EmailForwarding)[] = ['configured', 'changedAt', 'removedSecrets'];

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
  username: '',
  password: { set: false, changedAt: null },
  smtp: { ...clouds.global.smtp, encryption: 'starttls' },
};
