import { useEffect, useId, useRef, type ReactNode } from 'react';

interface DialogProps {
  title: ReactNode;
  children: ReactNode;
  /** The buttons; the first one has the focus when it opens. */
  buttons: ReactNode;
  onClose: () => void;
  /** What has the focus when it opens, where it is not the first button or field. */
  focus?: React.RefObject<HTMLElement | null>;
}

/** A modal question. Escape closes it, and the focus goes back to where it came from. */
export function Dialog({ title, children, buttons, onClose, focus }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const from = document.activeElement;
    ref.current?.showModal();
    focus?.current?.focus();
    return () => {
      if (from instanceof HTMLElement) from.focus();
    };
  }, [focus]);
  return (
    <dialog ref={ref} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{title}</h2>
      {children}
      <div className="row">{buttons}</div>
    </dialog>
  );
}
