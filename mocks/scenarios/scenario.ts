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
  /** Which played server says it: Exchange Online unless it is the relay, or the second server, of notices. */
  by?: 'relay' | 'second';
  reply: string;
}

/** What POP3 plays, at Exchange Online and at the company's own server alike unless `by` says else. */
export interface Pop3Scenario {
  by?: 'exchange' | 'relay';
  /** An answer in place of the usual one; with CONNECT in place of the greeting. With AUTH only who signs in this way is refused. */
  refused?: { command: 'CONNECT' | 'AUTH' | 'STAT'; signIn?: SignInKind; reply: string };
  /** How an answer breaks: the connection ends in the middle of it, or its line never ends. */
  breaks?: { command: 'STAT' | 'TOP'; how: 'cut' | 'endless' };
  /** How many messages each mailbox holds. */
  messages?: number;
  /** It does not offer STLS. */
  noStls?: true;
}

/** A certificate is not what it should be: that of Exchange Online's mail servers, SMTP and POP3 alike; of POP3 only; or of the company's own Exchange server. `issuer` is who has issued it, for `not-trusted`. */
export type CertificateFault = ({ fault: 'not-trusted'; issuer: string } | { fault: 'other-name' | 'expired' }) & { at?: 'on-premises' | 'pop3' };

/** How a web service answers anything at all: with this HTTP status and no body (and where to go instead), with somebody's web page, not at all, or by cutting the connection. */
export type Breakdown = { answers: 'status'; status: number; retryAfter?: number; location?: string } | { answers: 'html' | 'silent' | 'cut' };

/** What Exchange Web Services answer to a request that is in order: Exchange Online refuses it by its HTTP status and headers; a SOAP fault; an error of the operations at one folder, or of one of them; or an answer that ends in the middle. */
export type EwsAnswer =
  | { answers: 'status'; status: 401 | 403; headers: Record<string, string> }
  | { answers: 'fault'; code: string; text: string; backOffMs?: number }
  | { answers: 'error'; folder: 'calendar' | 'public'; operation?: 'FindItem' | 'FindFolder'; code: string; text: string }
  | { answers: 'half' };

/** An error of Microsoft Graph. `{user}` in its text is filled in; `retryAfter` in seconds. */
export interface GraphError {
  status: number;
  code: string;
  text: string;
  retryAfter?: number;
}

/** What Exchange and Microsoft Graph play, of mailboxes and public folders. */
export interface ExchangeScenario {
  /** Both of them. */
  breaks?: Breakdown;
  ews?: EwsAnswer;
  graph?: GraphError;
  /** The company's own server takes no passwords by basic authentication. */
  windowsSignInOnly?: true;
  /** Each calendar holds 10,000 appointments in the next 24 hours. */
  crowdedCalendars?: true;
  /** There is none below the root, and nothing in it; or only the folders below hold contacts. */
  publicFolders?: 'empty' | 'root-empty';
}

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
  /** What an application with a secret gets: a refusal, a token with these roles, or one that nobody but Microsoft can read. */
  application?: { refused: Answer } | { roles: readonly string[] } | { opaque: true };

  identity?: Breakdown;
  /** By how much Microsoft's clock is ahead of ours. */
  clockOffsetSeconds?: number;

  smtp?: Refusal;
  /** Exchange Online does not offer STARTTLS. */
  noStartTls?: true;
  /** Exchange Online cuts the connection while it gets the mail. */
  cut?: 'DATA';
  pop3?: Pop3Scenario;
  /** How the receiver of notices answers at hooks.contoso.com. */
  webhook?: Breakdown;
  certificate?: CertificateFault;
  exchange?: ExchangeScenario;
  /** No connection comes about: refused, or a name that is not found. `exchange` is Exchange and Graph by https. */
  connection?: { to: 'identity' | 'mail' | 'exchange'; reason: 'refused' | 'host-not-found' | 'timeout'; code: string };
}
