import { voicemailLanguages } from '../../../contract/voicemail-languages.ts';
import { showPilot } from '../contact-center/show-pilot.ts';
import type { Context } from '../context.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { readKeywords } from '../external-providers/keywords.ts';
import { readProvider } from '../external-providers/settings.ts';
import { soonAfter } from '../functions/soon.ts';
import { readRow } from '../sign-in/rows.ts';
import { showAuthorization } from '../sign-in/show.ts';
import { safeJson } from './part.ts';
import { readLogSettings } from './settings.ts';

const pageSize = 50;

/** The configuration as the API shows it: of secrets only whether they are set and since when, of a sign-in neither code nor token. JSON, a few queues at a time. */
export async function* configurationText(context: Context): AsyncGenerator<string> {
  const { ports, config } = context;
  const now = ports.clock.now();
  const functions = await ports.store.transaction(async (rows) => {
    const { settings } = await readSettings(rows);
    const changedKeywords = [];
    for (const language of voicemailLanguages) {
      const { table } = await readKeywords(rows, language);
      if (table.changedAt !== null) changedKeywords.push(table);
    }
    return {
      emailForwarding: settings,
      authorization: showAuthorization(await readRow(rows), settings, { now, language: 'en', maySignIn: false }),
      exchangeCalendar: (await readProvider(rows, 'exchange-calendar')).settings,
      exchangeDirectory: (await readProvider(rows, 'exchange-directory')).settings,
      changedKeywords,
      diagnosisLogs: (await readLogSettings(rows, config)).settings,
    };
  });
  yield `{\n${Object.entries(functions).map(([name, value]) => `"${name}": ${shown(value)},\n`).join('')}"queues": [`;
  let before = '\n';
  for (let offset = 0; ; offset += pageSize) {
    const queues = await ports.store.transaction(async (rows) => {
      const { items } = await rows.queues.list({ sort: 'name', descending: false, soon: soonAfter(now), limit: pageSize, offset });
      const found: string[] = [];
      for (const queue of items) {
        const pilots = [];
        for (const pilot of await rows.pilots.ofQueue(queue.id)) if (pilot.deletedAt === null) pilots.push(await showPilot(rows, pilot, now));
        found.push(shown({ ...queue, pilots }));
      }
      return found;
    });
    for (const queue of queues) {
      yield `${before}${queue}`;
      before = ',\n';
    }
    if (queues.length < pageSize) break;
  }
  yield '\n]\n}\n';
}

// The last characters of a secret help whoever sees it at Microsoft, and nobody else.
function shown(value: unknown): string {
  const parsed: unknown = JSON.parse(JSON.stringify(value, (name, member: unknown) => (name === 'hint' ? undefined : member)));
  return safeJson(parsed, 2);
}
