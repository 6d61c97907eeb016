import type * as z from 'zod/mini';
import type { BackupPart } from '../../../contract/backup.ts';
import { sourceOf } from '../../../contract/secret-source.ts';
import type { FunctionName } from '../../../contract/functions.ts';
import type { Repositories, SecretRow } from '../../store.ts';
import type { Context } from '../context.ts';
import { fieldProblem } from '../http/problem.ts';
import { checked } from '../http/body.ts';
import { openSecret, sealSecret, type BoundSecret } from '../secrets/bound-secret.ts';
import type { Received } from '../secrets/received.ts';
import type { SettingsSecret } from '../secrets/settings-secrets.ts';
import type { Item, Part, SecretUse, StoredItem, StoredSecret, Stores, Value } from './part.ts';

/** A secret of an item; `field` is its name there. */
export type ItemBound = BoundSecret & { field: string };

// What a body has for secrets: nobody types it into a backup.
const ofBodies = ['password', 'clientSecret', 'clientSecretFrom', 'clientSecretAlsoFor'];

/** The input that a value is, as its contract takes it, without anything that is there for secrets in a body. Raises 422. */
export function inputOf<Schema extends z.core.$ZodType>(schema: Schema, value: Value): Received<z.output<Schema>> {
  for (const name of ofBodies) if (name in value) throw fieldProblem(`/${name}`, 'unknown-member', 'There is no member of this name.');
  return checked(schema, value);
}

/** Secrets of settings, as the store has them. */
export function storedSecrets({ ports, secrets }: Stores, bound: readonly ItemBound[]): StoredItem['secrets'] {
  const found: Record<string, StoredSecret> = {};
  for (const secret of bound) {
    const row = secrets.get(secret.name);
    if (row) found[secret.field] = { changedAt: row.changedAt, mark: row.sealed, open: () => openSecret(ports, secret, row) };
  }
  return found;
}

/** Seals the secrets of an item for the places of its value; null where there is none. */
export async function sealItem({ ports }: Context, { secrets }: Item, bound: readonly ItemBound[]): Promise<[name: string, row: SecretRow | null][]> {
  return Promise.all(bound.map(async (secret): Promise<[string, SecretRow | null]> => {
    const given = secrets[secret.field];
    return [secret.name, given ? { ...(await sealSecret(ports, secret, given.plain)), changedAt: given.changedAt } : null];
  }));
}

/** The secrets that settings use. */
export function usesOf(name: FunctionName, ref: string | null, bound: readonly ItemBound[]): SecretUse[] {
  return bound.filter(({ used }) => used).map(({ field }) => ({ function: name, ref, field }));
}

/** Puts settings in the place of those that are there; their version goes on. Null: they were removed. */
export async function putSettings({ ports }: Context, rows: Repositories, name: string, value: Value | null): Promise<void> {
  const former = await rows.settings.get(name);
  await rows.settings.put(name, { value, version: String(Number(former?.version ?? 0) + 1), changedAt: ports.clock.now().toISOString() });
}

interface FunctionPart {
  name: Extract<BackupPart, FunctionName>;
  /** As `Part` has it. */
  check: Part['check'];
  secretsOf(value: Value): readonly SettingsSecret[];
  /** What goes with the settings, beside their secrets. */
  forget?(rows: Repositories): Promise<void>;
}

/** The part of a function that has one row of settings, and secrets that are bound to them. */
export function functionPart({ name, check, secretsOf, forget }: FunctionPart): Part {
  return {
    name,
    settings: new RegExp(`^${name}$`),
    secrets: new RegExp(`^${name}/(?:password|client-secret)$`),
    async read(rows, stores) {
      const value = (await rows.settings.get(name))?.value as Value | null | undefined;
      return value ? [{ id: name, value, secrets: storedSecrets(stores, secretsOf(value)) }] : [];
    },
    check,
    nameOf: () => '',
    uses: ({ value }) => usesOf(name, null, secretsOf(value)),
    async write(context, items) {
      const sealed = await Promise.all(items.map((item) => sealItem(context, item, secretsOf(item.value))));
      return async (rows) => {
        for (const { value } of items) await putSettings(context, rows, name, value);
        await rows.secrets.putAll(new Map(sealed.flat()));
      };
    },
    async remove(context, rows) {
      // The row stays, so that an ETag is never met twice.
      await putSettings(context, rows, name, null);
      for (const field of ['password', 'client-secret']) await rows.secrets.delete(`${sourceOf(name, null)}/${field}`);
      await forget?.(rows);
    },
  };
}

/** When the client secret ends: with the secret goes its end. */
export function endOfSecret({ value, secrets }: Item): string | null {
  return secrets['clientSecret'] && typeof value['clientSecretExpiresAt'] === 'string' ? value['clientSecretExpiresAt'] : null;
}
