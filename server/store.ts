import type { QueueSort, Use } from '../contract/contact-center.ts';
import type { FunctionName, Health } from '../contract/functions.ts';
import type { Params, StoredDiagnosis } from '../contract/diagnosis.ts';
import type { StepName } from '../contract/checks.ts';
import type { LastToken } from '../contract/last-token.ts';
import type { Accounts, Sessions } from './account-rows.ts';
import type { EventRepository } from './event-rows.ts';
import type { PilotOfQueue, PilotRow, PilotStanding, QueueListRow, QueueRow } from './contact-center-rows.ts';
import type { NoticeRepository } from './notice-rows.ts';
import type { Protocols } from './protocol-rows.ts';
import type { Tries } from './try-rows.ts';
import type { CheckRuns } from './check-run-rows.ts';
import type { Renewals } from './renewal-rows.ts';

export interface Store {
  /** `sqlite`, `memory` …, for /health. */
  readonly kind: string;
  /** Runs `work` alone on the newest state; what it wrote is durable when the promise resolves, or nothing of it if it rejects (with `StoreUnavailable` for the database's own reasons). No network inside. */
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
  /** Calls `listener` after each transaction that wrote something, whoever made it. Answers the way to end it. */
  watch(listener: () => void): () => void;
}

/** All instants are RFC 3339 in UTC with milliseconds, so that they sort as text. */
export interface Repositories {
  accounts: Accounts;
  sessions: Sessions;
  settings: {
    get(name: string): Promise<SettingsRow | null>;
    put(name: string, row: SettingsRow): Promise<void>;
    delete(name: string): Promise<void>;
  };
  secrets: {
    get(name: string): Promise<SecretRow | null>;
    all(): Promise<Map<string, SecretRow>>;
    /** Puts all of these; null deletes one. */
    putAll(rows: ReadonlyMap<string, SecretRow | null>): Promise<void>;
    /** Those of these names that are there. */
    many(names: readonly string[]): Promise<Map<string, SecretRow>>;
    put(name: string, row: SecretRow): Promise<void>;
    delete(name: string): Promise<void>;
  };
  signIns: {
    get(functionName: FunctionName): Promise<SignInRow | null>;
    put(functionName: FunctionName, row: SignInRow): Promise<void>;
    all(): Promise<{ function: FunctionName; row: SignInRow }[]>;
  };
  checks: {
    get(id: string): Promise<CheckRow | null>;
    /** Inserts, or replaces the one with this id. */
    put(check: CheckRow): Promise<void>;
    /** The newest first; `ref` null: only those without one. */
    list(filter: { function?: FunctionName; ref?: string | null; state?: CheckRow['state']; draft?: boolean; automatic?: boolean; limit: number; offset?: number }): Promise<{ items: CheckRow[]; total: number }>;
    delete(id: string): Promise<void>;
    /** Keeps the newest `keep` of a function and `ref`, the automatic ones and the others each by themselves, and of both the newest that passed on what was saved. */
    prune(functionName: FunctionName, ref: string | null, keep: number): Promise<void>;
    /** Deletes all of a function and `ref`. */
    deleteOf(functionName: FunctionName, ref: string): Promise<void>;
  };
  /** Queues of the contact center. Those that are deleted are there until they are purged: only `get` and `deleted` see them. */
  queues: {
    get(id: string): Promise<QueueRow | null>;
    /** By name. */
    all(): Promise<QueueRow[]>;
    /** Inserts these, or replaces those with their ids: at version 1, or the one after. */
    putAll(queues: readonly Omit<QueueRow, 'version'>[]): Promise<void>;
    /** Inserts, or replaces the one with this id. */
    put(queue: QueueRow): Promise<void>;
    /** `q` is found in name and number, and in the mailboxes, numbers and names of its pilots, without case and accents. Names sort naturally, healths the worst first; equal ones by name. `soon` is the instant up to which an end makes a warning. */
    list(filter: { q?: string; sort: QueueSort; descending: boolean; soon: string; limit: number; offset?: number }): Promise<{ items: QueueListRow[]; total: number }>;
    /** How one stands, as in the list. */
    standing(id: string, soon: string): Promise<{ pilots: number; health: Health }>;
    /** Deletes one with its pilots. */
    purge(id: string): Promise<void>;
  };
  /** Pilots of the queues. One that is deleted, or whose queue is, is there until it is purged: only `get`, `ofQueue` and `deleted` see it. */
  pilots: {
    get(id: string): Promise<PilotRow | null>;
    /** By queue and name. */
    all(): Promise<PilotOfQueue[]>;
    /** Inserts these, or replaces those with their ids: at version 1, or the one after. */
    putAll(pilots: readonly Omit<PilotRow, 'standing' | 'version'>[]): Promise<void>;
    /** Inserts, or replaces the one with this id; its standing stays. One that is new, or has another `changedAt`, is due for its check an hour after it. */
    put(pilot: Omit<PilotRow, 'standing'>): Promise<void>;
    purge(id: string): Promise<void>;
    /** By type (calls, faxes, e-mails), then by name, mailbox or number. */
    list(filter: { queueId: string; limit: number; offset?: number }): Promise<{ items: PilotRow[]; total: number }>;
    /** E-mail pilots of all queues, by queue and name. */
    ofEmail(limit: number): Promise<PilotOfQueue[]>;
    /** All of a queue, the deleted ones too. */
    ofQueue(queueId: string): Promise<PilotRow[]>;
    /** Says how its last check ended; its version stays. */
    conclude(id: string, standing: PilotStanding): Promise<void>;
    /** Says when an e-mail pilot is to be checked next. */
    schedule(id: string, dueAt: string): Promise<void>;
    /** The e-mail pilots that are to be checked first. */
    due(limit: number): Promise<{ id: string; queueId: string; dueAt: string }[]>;
  };
  /** Who has what in the contact center: queues by name, then pilots by queue and name. */
  uses: {
    /** Queues, calls and faxes with this number, but for this queue and this one of its pilots; but for all of its pilots where `pilotId` is null. */
    ofNumber(number: string, filter: { but?: { queueId: string; pilotId: string | null } | undefined; limit: number }): Promise<{ items: Use[]; total: number }>;
    /** E-mail pilots with this mailbox, in any case, but for the one of this id. */
    ofMailbox(mailbox: string, filter: { but?: string | undefined; limit: number }): Promise<{ items: Use[]; total: number }>;
    /** E-mail pilots that sign in with this application, or with one of these. */
    ofApplication(target: SignInTarget | readonly SignInTarget[], filter: { limit: number; offset?: number }): Promise<{ items: PilotOfQueue[]; total: number }>;
    /** The applications that e-mail pilots sign in with, the most used first, each with the first of its pilots that has a client secret, or else the first. */
    applications(limit: number): Promise<(PilotOfQueue & { uses: number })[]>;
  };
  deleted: {
    /** What was deleted at this instant or before. */
    before(instant: string): Promise<{ queues: QueueRow[]; pilots: PilotRow[] }>;
    /** When the oldest deletion was; null where there is none. */
    oldest(): Promise<string | null>;
  };
  results: {
    /** Inserts or replaces the results of a check from this position on. */
    put(checkId: string, from: number, results: readonly MailboxResultRow[]): Promise<void>;
    /** In the order of the check's mailboxes. They go with their check. */
    list(filter: { checkId: string; state?: MailboxResultRow['state']; limit: number; offset?: number }): Promise<{ items: MailboxResultRow[]; total: number }>;
  };
  checkRuns: CheckRuns;
  protocols: Protocols;
  notices: NoticeRepository;
  tries: Tries;
  renewals: Renewals;
  events: EventRepository;
}

