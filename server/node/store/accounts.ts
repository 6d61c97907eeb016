import type { Selectable, Transaction } from 'kysely';
import { role } from '../../../contract/accounts.ts';
import { language } from '../../../contract/fields.ts';
import type { Account } from '../../account-rows.ts';
import { Duplicate, type Repositories } from '../../store.ts';
import type { Database } from './database.ts';
import { isDuplicate } from './errors.ts';

/** The accounts' and sessions' repositories over one transaction. */
export function accountRepositories(trx: Transaction<Database>): Pick<Repositories, 'accounts' | 'sessions'> {
  const one = async (column: 'id' | 'username_key', value: string) => {
    const row = await trx.selectFrom('accounts').selectAll().where(column, '=', value).executeTakeFirst();
    return row ? toAccount(row) : null;
  };
  return {
    accounts: {
      async count() {
        const { count } = await trx.selectFrom('accounts').select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
        return Number(count);
      },
      byId: (id) => one('id', id),
      byUsername: (username) => one('username_key', username.toLowerCase()),
      async all() {
        const rows = await trx.selectFrom('accounts').selectAll().orderBy('username_key').execute();
        return rows.map(toAccount);
      },
      async put(account) {
        const { id, ...rest } = fromAccount(account);
        try {
          await trx.insertInto('accounts').values({ id, ...rest }).onConflict((conflict) => conflict.column('id').doUpdateSet(rest)).execute();
        } catch (error) {
          throw isDuplicate(error) ? new Duplicate(account.username) : error;
        }
      },
      async delete(id) {
        await trx.deleteFrom('accounts').where('id', '=', id).execute();
      },
    },
    sessions: {
      async get(tokenHash) {
        const row = await trx.selectFrom('sessions').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
        return row ? { tokenHash, accountId: row.account_id, createdAt: row.created_at, lastSeenAt: row.last_seen_at, expiresAt: row.expires_at } : null;
      },
      async put({ tokenHash, accountId, createdAt, lastSeenAt, expiresAt }) {
        const rest = { account_id: accountId, created_at: createdAt, last_seen_at: lastSeenAt, expires_at: expiresAt };
        await trx.insertInto('sessions').values({ token_hash: tokenHash, ...rest }).onConflict((conflict) => conflict.column('token_hash').doUpdateSet(rest)).execute();
      },
      async delete(tokenHash) {
        await trx.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
      },
      async deleteOf(accountId, but = '') {
        await trx.deleteFrom('sessions').where('account_id', '=', accountId).where('token_hash', '!=', but).execute();
      },
      async counts(now) {
        const rows = await trx.selectFrom('sessions').select(({ fn }) => ['account_id', fn.countAll().as('count')]).where('expires_at', '>', now).groupBy('account_id').execute();
        return Object.fromEntries(rows.map(({ account_id, count }) => [account_id, Number(count)]));
      },
      async deleteEndedBefore(instant) {
        await trx.deleteFrom('sessions').where('expires_at', '<', instant).execute();
      },
    },
  };
}

function toAccount(row: Selectable<Database['accounts']>): Account {
  return {
    id: row.id,
    username: row.username,
    email: row.email,
    role: role.parse(row.role),
    language: language.parse(row.language),
    passwordHash: row.password_hash,
    mustChangePassword: row.must_change_password === 1,
    disabled: row.disabled === 1,
    createdAt: row.created_at,
    version: row.version,
    passwordChangedAt: row.password_changed_at ?? row.created_at,
    lastSignInAt: row.last_sign_in_at,
  };
}

function fromAccount(account: Account): Selectable<Database['accounts']> {
  return {
    id: account.id,
    username: account.username,
    username_key: account.username.toLowerCase(),
    email: account.email,
    role: account.role,
    language: account.language,
    password_hash: account.passwordHash,
    must_change_password: account.mustChangePassword ? 1 : 0,
    disabled: account.disabled ? 1 : 0,
    created_at: account.createdAt,
    version: account.version,
    password_changed_at: account.passwordChangedAt,
    last_sign_in_at: account.lastSignInAt,
  };
}
