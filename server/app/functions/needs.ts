import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import { needs, needsOfEnds } from '../../../contract/explanations/needs.ts';
import { renderDiagnosis } from '../../../contract/explanations/render.ts';
import type { Language } from '../../../contract/fields.ts';
import type { FunctionEnd, FunctionRow } from '../../../contract/functions.ts';
import { warns } from './ends.ts';

export interface Trouble {
  /** Is it the sign-in that is missing, or did the last check fail? Null where it works. */
  what: 'never-signed-in' | 'check-failed' | null;
  /** What was found, where that is known. */
  diagnosis: StoredDiagnosis | null;
  ends: readonly FunctionEnd[];
}

/** Who must act, and why: by what failed, else by the first that ends; nothing where nobody must. */
export function needsOf({ what, diagnosis, ends }: Trouble, { now, language }: { now: Date; language: Language }): Pick<FunctionRow, 'needs'> {
  if (diagnosis) {
    const { owner, cause } = renderDiagnosis(diagnosis, language);
    return { needs: { owner, why: cause } };
  }
  const end = ends.find((one) => warns(one, now));
  const need = what ? needs[what] : end && needsOfEnds[end.what][end.at <= now.toISOString() ? 'over' : 'soon'];
  return need ? { needs: { owner: need.owner, why: need.why[language] } } : {};
}
