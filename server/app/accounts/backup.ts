import * as z from 'zod/mini';
import { role, username } from '../../../contract/accounts.ts';
import { emailAddress, language, timestamp } from '../../../contract/fields.ts';
import { Confidential } from '../../confidential.ts';
import type { Account } from '../../account-rows.ts';
import type { Repositories } from '../../store.ts';
import type { Item, Part, StoredItem } from '../backup/part.ts';
import { checked } from '../http/body.ts';

const account = z.strictObject({
  username,
  email: z.nullable(emailAddress),
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
    return (await rows.accounts.all()).map(({ id, passwordHash, passwordChangedAt: changedAt, version: _version, lastSignInAt: _lastSignInAt, ...value }) => {
      const secrets: StoredItem['secrets'] = passwordHash === '' ? {} : { password: { changedAt, mark: passwordHash, open: async () => new Confidential(passwordHash) } };
      return { id, value, secrets };
    });
  },
  check: (_context, { value }) => checked(account, value),
  nameOf: ({ value }) => String(value['username']),
  write: async ({ ports }, items) => async (rows) => {
    await freeNames(rows, items);
    for (const { id, value, secrets: { password } } of items) {
      const { version = 0, lastSignInAt = null } = (await rows.accounts.byId(id)) ?? {};
      // Nobody signs in with an empty hash.
      const passwordHash = password?.plain.reveal() ?? '';
      const written: Account = { id, ...account.parse(value), passwordHash, passwordChangedAt: password?.changedAt ?? ports.clock.now().toISOString(), version: version + 1, lastSignInAt };
      await rows.accounts.put(written);
    }
  },
  remove: (_context, rows, id) => rows.accounts.delete(id),
};

// Frees the names of accounts that get another one, so that two may swap them.
async function freeNames(rows: Repositories, written: readonly Item[]): Promise<void> {
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
  const ownPassword = stored.find(({ id }) => id === callerId)?.secrets['password'];
  const own = await ownPassword?.open();
  const kind = own ? kindOf(own) : null;
  return items.map((item) => {
    const known = stored.some(({ id }) => id === item.id) ? null : stored.find((one) => nameOf(one) === nameOf(item) && !ids.has(one.id));
    const id = known?.id ?? item.id;
    const { password } = item.secrets;
    if (password && kindOf(password.plain) === kind) return { ...item, id };
    return { ...item, id, secrets: id === callerId && ownPassword && own ? { password: { plain: own, changedAt: ownPassword.changedAt } } : {} };
  });
}

// `$argon2id$` of a PHC string.
function kindOf(hash: Confidential): string {
  return /^\$[\w-]+\$/.exec(hash.reveal())?.[0] ?? '';
}
