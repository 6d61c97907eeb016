import type { DoctorField, Finding, Fix } from '../../../parts/paste-doctor/finding.ts';
import { PasteNote } from '../../../parts/paste-note.tsx';
import { inCloud, type SettingsValues } from './settings-values.ts';
import type { SettingsForm } from './use-settings-form.ts';

interface PasteAdviceProps {
  form: SettingsForm;
  field: DoctorField;
  finding: Finding;
  onApplied: () => void;
}

/** A finding at its field; a fix changes the form's values, and the focus is in the field again. */
export function PasteAdvice({ form, field, finding, onApplied }: PasteAdviceProps) {
  const apply = ({ changes: { cloud, ...texts } }: Fix) => {
    onApplied();
    // The form goes on changing what it answers.
    const changes = { ...texts, ...(cloud && inCloud(cloud, structuredClone(form.getValues()))) };
    for (const [name, value] of Object.entries(changes) as [keyof SettingsValues, string][]) {
      // An emptied field is not blamed for being empty before there was time to fill it.
      form.setValue(name, value, { shouldDirty: true, shouldValidate: value !== '' });
      if (value === '') form.clearErrors(name);
    }
    form.setFocus(field);
  };
  return <PasteNote finding={finding} onFix={apply} />;
}
