import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Day, relativeTime } from '../../ui/time.tsx';
import type { EndsOfDay } from './timeline.ts';
import { Timeline } from './timeline-drawing.tsx';
import { useEndWords } from './use-end-words.ts';
import { Whose } from './whose.tsx';

const most = 10;

/** What ends when: drawn, and the same as a table. A number leads from one to the other. */
export function Ends({ ends, now }: { ends: readonly EndsOfDay[]; now: number }) {
  const { t, i18n } = useLingui();
  const [showsAll, setShowsAll] = useState(false);
  const words = useEndWords();
  const columns = { when: t`When`, what: t`What`, whose: t`Of what` };
  const shown = showsAll ? ends : ends.slice(0, most);
  const all = new Intl.NumberFormat(i18n.locale).format(ends.length);
  return (
    <section aria-labelledby="ends-title">
      <div className="section-title">
        <h2 id="ends-title">
          <Trans>What ends</Trans>
        </h2>
      </div>
      <Timeline ends={ends} numbered={most} now={now} />
      <table className="listed stacked ends">
        <thead>
          <tr>
            <th scope="col">
              <Trans>No.</Trans>
            </th>
            <th scope="col">{columns.when}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.whose}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ at, what, whose }, index) => (
            <tr key={`${at} ${what}`}>
              <td>{index + 1}</td>
              <td>
                <Day at={at} locale={i18n.locale} /> <span className="muted">{relativeTime((Date.parse(at) - now) / 1000, i18n.locale)}</span>
              </td>
              <td>{words[what]}</td>
              <td>
                <Whose rows={whose} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < ends.length && (
        <div className="row">
          <Button onClick={() => setShowsAll(true)}>
            <Trans>Show all {all}</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}
