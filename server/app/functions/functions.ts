import type { EmailForwarding } from '../../../contract/email-forwarding.ts';
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
  const signsIn = settings.authMethod === 'microsoft-oauth';
  const ends = endsOf(settings, row);
  const changed = [settings.changedAt, signsIn ? row.current?.authorizedAt : null].filter((at) => at !== null && at !== undefined).sort().at(-1) ?? null;
  const { last, good, mail } = await readChecks(rows, changed);
  const outcome = signsIn ? row.outcome : null;
  return [
    {
      function: functionName,
      ref: null,
      name: null,
      health: !configured ? 'not-set-up' : signsIn && !row.current ? 'sign-in-required' : healthOf(last, isShaky(row, signsIn) || endsSoon(ends, now)),
      since: (signsIn && !row.current ? outcome?.at : last?.since) ?? changed,
      lastCheck: last?.endedAt ?? null,
      lastGood: good?.endedAt ?? null,
      lastMail: mail?.endedAt ?? null,
      ends,
    },
  ];
}

/** The check that says how it stands (a check says nothing about what was changed after it), the last good one, and the last that sent its mail. */
async function readChecks(rows: Repositories, changed: string | null): Promise<Record<'last' | 'good' | 'mail', CheckRow | null>> {
  const saved = { function: functionName, draft: false } as const;
  const valid = ({ result, startedAt }: CheckRow) => result !== null && changed !== null && startedAt >= changed;
  const last = (await rows.checks.list({ ...saved, limit: 10 })).items.find(valid) ?? null;
  const whole = (await rows.checks.list({ ...saved, automatic: false, limit: 10 })).items.find(valid) ?? null;
  const [good = null] = (await rows.checks.list({ ...saved, state: 'passed', limit: 1 })).items;
  const [mail = null] = (await rows.checks.list({ ...saved, automatic: false, state: 'passed', limit: 1 })).items;
  // The hourly check does not get to the mail: it cannot take back that one was refused.
  const refusesMail = last?.automatic === true && last.result === 'passed' && whole?.steps.some(({ name, state }) => name === 'operation' && state === 'failed');
  return { last: refusesMail ? whole : last, good, mail };
}

function endsOf({ authMethod, clientSecretExpiresAt }: EmailForwarding, { current }: SignInRow): FunctionRow['ends'] {
  if (authMethod === 'microsoft-oauth' && current) return [{ what: 'sign-in', at: endOf(current) }];
  if (authMethod === 'microsoft-oauth-application' && clientSecretExpiresAt) return [{ what: 'client-secret', at: clientSecretExpiresAt }];
  return [];
}

function endsSoon(ends: FunctionRow['ends'], now: Date): boolean {
  return ends.some(({ at }) => Date.parse(at) - now.getTime() < soonMs);
}

function isShaky({ current }: SignInRow, signsIn: boolean): boolean {
  return signsIn && current !== null && current.failures > 0;
}

function healthOf(check: CheckRow | null, isWarned: boolean): Health {
  if (check?.result === 'failed') return 'failing';
  if (isWarned) return 'warning';
  return check === null ? 'unchecked' : 'working';
}
