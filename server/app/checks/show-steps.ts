import type { Step } from '../../../contract/checks.ts';
import { renderDiagnosis, renderEvidence } from '../../../contract/explanations/render.ts';
import type { Language } from '../../../contract/fields.ts';
import type { StepRow } from '../../store.ts';

/** The steps of a check as the API shows them, in the reader's language. */
export function showSteps(steps: readonly StepRow[], language: Language): Step[] {
  return steps.map(({ diagnosis, evidence, ...step }) => ({
    ...step,
    evidence: renderEvidence(evidence, language),
    ...(diagnosis && { diagnosis: renderDiagnosis(diagnosis, language) }),
  }));
}
