import { ICalAlarmType, ICalCalendar } from 'ical-generator';
import { noticeTexts } from '../../../contract/explanations/notice-texts.ts';
import type { Language } from '../../../contract/fields.ts';
import type { FunctionEnd, FunctionRow } from '../../../contract/functions.ts';
import { nameOfItem } from './words.ts';

const day = 86_400_000;
const alarmDays = [30, 7, 1];
const mostNamed = 20;
// What ended longer ago is of the past.
const oldestMs = 30 * day;

interface Entry {
  /** The same for the same thing, so that a calendar moves it where its day changes. */
  uid: string;
  what: FunctionEnd['what'];
  at: string;
  rows: FunctionRow[];
}

/** What ends as iCalendar (RFC 5545): a day each, with alarms; queue pilots whose secrets end on one day are one entry. `publicUrl` is where browsers find the console, or null. */
export function calendarOf(rows: readonly FunctionRow[], language: Language, { now, publicUrl }: { now: Date; publicUrl: string | null }): string {
  const texts = noticeTexts[language];
  const calendar = new ICalCalendar({ name: texts.calendar, prodId: { company: 'Postern', product: 'Notices', language: language.toUpperCase() }, ttl: day / 1000 });
  for (const { uid, what, at, rows: members } of entriesOf(rows, now)) {
    const [first] = members;
    if (!first) continue;
    const name = members.length === 1 ? nameOfItem(first, language) : texts.many(members.length);
    const named = members.slice(0, mostNamed).map((row) => `- ${nameOfItem(row, language)}`);
    const more = members.length > mostNamed ? [`… (${members.length})`] : [];
    const event = calendar.createEvent({
      id: uid,
      stamp: now,
      start: new Date(at),
      allDay: true,
      summary: `${texts.ends[what]}: ${name}`,
      description: [`${texts.ends[what]} (${at})`, ...named, ...more, ...(publicUrl ? [`${texts.open}: ${new URL('/', publicUrl).href}`] : [])].join('\n'),
      ...(publicUrl && { url: new URL('/', publicUrl).href }),
    });
    // What is past rings nobody.
    for (const days of alarmDays) if (Date.parse(at) - days * day > now.getTime()) event.createAlarm({ type: ICalAlarmType.display, triggerBefore: (days * day) / 1000, description: `${texts.ends[what]}: ${name}` });
  }
  return calendar.toString();
}

function entriesOf(rows: readonly FunctionRow[], now: Date): Entry[] {
  const entries = new Map<string, Entry>();
  for (const row of rows) {
    for (const { what, at } of row.ends) {
      if (Date.parse(at) < now.getTime() - oldestMs) continue;
      const uid = row.ref === null ? `${row.function}-${what}@postern` : `queue-pilots-${what}-${at.slice(0, 10)}@postern`;
      const entry = entries.get(uid) ?? { uid, what, at, rows: [] };
      entry.rows.push(row);
      entries.set(uid, entry);
    }
  }
  return [...entries.values()].sort((a, b) => a.at.localeCompare(b.at));
}
