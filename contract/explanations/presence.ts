import type { Params } from '../diagnosis.ts';
import type { Language } from '../fields.ts';
import type { Presence } from '../presence.ts';
import type { Sentence } from './explanation.ts';
import { fill } from './explanation.ts';

/** The presence statuses as UC Suite names them. */
export const presenceNames: Record<Presence, Sentence> = {
  'office': { en: 'Office', de: 'Büro' },
  'meeting': { en: 'Meeting', de: 'Besprechung' },
  'sick': { en: 'Sick', de: 'Krank' },
  'break': { en: 'Break', de: 'Pause' },
  'out-of-office': { en: 'Out of Office', de: 'Außer Haus' },
  'holiday': { en: 'Holiday', de: 'Urlaub' },
  'lunch': { en: 'Lunch', de: 'Mittag' },
  'home': { en: 'Home', de: 'Zu Hause' },
};

/** Why an appointment sets a presence, or none. Instants read as `10:00` or `10:00 on 25 November`, and in German with `Uhr`. */
export const presenceSentences = {
  'sets-office': {
    en: 'Sets {presence} at {start} and Office again at {end}, each up to 30 s later, since calendars are read every 30 s.',
    de: 'Setzt um {start} den Status {presence} und um {end} wieder Büro, jeweils bis zu 30 s später, da die Kalender alle 30 s gelesen werden.',
  },
  'sets': { en: 'Sets {presence} at {start}, up to 30 s later, since calendars are read every 30 s.', de: 'Setzt um {start} den Status {presence}, bis zu 30 s später, da die Kalender alle 30 s gelesen werden.' },
  'has-set': { en: 'Has set {presence} at {start}.', de: 'Hat um {start} den Status {presence} gesetzt.' },
  'office-again': { en: 'At {end} Office is set again, up to 30 s later.', de: 'Um {end} wird wieder Büro gesetzt, bis zu 30 s später.' },
  'then-other': { en: 'At {end} {other} follows, since another appointment runs then.', de: 'Um {end} folgt der Status {other}, da dann ein anderer Termin läuft.' },
  'stays': {
    en: 'Without Auto back to office {presence} stays after {end}, and the announced return moves by 15 minutes each time.',
    de: 'Ohne „Automatisch zurück ins Büro“ bleibt der Status {presence} nach {end}, und die angesagte Rückkehr rückt jeweils um 15 Minuten weiter.',
  },
  'replaced': {
    en: 'From {from} to {until} another appointment decides and sets {other}: the one that begins later, or of those that begin together the one that ends first.',
    de: 'Von {from} bis {until} entscheidet ein anderer Termin und setzt den Status {other}: der später beginnt oder, wenn beide gleichzeitig beginnen, zuerst endet.',
  },
  'replaced-from': {
    en: 'From {from} on another appointment decides and sets {other}: the one that begins later, or of those that begin together the one that ends first.',
    de: 'Ab {from} entscheidet ein anderer Termin und setzt den Status {other}: der später beginnt oder, wenn beide gleichzeitig beginnen, zuerst endet.',
  },
  'depends-on-poll': {
    en: 'It begins less than 3.5 minutes after it is made: only if the calendar is read by {until}, while 3 minutes are left, does it set {presence} at {start}. A start at {safe} or later is certain.',
    de: 'Der Termin beginnt weniger als 3,5 Minuten, nachdem er angelegt wird: Nur wenn der Kalender bis {until} gelesen wird, solange noch 3 Minuten bleiben, setzt er um {start} den Status {presence}. Ein Beginn um {safe} oder später ist sicher.',
  },
  'too-soon': {
    en: 'It begins less than 3 minutes after it is made and is ignored, since its user may still be editing it. A start at {safe} or later is certain.',
    de: 'Der Termin beginnt weniger als 3 Minuten, nachdem er angelegt wird. Er wird ignoriert, da sein Benutzer ihn noch bearbeiten könnte. Ein Beginn um {safe} oder später ist sicher.',
  },
  'started': { en: 'It began at {start}, before it is made: only the beginning of an appointment sets a presence.', de: 'Der Termin begann um {start}, bevor er angelegt wird: Nur der Beginn eines Termins setzt einen Status.' },
  'ended': { en: 'It ended at {end}: nothing is set.', de: 'Der Termin endete um {end}: Es wird nichts gesetzt.' },
  'no-duration': { en: 'It ends when it begins: nothing is set.', de: 'Der Termin endet, wenn er beginnt: Es wird nichts gesetzt.' },
  'no-keyword': { en: 'The subject contains no keyword: nothing is set.', de: 'Der Betreff enthält kein Schlüsselwort: Es wird nichts gesetzt.' },
  'part-of-word': { en: '“{text}” is only a part of a longer word there; keywords are whole words.', de: '„{text}“ ist dort nur Teil eines längeren Wortes; Schlüsselwörter sind ganze Wörter.' },
  'cancelled': { en: 'It is cancelled: nothing is set.', de: 'Der Termin ist abgesagt: Es wird nichts gesetzt.' },
  'declined': { en: 'The user has declined it: nothing is set.', de: 'Der Benutzer hat den Termin abgelehnt: Es wird nichts gesetzt.' },
  'all-day': { en: 'An all-day appointment runs from midnight to midnight in {timeZone}.', de: 'Ein ganztägiger Termin läuft von Mitternacht bis Mitternacht in {timeZone}.' },
  'seen-before': { en: 'This holds if it was in the calendar 3.5 minutes before its start.', de: 'Das gilt, wenn er 3,5 Minuten vor seinem Beginn im Kalender stand.' },
  'start-twice': { en: 'Its start comes twice, since clocks are put back that day: the first one counts ({offset}).', de: 'Sein Beginn kommt zweimal vor, da die Uhren an diesem Tag zurückgestellt werden: Der erste zählt ({offset}).' },
  'end-twice': { en: 'Its end comes twice, since clocks are put back that day: the first one after the start counts ({offset}).', de: 'Sein Ende kommt zweimal vor, da die Uhren an diesem Tag zurückgestellt werden: Das erste nach dem Beginn zählt ({offset}).' },
} satisfies Record<string, Sentence>;

