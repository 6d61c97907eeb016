import type { DiagnosisLogsSettings, DiagnosisLogsSettingsInput } from '../../../contract/diagnosis-logs.ts';
import type { Repositories } from '../../store.ts';
import type { Context } from '../context.ts';
import { recordIn } from '../events/record.ts';
import { checkMatch, needsMatch } from '../http/etag.ts';

/** The name of their row. */
export const name = 'diagnosis-logs';
const untouched = '0';
// What a look at a mailbox, a calendar or the directory takes with its place in two indexes; each function looks once an hour, and somebody may look by hand.
const bytesPerLook = 600;
const looksByHand = 2;
const mostPilots = 10_000;

/** The settings of the diagnosis logs with their version; defaults where they were never saved. */
export async function readLogSettings(rows: Repositories, { protocols }: Context['config']): Promise<{ settings: DiagnosisLogsSettings; version: string }> {
  const stored = await rows.settings.get(name);
  const settings = { configured: stored !== null, changedAt: stored?.changedAt ?? null, ucSuiteProtocols: isOn(stored?.value), kilobytesPerHour: await costOf(rows), ...protocols };
  return { settings, version: stored?.version ?? untouched };
}

/** Are the UC Suite protocols recorded? */
export async function isUcSuiteRecorded(rows: Repositories): Promise<boolean> {
  return isOn((await rows.settings.get(name))?.value);
}

/** Replaces the settings where `ifMatch` is their ETag. Raises 428, and 412 with what is stored. */
export async function saveLogSettings({ ports, config }: Context, input: DiagnosisLogsSettingsInput, ifMatch: string | undefined, actor: string): Promise<void> {
  needsMatch(ifMatch);
  await ports.store.transaction(async (rows) => {
    const { settings, version } = await readLogSettings(rows, config);
    checkMatch(ifMatch, version, settings);
    await rows.settings.put(name, { value: input, version: String(Number(version) + 1), changedAt: ports.clock.now().toISOString() });
    if (settings.ucSuiteProtocols === input.ucSuiteProtocols) return;
    await recordIn(rows, ports, { kind: input.ucSuiteProtocols ? 'uc-suite-protocols-on' : 'uc-suite-protocols-off', function: null, actor, params: {} });
  });
}

function isOn(value: unknown): boolean {
  return Object(value).ucSuiteProtocols === true;
}

async function costOf(rows: Repositories): Promise<number> {
  let looks = looksByHand;
  for (const provider of ['exchange-calendar', 'exchange-directory']) if ((await rows.settings.get(provider))?.value) looks += 1;
  looks += (await rows.pilots.due(mostPilots)).length;
  return Math.ceil((looks * bytesPerLook) / 1000);
}
