import type { CurrentSignIn, PendingSignIn, SignInRow } from '../../store.ts';
import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import type { EventKind } from '../../../contract/events.ts';
import type { Context } from '../context.ts';
import { diagnoseIdentity, identityFailure, isBlocked, isPassing, type IdentityFailure } from '../diagnosis/identity.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import type { NewEvent } from '../events/record.ts';
import { endpoints } from './authority.ts';
import { readAccount } from './id-token.ts';
import { redeemDeviceCode, type Tokens } from './oauth.ts';
import { changeRow, functionName, isExpected, sealing } from './rows.ts';
import { paramsOf } from './target.ts';
import { untilStored } from '../until-stored.ts';
import { sealTokens } from './tokens.ts';

type State = NonNullable<SignInRow['outcome']>['state'];
const slowDownSeconds = 5;
const longestPause = 60;

/** One poll for the pending code, and what follows from its answer (RFC 8628 section 3.5). Nothing is kept of an answer to a code that was cancelled or renewed meanwhile. */
export async function pollOnce(context: Context, pending: PendingSignIn): Promise<void> {
  const { ports, config } = context;
  if (ports.clock.now().getTime() >= Date.parse(pending.expiresAt)) {
    // Whether somebody has signed in could not be asked.
    if (pending.fault) return end(context, pending, 'failed', pending.fault);
    return end(context, pending, 'expired', { code: 'code-expired', params: {} });
  }
  let tokens: Tokens;
  try {
    tokens = await redeemDeviceCode(ports, config, pending.target, await ports.secrets.open(pending.sealedDeviceCode, sealing.deviceCode));
  } catch (error) {
    return goOn(context, pending, identityFailure(error));
  }
  await finish(context, pending, tokens);
}

async function goOn(context: Context, pending: PendingSignIn, failure: IdentityFailure): Promise<void> {
  const error = failure.kind === 'refused' ? failure.error : null;
  // The usual answer changes nothing, so nothing is written: the keeper knows when it has asked.
  if (error === 'authorization_pending' && pending.misses === 0) return;
  if (error === 'authorization_pending') return again(context, pending, { interval: pending.interval, pause: pending.interval, misses: 0, fault: null });
  if (error === 'slow_down') {
    const interval = pending.interval + slowDownSeconds;
    return again(context, pending, { interval, pause: interval, misses: 0, fault: null });
  }
  if (error === 'authorization_declined' || error === 'access_denied') return end(context, pending, 'declined', { code: 'code-declined', params: {} });
  if (error === 'expired_token') return end(context, pending, 'expired', { code: 'code-expired', params: {} });
  const diagnosis = diagnoseIdentity(failure, endpoints(context.config, pending.target).host, { ...pending.target });
  if (isPassing(failure)) {
    const misses = pending.misses + 1;
    return again(context, pending, { interval: pending.interval, pause: Math.min(pending.interval * 2 ** misses, longestPause), misses, fault: diagnosis });
  }
  await end(context, pending, isBlocked(failure) ? 'blocked' : 'failed', diagnosis);
}

async function again({ ports }: Context, pending: PendingSignIn, { interval, pause, misses, fault }: { interval: number; pause: number; misses: number; fault: StoredDiagnosis | null }): Promise<void> {
  const nextPollAt = new Date(ports.clock.now().getTime() + pause * 1000).toISOString();
  await ports.store.transaction(async (rows) => {
    const row = await rows.signIns.get(functionName);
    if (row?.pending?.id !== pending.id) return;
    // A new version only where somebody sees a difference: otherwise the long polls sleep on.
    const version = row.pending.fault?.code === fault?.code ? row.version : row.version + 1;
    await rows.signIns.put(functionName, { ...row, version, pending: { ...row.pending, interval, nextPollAt, misses, fault } });
  });
}

async function end(context: Context, pending: PendingSignIn, state: State, diagnosis: StoredDiagnosis): Promise<void> {
  const at = context.ports.clock.now().toISOString();
  const kind: Record<State, EventKind> = { 'declined': 'code-declined', 'expired': 'code-expired', 'blocked': 'code-refused', 'failed': 'code-refused', 'sign-in-required': 'sign-in-ended' };
  const event = (): NewEvent => ({ kind: kind[state], function: functionName, actor: null, params: { ...diagnosis.params, code: diagnosis.code } });
  await changeRow(context, async (row, rows) => {
    if (row.pending?.id !== pending.id) return null;
    const { settings } = await readSettings(rows);
    const params = { ...paramsOf(settings), ...diagnosis.params };
    return { ...row, pending: null, outcome: { state, at, diagnosis: { ...diagnosis, params } } };
  }, event);
}

async function finish(context: Context, pending: PendingSignIn, tokens: Tokens): Promise<void> {
  const { ports, config } = context;
  const now = ports.clock.now();
  const identity = readAccount(config, pending.target, tokens.idToken, now);
  if ('fault' in identity) return end(context, pending, 'failed', { code: 'foreign-token', params: { claim: identity.fault } });
  const { refreshToken } = tokens;
  if (refreshToken === null) return end(context, pending, 'failed', { code: 'foreign-token', params: { claim: 'refresh_token' } });
  const signIn: CurrentSignIn = {
    target: pending.target,
    ...identity,
    ...(await sealTokens(context, { ...tokens, refreshToken }, now)),
    authorizedAt: now.toISOString(),
    lastRefreshAt: null,
  };
  let expected = true;
  // The code is spent: what came for it must not be lost to a database that is away for a while.
  const event = (): NewEvent => ({ kind: expected ? 'account-signed-in' : 'other-account-signed-in', function: functionName, actor: null, params: { account: identity.account } });
  await untilStored(ports, () => changeRow(context, async (row, rows) => {
    if (row.pending?.id !== pending.id) return null;
    const { settings } = await readSettings(rows);
    expected = isExpected(identity.account, settings);
    return expected ? { ...row, pending: null, current: signIn, other: null, outcome: null } : { ...row, pending: null, other: signIn, outcome: null };
  }, event));
}