/** One sentence of a reason: its code, and what it is filled with; `times` are instants in ms, in the order in which the sentence says them. */
export interface Reason {
  code: keyof typeof presenceSentences;
  times?: Record<string, number>;
  presences?: Record<string, Presence>;
  params?: Params;
}

/** Sentences in the reader's language, times on the clocks of the zone; the date is said where it is another one than that of `now` (ms) or of the time said before. */
export function renderReasons(reasons: readonly Reason[], language: Language, timeZone: string, now: number): string {
  const say = timeWords(language, timeZone, now);
  return reasons.map(({ code, times = {}, presences = {}, params = {} }) => {
    const words = Object.entries(times).map(([name, instant]) => [name, say(instant)]);
    const names = Object.entries(presences).map(([name, presence]) => [name, presenceNames[presence][language]]);
    return fill(presenceSentences[code][language], { timeZone, ...params, ...Object.fromEntries([...words, ...names]) });
  }).join(' ');
}

function timeWords(language: Language, timeZone: string, now: number): (instant: number) => string {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const clock = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const minutes = new Intl.DateTimeFormat(locale, clock);
  const seconds = new Intl.DateTimeFormat(locale, { ...clock, second: '2-digit' });
  const day = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long' });
  const year = new Intl.DateTimeFormat(locale, { timeZone, year: 'numeric' });
  const dateOf = (instant: number) => `${day.format(instant)} ${year.format(instant)}`;
  let said = dateOf(now);
  return (instant) => {
    const time = (instant % 60_000 === 0 ? minutes : seconds).format(instant) + (language === 'de' ? ' Uhr' : '');
    const date = dateOf(instant);
    if (date === said) return time;
    said = date;
    const short = year.format(instant) === year.format(now) ? day.format(instant) : date;
    return `${time} ${language === 'de' ? 'am' : 'on'} ${short}`;
  };
}
