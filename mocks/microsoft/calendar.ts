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
  /** Milliseconds; of an all-day one midnight in UTC, since it has no zone. */
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

/** What is in a mailbox's calendar between two instants (milliseconds), a series expanded, in the order of their starts. The calendar moves with the hour, so that there is always something ahead. */
export function appointments(mailbox: string, from: number, to: number, now: number, crowded = false): Appointment[] {
  const all = crowded ? crowdAfter(nextHour(now)) : usual(mailbox, from, to, now);
  return all.filter(({ start, end }) => start < to && end > from).toSorted((a, b) => a.start - b.start);
}

/** The zone of a mailbox, as hours before UTC's midnight at which its days begin; `at` in milliseconds. */
export function dayOffset(mailbox: string, at: number): number {
  if (!isGerman(mailbox)) return 0;
  const local = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', hour: 'numeric', hourCycle: 'h23' }).format(at);
  return Number(local) * hour;
}

function usual(mailbox: string, from: number, to: number, now: number): Appointment[] {
  const base = nextHour(now);
  const midnight = Math.ceil((now + minute) / day) * day;
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
