import { useEffect, useState, type ReactNode } from 'react';
import { announce } from './announcer.tsx';
import { Button } from './button.tsx';

const shownMs = 2_000;

interface CopyButtonProps {
  text: string;
  children: ReactNode;
  /** What it says once it is done, and what where the browser does not let it: the text is selected then. */
  said: { copied: string; selected: string };
  label?: string;
  look?: 'primary' | 'plain' | 'text';
  /** Finds what is selected where the clipboard is closed. */
  select?: () => Node | null;
}

/** Copies a text. Without a clipboard, as on plain http, it selects what stands on the page. */
export function CopyButton({ text, children, said, label, look = 'plain', select }: CopyButtonProps) {
  const [done, setDone] = useState<string | null>(null);
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(() => setDone(null), shownMs);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async () => {
    const copied = await writeClipboard(text);
    const node = select?.();
    if (!copied && node) window.getSelection()?.selectAllChildren(node);
    const sentence = copied ? said.copied : said.selected;
    setDone(sentence);
    announce(sentence);
  };
  return (
    <Button look={look} aria-label={label} onClick={() => void copy()}>
      {done ?? children}
    </Button>
  );
}

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
