import { ConnectionFailure } from '../../ports.ts';
import type { SignInTarget } from '../../store.ts';
import type { Context } from '../context.ts';
import { delegatedParams, diagnoseIdentity, refusal, type IdentityFailure } from '../diagnosis/identity.ts';
import { endpoints } from '../sign-in/authority.ts';
import { StepFailure, type Found } from './ladder.ts';

const toleranceSeconds = 300;
const timeoutMs = 15_000;

/** Reads the tenant's OpenID configuration; from the one answer come the clock's step and the tenant's. */
export async function readTenant({ ports, config }: Context, target: SignInTarget, signal: AbortSignal): Promise<{ clock: () => Found; found: () => Found }> {
  const { discovery, host } = endpoints(config, target);
  const { tenantId } = target;
  const fail = (failure: IdentityFailure) => new StepFailure(diagnoseIdentity(failure, host, delegatedParams(target)));
  let response: Response;
  let body: Record<string, unknown> | null;
  try {
    response = await ports.fetch(discovery, { redirect: 'manual', signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) });
    body = asObject(await response.text());
  } catch (error) {
    if (error instanceof ConnectionFailure) throw fail({ kind: 'connection', failure: error });
    if (error instanceof DOMException && error.name === 'TimeoutError') throw fail({ kind: 'connection', failure: new ConnectionFailure('timeout') });
    throw error;
  }
  const date = Date.parse(response.headers.get('Date') ?? '');
  const here = ports.clock.now().getTime();
  return {
    clock() {
      if (Number.isNaN(date)) return { code: 'clock-unknown', skipped: true };
      const seconds = Math.round(Math.abs(here - date) / 1000);
      if (seconds > toleranceSeconds) throw new StepFailure({ code: 'clock-wrong', params: { seconds } });
      // The header has whole seconds: less than one cannot be told.
      return { code: 'clock-right', params: { seconds: Math.max(seconds, 1) } };
    },
    found() {
      if (response.status >= 500 || response.status === 429) throw fail({ kind: 'unavailable', status: response.status });
      if (typeof body?.['error'] === 'string') throw fail(refusal(response.status, body));
      if (typeof body?.['issuer'] !== 'string') throw fail({ kind: 'unreadable' });
      return { code: 'tenant-found', params: { tenantId } };
    },
  };
}

function asObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
