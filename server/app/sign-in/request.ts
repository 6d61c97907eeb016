import type { Language } from '../../../contract/fields.ts';
import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import type { PendingSignIn, SignInRow, SignInTarget } from '../../store.ts';
import type { Context } from '../context.ts';
import { diagnoseIdentity, identityFailure, isBlocked, oneLine } from '../diagnosis/identity.ts';
import { ProblemError } from '../http/problem.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { newId } from '../ids.ts';
import { endpoints } from './authority.ts';
import { requestDeviceCode, type DeviceCode } from './oauth.ts';
import { changeRow, functionName, readRow, sealing } from './rows.ts';
import { paramsOf, sameTarget, targetOf } from './target.ts';
import { refineTenantFault } from './tenant.ts';
import { isVerificationAddress } from './verification.ts';

const longestLife = 3600;
const longestInterval = 60;

/** Makes sure that a code is pending: the one that is, or a new one from Microsoft. What Microsoft refuses becomes the outcome. Raises 409 `not-configured` or `other-method`. */
export async function requestCode(context: Context, { renew, language, actor }: { renew: boolean; language: Language; actor: string }): Promise<void> {
  const { ports, config } = context;
  const { configured, settings, row } = await ports.store.transaction(async (rows) => ({ ...(await readSettings(rows)), row: await readRow(rows) }));
  if (!configured) throw new ProblemError('not-configured');
  if (settings.authMethod !== 'microsoft-oauth') throw new ProblemError('other-method');
  const target = targetOf(settings);
  if (!renew && row.pending && sameTarget(row.pending.target, target)) return;

  const code = await requestDeviceCode(ports, config, target, language).catch(async (error: unknown) => {
    const failure = identityFailure(error);
    const fault = diagnoseIdentity(failure, endpoints(config, target).host, paramsOf(settings));
    const diagnosis = await refineTenantFault(context, target, fault, new AbortController().signal);
    return { state: isBlocked(failure) ? ('blocked' as const) : ('failed' as const), diagnosis };
  });
  if ('diagnosis' in code) return refused(context, target, code, actor);
  if (!isVerificationAddress(code.verificationUri, config)) {
    const diagnosis = { code: 'foreign-verification-address', params: { address: oneLine(code.verificationUri).slice(0, 200) } };
    return refused(context, target, { state: 'failed', diagnosis }, actor);
  }
  const pending = await makePending(context, target, code);
  await changeRow(
    context,
    async (newest, rows) => ((await isStill(rows, target)) ? { ...newest, pending, other: null, outcome: withoutTry(newest) } : null),
    () => ({ kind: 'code-requested', function: functionName, actor, params: {} }),
  );
}

async function refused(context: Context, target: SignInTarget, { state, diagnosis }: { state: 'blocked' | 'failed'; diagnosis: StoredDiagnosis }, actor: string): Promise<void> {
  const at = context.ports.clock.now().toISOString();
  await changeRow(
    context,
    async (row, rows) => ((await isStill(rows, target)) ? { ...row, pending: null, other: null, outcome: { state, diagnosis, at } } : null),
    () => ({ kind: 'code-refused', function: functionName, actor, params: { ...diagnosis.params, code: diagnosis.code } }),
  );
}

async function makePending({ ports }: Context, target: SignInTarget, code: DeviceCode): Promise<PendingSignIn> {
  const now = ports.clock.now().getTime();
  const interval = Math.min(Math.max(Math.ceil(code.interval), 1), longestInterval);
  return {
    id: newId(ports.random),
    target,
    sealedDeviceCode: await ports.secrets.seal(code.deviceCode, sealing.deviceCode),
    userCode: oneLine(code.userCode).slice(0, 64),
    verificationUri: code.verificationUri,
    message: oneLine(code.message),
    requestedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + Math.min(code.expiresIn, longestLife) * 1000).toISOString(),
    interval,
    misses: 0,
    nextPollAt: new Date(now + interval * 1000).toISOString(),
  };
}

// The settings may have been saved anew while Microsoft was asked.
async function isStill(rows: Parameters<typeof readSettings>[0], target: SignInTarget): Promise<boolean> {
  const { configured, settings } = await readSettings(rows);
  return configured && settings.authMethod === 'microsoft-oauth' && sameTarget(targetOf(settings), target);
}

function withoutTry({ outcome }: SignInRow): SignInRow['outcome'] {
  return outcome?.state === 'sign-in-required' ? outcome : null;
}
