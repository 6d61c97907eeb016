import { mostAdministrators, type Administrator, type AdministratorInput, type NewAdministratorInput } from '../../../contract/administrators.ts';
import { Confidential } from '../../confidential.ts';
import type { EventKind } from '../../../contract/events.ts';
import type { Params } from '../../../contract/diagnosis.ts';
import type { Account } from '../../account-rows.ts';
import type { Repositories } from '../../store.ts';
import type { Caller, Context } from '../context.ts';
import { recordIn } from '../events/record.ts';
import { checkMatch, needsMatch } from '../http/etag.ts';
import { fieldProblem, ProblemError } from '../http/problem.ts';
import { isId } from '../ids.ts';
import type { Received } from '../secrets/received.ts';
import { newAccount } from './new-account.ts';
import { forgetTries } from './tries.ts';

/** All accounts by username, as the API shows them. */
export async function listAdministrators({ ports }: Context): Promise<Administrator[]> {
  return ports.store.transaction(async (rows) => {
    const sessions = await rows.sessions.counts(ports.clock.now().toISOString());
    return (await rows.accounts.all()).map((account) => show(account, sessions[account.id] ?? 0));
  });
}

/** One account, with its version. Raises 404. */
export async function readAdministrator({ ports }: Context, id: string): Promise<{ shown: Administrator; version: string }> {
  return ports.store.transaction(async (rows) => showIn(rows, await find(rows, id), ports.clock.now()));
}

/** Adds an account, which must change its password at the first sign-in; answers its id. Raises 422 `username-taken`, 409 `too-many-administrators`. */
export async function addAdministrator({ ports }: Context, input: Received<NewAdministratorInput>, caller: Caller): Promise<string> {
  const { username, email, role, language, disabled = false, password } = input;
  const account = await newAccount(ports, { username, email: email || null, role, language, disabled, mustChangePassword: true, password });
  await change(ports, caller, async (rows) => {
    if ((await rows.accounts.count()) >= mostAdministrators) throw new ProblemError('too-many-administrators');
    await put(rows, account);
    await tell(rows, ports, caller, 'administrator-added', { username, role });
  });
  return account.id;
}

/**
 * Replaces an account where `ifMatch` is its ETag. Another role or password, or being disabled, ends its sessions but for the caller's own one.
 * Raises 404, 428, 412 with what is stored, 422 `username-taken` and `password-same`, and 409 `last-expert`.
 */
export async function saveAdministrator({ ports }: Context, id: string, input: Received<AdministratorInput>, ifMatch: string | undefined, caller: Caller): Promise<void> {
  needsMatch(ifMatch);
  const password = input.password instanceof Confidential ? input.password : null;
  const passwordHash = password && (await ports.secrets.hashPassword(password));
  if (password && id === caller.accountId) await mustDiffer(ports, id, password);
  await change(ports, caller, async (rows) => {
    const former = await findMatching(rows, id, ifMatch, ports.clock.now());
    const isOwn = id === caller.accountId;
    const { username, email, role, language, disabled = former.disabled } = input;
    const mustChangePassword = passwordHash ? !isOwn : former.mustChangePassword || input.mustChangePassword === true;
    const account: Account = {
      ...former,
      username,
      email: email || null,
      role,
      language,
      disabled,
      mustChangePassword,
      version: former.version + 1,
      ...(passwordHash && { passwordHash, passwordChangedAt: ports.clock.now().toISOString() }),
    };
    await put(rows, account);
    await mustLeaveAnExpert(rows);
    if (passwordHash || (former.disabled && !disabled)) await forgetTries(rows, former.username);
    if (passwordHash || disabled || role !== former.role) await rows.sessions.deleteOf(id, disabled ? undefined : caller.session);
    for (const [kind, params] of changesOf(former, account)) await tell(rows, ports, caller, kind, { username, ...params });
    if (passwordHash) await tell(rows, ports, caller, isOwn ? 'password-changed' : 'administrator-password-set', isOwn ? {} : { username });
  });
}

