import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import { migrationsFor } from './migrations.ts';
import type { StoreKind } from './store-kind.ts';

/** What there is before anything is changed. */
export interface Found {
  isNew: boolean;
  /** Sealed with the key that the data belong to; null where there is none yet. */
  keyCheck: string | null;
}

/** Looks at what is there and may reject, so that the store stays as it is. */
export type Look = (found: Found) => Promise<void>;

export const keyCheckName = 'key-check';

/** The data were written by a newer version than this one. */
export class NewerStore extends Error {}

/** Brings the database to the newest version, once `look` has agreed. Rejects with `NewerStore`. */
export async function migrate(db: Kysely<Database>, kind: StoreKind, look: Look): Promise<void> {
  const migrations = migrationsFor(kind);
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const has = (table: string) => tables.some(({ name }) => name === table);
  const applied = has('kysely_migration') ? await db.withTables<{ kysely_migration: { name: string } }>().selectFrom('kysely_migration').select('name').execute() : [];
  const unknown = applied.find(({ name }) => !(name in migrations));
  if (unknown) throw new NewerStore(unknown.name);
  const check = has('secrets') ? await db.selectFrom('secrets').select('sealed').where('name', '=', keyCheckName).executeTakeFirst() : undefined;
  await look({ isNew: applied.length === 0, keyCheck: check?.sealed ?? null });
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error) throw error;
}
