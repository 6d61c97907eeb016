import { useId, useState, type DragEvent, type ReactNode } from 'react';

interface FileFieldProps {
  label: ReactNode;
  /** What the button says. */
  button: ReactNode;
  /** What is chosen, or that nothing is. */
  chosen: ReactNode;
  help: ReactNode;
  error: string | undefined;
  accept: string;
  onChoose: (file: File) => void;
}

/** One file, chosen or dropped onto the field. */
export function FileField({ label, button, chosen, help, error, accept, onChoose }: FileFieldProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onChoose(file);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div className="field">
      <label htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      <div className={isOver ? 'file-field over' : 'file-field'} onDragOver={hover} onDragLeave={() => setOver(false)} onDrop={drop}>
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept={accept}
          required
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-chosen ${id}-help${error ? ` ${id}-error` : ''}`}
          aria-invalid={error ? true : undefined}
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) onChoose(file);
            // The same one can be chosen again, once it was changed.
            target.value = '';
          }}
        />
        <label htmlFor={id} className="button plain">
          {button}
        </label>
        <span id={`${id}-chosen`}>{chosen}</span>
      </div>
      <p className="help" id={`${id}-help`}>
        {help}
      </p>
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
