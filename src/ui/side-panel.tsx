import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import { PanelAnnouncer } from './announcer.tsx';
import { Button } from './button.tsx';

interface SidePanelProps {
  title: ReactNode;
  /** What the button in its corner is called. */
  closeName: string;
  children: ReactNode;
  /** A second column, below the first one where there is no room beside it. */
  aside?: ReactNode;
  /** Asked for by Escape, by the button in the corner, and by the way back of a telephone. The panel stays until it is taken away. */
  onClose: () => void;
}

/** A modal panel at the right edge. The focus goes to its first field, and back to where it came from. */
export function SidePanel({ title, closeName, children, aside, onClose }: SidePanelProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const panel = ref.current;
    const from = document.activeElement;
    panel?.showModal();
    const first = panel?.querySelector<HTMLElement>('.panel-body :is(input:read-write, select, textarea)') ?? panel?.querySelector('h2');
    first?.focus();
    return () => {
      const back = from instanceof HTMLElement && from !== document.body && from.isConnected ? from : document.querySelector<HTMLElement>('h1');
      back?.focus();
    };
  }, []);
  const press = (event: KeyboardEvent<HTMLDialogElement>) => {
    // A dialog over this one has an Escape of its own.
    if (event.key !== 'Escape' || (event.target as Element).closest('dialog') !== ref.current) return;
    event.preventDefault();
    onClose();
  };
  const cancel = (event: SyntheticEvent<HTMLDialogElement>) => {
    if (event.target !== ref.current) return;
    event.preventDefault();
    onClose();
  };
  return (
    <dialog ref={ref} className={aside ? 'panel with-aside' : 'panel'} aria-labelledby={titleId} onKeyDown={press} onCancel={cancel}>
      <header className="panel-title">
        <h2 id={titleId} tabIndex={-1}>
          {title}
        </h2>
        <Button look="text" aria-label={closeName} title={closeName} onClick={onClose}>
          ✕
        </Button>
      </header>
      <div className="panel-columns">
        <div className="panel-body">{children}</div>
        {aside && <aside className="panel-aside guide-text">{aside}</aside>}
      </div>
      <PanelAnnouncer />
    </dialog>
  );
}
