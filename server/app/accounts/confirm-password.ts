import type { Confidential } from '../../confidential.ts';
import type { Caller, Context } from '../context.ts';
import { ProblemError, tooManyTries } from '../http/problem.ts';
import { takeConfirmation } from './tries.ts';

/**
 * Asks once more who it is: resolves where this is the caller's own password. Raises 422 `wrong-password` at `pointer`, the member of the body that held it,
 * and 429 with `Retry-After` after five wrong ones. It is before any change, outside of a transaction.
 */
export async function confirmPassword({ ports }: Context, { accountId }: Caller, password: Confidential, pointer = '/ownPassword'): Promise<void> {
  const { wait, right } = await takeConfirmation(ports, accountId);
  if (wait > 0) throw tooManyTries(wait);
  const account = await ports.store.transaction((rows) => rows.accounts.byId(accountId));
  if (!account || account.disabled) throw new ProblemError('not-signed-in');
  if (!(await ports.secrets.verifyPassword(password, account.passwordHash))) {
    throw new ProblemError('wrong-password', { errors: [{ pointer, code: 'wrong-password', detail: 'This is not your password.' }] });
  }
  await right();
}
