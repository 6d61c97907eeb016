import { Trans } from '@lingui/react/macro';

/** What is in a ZIP, and what never is. */
export function ContentsList() {
  return (
    <section aria-labelledby="contents-title" className="contents">
      <div>
        <h2 id="contents-title">
          <Trans>In the ZIP</Trans>
        </h2>
        <ul>
          <li>
            <Trans>the logs that are chosen: events as CSV and JSON, protocols as text, a file a day and function</Trans>
          </li>
          <li>
            <Trans>the configuration; of a secret only that it is set, and since when</Trans>
          </li>
          <li>
            <Trans>what the last checks found of clock, network and TLS</Trans>
          </li>
          <li>
            <Trans>a manifest: versions, range, files, and what was left out</Trans>
          </li>
        </ul>
      </div>
      <div>
        <h2>
          <Trans>Never in it</Trans>
        </h2>
        <ul>
          <li>
            <Trans>passwords, client secrets, tokens, codes</Trans>
          </li>
          <li>
            <Trans>subjects and contents of mails and appointments, names of contacts</Trans>
          </li>
          <li>
            <Trans>the administrators’ accounts and sessions</Trans>
          </li>
        </ul>
      </div>
    </section>
  );
}
