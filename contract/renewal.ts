import * as z from 'zod/mini';
import { stepName } from './checks.ts';
import { diagnosis } from './diagnosis.ts';
import { instant, timestamp } from './fields.ts';
import { functionName } from './functions.ts';
import { secretSource } from './secret-source.ts';

const guidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^\p{Z}|\p{Z}$/u;

/** A new client secret as the portal shows it once: neither its Secret ID, nor with anything invisible in it. */
const newSecret = z.string('type').check(
  z.minLength(1, 'required'),
  z.maxLength(1024, 'too-long'),
  z.refine((value) => !invisible.test(value), 'invisible-characters'),
  z.refine((value) => !guidForm.test(value), 'secret-id'),
);

/** Body of `POST …/renewal`. Without a secret the one that was refused last, and is still kept, is checked again. */
export const renewalInput = z.strictObject({
  clientSecret: z.optional(newSecret),
  /** When it ends, as the portal shows it. */
  clientSecretExpiresAt: z.optional(z.nullable(timestamp)),
});
export type RenewalInput = z.infer<typeof renewalInput>;

/** `failed`: not accepted for all; `changed`: somebody saved one of them meanwhile. In both the new secret is kept, and nothing was switched. */
export const renewalState = z.enum(['none', 'checking', 'failed', 'changed', 'cancelled', 'switched']);

/** `switched`: has the new secret and keeps the old one; `refused`: the same, and its first use failed; `proven`: the new one was used, the old one dropped; `replaced`: has another secret since; `returned`: has the old one again. */
export const renewalUseState = z.enum(['pending', 'passed', 'failed', 'changed', 'gone', 'switched', 'refused', 'proven', 'replaced', 'returned'], 'type');
export type RenewalUseState = z.infer<typeof renewalUseState>;

/** One who signs in with the application, during a renewal and after it. */
export const renewalUse = z.object({
  source: secretSource,
  function: functionName,
  ref: z.nullable(z.string()),
  queue: z.nullable(z.string()),
  name: z.nullable(z.string()),
  state: renewalUseState,
  ms: z.nullable(z.number()),
  /** Where the check stopped. */
  step: z.nullable(stepName),
  diagnosis: z.optional(diagnosis),
});
export type RenewalUse = z.infer<typeof renewalUse>;
export const renewalUseList = z.object({ items: z.array(renewalUse), next: z.nullable(z.string()), total: z.number() });

/** How far the renewal of a client secret is, or how the last one ended. */
export const renewal = z.object({
  state: renewalState,
  version: z.number(),
  by: z.nullable(z.string()),
  startedAt: z.nullable(instant),
  endedAt: z.nullable(instant),
  /** Of the new secret. */
  hint: z.nullable(z.string()),
  clientSecretExpiresAt: z.nullable(instant),
  /** How many are in which state. */
  counts: z.record(renewalUseState, z.number()),
  total: z.number(),
  /** Is the new secret kept, so that it can be checked again without typing it? */
  canCheckAgain: z.boolean(),
  /** Was the secret itself accepted for all, so that it can be switched although something after it failed? */
  canSwitch: z.boolean(),
});
export type Renewal = z.infer<typeof renewal>;
