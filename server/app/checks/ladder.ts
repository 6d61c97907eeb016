import type { EvidenceCode } from '../../../contract/explanations/evidence.ts';
import type { Params, StoredDiagnosis } from '../../../contract/diagnosis.ts';
import type { StepName } from '../../../contract/checks.ts';
import type { Clock } from '../../ports.ts';
import type { StepRow } from '../../store.ts';
import { redactIn } from '../redaction/redact.ts';

/** What a step found. */
export interface Found {
  code: EvidenceCode;
  params?: Params;
  /** True where the step does not apply after all. */
  skipped?: boolean;
}

export interface Rung {
  name: StepName;
  /** What the sentence says before and when it fails. */
  before: { code: EvidenceCode; params: Params };
  failed: { code: EvidenceCode; params: Params };
  /** Rejects with `StepFailure` for what can be explained; `tell` says how far it is. Null: the step does not apply. */
  run: ((signal: AbortSignal, tell: (found: Found) => void) => Promise<Found>) | null;
}

/** A sentence of a step, by its code. */
export function say<Code extends EvidenceCode>(code: Code, params: Params = {}): { code: Code; params: Params } {
  return { code, params };
}

/** A step that failed for a reason that there are words for. */
export class StepFailure extends Error {
  readonly diagnosis: StoredDiagnosis;
  constructor(diagnosis: StoredDiagnosis) {
    super(diagnosis.code);
    this.diagnosis = diagnosis;
  }
}

/** The steps as they stand before the first one runs. */
export function untried(rungs: readonly Rung[]): StepRow[] {
  return rungs.map(({ name, before, run }) => ({ name, state: run ? 'pending' : 'skipped', ms: null, evidence: before, diagnosis: null }));
}

/**
 * Climbs the ladder: one step after the other, stopping at the first failure. `publish` is called with all steps whenever one changes.
 * Answers how it ended; what fails without words rejects after the step is marked.
 */
export async function climb(
  rungs: readonly Rung[],
  { clock, signal, publish }: { clock: Clock; signal: AbortSignal; publish: (steps: StepRow[]) => void },
): Promise<'passed' | 'failed' | 'cancelled'> {
  let steps = untried(rungs);
  const set = (at: number, change: Partial<StepRow>) => {
    steps = steps.map((step, index) => (index === at ? { ...step, ...change } : step));
  };
  for (const [at, rung] of rungs.entries()) {
    if (!rung.run) continue;
    set(at, { state: 'running' });
    publish(steps);
    const start = clock.now().getTime();
    try {
      const found = await rung.run(signal, ({ code, params = {} }) => {
        set(at, { evidence: { code, params: redactIn(params) } });
        publish(steps);
      });
      if (signal.aborted) return 'cancelled';
      const ms = found.skipped ? null : clock.now().getTime() - start;
      set(at, { state: found.skipped ? 'skipped' : 'passed', ms, evidence: { code: found.code, params: redactIn(found.params ?? {}) } });
    } catch (error) {
      if (signal.aborted) return 'cancelled';
      const diagnosis = error instanceof StepFailure ? redactIn(error.diagnosis) : { code: 'internal-fault', params: {} };
      set(at, { state: 'failed', ms: clock.now().getTime() - start, evidence: rung.failed, diagnosis });
      steps = steps.map((step) => (step.state === 'pending' ? { ...step, state: 'not-reached' } : step));
      publish(steps);
      if (error instanceof StepFailure) return 'failed';
      throw error;
    }
  }
  publish(steps);
  return 'passed';
}
