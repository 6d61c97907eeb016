import { useId, type ReactNode } from 'react';

interface CheckboxFieldProps {
  label: ReactNode;
  help?: ReactNode;
  checked: boolean;
  /** It cannot be chosen; the help says why. */
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** Something that is chosen or not. */
export function CheckboxField({ label, help, checked, disabled = false, onChange }: CheckboxFieldProps) {
  const id = useId();
  const helpId = `${id}-help`;
  return (
    <div className="checkbox">
      <input id={id} type="checkbox" aria-describedby={help ? helpId : undefined} checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
      <label htmlFor={id}>{label}</label>
      {help && (
        <p className="help" id={helpId}>
          {help}
        </p>
      )}
    </div>
  );
}
