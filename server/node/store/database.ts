import type { Generated } from 'kysely';

/** The tables. Only what SQLite and PostgreSQL share: text, integer, JSON as text, instants as RFC 3339 text, booleans as 0 and 1. */
export interface Database {
  accounts: {
    id: string;
    username: string;
    username_key: string;
    email: string | null;
    role: string;
    language: string;
    password_hash: string;
    must_change_password: number;
    disabled: number;
    created_at: string;
    version: number;
    password_changed_at: string | null;
    last_sign_in_at: string | null;
  };
  /** Passwords that were tried: see try-rows.ts. */
  tries: { account: string; source: string; wrong: number; at: string; until: string | null; good_at: string | null };
  sessions: { token_hash: string; account_id: string; created_at: string; last_seen_at: string; expires_at: string };
  settings: { name: string; value: string; version: string; changed_at: string };
  secrets: { name: string; sealed: string; bound_to: string; changed_at: string; hint: string | null };
  sign_ins: { function: string; row: string };
  /** What ends in `_key`, `search`, `secret_ends`, `result`, `started_at` and `due_at` is made of the rest, so that the database can sort and find by it. */
  queues: { id: string; name: string; number: string; name_key: string; number_key: string; search: string; version: number; changed_at: string; deleted_at: string | null; deleted_by: string | null };
  pilots: {
    id: string;
    queue_id: string;
    type: string;
    name: string;
    number: string;
    email: string | null;
    version: number;
    changed_at: string;
    deleted_at: string | null;
    deleted_by: string | null;
    standing: string | null;
    sort_key: string;
    search: string;
    mailbox_key: string | null;
    application_key: string | null;
    secret_ends: string | null;
    result: string | null;
    started_at: string | null;
    due_at: string | null;
  };
  checks: { sequence: Generated<number>; id: string; function: string; ref: string | null; draft: number; automatic: number; state: string; row: string };
  check_results: { check_id: string; position: number; state: string; row: string };
  check_runs: { sequence: Generated<number>; id: string; state: string; row: string };
  check_run_items: { run_id: string; position: number; state: string; row: string };
  /** `bytes` are those of the text in UTF-8, so that the database can count them without reading it. */
  protocols: { sequence: Generated<number>; id: string; at: string; source: string; function: string; ref: string | null; check_id: string | null; kind: string; text: string; bytes: number };
  renewals: { id: string; row: string };
  renewal_uses: { renewal_id: string; position: number; source: string; state: string; row: string };
  /** `sequence` is the place in time: see event-keys.ts. */
  events: { sequence: number; id: string; at: string; kind: string; function: string | null; ref: string | null; actor: string | null; check_id: string | null; params: string };
  /** `ref` is empty where there is none; what begins with `pending` is made of the row, so that the database can find by it. */
  notice_standings: { function: string; ref: string; pending: string | null; pending_group: string | null; pending_at: string | null; row: string };
  notice_ends: { function: string; ref: string; what: string; at: string; days: number };
  notice_deliveries: { sequence: Generated<number>; id: string; channel: string; next_at: string; attempts: number; done: string; code: string | null; notice: string };
}
