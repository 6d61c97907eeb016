import type { Selectable, Transaction } from 'kysely';
import { functionName } from '../../../contract/functions.ts';
import type { CheckRow, MailboxResultRow, Repositories, SecretRow, SignInRow } from '../../store.ts';
import { accountRepositories } from './accounts.ts';
import { checkRunRepository } from './check-runs.ts';
import { contactCenterRepositories } from './contact-center.ts';
import type { Database } from './database.ts';
import { eventRepository } from './events.ts';
import { noticeRepository } from './notices.ts';
import { protocolRepository } from './protocols.ts';
import { renewalRepository } from './renewals.ts';
import type { StoreKind } from './store-kind.ts';
import { tryRepository } from './tries.ts';

// Databases bound the values of a statement.
const mostNames = 500;

/** All repositories over one transaction; only what finds events belongs to the kind of database. */
export function repositories(trx: Transaction<Database>, kind: StoreKind): Repositories {
  return {
    ...accountRepositories(trx),
    ...settingsRepositories(trx),
    ...contactCenterRepositories(trx),
    checks: checkRepository(trx),
    checkRuns: checkRunRepository(trx),
    results: resultRepository(trx),
    events: eventRepository(trx, kind),
    protocols: protocolRepository(trx),
    tries: tryRepository(trx),
    renewals: renewalRepository(trx),
    notices: noticeRepository(trx),
  };
}

function settingsRepositories(trx: Transaction<Database>): Pick<Repositories, 'settings' | 'secrets' | 'signIns'> {
  return {
    settings: {
      async get(name) {
        const row = await trx.selectFrom('settings').selectAll().where('name', '=', name).executeTakeFirst();
        return row ? { value: JSON.parse(row.value), version: row.version, changedAt: row.changed_at } : null;
      },
      async put(name, { value, version, changedAt }) {
        const rest = { value: JSON.stringify(value), version, changed_at: changedAt };
        await trx.insertInto('settings').values({ name, ...rest }).onConflict((conflict) => conflict.column('name').doUpdateSet(rest)).execute();
      },
      async delete(name) {
        await trx.deleteFrom('settings').where('name', '=', name).execute();
      },
    },
    secrets: {
      async get(name) {
        const row = await trx.selectFrom('secrets').selectAll().where('name', '=', name).executeTakeFirst();
        return row ? toSecret(row) : null;
      },
      async many(names) {
        const found: [string, SecretRow][] = [];
        for (let from = 0; from < names.length; from += mostNames) {
          const batch = await trx.selectFrom('secrets').selectAll().where('name', 'in', names.slice(from, from + mostNames)).execute();
          found.push(...batch.map((row): [string, SecretRow] => [row.name, toSecret(row)]));
        }
        return new Map(found);
      },
      async all() {
        const found = await trx.selectFrom('secrets').selectAll().execute();
        return new Map(found.map((row) => [row.name, toSecret(row)]));
      },
      async putAll(rows) {
        const names = [...rows].flatMap(([name, row]) => (row ? [] : [name]));
        const values = [...rows].flatMap(([name, row]) => (row ? [{ name, sealed: row.sealed, bound_to: row.boundTo, changed_at: row.changedAt, hint: row.hint }] : []));
        for (let from = 0; from < names.length; from += mostNames) await trx.deleteFrom('secrets').where('name', 'in', names.slice(from, from + mostNames)).execute();
        for (let from = 0; from < values.length; from += mostNames) {
          await trx
            .insertInto('secrets')
            .values(values.slice(from, from + mostNames))
            .onConflict((conflict) => conflict.column('name').doUpdateSet(({ ref }) => ({ sealed: ref('excluded.sealed'), bound_to: ref('excluded.bound_to'), changed_at: ref('excluded.changed_at'), hint: ref('excluded.hint') })))
            .execute();
        }
      },
      async put(name, { sealed, boundTo, changedAt, hint }) {
        const rest = { sealed, bound_to: boundTo, changed_at: changedAt, hint };
        await trx.insertInto('secrets').values({ name, ...rest }).onConflict((conflict) => conflict.column('name').doUpdateSet(rest)).execute();
      },
      async delete(name) {
        await trx.deleteFrom('secrets').where('name', '=', name).execute();
      },
    },
    signIns: {
      async get(name) {
        const found = await trx.selectFrom('sign_ins').select('row').where('function', '=', name).executeTakeFirst();
        return found ? (JSON.parse(found.row) as SignInRow) : null;
      },
      async put(name, value) {
        const row = JSON.stringify(value);
        await trx.insertInto('sign_ins').values({ function: name, row }).onConflict((conflict) => conflict.column('function').doUpdateSet({ row })).execute();
      },
      async all() {
        const found = await trx.selectFrom('sign_ins').selectAll().execute();
        return found.map(({ function: name, row }) => ({ function: functionName.parse(name), row: JSON.parse(row) as SignInRow }));
      },
    },
  };
}

