import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { TextField } from '../ui/field.tsx';

const typingPauseMs = 250;

interface ListSearchProps {
  q: string;
  /** By what the list is searched. */
  help: ReactNode;
  onSearch: (q: string) => void;
}

/** What is searched for in a list. It follows the address, but for what is being typed. */
export function ListSearch({ q, help, onSearch }: ListSearchProps) {
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
  return <TextField label={t`Search`} help={help} type="search" value={typed} onChange={(event) => type(event.target.value)} autoComplete="off" spellCheck={false} />;
}