/** A row that must be unique is there already. */
export class Duplicate extends Error {}

/** The store takes nothing at the moment: its database is not there, or its disk is full. What was under way is undone. */
export class StoreUnavailable extends Error {
  readonly full: boolean;
  constructor(full: boolean, options?: ErrorOptions) {
    super(full ? 'the disk is full' : 'the database does not answer', options);
    this.full = full;
  }
}

/** Settings of a function as JSON-able value, without any secret. */
export interface SettingsRow {
  value: unknown;
  version: string;
  changedAt: string;
}

/** A secret as ciphertext of `Secrets`. */
export interface SecretRow {
  sealed: string;
  /** The place it was entered for; it is sealed for this one, and opens for no other. */
  boundTo: string;
  changedAt: string;
  /** Its last three characters, of client secrets only. */
  hint: string | null;
}

/** The sign-in of a function. Everything named `sealed…` is ciphertext of `Secrets`. */
export interface SignInRow {
  version: number;
  pending: PendingSignIn | null;
  current: CurrentSignIn | null;
  /** Somebody else than expected signed in: unused until kept. */
  other: CurrentSignIn | null;
  /** How the last try, or the sign-in itself, ended; null after success. */
  outcome: { state: 'declined' | 'expired' | 'blocked' | 'failed' | 'sign-in-required'; diagnosis: StoredDiagnosis; at: string } | null;
  /** What the last token of the application carried, where it signs in by itself. */
  lastToken?: (LastToken & { target: SignInTarget; tenantGuid?: string }) | null;
}

