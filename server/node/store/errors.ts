import { StoreUnavailable } from '../../store.ts';

// SQLite's extended result codes for a primary key and a unique index; SQLSTATE 23505 says both in PostgreSQL.
const duplicates = new Set<unknown>([1555, 2067, '23505']);
// SQLite's primary result codes: busy, locked, read-only, I/O error, full, cannot open.
const sqliteUnavailable = new Set([5, 6, 8, 10, 13, 14]);
const sqliteFull = 13;
const outOfDisk = '53100';
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT', 'EHOSTUNREACH', 'ENETUNREACH']);
// What pg says of a connection that went away; it has no code for it.
const lost = /^(?:Connection terminated|timeout exceeded|Query read timeout|Client has encountered a connection error|Cannot use a pool)/;

/** Did a write fail because such a row is there already? */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && (duplicates.has(Reflect.get(error, 'errcode')) || duplicates.has(Reflect.get(error, 'code')));
}

/** The error as `StoreUnavailable` where the database itself is the reason; any other as it is. SQLSTATE classes: 08 connection, 53 resources, 57 operator. */
export function asStoreError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const errcode: unknown = Reflect.get(error, 'errcode');
  const code: unknown = Reflect.get(error, 'code');
  if (typeof errcode === 'number' && sqliteUnavailable.has(errcode & 0xff)) return new StoreUnavailable((errcode & 0xff) === sqliteFull, { cause: error });
  const isDatabase = typeof code === 'string' && 'severity' in error && /^(?:08|53|57)/.test(code);
  const isNetwork = typeof code === 'string' && networkCodes.has(code) && 'syscall' in error;
  return isDatabase || isNetwork || lost.test(error.message) ? new StoreUnavailable(code === outOfDisk, { cause: error }) : error;
}
