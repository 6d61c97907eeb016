import * as z from 'zod/mini';
import { instant } from './fields.ts';

/** A secret as it is read: never the secret itself. `hint`, its last three characters, is there for client secrets only. */
export const secret = z.object({ set: z.boolean(), hint: z.optional(z.string()), changedAt: z.nullable(instant) });
export type Secret = z.infer<typeof secret>;

/** A secret as it is written: a text sets it, an empty one removes it; absent, null, or in the form in which it was read it stays. */
export const secretInput = z.optional(
  z.nullable(
    z.union([
      secret,
      z.string('type').check(
        z.maxLength(1024, 'too-long'),
        z.refine((value) => !/\p{Cc}/u.test(value), 'invisible-characters'),
      ),
    ]),
  ),
);
export type SecretInput = z.infer<typeof secretInput>;
