import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { TextField } from '../../../../ui/field.tsx';

const typingPauseMs = 250;

/** What is searched for. It follows the address, but for what is being typed. */
export function QueueSearch({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(q);
  const [sent, setSent] = useState(q);
  const [known, setKnown] = useState(q);
  const timer = useRef(0);
  if (q !== known) {
    setKnown(q);
    // The way back brings another one than what was asked for last.
    if (q !== sent) {
      setTyped(q);
      setSent(q);
    }
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      setSent(text.trim());
      onSearch(text.trim());
    }, typingPauseMs);
  };
  return <TextField label={t`Search`} help={<Trans>By name or number.</Trans>} type="search" value={typed} onChange={(event) => type(event.target.value)} autoComplete="off" spellCheck={false} />;
}
