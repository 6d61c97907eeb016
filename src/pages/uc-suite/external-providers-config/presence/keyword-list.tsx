import { Trans, useLingui } from '@lingui/react/macro';
import type { KeywordStatus, KeywordTable } from '../../../../../contract/presence.ts';
import { DateTime } from '../../../../ui/time.tsx';
import { Unconfirmed } from './unconfirmed.tsx';
import { usePresenceNames } from './use-presence-names.ts';

/** The keywords of a language as they are; those that were changed with their defaults. */
export function KeywordList({ table: { keywords, defaults, confirmed, changedAt } }: { table: KeywordTable }) {
  const { i18n } = useLingui();
  const { office: _, ...statuses } = usePresenceNames();
  return (
    <>
      {!confirmed && <Unconfirmed />}
      <table className="listed pairs">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Presence</Trans>
            </th>
            <th scope="col">
              <Trans>Keyword</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(statuses) as KeywordStatus[]).map((status) => (
            <tr key={status}>
              <th scope="row">{statuses[status]}</th>
              <td>
                {keywords[status]}
                {keywords[status] !== defaults[status] && (
                  <span className="muted under">
                    <Trans>changed; default: {defaults[status]}</Trans>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changedAt && (
        <p className="muted">
          <Trans>
            Changed on <DateTime at={changedAt} locale={i18n.locale} />
          </Trans>
        </p>
      )}
    </>
  );
}
