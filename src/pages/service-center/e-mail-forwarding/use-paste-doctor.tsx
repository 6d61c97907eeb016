import { useEffect, useRef, useState, type ClipboardEvent, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { later } from '../../../parts/later.tsx';
import type { DoctorField, Finding, Fix } from '../../../parts/paste-doctor/finding.ts';
import { inCloud, type SettingsValues } from './settings-values.ts';
import type { SettingsForm } from './use-settings-form.ts';

const PasteNote = later(async () => (await import('../../../parts/paste-note.tsx')).PasteNote);

type Findings = Partial<Record<DoctorField, Finding | null>>;
const fields: readonly DoctorField[] = ['emailAddress', 'signInAs', 'applicationId', 'tenantId', 'clientSecret'];
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
  const { control, formState } = form;
  const { isDirty } = formState;
  const values = useWatch({ control }) as SettingsValues;
  const [findings, setFindings] = useState<Findings>({});
  const pasted = useRef<Partial<Record<DoctorField, string>>>({});

  useEffect(() => {
    let gone = false;
    const timer = setTimeout(async () => {
      const next = isDirty ? await examineAll(values, pasted.current).catch(() => ({})) : {};
      if (!gone) setFindings(next);
    }, pauseMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [values, isDirty]);

  const apply = (field: DoctorField, { changes: { cloud, ...texts } }: Fix) => {
    setFindings({});
    const changes = { ...texts, ...(cloud && inCloud(cloud, structuredClone(form.getValues()))) };
    for (const [name, value] of Object.entries(changes) as [keyof SettingsValues, string][]) {
      // An emptied field is not blamed for being empty before there was time to fill it.
      form.setValue(name, value, { shouldDirty: true, shouldValidate: value !== '' });
      if (value === '') form.clearErrors(name);
    }
    form.setFocus(field);
  };

  return (field, error) => {
    const finding = findings[field];
    return {
      'error': finding ? undefined : error,
      'note': finding && <PasteNote finding={finding} onFix={(fix) => apply(field, fix)} />,
      'aria-invalid': error ? true : undefined,
      'onPaste': (event) => {
        pasted.current[field] = event.clipboardData.getData('text');
      },
    };
  };
}

async function examineAll(values: SettingsValues, pasted: Partial<Record<DoctorField, string>>): Promise<Findings> {
  const { examine } = await import('../../../parts/paste-doctor/examine.ts');
  return Object.fromEntries(fields.map((field) => [field, examine(field, asCopied(values[field], pasted[field]), values)]));
}

// An input joins the lines of what is pasted; as long as nothing else stands in it the lines tell more.
function asCopied(text: string, pasted = ''): string {
  const bare = (one: string) => one.replaceAll(/\s/g, '');
  return pasted.includes('\n') && bare(pasted) === bare(text) ? pasted : text;
}
