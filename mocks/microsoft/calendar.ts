import { entries, type Entry } from './calendar-entries.ts';
import { isGerman } from './mailboxes.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const crowd = 10_000;

export interface Appointment {
  /** Unlike any other's of the same mailbox, and the same each time. */
  key: string;
  subject: string;
  /** Milliseconds. */
  start: number;
  end: number;
  isAllDay: boolean;
  isCancelled: boolean;
  isPrivate: boolean;
  /** The key of the series that it is an occurrence of. */
  series: string | null;
  showAs: 'busy' | 'tentative' | 'oof' | 'workingElsewhere' | 'free';
  response: 'organizer' | 'accepted' | 'declined';
  location: string;
}

export interface View {
  mailbox: string;
  /** Milliseconds, as `to` and `now`. */
  from: number;
  to: number;
  now: number;
  /** Whose midnights an all-day appointment runs between: the owner's, or those of UTC. */
  days: 'local' | 'utc';
  isCrowded: boolean;
}

/** What is in a mailbox's calendar between two instants, a series expanded, in the order of their starts. The calendar moves with the hour, so that there is always something ahead. */
export function appointments(view: View): Appointment[] {
  const all = view.isCrowded ? crowdAfter(nextHour(view.now)) : usual(view);
  return all.filter(({ start, end }) => start < view.to && end > view.from).toSorted((a, b) => a.start - b.start);
}

function usual({ mailbox, from, to, now, days }: View): Appointment[] {
  const base = nextHour(now);
  const ahead = days === 'local' && isGerman(mailbox) ? aheadInBerlin(now) : 0;
  const midnight = Math.ceil((now + minute + ahead) / day) * day - ahead;
  const language = isGerman(mailbox) ? 'de' : 'en';
  return entries.flatMap((entry) => {
    const first = entry.allDay ? midnight : base + entry.at * minute;
    return occurrences(entry, first, from, to).map((start) => ({
      key: `${entry.key} ${new Date(start).toISOString()}`,
      subject: entry.subject[language],
      start,
      end: start + (entry.allDay ? day : entry.minutes * minute),
      isAllDay: entry.allDay ?? false,
      isCancelled: entry.cancelled ?? false,
      isPrivate: entry.private ?? false,
      series: entry.daily ? `${entry.key} series` : null,
      showAs: entry.showAs ?? 'busy',
      response: entry.response ?? 'organizer',
      location: entry.location ?? '',
    }));
  });
}

// By how much its clocks are ahead of UTC on the next day.
function aheadInBerlin(now: number): number {
  const hours = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', hour: 'numeric', hourCycle: 'h23' }).format(Math.ceil(now / day) * day);
  return Number(hours) * hour;
}

function occurrences(entry: Entry, first: number, from: number, to: number): number[] {
  if (!entry.daily) return [first];
  const before = Math.ceil((first - from) / day);
  const after = Math.ceil((to - first) / day);
  return Array.from({ length: Math.max(0, before + after + 1) }, (_, index) => first + (index - before) * day);
}

function nextHour(now: number): number {
  return Math.ceil(now / hour) * hour;
}

// All within 24 hours, five minutes each, so that some thirty of them run at any time.
function crowdAfter(first: number): Appointment[] {
  return Array.from({ length: crowd }, (_, index) => {
    const start = first + Math.floor((index * 22 * hour) / crowd / 1000) * 1000;
    const subject = `${entries[index % entries.length]?.subject.en} ${index + 1}`;
    return { key: `crowd ${index}`, subject, start, end: start + 5 * minute, isAllDay: false, isCancelled: false, isPrivate: false, series: null, showAs: 'busy', response: 'organizer', location: '' };
  });
}
