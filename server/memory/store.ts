import type { Account, SessionRow } from '../account-rows.ts';
import { Duplicate, type CheckRow, type MailboxResultRow, type Repositories, type SettingsRow, type SignInRow, type Store } from '../store.ts';
import type { FunctionName } from '../../contract/functions.ts';
import { checkRunRepository, type CheckRunTables } from './check-runs.ts';
import { contactCenterRepositories, type ContactCenterTables } from './contact-center.ts';
import { noticeRepository, type NoticeTables } from './notices.ts';
import { renewalRepository, type RenewalTables } from './renewals.ts';
import { protocolRepository, type ProtocolTables } from './protocols.ts';
import { eventRepository, type StoredEvent } from './events.ts';
import { tryRepository, type TryTables } from './tries.ts';
import type { SharedState } from './shared-state.ts';

interface Tables extends ContactCenterTables, ProtocolTables, TryTables, CheckRunTables, RenewalTables, NoticeTables {
  accounts: Record<string, Account>;
  sessions: Record<string, SessionRow>;
  settings: Record<string, SettingsRow>;
  signIns: Record<string, SignInRow>;
  /** The oldest first. */
  checks: CheckRow[];
  /** By the check's id. */
  results: Record<string, MailboxResultRow[]>;
  events: StoredEvent[];
}

/** The repositories over one JSON value: for mock mode and tests. */
export function createMemoryStore(state: SharedState): Store {
  return {
    kind: 'memory',
    transaction: (work) =>
      state.update(async (value) => {
        const tables = { accounts: {}, sessions: {}, settings: {}, secrets: {}, signIns: {}, queues: {}, pilots: {}, checks: [], results: {}, checkRuns: [], checkRunItems: {}, events: [], protocols: [], tries: {}, renewals: {}, renewalUses: {}, noticeStandings: [], noticeEnds: [], noticeDeliveries: [], ...Object(value) } as Tables;
        const before = JSON.stringify(tables);
        const result = await work(repositories(tables));
        return JSON.stringify(tables) === before ? { result } : { result, next: tables };
      }),
    watch: (listener) => state.watch(listener),
  };
}

// What goes in and out is copied, so that nobody changes a table by changing a row in hand.
const copy = <T>(value: T): T => structuredClone(value);

function repositories(tables: Tables): Repositories {
  const named = <Row>(table: Record<string, Row>) => ({
    get: async (name: string): Promise<Row | null> => copy(table[name] ?? null),
    put: async (name: string, row: Row) => {
      table[name] = copy(row);
    },
    delete: async (name: string) => {
      delete table[name];
    },
  });
  const sessions = named(tables.sessions);
  return {
    ...contactCenterRepositories(tables, copy),
    protocols: protocolRepository(tables),
    notices: noticeRepository(tables, copy),
    tries: tryRepository(tables),
    checkRuns: checkRunRepository(tables, copy),
    renewals: renewalRepository(tables, copy),
    accounts: {
      count: async () => Object.keys(tables.accounts).length,
      byId: async (id) => whole(tables.accounts[id]),
      byUsername: async (username) => whole(Object.values(tables.accounts).find((account) => same(account.username, username))),
      all: async () => Object.values(tables.accounts).sort((a, b) => (a.username.toLowerCase() < b.username.toLowerCase() ? -1 : 1)).flatMap((account) => whole(account) ?? []),
      async put(account) {
        if (Object.values(tables.accounts).some((other) => other.id !== account.id && same(other.username, account.username))) throw new Duplicate(account.username);
        tables.accounts[account.id] = copy(account);
      },
      async delete(id) {
        delete tables.accounts[id];
        for (const row of Object.values(tables.sessions)) if (row.accountId === id) delete tables.sessions[row.tokenHash];
      },
    },
    sessions: {
      get: sessions.get,
      put: (row) => sessions.put(row.tokenHash, row),
      delete: sessions.delete,
      async deleteOf(accountId, but) {
        for (const row of Object.values(tables.sessions)) if (row.accountId === accountId && row.tokenHash !== but) delete tables.sessions[row.tokenHash];
      },
      async counts(now) {
        const counts: Record<string, number> = {};
        for (const { accountId, expiresAt } of Object.values(tables.sessions)) if (expiresAt > now) counts[accountId] = (counts[accountId] ?? 0) + 1;
        return counts;
      },
      async deleteEndedBefore(instant) {
        for (const row of Object.values(tables.sessions)) if (row.expiresAt < instant) delete tables.sessions[row.tokenHash];
      },
    },
    settings: named(tables.settings),
    secrets: {
      ...named(tables.secrets),
      all: async () => new Map(Object.entries(copy(tables.secrets))),
      async putAll(rows) {
        for (const [name, row] of rows) {
          if (row) tables.secrets[name] = copy(row);
          else delete tables.secrets[name];
        }
      },
      many: async (names) => new Map(names.flatMap((name) => (tables.secrets[name] ? [[name, copy(tables.secrets[name])] as const] : []))),
    },
    signIns: {
      ...named(tables.signIns),
      all: async () => Object.entries(tables.signIns).map(([name, row]) => ({ function: name as FunctionName, row: copy(row) })),
    },
    checks: {
      get: async (id) => copy(tables.checks.find((row) => row.id === id) ?? null),
      async put(row) {
        const at = tables.checks.findIndex(({ id }) => id === row.id);
        if (at < 0) tables.checks.push(copy(row));
        else tables.checks[at] = copy(row);
      },
      async list({ function: name, ref, state, draft, automatic, limit, offset = 0 }) {
        const fits = (row: CheckRow) => (name ?? row.function) === row.function && (ref === undefined || ref === row.ref) && (state ?? row.state) === row.state && (draft ?? row.draft) === row.draft && (automatic ?? row.automatic) === row.automatic;
        const found = tables.checks.filter(fits).toReversed();
        return { items: copy(found.slice(offset, offset + limit)), total: found.length };
      },
      async delete(id) {
        tables.checks = tables.checks.filter((row) => row.id !== id);
        delete tables.results[id];
      },
      async prune(name, ref, keep) {
        const old = [true, false].flatMap((automatic) => {
          const own = tables.checks.filter((row) => row.function === name && row.ref === ref && row.automatic === automatic);
          const good = own.findLast((row) => row.state === 'passed' && !row.draft);
          return own.slice(0, -keep).filter((row) => row !== good);
        });
        tables.checks = tables.checks.filter((row) => !old.includes(row));
        for (const { id } of old) delete tables.results[id];
      },
      async deleteOf(name, ref) {
        const own = tables.checks.filter((row) => row.function === name && row.ref === ref);
        tables.checks = tables.checks.filter((row) => !own.includes(row));
        for (const { id } of own) delete tables.results[id];
      },
    },
    results: {
      async put(checkId, from, results) {
        const own = (tables.results[checkId] ??= []);
        own.splice(from, results.length, ...copy(results));
      },
      async list({ checkId, state, limit, offset = 0 }) {
        const found = (tables.results[checkId] ?? []).filter((result) => (state ?? result.state) === result.state);
        return { items: copy(found.slice(offset, offset + limit)), total: found.length };
      },
    },
    events: eventRepository(tables, copy),
  };
}

// What was stored by a former version lacks members.
function whole(account: Account | undefined): Account | null {
  if (!account) return null;
  const former: Pick<Account, 'version' | 'passwordChangedAt' | 'lastSignInAt'> = { version: 1, passwordChangedAt: account.createdAt, lastSignInAt: null };
  return { ...former, ...copy(account) };
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
