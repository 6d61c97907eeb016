import type { FunctionRow, Health } from '../../../contract/functions.ts';
import type { CheckRow, Repositories, SignInRow } from '../../store.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { functionName, readRow } from '../sign-in/rows.ts';
import { endOf } from '../sign-in/show.ts';

const soonMs = 30 * 86_400_000;

/** One row a function with its health, from what is stored; nobody is asked. */
export async function readFunctions(rows: Repositories, now: Date): Promise<FunctionRow[]> {
  const { configured, settings } = await readSettings(rows);
  const row = await readRow(rows);
  const ended = await rows.checks.list({ function: functionName, draft: false, limit: 10 });
  const last = ended.items.find(({ state }) => state === 'passed' || state === 'failed') ?? null;
  const [good] = (await rows.checks.list({ function: functionName, draft: false, state: 'passed', limit: 1 })).items;
  // A check says nothing about what was changed after it.
  const signsIn = settings.authMethod === 'microsoft-oauth';
  const changed = [settings.changedAt, signsIn ? row.current?.authorizedAt : null].filter((at) => at !== null && at !== undefined).sort().at(-1) ?? null;
  const valid = last && changed !== null && last.startedAt > changed ? last : null;
  return [
    {
      function: functionName,
      ref: null,
      name: null,
      health: !configured ? 'not-set-up' : signsIn ? healthOf(row, valid, now) : healthOfCheck(valid),
      since: valid?.endedAt ?? (signsIn ? row.outcome?.at : null) ?? changed,
      lastCheck: last?.endedAt ?? null,
      lastGood: good?.endedAt ?? null,
      lastMail: good?.endedAt ?? null,
      ends: signsIn && row.current ? [{ what: 'sign-in', at: endOf(row.current) }] : [],
    },
  ];
}

function healthOf({ current }: SignInRow, check: CheckRow | null, now: Date): Health {
  if (!current) return 'sign-in-required';
  if (check?.state === 'failed') return 'failing';
  if (current.failures > 0 || Date.parse(endOf(current)) - now.getTime() < soonMs) return 'warning';
  return healthOfCheck(check);
}

function healthOfCheck(check: CheckRow | null): Health {
  if (check === null) return 'unchecked';
  return check.state === 'failed' ? 'failing' : 'working';
}
