import { Trans, useLingui } from '@lingui/react/macro';
import type { BrowserHost } from '../../../../contract/network.ts';
import { useNetworkWords } from './use-network-words.ts';

/** What the browsers of administrators need; they stand somewhere else, so nothing here can check it. */
export function BrowserTable({ hosts }: { hosts: readonly BrowserHost[] }) {
  const { t } = useLingui();
  const { browser } = useNetworkWords();
  const needed = t`Needed for`;
  if (hosts.length === 0) return null;
  return (
    <section aria-labelledby="browser-title">
      <h2 id="browser-title">
        <Trans>From the administrators’ browsers</Trans>
      </h2>
      <p className="muted">
        <Trans>Whoever signs in at Microsoft does it in a browser, all by HTTPS at port 443. This machine cannot check it.</Trans>
      </p>
      <table className="listed stacked browsers">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Host</Trans>
            </th>
            <th scope="col">{needed}</th>
          </tr>
        </thead>
        <tbody>
          {hosts.map(({ host, purpose }) => (
            <tr key={host}>
              <th scope="row">
                <code>{host}</code>
              </th>
              <td data-name={needed}>{browser[purpose]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
