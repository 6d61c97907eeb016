import { roles, type Role } from '../../contract/roles.ts';
import { newAccount } from '../../server/app/accounts/new-account.ts';
import { startSession } from '../../server/app/accounts/sessions.ts';
import type { Context } from '../../server/app/context.ts';
import { Confidential } from '../../server/confidential.ts';
import type { Account } from '../../server/account-rows.ts';
import { names } from './storage.ts';

/** Signs in without being asked: on the first visit as an expert, and where the address says `?role=`, as somebody with that role. All have the same password. */
export async function signInByItself(context: Context, { search }: { search: string }): Promise<void> {
  const asked = roles.find((role) => role === new URLSearchParams(search).get('role'));
  const isFirst = await context.ports.store.transaction(async (rows) => (await rows.accounts.count()) === 0);
  const admin = isFirst ? await make(context, 'admin', 'expert') : null;
  const account = asked === undefined || (asked === 'expert' && admin) ? admin : await findOrMake(context, asked);
  if (account) localStorage.setItem(names.session, (await startSession(context, account)).token.reveal());
}

async function findOrMake(context: Context, role: Role): Promise<Account> {
  return (await context.ports.store.transaction((rows) => rows.accounts.byUsername(role))) ?? make(context, role, role);
}

async function make({ ports }: Context, username: string, role: Role): Promise<Account> {
  const account = await newAccount(ports, {
    username,
    email: `${username}@contoso.com`,
    role,
    language: /^de\b/i.test(navigator.language) ? 'de' : 'en',
    password: new Confidential(names.password),
    mustChangePassword: false,
    disabled: false,
  });
  await ports.store.transaction((rows) => rows.accounts.put(account));
  return account;
}
