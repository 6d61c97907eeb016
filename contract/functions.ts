import * as z from 'zod/mini';
import { owner } from './diagnosis.ts';
import { instant } from './fields.ts';

export const functionName = z.enum(['email-forwarding', 'exchange-calendar', 'exchange-directory', 'queue-pilot'], 'function');
export type FunctionName = z.infer<typeof functionName>;

export const health = z.enum(['not-set-up', 'unchecked', 'working', 'warning', 'failing', 'sign-in-required']);
export type Health = z.infer<typeof health>;

/** `basic-authentication` and `ews`: what Microsoft switches off, in Exchange Online only. Other servers keep it. */
export const functionEnd = z.object({ what: z.enum(['sign-in', 'client-secret', 'basic-authentication', 'ews']), at: instant });
export type FunctionEnd = z.infer<typeof functionEnd>;

/** One row of `GET /functions`. */
export const functionRow = z.object({
  function: functionName,
  /** Of a queue pilot `<queueId>/<pilotId>`. */
  ref: z.nullable(z.string()),
  /** Of a queue pilot: its queue's name and its own. */
  queue: z.nullable(z.string()),
  name: z.nullable(z.string()),
  health,
  /** Since when its health is what it is. */
  since: z.nullable(instant),
  lastCheck: z.nullable(instant),
  lastGood: z.nullable(instant),
  /** The last test mail that was accepted. */
  lastMail: z.nullable(instant),
  /** What ends, or has ended, the earliest first. */
  ends: z.array(functionEnd),
  /** Who must act, and a sentence why, in the reader's language; absent where nobody must. `nobody`: what fails passes by itself. */
  needs: z.optional(z.object({ owner, why: z.string() })),
});
export type FunctionRow = z.infer<typeof functionRow>;
export const functionList = z.object({ items: z.array(functionRow) });
