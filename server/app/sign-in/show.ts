import type { Authorization, SignIn } from '../../../contract/authorization.ts';
import type { EmailForwarding } from '../../../contract/email-forwarding.ts';
import type { Language } from '../../../contract/fields.ts';
import { renderDiagnosis } from '../../../contract/explanations/render.ts';
import type { CurrentSignIn, SignInRow } from '../../store.ts';
import { isExpected } from './rows.ts';

const unusedDays = 90;

/** The sign-in as the API shows it: the newest try first, then the sign-in itself. */
export function showAuthorization(row: SignInRow, settings: EmailForwarding, { now, language, maySignIn }: { now: Date; language: Language; maySignIn: boolean }): Authorization {
  const { pending, other, outcome } = row;
  const base = { version: row.version, now: now.toISOString() };
  const current = row.current && showSignIn(row.current, settings, language);
  if (pending) {
    const { userCode, verificationUri, message, expiresAt, interval, fault } = pending;
    return { ...base, current, state: 'pending', userCode: maySignIn ? userCode : null, verificationUri: maySignIn ? verificationUri : '', message: maySignIn ? message : '', expiresAt, interval, fault: fault ? renderDiagnosis(fault, language) : null };
  }
  if (other) return { ...base, current, state: 'other-account', account: other.account };
  if (outcome) return { ...base, current, state: outcome.state, since: outcome.at, diagnosis: renderDiagnosis(outcome.diagnosis, language) };
  return current ? { ...base, ...current, state: 'authorized' } : { ...base, current, state: 'none' };
}

/** When a sign-in ends if nobody uses it: 90 days after its last use (configurable-token-lifetimes). */
export function endOf({ lastUsedAt }: CurrentSignIn): string {
  return new Date(Date.parse(lastUsedAt) + unusedDays * 86_400_000).toISOString();
}

function showSignIn(row: CurrentSignIn, settings: EmailForwarding, language: Language): SignIn {
  const { account, authorizedAt, accessTokenExpiresAt, lastRefreshAt, fault, nextRefreshAt } = row;
  const refreshFault = fault ? { diagnosis: renderDiagnosis(fault, language), nextTryAt: nextRefreshAt } : null;
  return { account, authorizedAt, accessTokenExpiresAt, lastRefreshAt, signInEndsAt: endOf(row), matchesAddress: isExpected(account, settings), mailUser: row.mailUser ?? null, refreshFault };
}
