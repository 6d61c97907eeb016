import * as z from 'zod/mini';
import { cloud } from './cloud.ts';
import { clouds } from './clouds.ts';
import { defaultScope, emailAddress, guid, host, instant, optionalLine, port, realTenant, tenant, timestamp } from './fields.ts';
import { lastToken } from './last-token.ts';
import { secretSource } from './secret-source.ts';
import { secret, secretInput } from './secrets.ts';

export const authMethod = z.enum(['basic', 'microsoft-oauth', 'microsoft-oauth-application'], 'auth-method');
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

// What belongs to another method is kept, and not looked at closely.
const kept = {
  username: optionalLine(320),
  password: secretInput,
  tenantId: optionalLine(320),
  applicationId: optionalLine(320),
  clientSecret: secretInput,
  /** When the client secret ends, as the portal shows it. */
  clientSecretExpiresAt: z.optional(z.nullable(timestamp)),
  /** Instead of a client secret: whose secret is copied on the server, with its end. Its cloud, tenant and application must be the same. */
  clientSecretFrom: z.optional(z.nullable(secretSource)),
  scope: optionalLine(500),
};

const encrypted = z.strictObject({ host, port, encryption: z.enum(['starttls', 'tls'], 'encryption') });

const basic = z
  .strictObject({
    ...common,
    ...kept,
    authMethod: z.literal('basic'),
    /** Its `username` is empty for a server that asks for no sign-in. */
    smtp: z.strictObject({ host, port, encryption }),
  })
  .check(z.refine(({ smtp, username }) => smtp.encryption !== 'none' || !username, { error: 'password-unencrypted', path: ['smtp', 'encryption'] }));

/** A device code (RFC 8628): delegated, without a secret. */
const microsoftOauth = z.strictObject({ ...common, ...kept, authMethod: z.literal('microsoft-oauth'), smtp: encrypted, tenantId: tenant, applicationId: guid });

/** Client credentials (RFC 6749 section 4.4): nobody signs in, so a real tenant is needed. */
const application = z.strictObject({ ...common, ...kept, authMethod: z.literal('microsoft-oauth-application'), smtp: encrypted, tenantId: realTenant, applicationId: guid, scope: defaultScope });

/** Body of `PUT /email-forwarding`. Unknown members are refused. */
export const emailForwardingInput = z.discriminatedUnion('authMethod', [basic, microsoftOauth, application], 'auth-method');
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
  clientSecret: secret,
  clientSecretExpiresAt: z.nullable(instant),
  scope: z.string(),
  smtp: z.object({ host: z.string(), port: z.number(), encryption }),
  /** What the last token of the application carried; null before the first one. */
  lastToken: z.nullable(lastToken),
  /** After a `PUT`: JSON pointers of the secrets that were removed, since the place that they were entered for is gone. */
  removedSecrets: z.optional(z.array(z.string())),
});
export type EmailForwarding = z.infer<typeof emailForwarding>;

export const emailForwardingReadOnly: readonly (keyof EmailForwarding)[] = ['configured', 'changedAt', 'lastToken', 'removedSecrets'];

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
  clientSecret: { set: false, changedAt: null },
  clientSecretExpiresAt: null,
  scope: clouds.global.exchangeScope,
  smtp: { ...clouds.global.smtp, encryption: 'starttls' },
  lastToken: null,
};
