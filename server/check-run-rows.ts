import type { CheckRun, CheckRunItem } from '../contract/check-runs.ts';
import type { StoredDiagnosis } from '../contract/diagnosis.ts';
import type { StepRow } from './store.ts';

/** Runs of Check everything, with what each checks. */
export interface CheckRuns {
  get(id: string): Promise<CheckRunRow | null>;
  /** Inserts, or replaces the one with this id. */
  put(run: CheckRunRow): Promise<void>;
  /** The newest first. */
  list(filter: { state?: CheckRunRow['state']; limit: number; offset?: number }): Promise<{ items: CheckRunRow[]; total: number }>;
  /** Keeps the newest `keep`. */
  prune(keep: number): Promise<void>;
  /** Inserts, or replaces those with the same position. */
  putItems(runId: string, items: readonly CheckRunItemRow[]): Promise<void>;
  /** By position. They go with their run. */
  items(filter: { runId: string; state?: CheckRunItemRow['state']; limit: number; offset?: number }): Promise<{ items: CheckRunItemRow[]; total: number }>;
}

export type CheckRunRow = CheckRun;

export interface CheckRunItemRow extends Omit<CheckRunItem, 'steps' | 'diagnosis'> {
  steps: StepRow[];
  diagnosis: StoredDiagnosis | null;
}