/** Deletes an account with its sessions, where `ifMatch` is its ETag. Raises 404, 428, 412, and 409 `last-expert`. */
export async function removeAdministrator({ ports }: Context, id: string, ifMatch: string | undefined, caller: Caller): Promise<void> {
  needsMatch(ifMatch);
  await change(ports, caller, async (rows) => {
    const { username } = await findMatching(rows, id, ifMatch, ports.clock.now());
    await rows.accounts.delete(id);
    await mustLeaveAnExpert(rows);
    await forgetTries(rows, username);
    await tell(rows, ports, caller, 'administrator-deleted', { username });
  });
}

/** Ends the sessions of an account but for the caller's own one. Raises 404. */
export async function endSessions({ ports }: Context, id: string, caller: Caller): Promise<void> {
  await change(ports, caller, async (rows) => {
    const { username } = await find(rows, id);
    await rows.sessions.deleteOf(id, caller.session);
    await tell(rows, ports, caller, 'administrator-sessions-ended', { username });
  });
}

/** Raises 422 `password-same` where this is the password that the account has. */
export async function mustDiffer({ store, secrets }: Context['ports'], accountId: string, password: Confidential): Promise<void> {
  const account = await store.transaction((rows) => rows.accounts.byId(accountId));
  if (account && (await secrets.verifyPassword(password, account.passwordHash))) throw fieldProblem('/password', 'password-same', 'This is the password that the account has. Choose another one.');
}

// Two experts may act against each other at the same time: who was deleted, disabled or changed meanwhile changes nothing any more.
function change(ports: Context['ports'], { accountId }: Caller, work: (rows: Repositories) => Promise<void>): Promise<void> {
  return ports.store.transaction(async (rows) => {
    const caller = await rows.accounts.byId(accountId);
    if (!caller || caller.disabled) throw new ProblemError('not-signed-in');
    if (caller.role !== 'expert') throw new ProblemError('forbidden');
    await work(rows);
  });
}

async function mustLeaveAnExpert(rows: Repositories): Promise<void> {
  if (!(await rows.accounts.all()).some(({ role, disabled }) => role === 'expert' && !disabled)) throw new ProblemError('last-expert');
}

async function put(rows: Repositories, account: Account): Promise<void> {
  const other = await rows.accounts.byUsername(account.username);
  if (other && other.id !== account.id) throw fieldProblem('/username', 'username-taken', 'Another account has this username. Upper and lower case make no difference.');
  await rows.accounts.put(account);
}

async function find(rows: Repositories, id: string): Promise<Account> {
  const account = isId(id) ? await rows.accounts.byId(id) : null;
  if (!account) throw new ProblemError('not-found');
  return account;
}

async function findMatching(rows: Repositories, id: string, ifMatch: string, now: Date): Promise<Account> {
  const account = await find(rows, id);
  const { shown, version } = await showIn(rows, account, now);
  checkMatch(ifMatch, version, shown);
  return account;
}

async function showIn(rows: Repositories, account: Account, now: Date): Promise<{ shown: Administrator; version: string }> {
  const sessions = await rows.sessions.counts(now.toISOString());
  return { shown: show(account, sessions[account.id] ?? 0), version: String(account.version) };
}

function show(account: Account, sessions: number): Administrator {
  const { id, username, email, role, language, disabled, mustChangePassword, createdAt, lastSignInAt, passwordChangedAt } = account;
  return { id, username, email, role, language, disabled, mustChangePassword, password: { set: true, changedAt: passwordChangedAt }, createdAt, lastSignInAt, sessions };
}

function changesOf(former: Account, account: Account): [EventKind, Params][] {
  const changes: [EventKind, Params][] = [];
  if (former.role !== account.role) changes.push(['administrator-role-changed', { from: former.role, role: account.role }]);
  if (former.disabled !== account.disabled) changes.push([account.disabled ? 'administrator-disabled' : 'administrator-enabled', {}]);
  const isOther = former.username !== account.username || former.email !== account.email || former.language !== account.language || former.mustChangePassword !== account.mustChangePassword;
  if (isOther) changes.push(['administrator-changed', former.username === account.username ? {} : { before: former.username }]);
  return changes;
}

function tell(rows: Repositories, ports: Context['ports'], { username }: Caller, kind: EventKind, params: Params): Promise<void> {
  return recordIn(rows, ports, { kind, function: null, actor: username, params });
}
