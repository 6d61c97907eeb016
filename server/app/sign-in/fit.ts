import type { EmailForwarding } from '../../../contract/email-forwarding.ts';
import type { SignInRow, SignInTarget } from '../../store.ts';
import { isExpected } from './rows.ts';
import { sameTarget, targetOf } from './target.ts';

/** What of a sign-in still holds under new settings: nothing for another target; otherwise who is expected is looked at anew. */
export function fitTo(former: SignInRow, settings: Pick<EmailForwarding, 'authMethod' | 'cloud' | 'tenantId' | 'applicationId' | 'emailAddress' | 'signInAs'>, now: Date): SignInRow {
  // Under another method nobody waits for a code; a sign-in is kept for the day on which it is wanted again.
  const row = settings.authMethod === 'microsoft-oauth' ? former : { ...former, pending: null };
  const target = targetOf(settings);
  const fits = (part: { target: SignInTarget } | null) => part === null || sameTarget(part.target, target);
  if (!fits(row.pending) || !fits(row.current) || !fits(row.other)) {
    return { ...row, pending: null, current: null, other: null, outcome: { state: 'sign-in-required', at: now.toISOString(), diagnosis: { code: 'sign-in-target-changed', params: {} } } };
  }
  if (row.other && isExpected(row.other.account, settings)) return { ...row, current: row.other, other: null, outcome: null };
  // How a try under the former settings ended says nothing about these.
  return { ...row, outcome: row.outcome?.state === 'sign-in-required' ? row.outcome : null };
}
