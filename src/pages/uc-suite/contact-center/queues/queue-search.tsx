import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useState } from 'react';
import { TextField } from '../../../../ui/field.tsx';
import { useDebounced } from '../../../../ui/use-debounced.ts';

const typingPauseMs = 250;

/** What is searched for. It follows the address, but for what is being typed. */
export function QueueSearch({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(q);
  const [sent, setSent] = useState(q);
  const [known, setKnown] = useState(q);
  const settled = useDebounced(typed, typingPauseMs).trim();
  if (q !== known) {
    setKnown(q);
    // The way back brings another one than what was asked for last.
    if (q !== sent) {
      setTyped(q);
      setSent(q);
    }
  }
  const search = useEffectEvent((next: string) => {
    if (next === sent || next !== typed.trim()) return;
    setSent(next);
    onSearch(next);
  });
  useEffect(() => search(settled), [settled]);
  return <TextField label={t`Search`} help={<Trans>By name or number.</Trans>} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} />;
}
