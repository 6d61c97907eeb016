import * as z from 'zod/mini';
import { emailAddress, instant, language, line, text } from './fields.ts';
import { passwordLength } from './password-length.ts';
import { roles } from './roles.ts';

export const role = z.enum(roles, 'role');

export const newPassword = text().check(
  z.minLength(1, 'required'),
  z.refine((value) => [...value].length >= passwordLength.min, 'password-short'),
  z.maxLength(passwordLength.max, 'too-long'),
);

/** Why this cannot be a new password: the code of the rule that it breaks, or null. */
export function passwordProblem(password: string): string | null {
  return newPassword.safeParse(password).error?.issues[0]?.message ?? null;
}

/** Letters, digits and `. _ - @`: what can be typed on any keyboard and said on the telephone. */
export const username = line(64).check(z.regex(/^[\p{L}\p{N}._@-]+$/u, 'username'));

/** Body of `POST /setup`. */
export const setupInput = z.strictObject({
  code: line(32),
  username,
  password: newPassword,
  email: z.optional(z.union([z.literal(''), emailAddress])),
  language: z.optional(language),
});
export type SetupInput = z.infer<typeof setupInput>;
export const setupState = z.object({ needed: z.boolean() });

/** The caller's own password, where it is asked for again. */
export const ownPassword = text().check(z.minLength(1, 'required'), z.maxLength(1024, 'too-long'));

/** Body of `POST /session`. */
export const sessionInput = z.strictObject({
  username: text().check(z.trim(), z.minLength(1, 'required'), z.maxLength(200, 'too-long')),
  password: ownPassword,
});
export type SessionInput = z.infer<typeof sessionInput>;

export const session = z.object({
  username: z.string(),
  email: z.nullable(z.string()),
  role,
  language,
  mustChangePassword: z.boolean(),
  expiresAt: instant,
});
export type Session = z.infer<typeof session>;

/** Body of `PUT /session/account`: what is absent stays. A new password takes the one that it replaces. */
export const accountInput = z
  .strictObject({
    language: z.optional(language),
    email: z.optional(z.nullable(z.union([z.literal(''), emailAddress]))),
    password: z.optional(newPassword),
    ownPassword: z.optional(ownPassword),
  })
  .check(z.refine(({ password, ownPassword: own }) => password === undefined || own !== undefined, { error: 'required', path: ['ownPassword'] }));
export type AccountInput = z.infer<typeof accountInput>;
