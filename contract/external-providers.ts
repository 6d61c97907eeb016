import * as z from 'zod/mini';
import { cloud } from './cloud.ts';
import { emailAddress, guid, instant, line, optionalLine, realTenant, timestamp } from './fields.ts';
import { lastToken } from './last-token.ts';
import { providerPlace } from './provider-place.ts';
import { scopeFault, webAddressFault } from './scope.ts';
import { secretSource } from './secret-source.ts';
import { secret, secretInput } from './secrets.ts';

export const providerAuthMethod = z.enum(['basic', 'microsoft-oauth'], 'auth-method');
export type ProviderAuthMethod = z.infer<typeof providerAuthMethod>;

/** `ews`: Exchange Web Services, as the original has it. `graph`: Microsoft Graph. */
export const access = z.enum(['ews', 'graph'], 'access');
export type Access = z.infer<typeof access>;

/** Where requests go: https, without credentials, query and fragment. Of Graph it ends with the version: `https://graph.microsoft.com/v1.0`. */
const server = line(500).check(z.refine((value) => webAddressFault(value) === null, { error: (issue) => webAddressFault(String(issue.input)) ?? 'web-address' }));

const shared = {
  access,
  cloud,
  server,
  password: secretInput,
  clientSecret: secretInput,
  /** When the client secret ends, as the portal shows it. */
  clientSecretExpiresAt: z.optional(z.nullable(timestamp)),
  /** Instead of a client secret: whose secret is copied on the server, with its end. Its cloud, tenant and application must be the same. */
  clientSecretFrom: z.optional(z.nullable(secretSource)),
};

/** The account's own name and password, at an Exchange server of the company's own. */
const basic = z
  .strictObject({ ...shared, authMethod: z.literal('basic'), username: line(320), tenantId: optionalLine(320), applicationId: optionalLine(320), scope: optionalLine(500) })
  .check(z.refine(({ access: way }) => way === 'ews', { error: 'graph-without-password', path: ['access'] }));

/** Client credentials (RFC 6749 section 4.4): the application reads as itself; `username` is the mailbox that is read first. */
const microsoftOauth = z
  .strictObject({ ...shared, authMethod: z.literal('microsoft-oauth'), username: emailAddress, tenantId: realTenant, applicationId: guid, scope: line(500) })
  .check((payload) => {
    const fault = scopeFault(payload.value);
    if (fault) payload.issues.push({ code: 'custom', message: fault, input: payload.value.scope, path: ['scope'] });
  });

/** Body of `PUT /external-providers/exchange-calendar`. Unknown members are refused. */
export const exchangeCalendarInput = z.discriminatedUnion('authMethod', [basic, microsoftOauth], 'auth-method');
export type ProviderInput = z.infer<typeof exchangeCalendarInput>;

/** Body of `PUT /external-providers/exchange-directory`: public folders have no Graph. */
export const exchangeDirectoryInput = /* @__PURE__ */ exchangeCalendarInput.check(z.refine((value) => value.access === 'ews', { error: 'access', path: ['access'] }));

/** Answer of `GET`. What was never set up reads as the defaults, with `configured: false`. */
export const provider = z.object({
  configured: z.boolean(),
  changedAt: z.nullable(z.string()),
  authMethod: providerAuthMethod,
  access,
  cloud,
  server: z.string(),
  username: z.string(),
  password: secret,
  tenantId: z.string(),
  applicationId: z.string(),
  clientSecret: secret,
  clientSecretExpiresAt: z.nullable(instant),
  scope: z.string(),
  /** What the last token of the application carried; null before the first one. */
  lastToken: z.nullable(lastToken),
  /** After a `PUT`: JSON pointers of the secrets that were removed, since the place that they were entered for is gone. */
  removedSecrets: z.optional(z.array(z.string())),
});
export type Provider = z.infer<typeof provider>;

export const providerReadOnly: readonly (keyof Provider)[] = ['configured', 'changedAt', 'lastToken', 'removedSecrets'];

export type ProviderName = 'exchange-calendar' | 'exchange-directory';

function defaults(way: Access): Provider {
  return {
    configured: false,
    changedAt: null,
    authMethod: 'microsoft-oauth',
    access: way,
    cloud: 'global',
    ...providerPlace(way, 'global'),
    username: '',
    password: { set: false, changedAt: null },
    tenantId: '',
    applicationId: '',
    clientSecret: { set: false, changedAt: null },
    clientSecretExpiresAt: null,
    lastToken: null,
  };
}

/** What an untouched system reads. */
export const providerDefaults: Record<ProviderName, Provider> = { 'exchange-calendar': /* @__PURE__ */ defaults('graph'), 'exchange-directory': /* @__PURE__ */ defaults('ews') };
