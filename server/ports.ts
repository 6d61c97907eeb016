import type { Encryption } from '../contract/email-forwarding.ts';
import type { Confidential } from './confidential.ts';
import type { Store } from './store.ts';

/** The few doors to the world. Node has one set of them, the browser's mock mode another; `app` knows only this file. */
export interface Ports {
  store: Store;
  /** Requests to Microsoft. Never follows a redirect; rejects with `ConnectionFailure` when no answer came, or one of more than `mostBytes` (1 MiB where nothing is said). `secrets` are in its header or body. */
  fetch: (url: string, init: RequestInit & { mostBytes?: number; secrets?: readonly Confidential[] }) => Promise<Response>;
  mail: Mail;
  probe: Probe;
  clock: Clock;
  random: Random;
  secrets: Secrets;
  sessions: SessionCarrier;
  log: Log;
  /** Packs what is written into it (RFC 1952). */
  gzip: () => Gzip;
}

export interface Gzip {
  writable: WritableStream<Uint8Array<ArrayBuffer>>;
  readable: ReadableStream<Uint8Array<ArrayBuffer>>;
}

// ── Network ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Why no conversation came about, or why it broke. */
export type FailureReason =
  | 'host-not-found'
  | 'refused'
  | 'unreachable'
  /** `code` is ETIMEDOUT where not even the connection came about; DATA as below. */
  | 'timeout'
  /** The address is one that may not be connected to: loopback, link-local, the machine's own. */
  | 'forbidden-address'
  /** `code` is DATA where the mail was on its way: whether it has arrived nobody knows. */
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

/** A mail server's refusal: its whole reply, code and enhanced status (of POP3 `-ERR`) included, one line. */
export class MailRefusal extends Error {
  /** What was answered: CONNECT (in place of a greeting), EHLO, STARTTLS, AUTH, MAIL FROM, RCPT TO, DATA; of POP3 CONNECT, CAPA, STLS, AUTH, STAT, TOP. */
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
  /** What it speaks before and after STARTTLS; SMTP where nothing is said. */
  protocol?: 'pop3';
}

export interface Mail {
  /** Connects, encrypts (no STARTTLS is a `ConnectionFailure`; plain only where `none` is asked for, and then `signIn` rejects), checks certificate and name. A refusal in place of a greeting is a `MailRefusal`. `note` gets each protocol line, already without secrets. */
  open(server: Server, note: (line: string) => void, signal: AbortSignal): Promise<MailSession>;
  /** The same for POP3 (RFC 1939): STLS or TLS from the first byte, never plain. An answer that is larger or a line that is longer than POP3 knows is a `ConnectionFailure` (`protocol`). */
  openPop3(server: Server, note: (line: string) => void, signal: AbortSignal): Promise<Pop3Session>;
}

export type Credentials = { user: string; accessToken: Confidential } | { user: string; password: Confidential };

export interface MailSession {
  /** SASL XOAUTH2 with a token; PLAIN, LOGIN or CRAM-MD5 with a password. Rejects with `MailRefusal` or `ConnectionFailure`. */
  signIn(credentials: Credentials): Promise<void>;
  /** Answers the server's last reply: `250 2.0.0 OK …`. */
  send(message: { from: string; to: string; subject: string; text: string; date: Date; messageId: string }): Promise<string>;
  /** QUIT; never rejects. */
  close(): Promise<void>;
}

/** A POP3 session that changes nothing: no mail is deleted, none is marked. */
export interface Pop3Session {
  /** SASL XOAUTH2 in two lines with a token; USER and PASS with a password. Rejects with `MailRefusal` or `ConnectionFailure`. */
  signIn(credentials: Credentials): Promise<void>;
  /** STAT: how many messages there are, and their octets. */
  count(): Promise<{ messages: number; octets: number }>;
  /** TOP without a line of its body: the header of a message by its number, from 1, as it came; null where the server has no TOP. */
  header(message: number): Promise<string | null>;
  /** QUIT; never rejects. */
  close(): Promise<void>;
}

export interface Probe {
  /** Resolves the name and connects; answers the address reached. */
  reach(host: string, port: number, signal: AbortSignal): Promise<{ address: string }>;
  /** One TLS handshake, after STARTTLS where asked; a certificate that is not trusted is an answer, not a rejection. A refusal in place of a greeting is a `MailRefusal`. */
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
  seal(plain: Confidential, context: string): Promise<string>;
  /** Rejects when the key, the context or the text is another. */
  open(sealed: string, context: string): Promise<Confidential>;
  hashPassword(password: Confidential): Promise<string>;
  verifyPassword(password: Confidential, hash: string): Promise<boolean>;
}

/** How a session's token travels: a cookie, or what mock mode has in its place. */
export interface SessionCarrier {
  read(request: Request): Confidential | null;
  /** Puts the token, or its end (null), on the answer. */
  write(request: Request, headers: Headers, token: Confidential | null): void;
  /** Where a request comes from, for limits: an IP address, of IPv6 its first 64 bits. */
  sourceOf(request: Request): string;
  /** Does a changing request come from our own pages? */
  isOwn(request: Request): boolean;
}

/** Structured log; whatever is given must already be without secrets, and is redacted once more. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}
