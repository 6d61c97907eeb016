import { examine } from '../../../parts/paste-doctor/examine.ts';
import type { DoctorField, Finding } from '../../../parts/paste-doctor/finding.ts';
import type { SettingsValues } from './settings-values.ts';

export type Findings = Partial<Record<DoctorField, Finding | null>>;
/** What was pasted into each field last, with its lines. */
export type Pasted = Partial<Record<DoctorField, string>>;

const fields: readonly DoctorField[] = ['emailAddress', 'signInAs', 'applicationId', 'tenantId', 'clientSecret'];

/** What the paste doctor says to each field of the form. */
export function examineSettings(values: SettingsValues, pasted: Pasted): Findings {
  return Object.fromEntries(fields.map((field) => [field, examine(field, asCopied(values[field], pasted[field]), values)]));
}

// An input joins the lines of what is pasted; as long as nothing else stands in it the lines tell more.
function asCopied(text: string, pasted = ''): string {
  const bare = (one: string) => one.replaceAll(/\s/g, '');
  return pasted.includes('\n') && bare(pasted) === bare(text) ? pasted : text;
}
