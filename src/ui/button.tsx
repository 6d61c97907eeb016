import type { ButtonHTMLAttributes, MouseEvent } from 'react';

type Look = 'primary' | 'plain' | 'text';
type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; busy?: boolean; ref?: React.Ref<HTMLButtonElement> };

// Leaving a field can take an error away or bring one, and so move the button between pressing and letting go: the focus stays where it is until the form is sent.
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** A button. Busy, it keeps its focus and its name, and takes no second press. */
export function Button({ look = 'plain', busy = false, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={`button ${look}`}
      aria-busy={busy || undefined}
      onMouseDown={type === 'submit' ? keepFocus : undefined}
      onClick={(event) => {
        if (busy) return event.preventDefault();
        onClick?.(event);
      }}
      {...rest}
    />
  );
}
