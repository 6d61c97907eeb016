import type { ButtonHTMLAttributes } from 'react';

type Look = 'primary' | 'plain' | 'text';
type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; busy?: boolean; ref?: React.Ref<HTMLButtonElement> };

/** A button. Busy, it keeps its focus and its name, and takes no second press. */
export function Button({ look = 'plain', busy = false, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={`button ${look}`}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) return event.preventDefault();
        onClick?.(event);
      }}
      {...rest}
    />
  );
}
