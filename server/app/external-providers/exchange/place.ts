import type { Access } from '../../../../contract/external-providers.ts';
import type { Confidential } from '../../../confidential.ts';
import type { Ports } from '../../../ports.ts';
import type { Appointment } from '../appointment.ts';

/** Where Exchange is asked, in which way, and with what. */
export interface ExchangePlace {
  access: Access;
  /** Address of Exchange Web Services, or of Graph with its version: `https://graph.microsoft.com/v1.0`. */
  server: string;
  /** The application's own token, or an account at an Exchange server of the company's own. */
  credentials: { accessToken: Confidential } | { user: string; password: Confidential };
}

/** What each call needs besides what it asks for. */
export interface Call {
  ports: Pick<Ports, 'fetch' | 'clock'>;
  /** The mailbox that is read, by its address; with a password also the account's own name in any form. */
  mailbox: string;
  /** Gets the protocol, a line each: never a token, a password or a subject. */
  note: (line: string) => void;
  signal: AbortSignal;
}

/** From when to when, as instants (RFC 3339), and how many appointments at most. */
export interface Window {
  from: string;
  to: string;
  limit: number;
}

export interface CalendarPart {
  /** By their start. */
  appointments: Appointment[];
  /** Are there more than the limit? */
  more: boolean;
}

/** Does the account read its own mailbox, so that nobody is impersonated? */
export function isOwnMailbox({ credentials }: ExchangePlace, mailbox: string): boolean {
  return 'user' in credentials && credentials.user.toLowerCase() === mailbox.toLowerCase();
}
