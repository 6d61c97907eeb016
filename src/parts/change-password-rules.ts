import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import * as z from 'zod/mini';
import { newPassword, ownPassword } from '../../contract/accounts.ts';

const schema = z
  .object({ ownPassword, password: newPassword, repeat: z.string() })
  .check(
    z.refine(({ ownPassword: own, password }) => own !== password, { error: 'password-same', path: ['password'] }),
    z.refine(({ password, repeat }) => password === repeat, { error: 'password-differs', path: ['repeat'], when: ({ value }) => typeof Object(value).password === 'string' }),
  );
export type PasswordValues = z.infer<typeof schema>;

export const changePasswordResolver: Resolver<PasswordValues, unknown, PasswordValues> = standardSchemaResolver(schema);
