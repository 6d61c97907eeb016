import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { Listed } from '../api/checks.ts';

interface ListPagesProps {
  data: Listed<unknown>;
  rowsAtOnce: number;
  /** The cursors of the pages up to this one. */
  before: readonly string[];
  to: (cursors: readonly string[]) => string;
  locale: string;
}

/** Which rows of a list these are, and the ways to the others. Nothing for a list of one page. */
export function ListPages({ data: { items, next, total }, rowsAtOnce, before, to, locale }: ListPagesProps) {
  const { t } = useLingui();
  if (next === null && before.length === 0) return null;
  const first = before.length * rowsAtOnce + 1;
  const number = (value: number) => new Intl.NumberFormat(locale).format(value);
  const [from, last, all] = [number(first), number(first + items.length - 1), number(total)];
  return (
    <nav className="list-pages" aria-label={t`Pages of the list`}>
      {before.length > 0 && (
        <Link to={to(before.slice(0, -1))} className="button plain">
          <Trans>Back</Trans>
        </Link>
      )}
      {next !== null && (
        <Link to={to([...before, next])} className="button plain">
          <Trans>Next</Trans>
        </Link>
      )}
      <output className="muted">
        {items.length === 0 ? <Trans>nothing on this page any more</Trans> : <Trans>{from}–{last} of {all}</Trans>}
      </output>
    </nav>
  );
}
