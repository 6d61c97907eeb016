import { clouds, type Cloud } from '../../../contract/clouds.ts';
import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import { guid } from '../../../contract/fields.ts';
import { ConnectionFailure } from '../../ports.ts';
import type { SignInTarget } from '../../store.ts';
import type { Context } from '../context.ts';
import { diagnoseIdentity, refusal, type IdentityFailure } from '../diagnosis/identity.ts';
import { endpoints } from './authority.ts';

const timeoutMs = 10_000;

/** What the identity endpoint says about a tenant: its time, and why the tenant cannot be used, or null. */
export interface TenantAnswer {
  /** By the `Date` header, in milliseconds; null without one. */
  date: number | null;
  fault: StoredDiagnosis | null;
}

/** Reads a tenant's OpenID configuration ({tenant}/v2.0/.well-known/openid-configuration). Answers a fault also where nobody answers; rejects when it is aborted. */
export async function askTenant(context: Context, target: SignInTarget, signal: AbortSignal): Promise<TenantAnswer> {
  const { host } = endpoints(context.config, target);
  const fault = (failure: IdentityFailure) => diagnoseIdentity(failure, host, { ...target });
  const found = await read(context, target, signal);
  if ('failure' in found) return { date: null, fault: fault(found.failure) };
  const { response, body } = found;
  const date = Date.parse(response.headers.get('Date') ?? '');
  const answer = (what: StoredDiagnosis | null) => ({ date: Number.isNaN(date) ? null : date, fault: what });
  if (response.status >= 500 || response.status === 429) return answer(fault({ kind: 'unavailable', status: response.status }));
  if (typeof body?.['error'] === 'string') return answer(await refineTenantFault(context, target, fault(refusal(response.status, body)), signal));
  if (typeof body?.['issuer'] !== 'string') return answer(fault({ kind: 'unreadable' }));
  const other = otherCloud(target.cloud as Cloud, body);
  return answer(other && { code: 'other-cloud', params: { ...target, host, otherCloud: other } });
}

/** Where Microsoft knows no such tenant but one with the Application ID, the two are swapped: says so in place of the fault. */
export async function refineTenantFault(context: Context, target: SignInTarget, fault: StoredDiagnosis, signal: AbortSignal): Promise<StoredDiagnosis> {
  if (fault.code !== 'tenant-not-found' || !guid.safeParse(target.applicationId).success) return fault;
  const found = await read(context, { ...target, tenantId: target.applicationId }, signal);
  return 'body' in found && typeof found.body?.['issuer'] === 'string' ? { ...fault, code: 'ids-swapped' } : fault;
}

type Read = { response: Response; body: Record<string, unknown> | null } | { failure: IdentityFailure };

async function read({ ports, config }: Context, target: SignInTarget, signal: AbortSignal): Promise<Read> {
  try {
    const response = await ports.fetch(endpoints(config, target).discovery, { redirect: 'manual', signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) });
    return { response, body: asObject(await response.text()) };
  } catch (error) {
    if (error instanceof ConnectionFailure) return { failure: { kind: 'connection', failure: error } };
    if (!signal.aborted && error instanceof DOMException && error.name === 'TimeoutError') return { failure: { kind: 'connection', failure: new ConnectionFailure('timeout') } };
    throw error;
  }
}

// A tenant of another national cloud is known everywhere, and its document names the cloud.
function otherCloud(chosen: Cloud, { cloud_instance_name: instance, tenant_region_sub_scope: part }: Record<string, unknown>): Cloud | null {
  const isOf = (cloud: Cloud) => new URL(clouds[cloud].authority).hostname === `login.${String(instance)}`;
  const known = (Object.keys(clouds) as Cloud[]).filter(isOf);
  if (typeof instance !== 'string' || isOf(chosen) || known.length === 0) return null;
  return part === 'DOD' ? 'us-gov-dod' : (known[0] ?? null);
}

function asObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
