import { afterEach, describe, expect, test } from 'vitest';
import type { Account } from '../account-rows.ts';
import { Duplicate, type CheckRow, type MailboxResultRow, type SecretRow, type SignInRow, type Store } from '../store.ts';

/** What every store keeps: run on each adapter. `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<Store & { close?: () => Promise<void> }>): void {
  describe(`store: ${name}`, () => {
    let opened: (Store & { close?: () => Promise<void> }) | null = null;
    const fresh = async () => (opened = await open());
    afterEach(async () => {
      await opened?.close?.();
      opened = null;
    });

    test('accounts: found by id and by name in any case, replaced, unique', async () => {
      const store = await fresh();
      await store.transaction(async ({ accounts }) => {
        expect(await accounts.count()).toBe(0);
        await accounts.put(account('1', 'Ädmin'));
        await accounts.put({ ...account('1', 'Ädmin'), email: 'pbx@contoso.com', disabled: true });
      });
      await store.transaction(async ({ accounts }) => {
        expect(await accounts.count()).toBe(1);
        expect(await accounts.byUsername('ädMIN')).toEqual({ ...account('1', 'Ädmin'), email: 'pbx@contoso.com', disabled: true });
        expect(await accounts.byId('1')).toMatchObject({ username: 'Ädmin' });
        expect(await accounts.byId('2')).toBeNull();
      });
      await expect(store.transaction(({ accounts }) => accounts.put(account('2', 'äDMIN')))).rejects.toBeInstanceOf(Duplicate);
    });

    test('secrets: all of them by name', async () => {
      const store = await fresh();
      const secret: SecretRow = { sealed: 'v1.x', boundTo: '["a"]', changedAt: at(0), hint: null };
      await store.transaction(async ({ secrets }) => {
        expect(await secrets.all()).toEqual(new Map());
        await secrets.put('email-forwarding/password', secret);
        await secrets.put('exchange-calendar/client-secret', { ...secret, hint: 'x9Q' });
        expect(await secrets.all()).toEqual(new Map([['email-forwarding/password', secret], ['exchange-calendar/client-secret', { ...secret, hint: 'x9Q' }]]));
        // Some come, one is another, one goes, and one was never there.
        const many = Array.from({ length: 1_200 }, (_, at) => [`queue-pilot:q/${at}/password`, secret] as const);
        await secrets.putAll(new Map<string, SecretRow | null>([...many, ['email-forwarding/password', null], ['exchange-calendar/client-secret', { ...secret, sealed: 'v1.y' }], ['other', null]]));
        expect(await secrets.all()).toEqual(new Map([...many, ['exchange-calendar/client-secret', { ...secret, sealed: 'v1.y' }]]));
        await secrets.putAll(new Map(many.map(([name]) => [name, null])));
        await secrets.putAll(new Map());
        expect((await secrets.all()).size).toBe(1);
      });
    });

    test('nothing is left of a transaction that fails', async () => {
      const store = await fresh();
      const failing = store.transaction(async ({ accounts, settings }) => {
        await accounts.put(account('1', 'admin'));
        await settings.put('email-forwarding', { value: {}, version: '1', changedAt: at(0) });
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await store.transaction(({ accounts }) => accounts.count())).toBe(0);
      expect(await store.transaction(({ settings }) => settings.get('email-forwarding'))).toBeNull();
    });

    test('transactions run one after the other on the newest state', async () => {
      const store = await fresh();
      const count = () =>
        store.transaction(async ({ settings }) => {
          const found = await settings.get('counter');
          await settings.put('counter', { value: Number(found?.value ?? 0) + 1, version: '1', changedAt: at(0) });
        });
      await Promise.all(Array.from({ length: 20 }, count));
      expect(await store.transaction(({ settings }) => settings.get('counter'))).toMatchObject({ value: 20 });
    });

    test('who watches hears of writes, not of reads', async () => {
      const store = await fresh();
      let heard = 0;
      const end = store.watch(() => heard++);
      await store.transaction(({ accounts }) => accounts.count());
      expect(heard).toBe(0);
      await store.transaction(({ accounts }) => accounts.put(account('1', 'admin')));
      expect(heard).toBe(1);
      end();
      await store.transaction(({ accounts }) => accounts.put(account('2', 'other')));
      expect(heard).toBe(1);
    });

    test('sessions: kept, deleted, swept', async () => {
      const store = await fresh();
      const session = (tokenHash: string, expiresAt: string) => ({ tokenHash, accountId: '1', createdAt: at(0), lastSeenAt: at(0), expiresAt });
      await store.transaction(async ({ accounts, sessions }) => {
        await accounts.put(account('1', 'admin'));
        for (const [hash, seconds] of [['a', 10], ['b', 20], ['c', 30]] as const) await sessions.put(session(hash, at(seconds)));
        await sessions.put({ ...session('c', at(40)), lastSeenAt: at(5) });
        await sessions.delete('b');
        await sessions.deleteEndedBefore(at(15));
        expect(await sessions.get('a')).toBeNull();
        expect(await sessions.get('b')).toBeNull();
        expect(await sessions.get('c')).toEqual({ ...session('c', at(40)), lastSeenAt: at(5) });
      });
    });

    test('a sign-in with tokens of 5,000 characters comes back as it was', async () => {
      const store = await fresh();
      const current = { target: { cloud: 'global', tenantId: 'contoso.com', applicationId: 'x' }, account: 'pbx@contoso.com', tenantGuid: null, sealedAccessToken: 'a'.repeat(5000), sealedRefreshToken: 'é€𝄞'.repeat(1500), scope: '', authorizedAt: at(0), accessTokenExpiresAt: at(1), lastRefreshAt: null, lastUsedAt: at(0), nextRefreshAt: at(1), failures: 0 };
      const row: SignInRow = { version: 3, pending: null, current, other: null, outcome: null };
      await store.transaction(({ signIns }) => signIns.put('email-forwarding', row));
      expect(await store.transaction(({ signIns }) => signIns.get('email-forwarding'))).toEqual(row);
      expect(await store.transaction(({ signIns }) => signIns.all())).toEqual([{ function: 'email-forwarding', row }]);
    });

    test('settings: put, replaced, removed', async () => {
      const store = await fresh();
      await store.transaction(async ({ settings }) => {
        await settings.put('x', { value: { a: [1, null, 'ü'] }, version: '1', changedAt: at(0) });
        await settings.put('x', { value: { a: [2] }, version: '2', changedAt: at(1) });
        expect(await settings.get('x')).toEqual({ value: { a: [2] }, version: '2', changedAt: at(1) });
        await settings.delete('x');
        expect(await settings.get('x')).toBeNull();
      });
    });

    test('secrets: put, replaced, removed', async () => {
      const store = await fresh();
      await store.transaction(async ({ secrets }) => {
        await secrets.put('x', { sealed: 'v1.a', boundTo: 'smtp.contoso.com:587', changedAt: at(0), hint: null });
        await secrets.put('x', { sealed: 'v1.b', boundTo: 'smtp.contoso.com:465', changedAt: at(1), hint: 'x9Q' });
        expect(await secrets.get('x')).toEqual({ sealed: 'v1.b', boundTo: 'smtp.contoso.com:465', changedAt: at(1), hint: 'x9Q' });
        await secrets.delete('x');
        expect(await secrets.get('x')).toBeNull();
      });
    });

    test('the sessions of an account end together; accounts are listed by name', async () => {
      const store = await fresh();
      await store.transaction(async ({ accounts, sessions }) => {
        await accounts.put(account('1', 'berta'));
        await accounts.put(account('2', 'Anton'));
        for (const [tokenHash, accountId] of [['a', '1'], ['b', '1'], ['c', '2']] as const) await sessions.put({ tokenHash, accountId, createdAt: at(0), lastSeenAt: at(0), expiresAt: at(9) });
        await sessions.deleteOf('1');
        expect(await Promise.all(['a', 'b', 'c'].map(async (hash) => (await sessions.get(hash)) !== null))).toEqual([false, false, true]);
        expect((await accounts.all()).map(({ username }) => username)).toEqual(['Anton', 'berta']);
      });
    });

    test('one session outlives the end of the others; sessions are counted as long as they last, and go with their account', async () => {
      const store = await fresh();
      await store.transaction(async ({ accounts, sessions }) => {
        await accounts.put(account('1', 'anna'));
        await accounts.put({ ...account('2', 'berta'), version: 7, lastSignInAt: at(3), passwordChangedAt: at(2) });
        for (const [tokenHash, accountId, ends] of [['a', '1', 9], ['b', '1', 9], ['c', '1', 4], ['d', '2', 9]] as const) await sessions.put({ tokenHash, accountId, createdAt: at(0), lastSeenAt: at(0), expiresAt: at(ends) });
        expect(await sessions.counts(at(4))).toEqual({ 1: 2, 2: 1 });
        await sessions.deleteOf('1', 'b');
        expect(await sessions.counts(at(0))).toEqual({ 1: 1, 2: 1 });
        expect(await accounts.byId('2')).toMatchObject({ version: 7, lastSignInAt: at(3), passwordChangedAt: at(2) });
        await accounts.delete('1');
        expect(await accounts.byId('1')).toBeNull();
        expect(await sessions.get('b')).toBeNull();
        expect(await sessions.counts(at(0))).toEqual({ 2: 1 });
      });
    });

    test('tried passwords: by account and source, forgotten by account, by age and by number', async () => {
      const store = await fresh();
      const tried = (account: string, source: string, second: number, goodAt: string | null = null) => ({ account, source, wrong: 1, at: at(second), until: at(second + 60), goodAt });
      await store.transaction(async ({ tries }) => {
        expect(await tries.get('a', 'x')).toBeNull();
        await tries.put(tried('a', 'x', 1));
        await tries.put({ ...tried('a', 'x', 2), wrong: 2 });
        await tries.put(tried('a', '', 2));
        await tries.put(tried('', 'x', 2));
        expect(await tries.get('a', 'x')).toEqual({ ...tried('a', 'x', 2), wrong: 2 });
        await tries.deleteOf('a');
        expect([await tries.get('a', 'x'), await tries.get('a', '')]).toEqual([null, null]);
        expect(await tries.get('', 'x')).toEqual(tried('', 'x', 2));

        await tries.put(tried('old', 'x', 1));
        await tries.put(tried('familiar', 'x', 1, at(1)));
        await tries.put(tried('once familiar', 'x', 1, at(0)));
        await tries.prune({ before: at(2), goodBefore: at(1), keep: 10 });
        const left = async (...names: string[]) => Promise.all(names.map(async (name) => (await tries.get(name, 'x')) !== null));
        expect(await left('old', 'familiar', 'once familiar', '')).toEqual([false, true, false, true]);
        await tries.put(tried('newest', 'x', 3));
        await tries.prune({ before: at(0), goodBefore: at(0), keep: 2 });
        expect(await left('familiar', '', 'newest')).toEqual([false, true, true]);
      });
    });

    test('checks: the newest first, filtered, paged, pruned', async () => {
      const store = await fresh();
      await store.transaction(async ({ checks }) => {
        for (let number = 1; number <= 5; number++) await checks.put(check(String(number), number % 2 === 0));
        for (const id of ['a', 'b', 'c']) await checks.put({ ...check(id, false), automatic: true });
        expect(ids(await checks.list({ automatic: true, limit: 10 }))).toEqual(['c', 'b', 'a']);
        await checks.delete('a');
        expect(await checks.get('a')).toBeNull();
        await checks.put({ ...check('3', false), state: 'passed', version: 9 });
        expect(await checks.get('3')).toMatchObject({ version: 9 });
        expect(ids(await checks.list({ automatic: false, limit: 10 }))).toEqual(['5', '4', '3', '2', '1']);
        expect(ids(await checks.list({ limit: 2, offset: 1 }))).toEqual(['b', '5']);
        expect(await checks.list({ function: 'email-forwarding', draft: false, state: 'passed', limit: 10 })).toMatchObject({ total: 1 });
        // What was good once is kept: it says since when it is not.
        await checks.prune('email-forwarding', null, 1);
        expect(ids(await checks.list({ limit: 10 }))).toEqual(['c', '5', '3']);
      });
    });

    test('results of a check: in their order, written again, filtered, paged, and gone with their check', async () => {
      const store = await fresh();
      await store.transaction(async ({ checks, results }) => {
        for (const id of ['a', 'b']) await checks.put(check(id, false));
        await results.put('a', 0, [result('1', 'pending'), result('2', 'pending'), result('3', 'pending')]);
        await results.put('a', 1, [result('2', 'failed'), result('3', 'passed')]);
        await results.put('b', 0, [result('4', 'passed')]);
        expect(await results.list({ checkId: 'a', limit: 10 })).toEqual({ items: [result('1', 'pending'), result('2', 'failed'), result('3', 'passed')], total: 3 });
        expect(await results.list({ checkId: 'a', limit: 1, offset: 2 })).toEqual({ items: [result('3', 'passed')], total: 3 });
        expect(await results.list({ checkId: 'a', state: 'failed', limit: 10 })).toEqual({ items: [result('2', 'failed')], total: 1 });
        await checks.prune('email-forwarding', null, 1);
        expect(await results.list({ checkId: 'a', limit: 10 })).toEqual({ items: [], total: 0 });
        await checks.delete('b');
        expect(await results.list({ checkId: 'b', limit: 10 })).toEqual({ items: [], total: 0 });
      });
    });
  });
}

function at(seconds: number): string {
  return new Date(Date.parse('2026-11-24T12:00:00Z') + seconds * 1000).toISOString();
}

function result(number: string, state: MailboxResultRow['state']): MailboxResultRow {
  const diagnosis = state === 'failed' ? { code: 'mailbox-not-found', params: {} } : null;
  return { mailbox: `user${number}@contoso.com`, state, ms: state === 'pending' ? null : 12, diagnosis };
}

function ids({ items }: { items: { id: string }[] }): string[] {
  return items.map(({ id }) => id);
}

function account(id: string, username: string): Account {
  return { id, username, email: null, role: 'expert', language: 'de', passwordHash: 'x', mustChangePassword: false, disabled: false, createdAt: at(0), version: 1, passwordChangedAt: at(0), lastSignInAt: null };
}

function check(id: string, draft: boolean): CheckRow {
  return { id, function: 'email-forwarding', ref: null, draft, automatic: false, state: 'failed', version: 1, startedAt: at(0), endedAt: at(1), by: 'admin', input: { sendTo: 'admin@contoso.com' }, repeat: null, result: 'failed', since: at(1), steps: [], transcript: ['> EHLO'], mailboxes: null };
}
