/** Where the same answer means something else, or must be said in other words. */
export type Place =
  | 'identity'
  | 'pop3'
  | 'exchange'
  | 'identity-after-connecting'
  | 'pop3-after-connecting'
  | 'exchange-after-connecting'
  | 'microsoft'
  | 'own-server'
  | 'password'
  | 'microsoft-password'
  | 'basic-not-offered'
  | 'application'
  | 'opaque-token'
  | 'calendar'
  | 'public-folders'
  | 'after-retirement'
  | 'webhook'
  | 'webhook-after-connecting'
  | 'text';

/** How far it came before something answered that no entry of the table claims. */
export type Phase = 'network' | 'tls' | 'identity' | 'smtp-greeting' | 'smtp-sign-in' | 'smtp-recipient' | 'smtp' | 'pop3-greeting' | 'pop3-sign-in' | 'pop3' | 'imap' | 'exchange' | 'graph' | 'webhook' | 'text';

export type Service = 'identity' | 'ews' | 'graph' | 'webhook';
/** An HTTP status, or all of a class. */
export type Status = number | '3xx' | '5xx';

/** The answers that an explanation belongs to. Each is claimed by one entry only. */
export interface Match {
  /** Numbers behind AADSTS: learn.microsoft.com/entra/identity-platform/reference-error-codes. */
  aadsts?: readonly number[];
  /** OAuth's `error`, or Microsoft's `suberror`, where no number says more: RFC 6749 section 5.2, RFC 8628 section 3.5. */
  oauth?: readonly string[];
  /** A mail server's reply, from its code on. Patterns of all entries are tried in the order of the table. */
  smtp?: readonly RegExp[];
  pop3?: readonly RegExp[];
  imap?: readonly RegExp[];
  /** Response codes of Exchange Web Services, which Graph hands on: learn.microsoft.com/exchange/client-developer/web-service-reference/responsecode. */
  ews?: readonly string[];
  /** Error codes of Graph itself, or those that it means in its own way. */
  graph?: readonly string[];
  /** HTTP statuses of an answer that has no code. */
  status?: Partial<Record<Service, readonly Status[]>>;
  /** Names of errors as Node, OpenSSL and Windows have them. */
  network?: readonly string[];
  /** Our own ports' reasons for a connection that failed: the reason, or the reason with its code. */
  failure?: readonly string[];
  /** Words that mean the same wherever they stand; each blank of them may be any white space. */
  words?: readonly RegExp[];
  /** What another entry claims, in a place where its sentences would be wrong. */
  insteadOf?: readonly { code: string; at: Place }[];
  /** Whatever no other entry claims, in this phase: it names no cause. */
  unknown?: Phase;
  /** No answer shows it; the check itself sees it. */
  onlyCheck?: true;
}
