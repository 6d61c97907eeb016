import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
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
      <dl className="summary">
        {(Object.keys(statuses) as KeywordStatus[]).map((status) => (
          <Fragment key={status}>
            <dt>{statuses[status]}</dt>
            <dd>
              {keywords[status]}
              {keywords[status] !== defaults[status] && (
                <span className="muted">
                  {' · '}
                  <Trans>changed; default: {defaults[status]}</Trans>
                </span>
              )}
            </dd>
          </Fragment>
        ))}
      </dl>
      {changedAt && (
        <p className="muted under">
          <Trans>
            Changed on <DateTime at={changedAt} locale={i18n.locale} />
          </Trans>
        </p>
      )}
    </>
  );
}
