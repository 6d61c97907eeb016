import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';

interface Shared {
  label: ReactNode;
  help?: ReactNode;
  /** The sentence that says what is wrong; the field is invalid while there is one. */
  error?: string | undefined;
  /** What else is to be said, with what can be done about it. */
  note?: ReactNode;
}

type TextFieldProps = Shared & InputHTMLAttributes<HTMLInputElement> & { ref?: React.Ref<HTMLInputElement> };
type TextAreaFieldProps = Shared & TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: React.Ref<HTMLTextAreaElement> };
type SelectFieldProps = Shared & SelectHTMLAttributes<HTMLSelectElement> & { ref?: React.Ref<HTMLSelectElement> };

/** A text input with its label, help and error tied to it. */
export function TextField({ label, help, error, note, ...input }: TextFieldProps) {
  const { id, described, parts } = useDescription({ label, help, error, note });
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-describedby={described} aria-invalid={error ? true : undefined} {...input} />
      {parts}
    </div>
  );
}

/** A text of several lines with its label, help and error tied to it. */
export function TextAreaField({ label, help, error, note, ...area }: TextAreaFieldProps) {
  const { id, described, parts } = useDescription({ label, help, error, note });
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} aria-describedby={described} aria-invalid={error ? true : undefined} {...area} />
      {parts}
    </div>
  );
}

/** A native select with its label, help and error tied to it. */
export function SelectField({ label, help, error, note, children, ...select }: SelectFieldProps) {
  const { id, described, parts } = useDescription({ label, help, error, note });
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} aria-describedby={described} aria-invalid={error ? true : undefined} {...select}>
        {children}
      </select>
      {parts}
    </div>
  );
}

function useDescription({ help, error, note }: Shared) {
  const id = useId();
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const noteId = `${id}-note`;
  const described = [help && helpId, error && errorId, note && noteId].filter(Boolean).join(' ') || undefined;
  const parts = (
    <>
      {help && (
        <p className="help" id={helpId}>
          {help}
        </p>
      )}
      {error && (
        <p className="error" id={errorId}>
          {error}
        </p>
      )}
      {note && <div id={noteId}>{note}</div>}
    </>
  );
  return { id, described, parts };
}
