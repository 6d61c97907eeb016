import * as z from 'zod/mini';
import { cloud } from './cloud.ts';
import { instant } from './fields.ts';
import { functionName } from './functions.ts';
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

/** A Microsoft application in use. */
export const application = z.object({
  cloud,
  tenantId: z.string(),
  applicationId: z.string(),
  /** How many functions and queue pilots sign in with it. */
  uses: z.number(),
  /** One of them, with a client secret where one has it: functions first. */
  first: applicationUse,
});
export type Application = z.infer<typeof application>;
export const applicationList = z.object({ items: z.array(application) });
