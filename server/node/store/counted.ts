import type { ColumnDefinitionBuilder } from 'kysely';
import type { StoreKind } from './store-kind.ts';

/** A number that the database counts up: rows are listed in the order in which they came. */
export function counted(kind: StoreKind) {
  return (column: ColumnDefinitionBuilder) => (kind === 'sqlite' ? column.primaryKey().autoIncrement() : column.generatedByDefaultAsIdentity().primaryKey());
}
