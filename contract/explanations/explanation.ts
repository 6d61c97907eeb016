import type { Language } from '../fields.ts';
import type { Owner } from '../diagnosis.ts';

/** One sentence or two in each language; `{name}` is filled from the diagnosis' params. */
export type Sentence = Record<Language, string>;

export interface Explanation {
  owner: Owner;
  cause: Sentence;
  fix: Sentence;
  /** PowerShell; each `{name}` becomes a quoted argument. */
  script?: string;
  /** The settings field at fault, as JSON pointer. */
  pointer?: string;
  retryAfterMinutes?: number;
}
