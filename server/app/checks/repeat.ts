import { repeatLimits, type CheckInput } from '../../../contract/checks.ts';
import type { Ports } from '../../ports.ts';
import type { CheckRow } from '../../store.ts';
import { fieldProblem } from '../http/problem.ts';
import type { Received } from '../secrets/received.ts';

const minute = 60_000;
const { longestHours } = repeatLimits;

/** The repetition that is asked for, or null. Raises 422 for one of a draft, one that is over already, or one that goes on for too long. */
export function checkRepeat({ repeat, draft }: Received<CheckInput>, now: Date): CheckRow['repeat'] {
  if (!repeat) return null;
  if (draft) throw fieldProblem('/repeat', 'repeat-of-draft', 'A draft is checked once: save it first.');
  const left = Date.parse(repeat.until) - now.getTime();
  if (left <= 0 || left > longestHours * 60 * minute) throw fieldProblem('/repeat/until', 'repeat-until', `A check is repeated for ${longestHours} hours at most.`);
  return { ...repeat, runs: 0, nextAt: null };
}

/** The repeated check of a function and `ref`, of its connection or of many mailboxes as it is asked for, running now; `repeat` gives it another end. `begins`: it was waiting. Null where there is none. */
export async function planAgain({ store, clock }: Ports, { function: name, ref, input, repeat }: Pick<CheckRow, 'function' | 'ref' | 'input' | 'repeat'>): Promise<{ row: CheckRow; begins: boolean } | null> {
  return store.transaction(async (rows) => {
    const { items } = await rows.checks.list({ function: name, ref, draft: false, automatic: false, limit: 20 });
    const isSame = (one: CheckRow) => (one.input.mailboxes === undefined) === (input.mailboxes === undefined);
    const row = items.find((one) => one.repeat && isSame(one) && (one.state === 'waiting' || one.state === 'running'));
    if (!row?.repeat) return null;
    const next = { ...row.repeat, ...(repeat && { everyMinutes: repeat.everyMinutes, until: repeat.until }) };
    const begins = row.state === 'waiting';
    const again = begins ? started({ ...row, input, repeat: next }, clock.now()) : { ...row, repeat: next, version: row.version + 1 };
    await rows.checks.put(again);
    return { row: again, begins };
  });
}

/** The check at the beginning of one more run. */
export function started(row: CheckRow, now: Date): CheckRow {
  const steps = row.steps.map((step): CheckRow['steps'][number] => (step.state === 'skipped' ? step : { ...step, state: 'pending', ms: null, diagnosis: null }));
  return { ...row, state: 'running', startedAt: now.toISOString(), version: row.version + 1, steps, ...(row.repeat && { repeat: { ...row.repeat, nextAt: null } }) };
}

/** The check as it waits for its next run: at once. */
export function runNow(row: CheckRow, now: Date): CheckRow {
  return { ...row, state: 'waiting', version: row.version + 1, ...(row.repeat && { repeat: { ...row.repeat, nextAt: now.toISOString() } }) };
}

/** How a run that ended so goes on: the check waits where it failed and another run fits before its end. */
export function afterRun(row: CheckRow, result: 'passed' | 'failed', now: Date): Pick<CheckRow, 'state' | 'repeat'> {
  const { repeat } = row;
  if (!repeat) return { state: result, repeat: null };
  const nextAt = new Date(now.getTime() + repeat.everyMinutes * minute).toISOString();
  const goesOn = result === 'failed' && nextAt <= repeat.until;
  return { state: goesOn ? 'waiting' : result, repeat: { ...repeat, runs: repeat.runs + 1, nextAt: goesOn ? nextAt : null } };
}
