/**
 * An appointment of a calendar, series already expanded by Exchange. `start` and `end` are instants (RFC 3339, UTC); `end` is the first instant after it.
 * The bounds of an all-day one are midnights, as Exchange answers them: of UTC by Graph, of the calendar's own zone by EWS. A declined one is one that the mailbox's owner refused.
 */
export interface Appointment {
  id: string;
  subject: string;
  start: string;
  end: string;
  isAllDay: boolean;
  isCancelled: boolean;
  isDeclined: boolean;
  isPrivate: boolean;
  isRecurring: boolean;
}
