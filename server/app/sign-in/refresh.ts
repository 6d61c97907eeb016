import type { Confidential } from '../../confidential.ts';
import type { CurrentSignIn } from '../../store.ts';
import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import type { Context } from '../context.ts';
import { diagnoseIdentity, identityFailure, isPassing } from '../diagnosis/identity.ts';
import { noteFailure } from '../notices/standings.ts';
import { endpoints } from './authority.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { redeemRefreshToken } from './oauth.ts';
import { changeRow, functionName, sealing } from './rows.ts';
import { paramsOf } from './target.ts';
import { untilStored } from '../until-stored.ts';
import { sealTokens } from './tokens.ts';

const firstPause = 30_000;
const longestPause = 15 * 60_000;

/** A refresh that did not bring a token, with its reason. */
export class RefreshFailure extends Error {
  readonly diagnosis: StoredDiagnosis;
  constructor(diagnosis: StoredDiagnosis) {
    super(diagnosis.code);
    this.diagnosis = diagnosis;
  }
}

/**
 * New tokens for this sign-in; answers the access token after the rotated refresh token is stored.
 * A passing failure plans the next try, a permanent one ends the sign-in; both reject with `RefreshFailure`.
 */
export async function refresh(context: Context, current: CurrentSignIn): Promise<Confidential> {
  const { ports, config } = context;
  const token = await ports.secrets.open(current.sealedRefreshToken, sealing.refreshToken).catch(() => null);
  if (token === null) throw await giveUp(context, current, { code: 'secret-unreadable', params: {} });
  const tokens = await redeemRefreshToken(ports, config, current.target, token).catch(async (error: unknown) => {
    const failure = identityFailure(error);
    const { settings } = await ports.store.transaction(readSettings);
    const diagnosis = diagnoseIdentity(failure, endpoints(config, current.target).host, { ...paramsOf(settings), ...current.target, account: current.account });
    throw isPassing(failure) ? await tryLater(context, current, diagnosis) : await giveUp(context, current, diagnosis);
  });
  const now = ports.clock.now();
  const sealed = await sealTokens(context, { ...tokens, scope: tokens.scope || current.scope, refreshToken: tokens.refreshToken ?? token }, now);
  const stored = await untilStored(ports, () => changeRow(context, (row) => {
    if (row.current?.authorizedAt !== current.authorizedAt) return null;
    const outcome = row.outcome?.state === 'sign-in-required' ? null : row.outcome;
    return { ...row, outcome, current: { ...row.current, ...sealed, lastRefreshAt: now.toISOString() } };
  }, () => ({ kind: current.failures > 0 ? 'token-recovered' : 'token-refreshed', function: functionName, actor: null, params: { account: current.account } })));
  if (!stored) throw new RefreshFailure({ code: 'sign-in-first', params: {} });
  return tokens.accessToken;
}

async function tryLater(context: Context, current: CurrentSignIn, diagnosis: StoredDiagnosis): Promise<RefreshFailure> {
  const pause = Math.min(firstPause * 2 ** current.failures, longestPause);
  const nextRefreshAt = new Date(context.ports.clock.now().getTime() + pause).toISOString();
  await changeRow(
    context,
    (row) => (row.current?.authorizedAt === current.authorizedAt ? { ...row, current: { ...row.current, nextRefreshAt, failures: current.failures + 1, fault: diagnosis } } : null),
    () => ({ kind: 'token-refresh-failed', function: functionName, actor: null, params: { ...diagnosis.params, code: diagnosis.code } }),
  );
  return new RefreshFailure(diagnosis);
}

async function giveUp(context: Context, current: CurrentSignIn, diagnosis: StoredDiagnosis): Promise<RefreshFailure> {
  const at = context.ports.clock.now().toISOString();
  await changeRow(
    context,
    async (row, rows) => {
      if (row.current?.authorizedAt !== current.authorizedAt) return null;
      // Under another method nothing fails for want of it.
      const { settings } = await readSettings(rows);
      if (settings.authMethod === 'microsoft-oauth') await noteFailure(rows, { function: functionName, ref: null, at, since: at, diagnosis, health: 'sign-in-required' });
      return { ...row, current: null, outcome: { state: 'sign-in-required', at, diagnosis } };
    },
    () => ({ kind: 'sign-in-ended', function: functionName, actor: null, params: { ...diagnosis.params, code: diagnosis.code, account: current.account } }),
  );
  return new RefreshFailure(diagnosis);
}
