import * as z from 'zod/mini';
import { role, setupInput } from '../../../contract/accounts.ts';
import { language, timestamp } from '../../../contract/fields.ts';
import { Confidential } from '../../confidential.ts';
import type { Account, Repositories } from '../../store.ts';
import type { Item, Part, StoredItem } from '../backup/part.ts';
import { checked } from '../http/body.ts';

const account = z.strictObject({
  username: setupInput.shape.username,
  email: z.nullable(setupInput.shape.email.def.innerType),
  role,
  language,
  disabled: z.boolean('type'),
  mustChangePassword: z.boolean('type'),
  createdAt: timestamp,
});

/** The administrators, with the hashes of their passwords where these are sealed. */
export const accountBackup: Part = {
  name: 'accounts',
  async read(rows) {
    return (await rows.accounts.all()).map(({ id, username, email, role: ofRole, language: spoken, disabled, mustChangePassword, createdAt, passwordHash }) => {
      const value = { username, email, role: ofRole, language: spoken, disabled, mustChangePassword, createdAt };
      const secrets: StoredItem['secrets'] = passwordHash === '' ? {} : { password: { changedAt: createdAt, mark: passwordHash, open: async () => new Confidential(passwordHash) } };
      return { id, value, secrets };
    });
  },
  check: (_context, { value }) => checked(account, value),
  nameOf: ({ value }) => String(value['username']),
  async write(_context, { id, value, secrets }) {
    const given = account.parse(value);
    // Nobody signs in with an empty hash.
    const passwordHash = secrets['password']?.plain.reveal() ?? '';
    return async (rows) => {
      const written: Account = { ...(await rows.accounts.byId(id)), id, ...given, email: given.email || null, passwordHash };
      await rows.accounts.put(written);
    };
  },
  remove: (_context, rows, id) => rows.accounts.delete(id),
};

/** Frees the names of accounts that get another one, so that two may swap them. */
export async function freeNames(rows: Repositories, written: readonly Item[]): Promise<void> {
  for (const { id, value } of written) {
    const former = await rows.accounts.byId(id);
    if (former && former.username.toLowerCase() !== String(value['username']).toLowerCase()) await rows.accounts.put({ ...former, username: id });
  }
}

/**
 * The accounts of a backup as they belong to this system: one of the same name is the same one, whatever its id, and the caller keeps the password that he has just given where the backup has none for him.
 * Hashes of another kind than this system's are left out: nobody could sign in with them.
 */
export async function adoptAccounts(items: readonly Item[], stored: readonly StoredItem[], callerId: string): Promise<Item[]> {
  const ids = new Set(items.map(({ id }) => id));
  const nameOf = ({ value }: Pick<Item, 'value'>) => String(value['username']).toLowerCase();
  const own = await stored.find(({ id }) => id === callerId)?.secrets['password']?.open();
  const kind = own ? kindOf(own) : null;
  return items.map((item) => {
    const known = stored.some(({ id }) => id === item.id) ? null : stored.find((one) => nameOf(one) === nameOf(item) && !ids.has(one.id));
    const id = known?.id ?? item.id;
    const { password } = item.secrets;
    if (password && kindOf(password.plain) === kind) return { ...item, id };
    return { ...item, id, secrets: id === callerId && own ? { password: { plain: own, changedAt: String(item.value['createdAt']) } } : {} };
  });
}

// `$argon2id$` of a PHC string.
function kindOf(hash: Confidential): string {
  return /^\$[\w-]+\$/.exec(hash.reveal())?.[0] ?? '';
}
