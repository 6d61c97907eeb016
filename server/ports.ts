import type { Language } from '../contract/fields.ts';
import type { Role } from '../contract/accounts.ts';
import type { Encryption } from '../contract/email-forwarding.ts';
import type { EventKind } from '../contract/events.ts';
import type { FunctionName } from '../contract/functions.ts';
import type { Params, StoredDiagnosis } from '../contract/diagnosis.ts';
import type { StepName } from '../contract/checks.ts';

/** The few doors to the world. Node has one set of them, the browser's mock mode another; `app` knows only this file. */
export interface Ports {
  store: Store;
  /** Requests to Microsoft. Never follows a redirect; rejects with `ConnectionFailure` when no answer came. */
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  mail: Mail;
  probe: Probe;
  clock: Clock;
  random: Random;
  secrets: Secrets;
  sessions: SessionCarrier;
  log: Log;
}

// ── Store ────────────────────────────────────────────────────────────────────────────────────────────────────────────

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
  accounts: {
    count(): Promise<number>;
    byId(id: string): Promise<Account | null>;
    /** Case-insensitive. */
    byUsername(username: string): Promise<Account | null>;
    /** By username. */
    all(): Promise<Account[]>;
    /** Inserts, or replaces the one with this id. Rejects with `Duplicate` when another has the username in any case. */
    put(account: Account): Promise<void>;
  };
  sessions: {
    get(tokenHash: string): Promise<SessionRow | null>;
    put(session: SessionRow): Promise<void>;
    delete(tokenHash: string): Promise<void>;
    deleteOf(accountId: string): Promise<void>;
    deleteEndedBefore(instant: string): Promise<void>;
  };
  settings: {
    get(name: string): Promise<SettingsRow | null>;
    put(name: string, row: SettingsRow): Promise<void>;
    delete(name: string): Promise<void>;
  };
  secrets: {
    get(name: string): Promise<SecretRow | null>;
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
    /** The newest first. */
    list(filter: { function?: FunctionName; state?: CheckRow['state']; draft?: boolean; limit: number; offset?: number }): Promise<{ items: CheckRow[]; total: number }>;
    /** Keeps the newest `keep` of a function. */
    prune(functionName: FunctionName, keep: number): Promise<void>;
  };
  events: {
    add(event: EventRow): Promise<void>;
    /** The newest first, those older than the event `after`. */
    list(filter: { after?: string; limit: number }): Promise<{ items: EventRow[]; total: number }>;
  };
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

export interface Account {
  id: string;
  username: string;
  email: string | null;
  role: Role;
  language: Language;
  passwordHash: string;
  mustChangePassword: boolean;
  disabled: boolean;
  createdAt: string;
}

export interface SessionRow {
  tokenHash: string;
  accountId: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
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
  state: 'running' | 'passed' | 'failed' | 'cancelled';
  version: number;
  startedAt: string;
  endedAt: string | null;
  by: string;
  steps: StepRow[];
  /** Redacted protocol lines. */
  transcript: string[];
}

export interface EventRow {
  id: string;
  at: string;
  kind: EventKind;
  function: FunctionName | null;
  actor: string | null;
  params: Params;
}

// ── Network ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Why no conversation came about, or why it broke. */
export type FailureReason =
  | 'host-not-found'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  /** The address is one that may not be connected to: loopback, link-local, the machine's own. */
  | 'forbidden-address'
  | 'closed'
  | 'tls'
  | 'no-starttls'
  /** The server offers no sign-in of the kind that is wanted: `code` is XOAUTH2 or PASSWORD. */
  | 'no-sign-in'
  /** The proxy on the way is not there or does not let it through; `code` is its HTTP status, or the system's word. */
  | 'proxy'
  | 'protocol';

/** A connection that failed; `code` is the system's word for it (ECONNREFUSED, CERT_HAS_EXPIRED …). */
export class ConnectionFailure extends Error {
  readonly reason: FailureReason;
  readonly code: string | null;
  constructor(reason: FailureReason, code: string | null = null, options?: ErrorOptions) {
    super(code === null ? reason : `${reason}: ${code}`, options);
    this.reason = reason;
    this.code = code;
  }
}

/** A mail server's refusal: its whole reply, code and enhanced status included, one line. */
export class MailRefusal extends Error {
  /** The command that was answered: EHLO, STARTTLS, AUTH, MAIL FROM, RCPT TO, DATA. */
  readonly command: string;
  readonly reply: string;
  constructor(command: string, reply: string) {
    super(reply);
    this.command = command;
    this.reply = reply;
  }
}

export interface Server {
  host: string;
  port: number;
  encryption: Encryption;
}

export interface Mail {
  /** Connects, encrypts (no STARTTLS is a `ConnectionFailure`; plain only where `none` is asked for, and then `signIn` rejects), checks certificate and name. `note` gets each protocol line, already without secrets. */
  open(server: Server, note: (line: string) => void, signal: AbortSignal): Promise<MailSession>;
}

export type Credentials = { user: string; accessToken: string } | { user: string; password: string };

export interface MailSession {
  /** SASL XOAUTH2 with a token; PLAIN, LOGIN or CRAM-MD5 with a password. Rejects with `MailRefusal` or `ConnectionFailure`. */
  signIn(credentials: Credentials): Promise<void>;
  /** Answers the server's last reply: `250 2.0.0 OK …`. */
  send(message: { from: string; to: string; subject: string; text: string; date: Date; messageId: string }): Promise<string>;
  /** QUIT; never rejects. */
  close(): Promise<void>;
}

export interface Probe {
  /** Resolves the name and connects; answers the address reached. */
  reach(host: string, port: number, signal: AbortSignal): Promise<{ address: string }>;
  /** One TLS handshake, after STARTTLS where asked; a certificate that is not trusted is an answer, not a rejection. */
  tls(server: Server, note: (line: string) => void, signal: AbortSignal): Promise<TlsFacts>;
}

export interface TlsFacts {
  /** `TLSv1.3` … */
  protocol: string;
  subject: string;
  issuer: string;
  validTo: string;
  /** Does the chain end at an authority that browsers know? Else one of a company, a test, or nobody's. */
  publicAuthority: boolean;
  /** Null when the chain and the name hold; else OpenSSL's word: CERT_HAS_EXPIRED, ERR_TLS_CERT_ALTNAME_INVALID, SELF_SIGNED_CERT_IN_CHAIN … */
  error: string | null;
}

// ── The rest ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Clock {
  now(): Date;
  /** Resolves after `ms` or as soon as `signal` is aborted, without rejecting. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export interface Random {
  bytes(count: number): Uint8Array<ArrayBuffer>;
}

export interface Secrets {
  /** AES-256-GCM; `context` is bound to it, so that a ciphertext moved elsewhere does not open. */
  seal(plain: string, context: string): Promise<string>;
  /** Rejects when the key, the context or the text is another. */
  open(sealed: string, context: string): Promise<string>;
  hashPassword(password: string): Promise<string>;
  verifyPassword(password: string, hash: string): Promise<boolean>;
}

/** How a session's token travels: a cookie, or what mock mode has in its place. */
export interface SessionCarrier {
  read(request: Request): string | null;
  /** Puts the token, or its end (null), on the answer. */
  write(request: Request, headers: Headers, token: string | null): void;
  /** Does a changing request come from our own pages? */
  isOwn(request: Request): boolean;
}

/** Structured log; whatever is given must already be without secrets, and is redacted once more. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}
