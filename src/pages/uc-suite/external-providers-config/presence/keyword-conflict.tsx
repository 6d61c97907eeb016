import type { Keywords, KeywordStatus, KeywordTable } from '../../../../../contract/presence.ts';
import { Conflict } from '../../../../parts/conflict.tsx';
import { useDifferences } from '../../../../parts/use-differences.ts';
import { usePresenceNames } from './use-presence-names.ts';

interface KeywordConflictProps {
  mine: Keywords;
  base: KeywordTable;
  theirs: KeywordTable;
  busy: boolean;
  onSave: (chosen: Keywords) => void;
}

/** The statuses on which this form and somebody else's save differ. */
export function KeywordConflict({ mine, base, theirs, busy, onSave }: KeywordConflictProps) {
  const { office: _, ...labels } = usePresenceNames();
  const differences = useDifferences({ labels, mine, theirs: theirs.keywords, first: base.keywords, secrets: {} });
  const save = (chosen: ReadonlySet<string>) => onSave({ ...mine, ...Object.fromEntries([...chosen].map((status) => [status, theirs.keywords[status as KeywordStatus]])) });
  return <Conflict differences={differences} busy={busy} onSave={save} />;
}
