import type { CheckInput } from '../../../contract/checks.ts';
import type { CheckRow } from '../../store.ts';
import type { Services } from '../context.ts';
import { recordIn } from '../events/record.ts';
import { ProblemError } from '../http/problem.ts';
import type { Received } from '../secrets/received.ts';
import { newId } from '../ids.ts';
import { unheard, type Plan } from './checkable.ts';
import { askedOf, checkables, planOf } from './checkables.ts';
import { untried } from './ladder.ts';
import { checkRepeat, planAgain, runNow } from './repeat.ts';
import { runCheck, withoutUnreached } from './run.ts';
import { keepChecks } from './schedule.ts';

// There may be thousands of pilots.
const kept = { function: 50, pilot: 10 };
const mostByThemselves = 4;

export type Checks = ReturnType<typeof createChecks>;

/** Checks: started, run in the background, stored step by step so that every reader sees them. */
export function createChecks(services: () => Services) {
  const running = new Set<Promise<void>>();
  let byThemselves = 0;

  function runInBackground(row: CheckRow, plan: Plan, outer: AbortSignal): Promise<void> {
    const work = runCheck(services(), row, plan, outer)
      .catch((error: unknown) => services().ports.log.error({ check: row.id, error: String(error) }, 'a check could not be stored'))
      .finally(() => {
        running.delete(work);
        if (row.automatic) byThemselves--;
      });
    running.add(work);
    if (row.automatic) byThemselves++;
    return work;
  }

  async function begin(given: Pick<CheckRow, 'function' | 'ref' | 'draft' | 'automatic' | 'by' | 'input' | 'repeat'>, plan: Plan, outer: AbortSignal): Promise<{ row: CheckRow; work: Promise<void> }> {
    const { ports } = services();
    const { mailboxes } = given.input;
    const row: CheckRow = {
      ...given,
      id: newId(ports.random),
      state: 'running',
      version: 1,
      startedAt: ports.clock.now().toISOString(),
      endedAt: null,
      result: null,
      since: null,
      steps: untried(plan(unheard).rungs),
      transcript: [],
      mailboxes: mailboxes ? { total: mailboxes.length, done: 0, failed: 0 } : null,
    };
    await ports.store.transaction(async (rows) => {
      await rows.checks.put(row);
      await rows.checks.prune(row.function, row.ref, row.ref === null ? kept.function : kept.pilot);
      if (!row.draft) await checkables[row.function].began?.(rows, row);
    });
    return { row, work: runInBackground(row, plan, outer) };
  }

  return {
    /**
     * Starts a check of what is saved, or of a draft; where a repeated one waits, that one runs now. Ends with `outer`.
     * Raises 422 for a draft whose token would go to a foreign host or whose stored secret was entered for another place, and for a repetition that is too long or of a draft.
     */
    async start(given: Received<CheckInput>, by: string, outer: AbortSignal): Promise<CheckRow> {
      const { ports } = services();
      const asked = { function: given.function, ...askedOf(given), repeat: checkRepeat(given, ports.clock.now()) };
      const draft = given.draft !== undefined;
      const plan = await planOf(services(), given);
      const waiting = draft ? null : await planAgain(ports, asked);
      if (waiting?.begins) void runInBackground(waiting.row, plan, outer);
      if (waiting) return waiting.row;
      return (await begin({ ...asked, draft, automatic: false, by }, plan, outer)).row;
    },

    /** Checks what is saved, beside whatever else runs of it, to the end; without `sendTo` no mail is sent. Answers the check as it ended, or null where it was deleted meanwhile. `outer` cancels it. */
    async whole(asked: Pick<CheckRow, 'function' | 'ref' | 'input'>, by: string, outer: AbortSignal): Promise<CheckRow | null> {
      const plan = await checkables[asked.function].planSaved(services(), asked, { byHand: false, automatic: false }).catch((error: unknown) => {
        if (error instanceof ProblemError) return null;
        throw error;
      });
      if (!plan) return null;
      const { row, work } = await begin({ ...asked, draft: false, automatic: false, by, repeat: null }, plan, outer);
      await work;
      return services().ports.store.transaction((rows) => rows.checks.get(row.id));
    },

    /** Cancels a running or waiting check; one that has ended stays as it is. Answers null where there is none. */
    async cancel(id: string, actor: string): Promise<CheckRow | null> {
      const { ports } = services();
      return ports.store.transaction(async (rows) => {
        const row = await rows.checks.get(id);
        if (row?.state !== 'running' && row?.state !== 'waiting') return row;
        const ended: CheckRow = { ...row, state: 'cancelled', endedAt: row.endedAt ?? ports.clock.now().toISOString(), version: row.version + 1, steps: withoutUnreached(row.steps) };
        await rows.checks.put(ended);
        if (!row.draft) await recordIn(rows, ports, { kind: 'check-cancelled', function: row.function, ref: row.ref, actor, check: id, params: {} });
        return ended;
      });
    },

    /** What a former process left running: a repeated check waits again, an hourly one never was, any other is cancelled. */
    async sweep(): Promise<void> {
      const { ports } = services();
      await ports.store.transaction(async (rows) => {
        const { items } = await rows.checks.list({ state: 'running', limit: 200 });
        for (const row of items) {
          if (row.automatic) await rows.checks.delete(row.id);
          else if (row.repeat) await rows.checks.put(runNow(row, ports.clock.now()));
          else await rows.checks.put({ ...row, state: 'cancelled', endedAt: ports.clock.now().toISOString(), version: row.version + 1, steps: withoutUnreached(row.steps) });
        }
      });
    },

    /** The checks that come by themselves: each hour, and again where that was asked for. Ends with the signal. */
    async keep(signal: AbortSignal): Promise<void> {
      await keepChecks(services(), signal, {
        async again(row) {
          void runInBackground(row, await checkables[row.function].planSaved(services(), row, { byHand: false, automatic: false }), signal);
        },
        async hourly(name, ref) {
          const plan = await checkables[name].planSaved(services(), { ref, input: {} }, { byHand: false, automatic: true });
          await begin({ function: name, ref, draft: false, automatic: true, by: null, input: {}, repeat: null }, plan, signal);
        },
        hasRoom: () => byThemselves < mostByThemselves,
      });
    },

    /** Resolves when no check runs any more. */
    async settled(): Promise<void> {
      await Promise.all(running);
    },
  };
}
