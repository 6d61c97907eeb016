import * as z from 'zod/mini';
import { diagnosis } from './diagnosis.ts';
import { emailForwardingInput } from './email-forwarding.ts';
import { emailAddress, instant } from './fields.ts';
import { functionName } from './functions.ts';

export const stepName = z.enum(['settings', 'network', 'tls', 'clock', 'tenant', 'token', 'permission', 'sign-in', 'operation']);
export type StepName = z.infer<typeof stepName>;

export const stepState = z.enum(['pending', 'running', 'passed', 'failed', 'not-reached', 'skipped']);
export const checkState = z.enum(['running', 'passed', 'failed', 'cancelled']);

export const step = z.object({
  name: stepName,
  state: stepState,
  /** Milliseconds, null where nothing was measured. */
  ms: z.nullable(z.number()),
  /** What was found, a sentence in the reader's language; what the step will do while it is pending. */
  evidence: z.string(),
  diagnosis: z.optional(diagnosis),
});
export type Step = z.infer<typeof step>;

export const check = z.object({
  id: z.string(),
  function: functionName,
  ref: z.nullable(z.string()),
  /** Did it run on values that are not saved? */
  draft: z.boolean(),
  state: checkState,
  version: z.number(),
  startedAt: instant,
  endedAt: z.nullable(instant),
  by: z.string(),
  steps: z.array(step),
});
export type Check = z.infer<typeof check>;

/** Body of `POST /checks`. */
export const checkInput = z.strictObject({
  function: functionName,
  ref: z.optional(z.nullable(z.string('type'))),
  draft: z.optional(emailForwardingInput),
  input: z.strictObject({ sendTo: emailAddress }),
});
export type CheckInput = z.infer<typeof checkInput>;

export const checkList = z.object({ items: z.array(check), next: z.nullable(z.string()), total: z.number() });
