import type { ProviderName } from '../../../contract/external-providers.ts';
import type { Language } from '../../../contract/fields.ts';
import type { FunctionName, FunctionRow, Health } from '../../../contract/functions.ts';
import type { CheckRow, CurrentSignIn, Repositories } from '../../store.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { readProvider } from '../external-providers/settings.ts';
import { functionName, readRow } from '../sign-in/rows.ts';
import { endsOfForwarding, endsOfProvider, warns } from './ends.ts';
import { needsOf } from './needs.ts';
import { readPilotRows } from './pilot-rows.ts';

/** At which instant, and for whom, functions are shown. */
export interface Reader {
  now: Date;
  language: Language;
}

/** One row a function with its health, and one an e-mail pilot where they are asked for, from what is stored; nobody is asked. */
export async function readFunctions(rows: Repositories, { withPilots, ...reader }: Reader & { withPilots: boolean }): Promise<FunctionRow[]> {
  const functions = [await readEmailForwarding(rows, reader), await readProviderRow(rows, 'exchange-calendar', reader), await readProviderRow(rows, 'exchange-directory', reader)];
  return withPilots ? [...functions, ...(await readPilotRows(rows, reader))] : functions;
}

async function readEmailForwarding(rows: Repositories, reader: Reader): Promise<FunctionRow> {
  const { configured, settings } = await readSettings(rows);
  const row = await readRow(rows);
  const signsIn = settings.authMethod === 'microsoft-oauth';
  const changed = [settings.changedAt, signsIn ? row.current?.authorizedAt : null].filter((at) => at !== null && at !== undefined).sort().at(-1) ?? null;
  const checks = await readChecks(rows, functionName, changed);
  const shown = describe(functionName, { configured, changed, checks, ends: configured ? endsOfForwarding(settings, row) : [], signIn: signsIn ? row.current : null }, reader);
  if (!configured || !signsIn || row.current) return shown;
  return { ...shown, health: 'sign-in-required', since: row.outcome?.at ?? changed, ...needsOf({ what: 'never-signed-in', diagnosis: row.outcome?.diagnosis ?? null, ends: [] }, reader) };
}

async function readProviderRow(rows: Repositories, name: ProviderName, reader: Reader): Promise<FunctionRow> {
  const { configured, settings } = await readProvider(rows, name);
  const { changedAt: changed } = settings;
  return describe(name, { configured, changed, checks: await readChecks(rows, name, changed), ends: configured ? endsOfProvider(settings, reader.now) : [], signIn: null }, reader);
}

interface Standing {
  configured: boolean;
  /** When what the checks say something about was changed last. */
  changed: string | null;
  checks: Awaited<ReturnType<typeof readChecks>>;
  ends: FunctionRow['ends'];
  /** The sign-in that it uses. */
  signIn: CurrentSignIn | null;
}

function describe(name: FunctionName, { configured, changed, checks: { last, good, mail }, ends, signIn }: Standing, reader: Reader): FunctionRow {
  const isShaky = signIn !== null && signIn.failures > 0;
  const diagnosis = last?.steps.find((step) => step.diagnosis)?.diagnosis ?? (isShaky ? (signIn.fault ?? null) : null);
  return {
    function: name,
    ref: null,
    queue: null,
    name: null,
    health: configured ? healthOf(last, isShaky || ends.some((end) => warns(end, reader.now))) : 'not-set-up',
    since: last?.since ?? changed,
    lastCheck: last?.endedAt ?? null,
    lastGood: good?.endedAt ?? null,
    lastMail: name === 'email-forwarding' ? (mail?.endedAt ?? null) : null,
    ends,
    ...(configured && needsOf({ what: last?.result === 'failed' ? 'check-failed' : null, diagnosis, ends }, reader)),
  };
}

/** The check that says how it stands (a check says nothing about what was changed after it), the last good one, and the last that sent its mail. */
async function readChecks(rows: Repositories, name: FunctionName, changed: string | null): Promise<Record<'last' | 'good' | 'mail', CheckRow | null>> {
  const saved = { function: name, draft: false } as const;
  const valid = ({ result, startedAt }: CheckRow) => result !== null && changed !== null && startedAt >= changed;
  const last = (await rows.checks.list({ ...saved, limit: 10 })).items.find(valid) ?? null;
  const whole = (await rows.checks.list({ ...saved, automatic: false, limit: 10 })).items.find((row) => valid(row) && !sendsNoMail(row)) ?? null;
  const [good = null] = (await rows.checks.list({ ...saved, state: 'passed', limit: 1 })).items;
  const mail = (await rows.checks.list({ ...saved, automatic: false, state: 'passed', limit: 10 })).items.find((row) => !sendsNoMail(row)) ?? null;
  // The hourly check does not get to the mail, nor does one for an administrator without an address: they cannot take back that one was refused.
  const refusesMail = last !== null && sendsNoMail(last) && last.result === 'passed' && whole?.steps.some(({ name, state }) => name === 'operation' && state === 'failed');
  return { last: refusesMail ? whole : last, good, mail };
}

function sendsNoMail({ function: name, automatic, input }: CheckRow): boolean {
  return automatic || (name === 'email-forwarding' && input.sendTo === undefined);
}

function healthOf(check: CheckRow | null, isWarned: boolean): Health {
  // Some mailboxes of many that cannot be read: the connection itself works.
  const isPartly = check?.steps.some(({ diagnosis }) => diagnosis?.code === 'mailboxes-failed') ?? false;
  if (check?.result === 'failed' && !isPartly) return 'failing';
  if (isPartly || isWarned) return 'warning';
  return check === null ? 'unchecked' : 'working';
}