function toSecret({ sealed, bound_to: boundTo, changed_at: changedAt, hint }: Selectable<Database['secrets']>): SecretRow {
  return { sealed, boundTo, changedAt, hint };
}

function checkRepository(trx: Transaction<Database>): Repositories['checks'] {
  return {
    async get(id) {
      const found = await trx.selectFrom('checks').select('row').where('id', '=', id).executeTakeFirst();
      return found ? toCheck(found.row) : null;
    },
    async put(check) {
      const rest = { function: check.function, ref: check.ref, draft: check.draft ? 1 : 0, automatic: check.automatic ? 1 : 0, state: check.state, row: JSON.stringify(check) };
      await trx.insertInto('checks').values({ id: check.id, ...rest }).onConflict((conflict) => conflict.column('id').doUpdateSet(rest)).execute();
    },
    async list({ function: name, ref, state, draft, automatic, limit, offset = 0 }) {
      const filtered = trx
        .selectFrom('checks')
        .$if(name !== undefined, (query) => query.where('function', '=', name ?? ''))
        .$if(ref !== undefined, (query) => query.where('ref', ref === null ? 'is' : '=', ref ?? null))
        .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
        .$if(draft !== undefined, (query) => query.where('draft', '=', draft ? 1 : 0))
        .$if(automatic !== undefined, (query) => query.where('automatic', '=', automatic ? 1 : 0));
      const { total } = await filtered.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
      const found = await filtered.select('row').orderBy('sequence', 'desc').limit(limit).offset(offset).execute();
      return { items: found.map(({ row }) => toCheck(row)), total: Number(total) };
    },
    async delete(id) {
      await trx.deleteFrom('checks').where('id', '=', id).execute();
    },
    async prune(name, ref, keep) {
      for (const automatic of [0, 1]) {
        const own = trx.selectFrom('checks').select('sequence').where('function', '=', name).where('ref', ref === null ? 'is' : '=', ref).where('automatic', '=', automatic).orderBy('sequence', 'desc');
        const good = own.where('state', '=', 'passed').where('draft', '=', 0).limit(1);
        const old = own.where('sequence', 'not in', own.limit(keep)).where('sequence', 'not in', good);
        await trx.deleteFrom('checks').where('sequence', 'in', old.clearOrderBy()).execute();
      }
    },
    async deleteOf(name, ref) {
      await trx.deleteFrom('checks').where('function', '=', name).where('ref', '=', ref).execute();
    },
  };
}

function resultRepository(trx: Transaction<Database>): Repositories['results'] {
  return {
    async put(checkId, from, results) {
      const values = results.map((result, at) => ({ check_id: checkId, position: from + at, state: result.state, row: JSON.stringify(result) }));
      if (values.length === 0) return;
      await trx
        .insertInto('check_results')
        .values(values)
        .onConflict((conflict) => conflict.columns(['check_id', 'position']).doUpdateSet(({ ref }) => ({ state: ref('excluded.state'), row: ref('excluded.row') })))
        .execute();
    },
    async list({ checkId, state, limit, offset = 0 }) {
      const filtered = trx
        .selectFrom('check_results')
        .where('check_id', '=', checkId)
        .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''));
      const { total } = await filtered.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
      const found = await filtered.select('row').orderBy('position').limit(limit).offset(offset).execute();
      return { items: found.map(({ row }) => JSON.parse(row) as MailboxResultRow), total: Number(total) };
    },
  };
}

// What was stored by a former version lacks members, or has another one in the place of `input`.
function toCheck(json: string): CheckRow {
  const { sendTo, ...row } = JSON.parse(json) as CheckRow & { sendTo?: string };
  const { state, endedAt } = row;
  const former: Partial<CheckRow> = { ref: null, automatic: false, input: sendTo ? { sendTo } : {}, repeat: null, result: state === 'passed' || state === 'failed' ? state : null, since: endedAt, mailboxes: null };
  return { ...former, ...row };
}
