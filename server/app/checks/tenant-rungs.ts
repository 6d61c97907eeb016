import type { Params } from '../../../contract/diagnosis.ts';
import type { SignInTarget } from '../../store.ts';
import type { Context } from '../context.ts';
import { askTenant } from '../sign-in/tenant.ts';
import { say, StepFailure, type Found, type Rung } from './ladder.ts';

const toleranceSeconds = 300;

/** The steps `clock` and `tenant`, from the one answer of the identity endpoint. */
export function tenantRungs(services: Context, target: SignInTarget, params: Params): Rung[] {
  const { tenantId } = target;
  let tenant: ReturnType<typeof askTenant> | null = null;
  const ask = (signal: AbortSignal) => (tenant ??= askTenant(services, target, signal));
  return [
    { name: 'clock', before: say('clock'), failed: say('failed-clock'), run: async (signal) => compareClock((await ask(signal)).date, services.ports.clock.now().getTime()) },
    {
      name: 'tenant',
      before: say('tenant', { tenantId }),
      failed: say('failed-tenant', { tenantId }),
      async run(signal) {
        const { fault } = await ask(signal);
        if (fault) throw new StepFailure({ ...fault, params: { ...params, ...fault.params } });
        return say('tenant-found', { tenantId });
      },
    },
  ];
}

/** The steps from `clock` to `permission` where no token is used. */
export function withoutToken(): Rung[] {
  return (['clock', 'tenant', 'token', 'permission'] as const).map((name) => ({ name, before: say(`${name}-not-asked`), failed: say(`failed-${name}`), run: null }));
}

function compareClock(theirs: number | null, ours: number): Found {
  if (theirs === null) return { ...say('clock-unknown'), skipped: true };
  const seconds = Math.round(Math.abs(ours - theirs) / 1000);
  if (seconds > toleranceSeconds) throw new StepFailure({ code: 'clock-wrong', params: { seconds } });
  // The header has whole seconds: less than one cannot be told.
  return say('clock-right', { seconds: Math.max(seconds, 1) });
}
