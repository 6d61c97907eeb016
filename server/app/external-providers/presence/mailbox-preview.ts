import { renderReasons, type Reason } from '../../../../contract/explanations/presence.ts';
import type { Language } from '../../../../contract/fields.ts';
import type { MailboxPreview, PresenceRule } from '../../../../contract/presence.ts';
import type { Appointment } from '../appointment.ts';
import { certainLeadMs } from './appointment-preview.ts';
import { entriesOf, staysOf, type CalendarRules, type Entry } from './calendar-line.ts';
import { matchKeyword } from './keyword-match.ts';
import { reasonsOf, reasonsWithoutKeyword } from './reasons.ts';
import { iso, lineOf, turnsOf, type Stay, type Turn } from './timeline.ts';

const windowMs = 24 * 3_600_000;
const mostAppointments = 200;
const mostPoints = 500;

/** `now` in ms. */
export type MailboxRules = CalendarRules & { now: number; reader: Language };

/**
 * The 24 hours of a calendar from `now` (ms) on: its appointments by their start, each with the rule that decides and why in the reader's language, and the presence line of all of them. Of a private one only the keyword is told.
 * 200 appointments are shown, and a line of more than 500 points is cut, with `to` where it ends.
 */
export function previewMailbox(mailbox: string, appointments: readonly Appointment[], rules: MailboxRules): Omit<MailboxPreview, 'transcript'> {
  const { now, autoBackToOffice } = rules;
  const end = now + windowMs;
  const entries = entriesOf(appointments, rules).filter((entry) => entry.start < end && Math.max(entry.end, entry.start + 1) > now).sort((a, b) => a.start - b.start);
  const turns = turnsOf(staysOf(entries), autoBackToOffice);
  const line = lineOf(turns, autoBackToOffice, now, end);
  const shown = entries.slice(0, mostAppointments);
  let first = 0;
  return {
    mailbox,
    from: iso(now),
    to: line[mostPoints]?.at ?? iso(end),
    appointments: shown.map((entry) => {
      while ((turns[first]?.at ?? Infinity) < entry.start) first++;
      return show(entry, turns, first, rules);
    }),
    line: line.slice(0, mostPoints),
    more: entries.length > shown.length || line.length > mostPoints,
  };
}

function show(entry: Entry, turns: readonly Turn<Stay>[], first: number, rules: MailboxRules): MailboxPreview['appointments'][number] {
  const { subject, isAllDay, isCancelled, isPrivate, isRecurring } = entry.appointment;
  const { rule, reasons } = decide(entry, turns, first, rules);
  const found = matchKeyword(subject, rules.keywords);
  return {
    subject: isPrivate ? null : subject,
    start: iso(entry.start),
    end: iso(entry.end),
    isAllDay,
    isCancelled,
    isPrivate,
    isRecurring,
    preview: { rule, keyword: found && isPrivate ? { ...found, at: 0 } : found, why: renderReasons(reasons, rules.reader, rules.zone.name, rules.now) },
  };
}

function decide({ appointment, start, end, stay }: Entry, turns: readonly Turn<Stay>[], first: number, { keywords, autoBackToOffice, now }: MailboxRules): { rule: PresenceRule; reasons: Reason[] } {
  if (appointment.isCancelled) return { rule: 'cancelled', reasons: [{ code: 'cancelled' }] };
  if (appointment.isDeclined) return { rule: 'declined', reasons: [{ code: 'declined' }] };
  if (!stay) return { rule: 'no-keyword', reasons: reasonsWithoutKeyword(appointment.subject, keywords) };
  if (end <= start) return { rule: 'ended', reasons: [{ code: 'no-duration' }] };
  let last = first;
  while ((turns[last]?.at ?? Infinity) < end) last++;
  const during = turns.slice(first, last);
  const next = turns[last]?.at === end ? turns[last] : undefined;
  const reasons = reasonsOf(stay, during, next, autoBackToOffice, now);
  if (appointment.isAllDay) reasons.push({ code: 'all-day' });
  if (start < now + certainLeadMs) reasons.push({ code: 'seen-before' });
  return { rule: during.some((turn) => turn.stay !== stay) ? 'replaced' : 'sets', reasons };
}
