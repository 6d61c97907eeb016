import type { Language } from '../contract/fields.ts';
import type { Confidential } from './confidential.ts';

/** What the environment decides; see docs/operations.md. */
export interface Config {
  version: string;
  /** What the backend runs on: `Node 26.10.0`, or a browser's own words. */
  runtime: string;
  /** Replaces the authority of the global cloud, or null. */
  authority: string | null;
  /** Replaces the origin of Microsoft Graph of the global cloud, or null. */
  graph: string | null;
  /** Lower-case host names that may be connected to on any address and that a verification address may have. */
  trustedHosts: readonly string[];
  /** Hosts by which the console may be addressed besides localhost, IP literals and the machine's own name. */
  publicHosts: readonly string[];
  /** Where browsers find the console, as notices name it; null where nobody has said it. */
  publicUrl: string | null;
  /** How long protocols are kept, in days, and how much of them at most, in MB (1000 kB). */
  protocols: { keepDays: number; keepMegabytes: number };
  /** Set where Microsoft 365 is played. */
  simulated: ((language: Language) => Promise<{ scenario: string; panelUrl: string }>) | null;
  /** The one-time code for the first administrator, eight letters as XXXX-XXXX. */
  setupCode: Confidential;
  /** For how many days events are kept, and how many at most. */
  events: { keepDays: number; keep: number };
}
