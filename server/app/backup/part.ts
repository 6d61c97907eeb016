import type { BackupPart } from '../../../contract/backup.ts';
import type { FunctionName } from '../../../contract/functions.ts';
import type { Confidential } from '../../confidential.ts';
import type { Repositories, SecretRow } from '../../store.ts';
import type { Context } from '../context.ts';

/** Members of an item, without any secret; JSON. */
export type Value = Readonly<Record<string, unknown>>;

/** One thing of a backup: a function's settings, a queue, an account. */
export interface Item {
  /** Within its part. */
  id: string;
  value: Value;
  secrets: Readonly<Record<string, ItemSecret>>;
}

/** A secret in clear, and since when it is there. */
export interface ItemSecret {
  plain: Confidential;
  changedAt: string;
}

/** An item as it is stored. */
export interface StoredItem {
  id: string;
  value: Value;
  secrets: Readonly<Record<string, StoredSecret>>;
}

/** A secret as it is stored. */
export interface StoredSecret {
  changedAt: string;
  /** Differs where the secret does. */
  mark: string;
  /** Null where it does not open with this key. */
  open(): Promise<Confidential | null>;
}

/** Whose secret it is, where a function or a queue pilot uses it. */
export interface SecretUse {
  function: FunctionName | 'notices';
  ref: string | null;
  field: string;
}

/** What a part is read from, beside the repositories. */
export interface Stores extends Context {
  secrets: ReadonlyMap<string, SecretRow>;
}

/** Writes what was prepared, in the transaction of the restore. */
export type Write = (rows: Repositories) => Promise<void>;

/** How one capability is backed up and restored. */
export interface Part {
  name: BackupPart;
  /** The rows that it is made of, by their names in `settings` and `secrets`. */
  settings?: RegExp;
  secrets?: RegExp;
  /** Is it nothing without its secrets? Then it is in no backup that leaves them out. */
  onlySealed?: true;
  /** What is stored now. */
  read(rows: Repositories, stores: Stores): Promise<StoredItem[]>;
  /** The value of an item of a backup as it is to be stored, checked as if it was typed. Raises 422. */
  check(context: Context, item: Item): Value;
  /** What it is called among those of its part; empty where it is the only one. */
  nameOf(item: Pick<Item, 'id' | 'value'>, queueNames: ReadonlyMap<string, string>): string;
  /** Is it the same, whatever else says? Where this is absent, an item is what its value and its secrets are. */
  isSame?(item: Item, stored: StoredItem): boolean;
  /** The secrets that it uses. */
  uses?(item: Pick<Item, 'id' | 'value'>): SecretUse[];
  /** Seals what belongs to these items and answers how to store them. */
  write(context: Context, items: readonly Item[]): Promise<Write>;
  remove(context: Context, rows: Repositories, id: string): Promise<void>;
}
