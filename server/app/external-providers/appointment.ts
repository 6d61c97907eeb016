/**
 * An appointment of a calendar, series already expanded by Exchange. `start` and `end` are instants (RFC 3339, UTC); `end` is the first instant after it.
 * Exchange answers the bounds of an all-day one as midnights of the calendar's own zone. A declined one is one that the mailbox's owner refused.
 */
export type Appointment = {
  id: string;
  subject: string;
  start: string;
  end: string;
  isAllDay: boolean;
  isCancelled: boolean;
  isDeclined: boolean;
  isPrivate: boolean;
  isRecurring: boolean;
};
