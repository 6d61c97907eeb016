import * as z from 'zod/mini';

/** Names of all problems (RFC 9457): `type` is `/problems/<name>`, the value is the HTTP status. */
export const problemStatus = {
  'invalid-json': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'forbidden': 403,
  'foreign-origin': 403,
  'wrong-setup-code': 403,
  'not-found': 404,
  'already-set-up': 409,
  'not-configured': 409,
  'other-method': 409,
  'no-sign-in': 409,
  'changed-meanwhile': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'misdirected': 421,
  'invalid': 422,
  'if-match-needed': 428,
  'too-many-tries': 429,
  'internal': 500,
} as const;

export type ProblemName = keyof typeof problemStatus;

export const fieldError = z.object({
  /** JSON pointer of the field, as in RFC 6901. */
  pointer: z.string(),
  code: z.string(),
  detail: z.string(),
});
export type FieldError = z.infer<typeof fieldError>;

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  /** The request's id, to be found in the log. */
  instance: z.string(),
  errors: z.optional(z.array(fieldError)),
  /** With `changed-meanwhile`: what is stored now. */
  current: z.optional(z.unknown()),
});
export type Problem = z.infer<typeof problem>;

/** The name in a problem's `type`, or null where it is none of ours. */
export function problemName(type: string): ProblemName | null {
  const name = type.replace(/^\/problems\//, '');
  return name in problemStatus ? (name as ProblemName) : null;
}
