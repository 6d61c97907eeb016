import { useLingui } from '@lingui/react/macro';
import type { Queue, QueueInput } from '../../../../../contract/contact-center.ts';
import { Conflict } from '../../../../parts/conflict.tsx';
import { pickTheirs } from '../../../../parts/take-choice.ts';
import { useDifferences } from '../../../../parts/use-differences.ts';
import { valuesOf } from '../queue-form.ts';

interface QueueConflictProps {
  mine: QueueInput;
  /** What this form began with. */
  base: Queue;
  theirs: Queue;
  busy: boolean;
  onSave: (chosen: QueueInput) => void;
}

/** The fields on which this form and somebody else's save differ. */
export function QueueConflict({ mine, base, theirs, busy, onSave }: QueueConflictProps) {
  const { t } = useLingui();
  const taken = valuesOf(theirs);
  const differences = useDifferences({ labels: { name: t`Name`, number: t`Number` }, mine, theirs: taken, first: valuesOf(base), secrets: {} });
  return <Conflict differences={differences} busy={busy} onSave={(chosen) => onSave(pickTheirs(mine, taken, chosen))} />;
}
