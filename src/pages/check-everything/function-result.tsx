import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import type { CheckRunItem } from '../../../contract/check-runs.ts';
import { Ladder } from '../../parts/ladder.tsx';
import { DateTime } from '../../ui/time.tsx';
import { ItemMark } from './item-mark.tsx';
import { ItemName } from './item-name.tsx';
import { Target } from './target.tsx';

/** A function: against what it was checked, and each step with what was found. */
export function FunctionResult({ item }: { item: CheckRunItem }) {
  const { i18n } = useLingui();
  const { position, state, endedAt, target, steps } = item;
  return (
    <section aria-labelledby={`item-${position}`}>
      <div className="section-title">
        <h2 id={`item-${position}`}>
          <ItemName item={item} />
        </h2>
        <span>
          <ItemMark state={state} />
          {endedAt && (
            <span className="muted">
              {' · '}
              <DateTime at={endedAt} locale={i18n.locale} exact />
            </span>
          )}
        </span>
      </div>
      {target && <Target target={target} />}
      {steps.length > 0 && <Ladder check={item} then={null} />}
      {state === 'not-checked' && (
        <p className="muted">
          <Trans>It was not checked: the run was cancelled before, or it was removed meanwhile.</Trans>
        </p>
      )}
    </section>
  );
}
