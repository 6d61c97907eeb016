import { Trans } from '@lingui/react/macro';

/** What the users of the public folder search must know. */
export function DirectoryNotes() {
  return (
    <section aria-labelledby="notes-title">
      <h2 id="notes-title">
        <Trans>Good to know</Trans>
      </h2>
      <ul className="notes">
        <li>
          <Trans>Only the root level of the public folders is searched, no folder below it.</Trans>
        </li>
        <li>
          <Trans>Private contacts are not found, unless their owner has marked them as public.</Trans>
        </li>
        <li>
          <Trans>Users search in myPortal for Desktop or myPortal for Outlook.</Trans>
        </li>
      </ul>
    </section>
  );
}
