import { examine } from './paste-doctor/examine.ts';
import type { DoctorField, DoctorValues, Finding } from './paste-doctor/finding.ts';

/** A text for each field that the doctor looks at. */
export type Texts = Partial<Record<DoctorField, string>>;
export type Findings = Partial<Record<DoctorField, Finding | null>>;

/** What the paste doctor says to each field of a form; `pasted` is what was pasted into each last, with its lines. */
export function examineForm(texts: Texts, values: DoctorValues, pasted: Texts): Findings {
  return Object.fromEntries((Object.keys(texts) as DoctorField[]).map((field) => [field, examine(field, asCopied(texts[field] ?? '', pasted[field]), values)]));
}

// An input joins the lines of what is pasted; as long as nothing else stands in it the lines tell more.
function asCopied(text: string, pasted = ''): string {
  const bare = (one: string) => one.replaceAll(/\s/g, '');
  return pasted.includes('\n') && bare(pasted) === bare(text) ? pasted : text;
}
