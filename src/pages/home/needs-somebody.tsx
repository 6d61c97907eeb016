import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { HealthMark } from '../../parts/health-mark.tsx';
import { ownerWords } from '../../parts/owner-words.ts';
import { paths } from '../../paths.ts';
import { RelativeTime } from '../../ui/time.tsx';
import type { HomeNeed } from './summary.ts';
import { Whose } from './whose.tsx';

const most = 8;

/** Who must act, and why, each with the page on which it stands how. Of many the worst are shown. */
export function NeedsSomebody({ needs }: { needs: readonly HomeNeed[] }) {
  const { t, i18n } = useLingui();
  const rest = needs.slice(most).reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <section aria-labelledby="needs-title">
      <div className="section-title">
        <h2 id="needs-title">
          <Trans>Needs somebody</Trans>
        </h2>
      </div>
      <ul className="who">
        {needs.slice(0, most).map(({ rows, owner, why, health, since }) => (
          <li key={`${rows[0]?.function} ${rows[0]?.ref}`}>
            <p>
              <HealthMark health={health} brief /> <Whose rows={rows} />
              {since && (health === 'failing' || health === 'sign-in-required') && (
                <span className="muted">
                  {' · '}
                  <Trans>
                    since <RelativeTime at={since} locale={i18n.locale} />
                  </Trans>
                </span>
              )}
            </p>
            <p>{why}</p>
            <p className="muted">
              <Trans>Who:</Trans> {t(ownerWords[owner])}
            </p>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="muted">
          <Plural value={rest} one="# more queue pilot needs somebody." other="# more queue pilots need somebody." />{' '}
          <Link to={paths.queues({ sort: 'health' })}>
            <Trans>Queues, the worst first</Trans>
          </Link>
        </p>
      )}
    </section>
  );
}
