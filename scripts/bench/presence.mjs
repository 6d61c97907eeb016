import { keywordDefaults } from '../../contract/keywords.ts';
import { presenceLine } from '../../server/app/external-providers/presence/calendar-line.ts';
import { foldKeywords } from '../../server/app/external-providers/presence/keyword-match.ts';
import { zoneOf } from '../../server/app/external-providers/presence/local-time.ts';
import { percentile } from './postern.mjs';

const appointments = 10_000;
const runs = 21;
const minuteMs = 60_000;
const fillers = ['Wöchentlicher Jour fixe, Raum Elbe. ', 'Project review, room 4. ', 'مراجعة الميزانية السنوية ', 'סקירת תקציב שנתית ', 'ทบทวนงบประมาณประจำปี ', '年度预算审查，三号楼。', '🎉👩‍💻🏳️‍🌈 ', 'Z\u0351a\u0300\u0301l\u0316g\u0321o\u0322 '];
const words = [...Object.values(keywordDefaults.de.keywords), 'Mittagessen', 'Workshop'];

/** What the presence rules take for a full calendar: subjects of 300 characters in many scripts, a fifth of them all-day, all of them over others. */
export async function measurePresence() {
  const from = Date.parse('2026-11-25T09:00:00Z');
  const calendar = Array.from({ length: appointments }, (_, at) => {
    const isAllDay = at % 5 === 0;
    const day = Math.floor(from / (1440 * minuteMs)) + (at % 700);
    const start = isAllDay ? day * 1440 * minuteMs : from + at * 7 * minuteMs;
    const end = start + (isAllDay ? 1440 : 30) * minuteMs;
    const word = words[at % words.length];
    const subject = `${fillers[at % fillers.length].repeat(60).slice(0, 299 - word.length)} ${word}`;
    return { id: String(at), subject, start: new Date(start).toISOString(), end: new Date(end).toISOString(), isAllDay, isCancelled: at % 50 === 1, isDeclined: at % 50 === 2, isPrivate: false, isRecurring: false };
  });
  const times = [];
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    const rules = { keywords: foldKeywords(keywordDefaults.de.keywords), zone: zoneOf('Europe/Berlin'), autoBackToOffice: run % 2 === 0 };
    const line = presenceLine(calendar, rules, from, Infinity);
    times.push(performance.now() - began);
    if (line.length < appointments / 2) throw new Error(`The line has ${line.length} points only.`);
  }
  const median = percentile(times, 0.5);
  return [{ what: `${appointments} appointments through the presence rules, subjects of 300 characters, median of ${runs} (slowest ${Math.max(...times).toFixed(0)} ms)`, value: median.toFixed(0), unit: 'ms', budget: '≤ 100 ms', kept: median <= 100 }];
}
