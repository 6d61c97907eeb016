import * as z from 'zod/mini';
import { cloud } from './cloud.ts';
import { instant } from './fields.ts';
import { functionName, health } from './functions.ts';
import { permissionUse } from './permission-use.ts';
import { secretSource } from './secret-source.ts';
import { secret } from './secrets.ts';

/** Who signs in with an application: a function, or a queue pilot. */
export const applicationUse = z.object({
  source: secretSource,
  function: functionName,
  ref: z.nullable(z.string()),
  /** Of a queue pilot: its queue's name and its own; null else, where the console has a name. */
  queue: z.nullable(z.string()),
  name: z.nullable(z.string()),
  clientSecret: secret,
  clientSecretExpiresAt: z.nullable(instant),
});
export type ApplicationUse = z.infer<typeof applicationUse>;
export const applicationUseList = z.object({ items: z.array(applicationUse), next: z.nullable(z.string()), total: z.number() });

const ofApplication = {
  cloud,
  /** As the first of its users has it: a GUID or a domain. */
  tenantId: z.string(),
  /** The tenant's GUID, where a token or a sign-in has told it. */
  tenantGuid: z.nullable(z.string()),
  applicationId: z.string(),
  /** How many functions and queue pilots sign in with it and its secret. */
  uses: z.number(),
  /** Does E-mail forwarding sign in by a code with it? */
  byCode: z.boolean(),
};

/** A Microsoft application in use. */
export const application = z.object({
  ...ofApplication,
  /** One of them, with a client secret where one has it: functions first. */
  first: applicationUse,
});
export type Application = z.infer<typeof application>;
export const applicationList = z.object({ items: z.array(application) });

/** What one kind of use makes of an application, as its token says. */
export const applicationPart = z.object({
  use: permissionUse,
  function: functionName,
  /** How many: of queue pilots there may be several. */
  count: z.number(),
  /** The worst of them. */
  health,
  /** When the last check passed, of any of them. */
  lastGood: z.nullable(instant),
  /** What the last token carried: roles, or the scopes that were granted; null where there was none that could be read. */
  token: z.nullable(z.object({ carried: z.array(z.string()), at: instant })),
  /** `by-exchange`: not in the token, and nevertheless the last check passed: Exchange grants it by itself. */
  permissions: z.array(z.object({ name: z.string(), held: z.enum(['yes', 'no', 'unknown', 'by-exchange']) })),
});
export type ApplicationPart = z.infer<typeof applicationPart>;

export const applicationSecret = z.object({
  hint: z.nullable(z.string()),
  /** When it was stored last; of several with the same one the earliest and the latest. */
  changedFrom: instant,
  changedTo: instant,
  endsAt: z.nullable(instant),
  /** How many have it, and one of them. */
  uses: z.number(),
  first: applicationUse,
});
export type ApplicationSecret = z.infer<typeof applicationSecret>;

/** A Microsoft application with all that is known of it; nobody is asked. */
export const applicationDetails = z.object({
  ...ofApplication,
  /** Every way in which its users name the tenant. */
  tenantIds: z.array(z.string()),
  parts: z.array(applicationPart),
  /** Roles that the tokens carried and that nothing here needs, by the API that they are of. */
  unneeded: z.array(z.object({ api: z.string(), name: z.string() })),
  /** The secrets that are stored, the most used first; none where nobody has one. */
  secrets: z.array(applicationSecret),
  /** How many of its users have no secret. */
  withoutSecret: z.number(),
});
export type ApplicationDetails = z.infer<typeof applicationDetails>;
