import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { CheckRunItem } from '../../../contract/check-runs.ts';
import { DiagnosisView } from '../../parts/diagnosis-view.tsx';
import { DateTime } from '../../ui/time.tsx';
import { Applications } from './applications.tsx';
import { ItemMark } from './item-mark.tsx';
import { ItemName } from './item-name.tsx';
import { Target } from './target.tsx';

// A cause, a fix and buttons for each of thousands would be read by nobody; the table has them all.
const most = 50;

/** The queue pilots: those that have failed with cause, owner and fix, and all of them as a table. */
export function PilotResults({ items }: { items: readonly CheckRunItem[] }) {
  const { t, i18n } = useLingui();
  const failed = items.filter(({ diagnosis }) => diagnosis);
  const columns = { result: t`Result`, server: t`Server`, when: t`When` };
  return (
    <section aria-labelledby="pilots-title">
      <div className="section-title">
        <h2 id="pilots-title">
          <Trans>Queue Pilots</Trans>
        </h2>
        <span className="muted">
          <Plural value={items.length} one="# queue pilot" other="# queue pilots" />
        </span>
      </div>
      {failed.slice(0, most).map((item) => (
        <div key={item.position} className="failed-item">
          <h3>
            <ItemMark state={item.state} /> <ItemName item={item} />
          </h3>
          {item.target && <Target target={item.target} />}
          {item.diagnosis && <DiagnosisView diagnosis={item.diagnosis} />}
        </div>
      ))}
      {failed.length > most && (
        <p className="muted">
          <Plural value={failed.length - most} one="# more has failed; its cause stands on its page." other="# more have failed; their causes stand on their pages." />
        </p>
      )}
      <Applications items={items} />
      <table className="listed stacked pilot-results">
        <caption>
          <Trans>All of them</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Queue Pilot</Trans>
            </th>
            <th scope="col">{columns.result}</th>
            <th scope="col">{columns.server}</th>
            <th scope="col">{columns.when}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.position}>
              <th scope="row">
                <ItemName item={item} />
              </th>
              <td>
                <ItemMark state={item.state} />
              </td>
              <td>
                {item.target && item.target.mailbox !== item.name && (
                  <span className="block">
                    <bdi>{item.target.mailbox}</bdi>
                  </span>
                )}
                {item.target?.server}
              </td>
              <td>{item.endedAt && <DateTime at={item.endedAt} locale={i18n.locale} exact />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
