import type { Role } from '../contract/roles.ts';
import type { Language } from '../contract/fields.ts';

export interface Accounts {
  count(): Promise<number>;
  byId(id: string): Promise<Account | null>;
  /** Case-insensitive. */
  byUsername(username: string): Promise<Account | null>;
  /** By username. */
  all(): Promise<Account[]>;
  /** Inserts, or replaces the one with this id. Rejects with `Duplicate` when another has the username in any case. */
  put(account: Account): Promise<void>;
  /** Deletes one with its sessions. */
  delete(id: string): Promise<void>;
}

export interface Sessions {
  get(tokenHash: string): Promise<SessionRow | null>;
  put(session: SessionRow): Promise<void>;
  delete(tokenHash: string): Promise<void>;
  /** Deletes those of an account, but for the one with this token. */
  deleteOf(accountId: string, but?: string): Promise<void>;
  /** How many sessions each account has that end after this instant. */
  counts(now: string): Promise<Record<string, number>>;
  deleteEndedBefore(instant: string): Promise<void>;
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
  /** Grows with each change that an administrator sees. */
  version: number;
  passwordChangedAt: string;
  lastSignInAt: string | null;
}

export interface SessionRow {
  tokenHash: string;
  accountId: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
}
