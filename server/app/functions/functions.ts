import type { EmailForwarding } from '../../../contract/email-forwarding.ts';
import type { ProviderName } from '../../../contract/external-providers.ts';
import type { FunctionName, FunctionRow, Health } from '../../../contract/functions.ts';
import type { CheckRow, Repositories, SignInRow } from '../../store.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { readProvider } from '../external-providers/settings.ts';
import { functionName, readRow } from '../sign-in/rows.ts';
import { endOf } from '../sign-in/show.ts';
import { readPilotRows } from './pilot-rows.ts';
import { soonAfter } from './soon.ts';

/** One row a function with its health, and one an e-mail pilot where they are asked for, from what is stored; nobody is asked. */
export async function readFunctions(rows: Repositories, now: Date, withPilots: boolean): Promise<FunctionRow[]> {
  const functions = [await readEmailForwarding(rows, now), await readProviderRow(rows, 'exchange-calendar', now), await readProviderRow(rows, 'exchange-directory', now)];
  return withPilots ? [...functions, ...(await readPilotRows(rows, now))] : functions;
}

async function readEmailForwarding(rows: Repositories, now: Date): Promise<FunctionRow> {
  const { configured, settings } = await readSettings(rows);
  const row = await readRow(rows);
  const signsIn = settings.authMethod === 'microsoft-oauth';
  const ends = endsOf(settings, row);
  const changed = [settings.changedAt, signsIn ? row.current?.authorizedAt : null].filter((at) => at !== null && at !== undefined).sort().at(-1) ?? null;
  const checks = await readChecks(rows, functionName, changed);
  const shown = describe(functionName, { configured, changed, checks, ends, isShaky: isShaky(row, signsIn) }, now);
  if (!configured || !signsIn || row.current) return shown;
  return { ...shown, health: 'sign-in-required', since: row.outcome?.at ?? changed };
}

async function readProviderRow(rows: Repositories, name: ProviderName, now: Date): Promise<FunctionRow> {
  const { configured, settings } = await readProvider(rows, name);
  const { authMethod, clientSecretExpiresAt, changedAt: changed } = settings;
  const ends: FunctionRow['ends'] = authMethod === 'microsoft-oauth' && clientSecretExpiresAt ? [{ what: 'client-secret', at: clientSecretExpiresAt }] : [];
  return describe(name, { configured, changed, checks: await readChecks(rows, name, changed), ends, isShaky: false }, now);
}

interface Standing {
  configured: boolean;
  /** When what the checks say something about was changed last. */
  changed: string | null;
  checks: Awaited<ReturnType<typeof readChecks>>;
  ends: FunctionRow['ends'];
  isShaky: boolean;
}

function describe(name: FunctionName, { configured, changed, checks: { last, good, mail }, ends, isShaky: shaky }: Standing, now: Date): FunctionRow {
  return {
    function: name,
    ref: null,
    queue: null,
    name: null,
    health: configured ? healthOf(last, shaky || endsSoon(ends, now)) : 'not-set-up',
    since: last?.since ?? changed,
    lastCheck: last?.endedAt ?? null,
    lastGood: good?.endedAt ?? null,
    lastMail: name === 'email-forwarding' ? (mail?.endedAt ?? null) : null,
    ends,
  };
}

/** The check that says how it stands (a check says nothing about what was changed after it), the last good one, and the last that sent its mail. */
async function readChecks(rows: Repositories, name: FunctionName, changed: string | null): Promise<Record<'last' | 'good' | 'mail', CheckRow | null>> {
  const saved = { function: name, draft: false } as const;
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
  return ends.some(({ at }) => Date.parse(at) < Date.parse(soonAfter(now)));
}

function isShaky({ current }: SignInRow, signsIn: boolean): boolean {
  return signsIn && current !== null && current.failures > 0;
}

function healthOf(check: CheckRow | null, isWarned: boolean): Health {
  // Some mailboxes of many that cannot be read: the connection itself works.
  const isPartly = check?.steps.some(({ diagnosis }) => diagnosis?.code === 'mailboxes-failed') ?? false;
  if (check?.result === 'failed' && !isPartly) return 'failing';
  if (isPartly || isWarned) return 'warning';
  return check === null ? 'unchecked' : 'working';
}
