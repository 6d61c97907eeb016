import * as z from 'zod/mini';

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
  /** With `changed-meanwhile`: what is stored now; with `deleted`: what was deleted. */
  current: z.optional(z.unknown()),
});
export type Problem = z.infer<typeof problem>;
