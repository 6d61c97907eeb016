import { useEffect, useRef, useState, type ClipboardEvent, type ReactNode } from 'react';
import { useWatch, type FieldValues, type Path, type PathValue, type UseFormReturn } from 'react-hook-form';
import type { Cloud } from '../../contract/clouds.ts';
import type { Findings, Texts } from './examine-form.ts';
import { later } from './later.tsx';
import type { DoctorField, DoctorValues, Fix } from './paste-doctor/finding.ts';

const PasteNote = later(async () => (await import('./paste-note.tsx')).PasteNote);

// What is half typed is no finding.
const pauseMs = 250;

/** How the doctor finds its way in a form. */
export interface DoctorSetup<Values> {
  /** The fields that are looked at, each with its name in the form. */
  fields: Partial<Record<DoctorField, keyof Values & string>>;
  read: (values: Values) => DoctorValues;
  /** What changes with the cloud. */
  inCloud: (cloud: Cloud, values: Values) => Partial<Values>;
}

interface FieldState {
  'error': string | undefined;
  'note': ReactNode;
  'aria-invalid': true | undefined;
  'onPaste': (event: ClipboardEvent<HTMLInputElement>) => void;
}

/** A field's error, or what the paste doctor says in its place. */
export type Doctor = (field: DoctorField, error: string | undefined) => FieldState;

/** Looks at the ids, secrets and addresses of a form once something in it was changed. Without its code, as offline, the form works as before. `setup` stays the same; `address`: what the form calls the field of the address, where that is another name. */
export function usePasteDoctor<Values extends FieldValues, Output>(form: UseFormReturn<Values, unknown, Output>, setup: DoctorSetup<Values>, address?: string): Doctor {
  const { isDirty } = form.formState;
  const values = useWatch({ control: form.control }) as Values;
  const [findings, setFindings] = useState<Findings>({});
  const pasted = useRef<Texts>({});

  useEffect(() => {
    let gone = false;
    const look = async () => {
      const texts = Object.fromEntries(Object.entries(setup.fields).map(([field, name]) => [field, values[name]])) as Texts;
      const next = isDirty ? (await import('./examine-form.ts')).examineForm(texts, setup.read(values), pasted.current) : {};
      if (!gone) setFindings(next);
    };
    const timer = setTimeout(() => void look().catch(() => {}), pauseMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [values, isDirty, setup]);

  const nameOf = (field: string) => (setup.fields[field as DoctorField] ?? field) as Path<Values>;
  // A fix changes the form's values, and the focus is in the field again.
  const apply = (field: DoctorField, { changes: { cloud, ...texts } }: Fix) => {
    setFindings({});
    // The form goes on changing what it answers.
    const changes = { ...texts, ...(cloud && setup.inCloud(cloud, structuredClone(form.getValues()))) };
    for (const [key, value] of Object.entries(changes)) {
      const name = nameOf(key);
      // An emptied field is not blamed for being empty before there was time to fill it.
      form.setValue(name, value as PathValue<Values, Path<Values>>, { shouldDirty: true, shouldValidate: value !== '' });
      if (value === '') form.clearErrors(name);
    }
    form.setFocus(nameOf(field));
  };

  return (field, error) => {
    const finding = findings[field];
    return {
      'error': finding ? undefined : error,
      'note': finding && <PasteNote finding={finding} address={address} onFix={(fix) => apply(field, fix)} />,
      'aria-invalid': error ? true : undefined,
      'onPaste': (event) => {
        pasted.current[field] = event.clipboardData.getData('text');
      },
    };
  };
}
