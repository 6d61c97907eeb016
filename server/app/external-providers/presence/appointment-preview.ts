import type { Reason } from '../../../../contract/explanations/presence.ts';
import type { LinePoint, PresenceRule } from '../../../../contract/presence.ts';
import { matchKeyword, type FoldedKeywords, type KeywordMatch } from './keyword-match.ts';
import { reasonsOf, reasonsWithoutKeyword } from './reasons.ts';
import { lineOf, turnsOf, type Stay } from './timeline.ts';

/** An appointment that a user makes `now`; all instants in ms. */
export interface PlannedAppointment {
  subject: string;
  start: number;
  end: number;
  isAllDay: boolean;
  isCancelled: boolean;
}

/** By what presences are set: the keywords of the user's voicemail language, and his setting. */
export interface PresenceRules {
  keywords: FoldedKeywords;
  autoBackToOffice: boolean;
}

const minuteMs = 60_000;
/** An appointment that begins less than this after a poll has found it is ignored: its user may still be editing it. */
const leastLeadMs = 3 * minuteMs;
/** Calendars are read this often. */
const pollMs = minuteMs / 2;
/** An appointment that begins so long after it is made is always taken. */
export const certainLeadMs = leastLeadMs + pollMs;

/** What an appointment would do, and why. */
export interface AppointmentPreview {
  rule: PresenceRule;
  keyword: KeywordMatch | null;
  reasons: Reason[];
  line: LinePoint[];
}

/** What an appointment would do that a user makes now; the presence line begins now. Of `depends-on-poll` the line is that of a poll that comes early enough. */
export function previewAppointment({ subject, start, end, isAllDay, isCancelled }: PlannedAppointment, { keywords, autoBackToOffice }: PresenceRules, now: number): AppointmentPreview {
  const keyword = matchKeyword(subject, keywords);
  const allDay: Reason[] = isAllDay ? [{ code: 'all-day' }] : [];
  const none = (rule: PresenceRule, ...reasons: Reason[]): AppointmentPreview => ({ rule, keyword, reasons, line: [] });
  if (isCancelled) return none('cancelled', { code: 'cancelled' });
  if (!keyword) return none('no-keyword', ...reasonsWithoutKeyword(subject, keywords));
  if (end <= now) return none('ended', { code: 'ended', times: { end } });
  if (end <= start) return none('ended', { code: 'no-duration' });
  if (start < now) return none('started', { code: 'started', times: { start } }, ...allDay);
  const lead = start - now;
  const safe = Math.ceil((now + certainLeadMs) / minuteMs) * minuteMs;
  if (lead < leastLeadMs) return none('too-soon', { code: 'too-soon', times: { safe } }, ...allDay);
  const stay: Stay = { start, end, status: keyword.status };
  const turns = turnsOf([stay], autoBackToOffice);
  const line = lineOf(turns, autoBackToOffice, now, Infinity);
  if (lead < certainLeadMs) return { rule: 'depends-on-poll', keyword, reasons: [{ code: 'depends-on-poll', times: { until: start - leastLeadMs, start, safe }, presences: { presence: keyword.status } }, ...allDay], line };
  return { rule: 'sets', keyword, reasons: [...reasonsOf(stay, turns.slice(0, 1), turns[1], autoBackToOffice, now), ...allDay], line };
}
