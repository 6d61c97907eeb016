import type { Language } from '../../contract/fields.ts';

/** An error of the identity endpoints. `{app}`, `{tenant}` and `{now}` in its text are filled in. */
export interface Answer {
  /** 400 where nothing is said. */
  status?: number;
  error: string;
  /** The number behind AADSTS; none where Microsoft sends none. */
  code?: number;
  text: string;
  suberror?: string;
  /** Seconds, for the header Retry-After. */
  retryAfter?: number;
}

/** With what somebody signs in at the mail server; a `token` is that of a person. */
export type SignInKind = 'password' | 'token' | 'application-token';

/** A mail server's refusal. `{host}`, `{now}` and `{id}` are filled in. */
export interface Refusal {
  /** What is answered so: a command, or with CONNECT the connection itself, in place of a greeting. */
  command: 'CONNECT' | 'AUTH' | 'MAIL FROM' | 'RCPT TO' | 'DATA';
  /** With AUTH: only who signs in this way is refused. */
  signIn?: SignInKind;
  /** Which played server says it: Exchange Online unless it is the relay. */
  by?: 'relay';
  reply: string;
}

/** Exchange Online's certificate is not what it should be. `issuer` is somebody in between, for `not-trusted`. */
export type CertificateFault = { fault: 'not-trusted'; issuer: string } | { fault: 'other-name' | 'expired' };

/** What Microsoft 365 plays: data only. What a scenario does not mention goes well, and a person decides on the sign-in page. */
export interface Scenario {
  id: string;
  sentence: Record<Language, string>;
  /** Where this answer was seen. */
  source: string;

  /** In place of the documents about a tenant. */
  tenant?: Answer;
  /** In place of a device code. */
  deviceCode?: Answer;
  /** How long a device code lives, in seconds. */
  codeLifetime?: number;
  /** What a person decided counts only after so many polls. */
  pendingPolls?: number;
  /** What the polls with these numbers are told; each later one where `to` is not said. */
  poll?: { from: number; to?: number; answer: Answer };
  /** Who has signed in, whoever approves. */
  signsIn?: string;
  /** How long tokens live, in seconds. */
  tokenLifetime?: number;
  /** In place of fresh tokens for a refresh token. */
  refresh?: Answer;
  /** What an application with a secret gets: a refusal, or a token with these roles. */
  application?: { refused: Answer } | { roles: readonly string[] };

  /** How the identity endpoints answer anything at all: with this HTTP status and no body, with somebody's web page, not at all, or by cutting the connection. */
  identity?: { answers: 'status'; status: number; retryAfter?: number } | { answers: 'html' | 'silent' | 'cut' };
  /** By how much Microsoft's clock is ahead of ours. */
  clockOffsetSeconds?: number;

  smtp?: Refusal;
  /** Exchange Online does not offer STARTTLS. */
  noStartTls?: true;
  /** Exchange Online cuts the connection while it gets the mail. */
  cut?: 'DATA';
  certificate?: CertificateFault;
  /** No connection comes about: refused, or a name that is not found. */
  connection?: { to: 'identity' | 'mail'; reason: 'refused' | 'host-not-found' | 'timeout'; code: string };
}
