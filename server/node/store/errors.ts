// SQLite's extended result codes for a primary key and a unique index; SQLSTATE 23505 says both in PostgreSQL.
const codes = new Set<unknown>([1555, 2067, '23505']);

/** Did a write fail because such a row is there already? */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && (codes.has(Reflect.get(error, 'errcode')) || codes.has(Reflect.get(error, 'code')));
}
