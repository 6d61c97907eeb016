import type { AccountInput } from '../../../contract/accounts.ts';
import type { Account } from '../../account-rows.ts';
import type { Caller, Services } from '../context.ts';
import { recordIn } from '../events/record.ts';
import { ProblemError } from '../http/problem.ts';
import type { Received } from '../secrets/received.ts';
import { mustDiffer } from './administrators.ts';
import { confirmPassword } from './confirm-password.ts';

/** Changes what is given of the caller's own account; a new password ends his other sessions. Raises 422 `wrong-password` and `password-same`, and 429. */
export async function saveOwnAccount(services: Services, { language, email, password, ownPassword }: Received<AccountInput>, caller: Caller): Promise<void> {
  const { ports } = services;
  if (password && ownPassword) {
    await confirmPassword(services, caller, ownPassword);
    await mustDiffer(ports, caller.accountId, password);
  }
  const passwordHash = password && (await ports.secrets.hashPassword(password));
  await ports.store.transaction(async (rows) => {
    const former = await rows.accounts.byId(caller.accountId);
    if (!former || former.disabled) throw new ProblemError('not-signed-in');
    const account: Account = {
      ...former,
      language: language ?? former.language,
      email: email === undefined ? former.email : email || null,
      ...(passwordHash && { passwordHash, passwordChangedAt: ports.clock.now().toISOString(), mustChangePassword: false }),
    };
    const { username } = account;
    const isOtherEmail = account.email !== former.email;
    if (!passwordHash && !isOtherEmail && account.language === former.language) return;
    await rows.accounts.put({ ...account, version: former.version + 1 });
    if (isOtherEmail) await recordIn(rows, ports, { kind: 'administrator-changed', function: null, actor: username, params: { username } });
    if (!passwordHash) return;
    await rows.sessions.deleteOf(caller.accountId, caller.session);
    await recordIn(rows, ports, { kind: 'password-changed', function: null, actor: username, params: {} });
  });
}