/** Where a sign-in belongs: another cloud, tenant or application is another sign-in. */
export interface SignInTarget {
  cloud: string;
  tenantId: string;
  applicationId: string;
}

export interface PendingSignIn {
  id: string;
  target: SignInTarget;
  sealedDeviceCode: string;
  userCode: string;
  verificationUri: string;
  message: string;
  requestedAt: string;
  expiresAt: string;
  /** Seconds between two polls. */
  interval: number;
  /** Polls in a row that brought no answer. */
  misses: number;
  /** Why the last poll brought no answer. */
  fault?: StoredDiagnosis | null;
  nextPollAt: string;
}

export interface CurrentSignIn {
  target: SignInTarget;
  account: string;
  /** GUID of the tenant that issued the tokens. */
  tenantGuid: string | null;
  sealedAccessToken: string;
  sealedRefreshToken: string;
  /** What was granted, as the token answer said it. */
  scope: string;
  authorizedAt: string;
  accessTokenExpiresAt: string;
  lastRefreshAt: string | null;
  lastUsedAt: string;
  nextRefreshAt: string;
  /** Refreshes that failed in a row. */
  failures: number;
  /** Why the last one did. */
  fault?: StoredDiagnosis | null;
  /** The name by which the mail server took the token last. */
  mailUser?: string | null;
}

export interface StepRow {
  name: StepName;
  state: 'pending' | 'running' | 'passed' | 'failed' | 'not-reached' | 'skipped';
  ms: number | null;
  evidence: { code: string; params: Params };
  diagnosis: StoredDiagnosis | null;
}

export interface CheckRow {
  id: string;
  function: FunctionName;
  ref: string | null;
  draft: boolean;
  /** The hourly check of what is saved: it sends no mail. */
  automatic: boolean;
  state: 'running' | 'waiting' | 'passed' | 'failed' | 'cancelled';
  version: number;
  startedAt: string;
  /** When the last run ended; null before the first one has. */
  endedAt: string | null;
  by: string | null;
  input: CheckRowInput;
  repeat: { everyMinutes: number; until: string; runs: number; nextAt: string | null } | null;
  /** How the last run ended, while a repeated check runs again, too. */
  result: 'passed' | 'failed' | null;
  /** Since when the checks of this function end so. */
  since: string | null;
  steps: StepRow[];
  /** Redacted protocol lines. */
  transcript: string[];
  /** Of a check over many mailboxes: how far it is. */
  mailboxes: { total: number; done: number; failed: number } | null;
}

/** What a check was asked to do, by its function: where the test mail goes, whose calendars are read, whom to search for. */
export interface CheckRowInput {
  sendTo?: string;
  mailboxes?: string[];
  name?: string;
}

/** One mailbox of a check over many. */
export interface MailboxResultRow {
  mailbox: string;
  state: 'pending' | 'passed' | 'failed';
  ms: number | null;
  diagnosis: StoredDiagnosis | null;
}
