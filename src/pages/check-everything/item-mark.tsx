import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { CheckRunItem } from '../../../contract/check-runs.ts';

const words = { 'pending': msg`Waiting`, 'running': msg`Being checked`, 'passed': msg`Passed`, 'failed': msg`Failed`, 'not-checked': msg`Not checked` };
const symbols: Record<CheckRunItem['state'], string> = { 'pending': '·', 'running': '◌', 'passed': '✓', 'failed': '✕', 'not-checked': '–' };

/** A result as symbol and word. */
export function ItemMark({ state }: { state: CheckRunItem['state'] }) {
  const { t } = useLingui();
  return (
    <span className={`item-mark ${state}`}>
      <span aria-hidden="true">{symbols[state]}</span> {t(words[state])}
    </span>
  );
}
