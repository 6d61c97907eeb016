import { useEffect, useRef, useState, type ClipboardEvent, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { later } from '../../../parts/later.tsx';
import type { DoctorField } from '../../../parts/paste-doctor/finding.ts';
import type { Findings, Pasted } from './examine-settings.ts';
import type { SettingsValues } from './settings-values.ts';
import type { SettingsForm } from './use-settings-form.ts';

const PasteAdvice = later(async () => (await import('./paste-advice.tsx')).PasteAdvice);

// What is half typed is no finding.
const pauseMs = 250;

interface FieldState {
  'error': string | undefined;
  'note': ReactNode;
  'aria-invalid': true | undefined;
  'onPaste': (event: ClipboardEvent<HTMLInputElement>) => void;
}

/** A field's error, or what the paste doctor says in its place. */
export type Doctor = (field: DoctorField, error: string | undefined) => FieldState;

/** Looks at the ids, secrets and addresses of the form once something in it was changed. Without its code, as offline, the form works as before. */
export function usePasteDoctor(form: SettingsForm): Doctor {
  const { isDirty } = form.formState;
  const values = useWatch({ control: form.control }) as SettingsValues;
  const [findings, setFindings] = useState<Findings>({});
  const pasted = useRef<Pasted>({});

  useEffect(() => {
    let gone = false;
    const look = async () => {
      const next = isDirty ? (await import('./examine-settings.ts')).examineSettings(values, pasted.current) : {};
      if (!gone) setFindings(next);
    };
    const timer = setTimeout(() => void look().catch(() => {}), pauseMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [values, isDirty]);

  return (field, error) => {
    const finding = findings[field];
    return {
      'error': finding ? undefined : error,
      'note': finding && <PasteAdvice form={form} field={field} finding={finding} onApplied={() => setFindings({})} />,
      'aria-invalid': error ? true : undefined,
      'onPaste': (event) => {
        pasted.current[field] = event.clipboardData.getData('text');
      },
    };
  };
}
