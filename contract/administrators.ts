import * as z from 'zod/mini';
import { newPassword, ownPassword, role, username } from './accounts.ts';
import { emailAddress, instant, language } from './fields.ts';
import { secret } from './secrets.ts';

/** So many accounts there can be: one page of a list. */
export const mostAdministrators = 200;

const input = {
  username,
  email: z.optional(z.nullable(z.union([z.literal(''), emailAddress]))),
  role,
  language,
  disabled: z.optional(z.boolean('type')),
  ownPassword,
};

/** Body of `POST /administrators`. The account must change the password at its first sign-in. */
export const newAdministratorInput = z.strictObject({ ...input, password: newPassword });
export type NewAdministratorInput = z.infer<typeof newAdministratorInput>;

/** Body of `PUT /administrators/{id}`. Another password than the caller's own must be changed at the next sign-in; absent, null, or in the form in which it was read it stays. */
export const administratorInput = z.strictObject({
  ...input,
  /** True has the account choose a new password before anything else; only its own new password ends that. */
  mustChangePassword: z.optional(z.boolean('type')),
  password: z.optional(z.nullable(z.union([secret, newPassword]))),
});
export type AdministratorInput = z.infer<typeof administratorInput>;

/** Body of `DELETE /administrators/{id}` and of `DELETE /administrators/{id}/sessions`. */
export const ownPasswordInput = z.strictObject({ ownPassword });

export const administrator = z.object({
  id: z.string(),
  username: z.string(),
  email: z.nullable(z.string()),
  role,
  language,
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  password: secret,
  createdAt: instant,
  lastSignInAt: z.nullable(instant),
  /** How often it is signed in at the moment. */
  sessions: z.number(),
});
export type Administrator = z.infer<typeof administrator>;

/** Members that only a read has. */
export const administratorReadOnly = ['id', 'createdAt', 'lastSignInAt', 'sessions'] as const;
/** And that nobody says of a new one. */
export const newAdministratorReadOnly = [...administratorReadOnly, 'mustChangePassword'] as const;

export const administratorList = z.object({ items: z.array(administrator), next: z.nullable(z.string()), total: z.number() });
