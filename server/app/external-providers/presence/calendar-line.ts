import type { IANAZone } from 'luxon';
import type { LinePoint } from '../../../../contract/presence.ts';
import type { Appointment } from '../appointment.ts';
import type { PresenceRules } from './appointment-preview.ts';
import { statusOf } from './keyword-match.ts';
import { midnights } from './local-time.ts';
import { lineOf, turnsOf, type Stay } from './timeline.ts';

export type CalendarRules = PresenceRules & { zone: IANAZone };

/** An appointment with its bounds as instants (ms), and the status that it sets, if it sets one. */
export interface Entry {
  appointment: Appointment;
  start: number;
  end: number;
  stay: Stay | null;
}

/** Reads what Exchange says of appointments: all-day ones run from midnight to midnight of the user's zone; cancelled and declined ones set nothing. */
export function entriesOf(appointments: readonly Appointment[], { keywords, zone }: CalendarRules): Entry[] {
  const midnight = midnights(zone);
  return appointments.map((appointment) => {
    const { subject, isAllDay, isCancelled, isDeclined } = appointment;
    const bounds = [Date.parse(appointment.start), Date.parse(appointment.end)];
    const [start = 0, end = 0] = isAllDay ? bounds.map(midnight) : bounds;
    const status = isCancelled || isDeclined ? null : statusOf(subject, keywords);
    return { appointment, start, end, stay: status && { start, end, status } };
  });
}

/** What sets a status. */
export function staysOf(entries: readonly Entry[]): Stay[] {
  return entries.flatMap(({ stay }) => (stay ? [stay] : []));
}

/** The presence line of a calendar between two instants (ms). Its appointments count as made early enough: a calendar does not say when they were made. */
export function presenceLine(appointments: readonly Appointment[], rules: CalendarRules, from: number, to: number): LinePoint[] {
  return lineOf(turnsOf(staysOf(entriesOf(appointments, rules)), rules.autoBackToOffice), rules.autoBackToOffice, from, to);
}
