import { Trans } from '@lingui/react/macro';

/** What the users of the calendar integration must know. */
export function CalendarNotes() {
  return (
    <section aria-labelledby="notes-title">
      <h2 id="notes-title">
        <Trans>Good to know</Trans>
      </h2>
      <ul className="notes">
        <li>
          <Trans>Every user needs a valid e-mail address, the same one in all applications.</Trans>
        </li>
        <li>
          <Trans>An appointment with a keyword in its subject sets the presence when it begins, also without Outlook open, and also when it was made in Outlook on the web.</Trans>
        </li>
        <li>
          <Trans>The keywords are those of the user’s voicemail language, and of no other.</Trans>
        </li>
        <li>
          <Trans>Calendars are read every 30 seconds, and what begins in less than 3 minutes is left out. Make test appointments 3.5 minutes ahead or more.</Trans>
        </li>
        <li>
          <Trans>With Auto back to office the presence is Office again at the end. Without it the presence stays, and the announced return moves on by 15 minutes each time.</Trans>
        </li>
        <li>
          <Trans>A change of presence logs an agent out of all queues, and nothing logs the agent in again.</Trans>
        </li>
      </ul>
    </section>
  );
}
