import * as z from 'zod/mini';
import { diagnosis } from './diagnosis.ts';
import { instant } from './fields.ts';

/** A sign-in that works: who signed in, and until when its parts live. */
export const signIn = z.object({
  account: z.string(),
  authorizedAt: instant,
  accessTokenExpiresAt: instant,
  lastRefreshAt: z.nullable(instant),
  /** When it ends if nobody uses it: 90 days after the last use. */
  signInEndsAt: instant,
  matchesAddress: z.boolean(),
  /** The name by which the mail server took the token last; null before the first time. */
  mailUser: z.nullable(z.string()),
  /** Why the last refresh failed, though the sign-in has not ended, and when it is tried again; null while all is well. */
  refreshFault: z.nullable(z.object({ diagnosis, nextTryAt: instant })),
});
export type SignIn = z.infer<typeof signIn>;

const base = { version: z.number(), now: instant };
const withCurrent = { ...base, current: z.nullable(signIn) };

/** Answer of `GET /email-forwarding/authorization`. */
export const authorization = z.discriminatedUnion('state', [
  z.object({ ...withCurrent, state: z.literal('none') }),
  z.object({
    ...withCurrent,
    state: z.literal('pending'),
    /** Null for a role that may not sign in at Microsoft. */
    userCode: z.nullable(z.string()),
    /** Empty for such a role, as the message is. */
    verificationUri: z.string(),
    message: z.string(),
    expiresAt: instant,
    interval: z.number(),
    /** Why Microsoft cannot be asked at the moment whether somebody has signed in; asking goes on. */
    fault: z.nullable(diagnosis),
  }),
  z.object({ ...base, ...signIn.shape, state: z.literal('authorized') }),
  z.object({ ...withCurrent, state: z.literal('other-account'), account: z.string() }),
  ...(['declined', 'expired', 'blocked', 'failed', 'sign-in-required'] as const).map((state) =>
    z.object({ ...withCurrent, state: z.literal(state), since: instant, diagnosis }),
  ),
]);
export type Authorization = z.infer<typeof authorization>;

/** Body of `POST /email-forwarding/authorization`: nothing (the pending code, or a new one), a new code, or keep the other account. */
export const authorizationInput = z.strictObject({
  renew: z.optional(z.boolean('type')),
  keep: z.optional(z.boolean('type')),
});
