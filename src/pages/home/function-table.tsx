import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { FunctionName } from '../../../contract/functions.ts';
import { HealthMark } from '../../parts/health-mark.tsx';
import { paths } from '../../paths.ts';
import { Day, RelativeTime } from '../../ui/time.tsx';
import { useEndWords } from './use-end-words.ts';
import type { HomeRow } from './summary.ts';

/** A row a function, and one for all queue pilots: how it stands, when it was last seen to be good, what ends next. What is not set up says what it is for. */
export function FunctionTable({ rows }: { rows: readonly HomeRow[] }) {
  const { t } = useLingui();
  const names: Record<FunctionName, string> = { 'email-forwarding': t`E-mail forwarding`, 'exchange-calendar': t`Exchange Calendar Integration`, 'exchange-directory': t`Exchange PST`, 'queue-pilot': t`Contact Center` };
  const purposes: Record<FunctionName, string> = {
    'email-forwarding': t`Voicemails, faxes and notices leave the telephone system by e-mail.`,
    'exchange-calendar': t`Appointments set the presence of the users.`,
    'exchange-directory': t`Names are searched for in the public folders of Exchange.`,
    'queue-pilot': t`E-mails come from their mailboxes into the queues.`,
  };
  const pages: Record<FunctionName, string> = {
    'email-forwarding': paths.emailForwarding(),
    'exchange-calendar': paths.externalProviders('exchange-calendar-integration'),
    'exchange-directory': paths.externalProviders('exchange-pst'),
    'queue-pilot': paths.queues(),
  };
  const isUntouched = rows.every(({ health }) => health === 'not-set-up');
  const columns = { health: t`Health`, good: t`Last good check`, next: t`Ends next` };
  return (
    <table className="listed stacked home">
      <thead>
        <tr>
          <th scope="col">
            <Trans>Function</Trans>
          </th>
          <th scope="col">{columns.health}</th>
          {isUntouched ? (
            <th scope="col" colSpan={2}>
              <Trans>What it is for</Trans>
            </th>
          ) : (
            <>
              <th scope="col">{columns.good}</th>
              <th scope="col">{columns.next}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const name = names[row.function];
          return (
            <tr key={row.function}>
              <th scope="row" aria-label={name}>
                <Link to={pages[row.function]}>{name}</Link>
              </th>
              <td>
                <Health row={row} />
              </td>
              {row.health === 'not-set-up' ? (
                <td colSpan={2}>
                  <span className="set-up">
                    {purposes[row.function]}
                    <Link to={pages[row.function]} className="button plain" aria-label={t`Set up ${name}`}>
                      <Trans>Set up</Trans>
                    </Link>
                  </span>
                </td>
              ) : (
                <>
                  <td data-name={columns.good}>
                    <LastGood row={row} />
                  </td>
                  <td data-name={columns.next}>
                    <Next row={row} />
                  </td>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Health({ row: { health, counts } }: { row: HomeRow }) {
  const { i18n } = useLingui();
  if (counts.length === 0) return <HealthMark health={health} />;
  return (
    <ul className="plain-list">
      {counts.map(([one, count]) => (
        <li key={one}>
          {new Intl.NumberFormat(i18n.locale).format(count)} <HealthMark health={one} />
        </li>
      ))}
    </ul>
  );
}

function LastGood({ row: { lastGood, counts } }: { row: HomeRow }) {
  const { i18n } = useLingui();
  if (lastGood === null) return <Trans>none yet</Trans>;
  const when = <RelativeTime at={lastGood} locale={i18n.locale} />;
  const isOfMany = counts.reduce((sum, [, count]) => sum + count, 0) > 1;
  return isOfMany ? <Trans>the oldest {when}</Trans> : when;
}

function Next({ row: { next } }: { row: HomeRow }) {
  const { i18n } = useLingui();
  const words = useEndWords();
  if (next === null) return <Trans>nothing</Trans>;
  return (
    <>
      {words[next.what]}, <Day at={next.at} locale={i18n.locale} />
    </>
  );
}
