import type { StepName } from '../contract/checks.ts';
import type { StoredDiagnosis } from '../contract/diagnosis.ts';
import type { RenewalUseState } from '../contract/renewal.ts';
import type { SecretSource } from '../contract/secret-source.ts';
import type { SignInTarget } from './store.ts';

/** Renewals of client secrets: of each application the last one, with all who sign in with it. */
export interface Renewals {
  all(): Promise<RenewalRow[]>;
  get(id: string): Promise<RenewalRow | null>;
  /** Inserts, or replaces the one with this id. */
  put(renewal: RenewalRow): Promise<void>;
  /** Deletes one with its uses. */
  delete(id: string): Promise<void>;
  /** Inserts, or replaces those at these positions. */
  putUses(renewalId: string, uses: readonly RenewalUseRow[]): Promise<void>;
  /** In their order; those in one of these states only, where they are named. */
  uses(filter: { renewalId: string; states?: readonly RenewalUseState[] | undefined; limit: number; offset?: number }): Promise<{ items: RenewalUseRow[]; total: number }>;
  /** How many are in which state. */
  counts(renewalId: string): Promise<Partial<Record<RenewalUseState, number>>>;
  /** Where this function or queue pilot is one of them. */
  ofSource(source: SecretSource): Promise<{ renewalId: string; use: RenewalUseRow }[]>;
}

export interface RenewalRow {
  id: string;
  /** The application as it was asked for, and every way in which its users name the tenant. */
  target: SignInTarget;
  tenantIds: string[];
  version: number;
  state: 'checking' | 'failed' | 'changed' | 'cancelled' | 'switched';
  by: string;
  startedAt: string;
  endedAt: string | null;
  /** Of the new secret, which is among the secrets, sealed, until it is switched. */
  hint: string | null;
  clientSecretExpiresAt: string | null;
}

export interface RenewalUseRow {
  /** From 0. */
  position: number;
  source: SecretSource;
  queue: string | null;
  name: string | null;
  /** The version of its settings when it was checked: another one when it is switched ends the renewal. */
  settingsVersion: string;
  state: RenewalUseState;
  ms: number | null;
  step: StepName | null;
  diagnosis: StoredDiagnosis | null;
  /** Of the secret that it had: when it ends. */
  formerEnd: string | null;
  switchedAt: string | null;
}
