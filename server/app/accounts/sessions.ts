import { Confidential } from '../../confidential.ts';
import type { Account, SessionRow } from '../../account-rows.ts';
import type { Session } from '../../../contract/accounts.ts';
import type { Context } from '../context.ts';
import { ProblemError } from '../http/problem.ts';
import { sha256 } from '../ids.ts';

const idle = 30 * 60_000;
const most = 12 * 3_600_000;
// A session's last use is written at most once a minute, so that reading stays free of writes.
const touchEvery = 60_000;

/** Starts a session of this account; answers its token. Raises `wrong-credentials` where it was disabled or deleted meanwhile. */
export async function startSession({ ports }: Context, account: Account): Promise<{ token: Confidential; session: SessionRow }> {
  const token = new Confidential(btoa(String.fromCharCode(...ports.random.bytes(32))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''));
  const now = ports.clock.now();
  const session: SessionRow = {
    tokenHash: await sha256(token),
    accountId: account.id,
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + idle).toISOString(),
  };
  await ports.store.transaction(async (rows) => {
    const stored = await rows.accounts.byId(account.id);
    if (!stored || stored.disabled) throw new ProblemError('wrong-credentials');
    await rows.accounts.put({ ...stored, lastSignInAt: now.toISOString() });
    await rows.sessions.deleteEndedBefore(now.toISOString());
    await rows.sessions.put(session);
  });
  return { token, session };
}

/** The live session that this request carries; null without one. It is prolonged by its use, unless the request is one that a page makes by itself. Idle for 30 minutes or 12 hours old, it is over. */
export async function findSession({ ports }: Context, request: Request, isUse = true): Promise<{ account: Account; session: SessionRow } | null> {
  const token = ports.sessions.read(request);
  if (!token) return null;
  const tokenHash = await sha256(token);
  const now = ports.clock.now().getTime();
  return ports.store.transaction(async (rows) => {
    const session = await rows.sessions.get(tokenHash);
    if (!session || Date.parse(session.expiresAt) <= now) return null;
    const account = await rows.accounts.byId(session.accountId);
    if (!account || account.disabled) return null;
    if (!isUse || now - Date.parse(session.lastSeenAt) < touchEvery) return { account, session };
    const end = Math.min(now + idle, Date.parse(session.createdAt) + most);
    const touched = { ...session, lastSeenAt: new Date(now).toISOString(), expiresAt: new Date(end).toISOString() };
    await rows.sessions.put(touched);
    return { account, session: touched };
  });
}

/** Ends the session that this request carries, if any. */
export async function endSession({ ports }: Context, request: Request): Promise<void> {
  const token = ports.sessions.read(request);
  if (!token) return;
  const tokenHash = await sha256(token);
  await ports.store.transaction((rows) => rows.sessions.delete(tokenHash));
}

/** A session as the API shows it. */
export function showSession(account: Account, session: SessionRow): Session {
  const { username, email, role, language, mustChangePassword } = account;
  return { username, email, role, language, mustChangePassword, expiresAt: session.expiresAt };
}
