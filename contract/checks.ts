import * as z from 'zod/mini';
import { emailPilotInput } from './contact-center.ts';
import { diagnosis } from './diagnosis.ts';
import { emailForwardingInput } from './email-forwarding.ts';
import { exchangeCalendarInput, exchangeDirectoryInput } from './external-providers.ts';
import { emailAddress, instant, line, timestamp } from './fields.ts';
import { functionName } from './functions.ts';

export const stepName = z.enum(['settings', 'network', 'tls', 'clock', 'tenant', 'token', 'permission', 'sign-in', 'operation']);
export type StepName = z.infer<typeof stepName>;

export const stepState = z.enum(['pending', 'running', 'passed', 'failed', 'not-reached', 'skipped']);
/** `waiting`: between two runs of a repeated check. */
export const checkState = z.enum(['running', 'waiting', 'passed', 'failed', 'cancelled']);
export const repeatLimits = { everyMinutes: { min: 1, max: 60 }, longestHours: 24 } as const;

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
  /** Who started it; null for the hourly check, which sends no mail. */
  by: z.nullable(z.string()),
  /** A check that is repeated until it passes, or until an instant. */
  repeat: z.optional(z.object({ everyMinutes: z.number(), until: instant, runs: z.number(), nextAt: z.nullable(instant) })),
  steps: z.array(step),
  /** Of a check over many mailboxes: how many are done, and how many of these failed. Each result is read by `GET /checks/{id}/results`. */
  mailboxes: z.optional(z.object({ total: z.number(), done: z.number(), failed: z.number() })),
});
export type Check = z.infer<typeof check>;

export const mostMailboxes = 500;

const everyCheck = {
  /** Of a queue pilot, as `<queueId>/<pilotId>`. */
  ref: z.optional(z.nullable(z.string('type').check(z.maxLength(100, 'too-long')))),
  /** Again every so many minutes until it passes, until this instant at most; not for drafts. */
  repeat: z.optional(z.strictObject({ everyMinutes: z.int('type').check(z.minimum(repeatLimits.everyMinutes.min, 'type'), z.maximum(repeatLimits.everyMinutes.max, 'type')), until: timestamp })),
};

/** Body of `POST /checks`. A calendar is read of `mailboxes`, or of the settings' own; a directory is searched for `name`, or only opened; a queue pilot is named by `ref`, and only the draft of a new one has none. */
export const checkInput = z.discriminatedUnion(
  'function',
  [
    z.strictObject({ ...everyCheck, function: z.literal('email-forwarding'), draft: z.optional(emailForwardingInput), input: z.strictObject({ sendTo: emailAddress }) }),
    z.strictObject({
      ...everyCheck,
      function: z.literal('exchange-calendar'),
      draft: z.optional(exchangeCalendarInput),
      input: z.optional(z.strictObject({ mailboxes: z.optional(z.array(emailAddress, 'type').check(z.minLength(1, 'required'), z.maxLength(mostMailboxes, 'too-many'))) })),
    }),
    z.strictObject({ ...everyCheck, function: z.literal('exchange-directory'), draft: z.optional(exchangeDirectoryInput), input: z.optional(z.strictObject({ name: z.optional(line(100)) })) }),
    z
      .strictObject({ ...everyCheck, function: z.literal('queue-pilot'), draft: z.optional(emailPilotInput), input: z.optional(z.strictObject({})) })
      .check(z.refine(({ ref, draft }) => draft !== undefined || Boolean(ref), { error: 'required', path: ['ref'] })),
  ],
  'function',
);
export type CheckInput = z.infer<typeof checkInput>;

export const checkList = z.object({ items: z.array(check), next: z.nullable(z.string()), total: z.number() });

/** One mailbox of a check over many. */
export const mailboxResult = z.object({ mailbox: z.string(), state: z.enum(['pending', 'passed', 'failed']), ms: z.nullable(z.number()), diagnosis: z.optional(diagnosis) });
export type MailboxResult = z.infer<typeof mailboxResult>;
export const mailboxResults = z.object({ items: z.array(mailboxResult), next: z.nullable(z.string()), total: z.number() });
