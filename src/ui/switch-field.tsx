import { useId, type ReactNode } from 'react';

interface SwitchFieldProps {
  label: ReactNode;
  help?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Something that is on or off. */
export function SwitchField({ label, help, checked, onChange }: SwitchFieldProps) {
  const id = useId();
  const helpId = `${id}-help`;
  return (
    <div className="switch">
      <input id={id} type="checkbox" role="switch" aria-describedby={help ? helpId : undefined} checked={checked} aria-checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <label htmlFor={id}>{label}</label>
      {help && (
        <p className="help" id={helpId}>
          {help}
        </p>
      )}
    </div>
  );
}
