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
}

/** A mail server's refusal. `{host}` and `{now}` are filled in. */
export interface Refusal {
  /** The command that is answered so. */
  command: 'AUTH' | 'MAIL FROM' | 'RCPT TO' | 'DATA';
  /** With AUTH: only who signs in this way is refused. */
  signIn?: 'token' | 'password';
  reply: string;
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
  /** What the poll with this number, and each later one, is told. */
  poll?: { from: number; answer: Answer };
  /** Who has signed in, whoever approves. */
  signsIn?: string;
  /** In place of fresh tokens for a refresh token. */
  refresh?: Answer;
  smtp?: Refusal;
  /** No connection comes about: refused, or a name that is not found. */
  connection?: { to: 'identity' | 'mail'; reason: 'refused' | 'host-not-found' | 'timeout'; code: string };
  /** Somebody in between answers for the mail server, with a certificate of this issuer, which nobody trusts. */
  certificate?: { issuer: string };
}
