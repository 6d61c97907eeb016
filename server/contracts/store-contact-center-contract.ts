import { afterEach, describe, expect, test } from 'vitest';
import type { QueueSort } from '../../contract/contact-center.ts';
import { naturalKey } from '../contact-center-keys.ts';
import { pilotHealth } from '../pilot-health.ts';
import type { PilotEmail, PilotRow, PilotStanding, QueueRow } from '../contact-center-rows.ts';
import type { CheckRow, Repositories, Store } from '../store.ts';

type Opened = Store & { close?: () => Promise<void> };
const soon = at(30 * 86_400);

/** What every store keeps of the contact center: run on each adapter. `open` gives an empty one. */
export function storeContactCenterContract(kind: string, open: () => Promise<Opened>): void {
  describe(`store of the contact center: ${kind}`, () => {
    let opened: Opened | null = null;
    afterEach(async () => {
      await opened?.close?.();
      opened = null;
    });
    const inStore = async (work: (rows: Repositories) => Promise<void>) => {
      opened = await open();
      await opened.transaction(work);
    };
    const names = async (rows: Repositories, sort: QueueSort, descending = false) => (await rows.queues.list({ sort, descending, soon, limit: 100 })).items.map(({ name }) => name);

    test('queues: kept, replaced, gone with their pilots', () =>
      inStore(async ({ queues, pilots }) => {
        const hostile = queue('q1', 'Sales "\'<script>&%_\\ 𝄞 שלום', '*81#');
        await queues.put(hostile);
        await queues.put({ ...hostile, version: 2, deletedAt: at(9), deletedBy: 'admin' });
        expect(await queues.get('q1')).toEqual({ ...hostile, version: 2, deletedAt: at(9), deletedBy: 'admin' });
        await pilots.put(mail('p1', 'q1'));
        await queues.purge('q1');
        expect(await queues.get('q1')).toBeNull();
        expect(await pilots.get('p1')).toBeNull();
      }));

    test('all queues and pilots that are there: by name, pilots by queue and name', () =>
      inStore(async ({ queues, pilots }) => {
        expect([await queues.all(), await pilots.all()]).toEqual([[], []]);
        const [last, first, gone] = [queue('q1', 'Queue 10', '850'), queue('q2', 'queue 9', '851'), { ...queue('q3', 'Gone', '852'), deletedAt: at(1), deletedBy: 'admin' }];
        for (const one of [last, first, gone]) await queues.put(one);
        await pilots.put(mail('p1', 'q1'));
        await pilots.put(call('p2', 'q2', '4711'));
        await pilots.put(mail('p3', 'q3'));
        await pilots.put({ ...call('p4', 'q1', '4712'), deletedAt: at(1), deletedBy: 'admin' });
        expect(await queues.all()).toEqual([first, last]);
        expect(await pilots.all()).toEqual([{ pilot: await pilots.get('p2'), queueName: 'queue 9' }, { pilot: await pilots.get('p1'), queueName: 'Queue 10' }]);
      }));

    test('many queues and pilots at once: those that are there go on with their versions and standings, also where they were deleted', () =>
      inStore(async ({ queues, pilots, uses }) => {
        await queues.put({ ...queue('q1', 'Old', '850'), version: 7, deletedAt: at(1), deletedBy: 'admin' });
        await pilots.put({ ...mail('p1', 'q1'), version: 4, deletedAt: at(1), deletedBy: 'admin' });
        await pilots.conclude('p1', standing('passed', 1));
        await queues.putAll([queue('q1', 'Sales', '851'), ...Array.from({ length: 600 }, (_, number) => queue(`n${number}`, `New ${number}`, String(number)))]);
        await pilots.putAll([mail('p1', 'q1', { username: 'Orders@contoso.com' }), ...Array.from({ length: 600 }, (_, number) => call(`c${number}`, `n${number}`, String(number)))]);
        await queues.putAll([]);
        await pilots.putAll([]);
        expect(await queues.get('q1')).toEqual({ ...queue('q1', 'Sales', '851'), version: 8 });
        expect(await pilots.get('p1')).toMatchObject({ version: 5, deletedAt: null, email: { username: 'Orders@contoso.com' }, standing: { result: 'passed' } });
        expect((await uses.ofMailbox('orders@contoso.com', { limit: 5 })).total).toBe(1);
        expect([(await queues.get('n599'))?.version, (await pilots.get('c599'))?.version]).toEqual([1, 1]);
        expect((await queues.list({ q: 'sales', sort: 'name', descending: false, soon, limit: 5 })).total).toBe(1);
      }));

    test('queues by name: numbers in it by value, without case and accents, in every script', () =>
      inStore(async (rows) => {
        const sorted = ['', '#1', 'Ärger', 'arger 2', 'Arger 10', 'Arger 10 b', 'Queue', 'queue 2', 'Queue 9', 'QUEUE 010', 'Queue 11', 'Queue 100', 'Straße', 'Strasse 1', 'Zentrale', 'Ω', '日本', '﹅', '𝄞'];
        for (const [at, name] of [...sorted.entries()].toReversed()) await rows.queues.put(queue(`q${at}`, name, String(at)));
        expect(await names(rows, 'name')).toEqual(sorted);
        expect(await names(rows, 'name', true)).toEqual(sorted.toReversed());
        expect(naturalKey('１０')).toBe(naturalKey('010'));
      }));

    test('queues by number: by value; the same ones by name, then in an order that stays', () =>
      inStore(async (rows) => {
        const given = [['b', 'Zwei', '9'], ['a', 'Zwei', '9'], ['c', 'Eins', '9'], ['d', 'Long', '1000'], ['e', 'Short', '85'], ['f', 'Star', '*81'], ['g', 'Plus', '+4989700']] as const;
        for (const [id, name, number] of given) await rows.queues.put(queue(id, name, number));
        const list = async (descending: boolean) => (await rows.queues.list({ sort: 'number', descending, soon, limit: 100 })).items.map(({ id }) => id).join('');
        expect(await list(false)).toBe('fgcabed');
        expect(await list(true)).toBe('decabgf');
        // Pages put together are the whole.
        const pages = [0, 3, 6].map(async (offset) => (await rows.queues.list({ sort: 'name', descending: false, soon, limit: 3, offset })).items.map(({ id }) => id));
        expect((await Promise.all(pages)).flat()).toEqual(['c', 'd', 'g', 'e', 'f', 'a', 'b']);
        expect(await rows.queues.list({ sort: 'name', descending: false, soon, limit: 3, offset: 6 })).toMatchObject({ total: 7 });
      }));

    test('a queue is found by name, number, and what its pilots have; what a pattern means is only a letter', () =>
      inStore(async (rows) => {
        await rows.queues.put(queue('q1', 'Vertrieb Süd', '850'));
        await rows.queues.put(queue('q2', '100% _only_ \\o/', '+4989700123'));
        await rows.queues.put(queue('q3', 'Support', '852'));
        await rows.pilots.put(mail('p1', 'q3', { username: 'Help.Desk@contoso.com' }, { name: 'Hotline für alle' }));
        await rows.pilots.put(call('p2', 'q3', '4711'));
        await rows.pilots.put({ ...call('p3', 'q1', '4711'), deletedAt: at(1), deletedBy: 'admin' });
        await rows.queues.put({ ...queue('q4', 'Gone', '4711'), deletedAt: at(1), deletedBy: 'admin' });
        const found = async (q: string) => (await rows.queues.list({ q, sort: 'name', descending: false, soon, limit: 10 })).items.map(({ id }) => id);
        for (const q of ['VERTRIEB', 'sud', 'süd', ' vertrieb süd ', '850']) expect(await found(q)).toEqual(['q1']);
        for (const q of ['0%', '_only', '\\o/', '%', '\\', '+49 (89) 700-123', '+49 89']) expect(await found(q)).toEqual(['q2']);
        for (const q of ['help.desk@', 'HELP', 'hotline fur', '4711', '47-11']) expect(await found(q)).toEqual(['q3']);
        for (const q of ['%850%', 'help_desk', "' or 1=1 --", '850\u0000x', '\ud800', 'x'.repeat(200)]) expect(await found(q)).toEqual([]);
        for (const q of ['', ' ', '\u0000']) expect(await found(q)).toEqual(['q2', 'q3', 'q1']);
        expect(await rows.queues.list({ q: '85', sort: 'number', descending: false, soon, limit: 1 })).toMatchObject({ items: [{ id: 'q1' }], total: 2 });
      }));

    test('health: of a pilot by its last check since it was changed and the end of its secret, of a queue the worst', () =>
      inStore(async (rows) => {
        const cases: Record<string, (readonly [changes: Partial<PilotEmail>, standing: PilotStanding | null])[]> = {
          'not-set-up': [],
          'unchecked': [[{}, null], [{}, standing('passed', 10)]],
          'working': [[{}, standing('passed', 10)], [{ authMethod: 'basic', clientSecretExpiresAt: at(0) }, standing('passed', 11)]],
          'warning': [[{}, null], [{ clientSecretExpiresAt: at(1) }, standing('passed', 10)]],
          'failing': [[{}, standing('passed', 10)], [{ clientSecretExpiresAt: at(1) }, standing('failed', 10)]],
        };
        for (const [health, given] of Object.entries(cases)) {
          await rows.queues.put(queue(health, health, '1'));
          for (const [at, [changes, ended]] of given.entries()) {
            await rows.pilots.put(mail(`${health}-${at}`, health, changes));
            if (ended) await rows.pilots.conclude(`${health}-${at}`, ended);
          }
        }
        await rows.pilots.put(call('call', 'not-set-up', '4711'));
        await rows.pilots.put({ ...mail('deleted', 'working', { clientSecretExpiresAt: at(1) }), deletedAt: at(11), deletedBy: 'admin' });
        const worstFirst = ['failing', 'warning', 'unchecked', 'working', 'not-set-up'];
        expect(await names(rows, 'health')).toEqual(worstFirst);
        expect(await names(rows, 'health', true)).toEqual(worstFirst.toReversed());
        expect(await names(rows, 'pilots')).toEqual(['not-set-up', 'failing', 'unchecked', 'warning', 'working']);
        for (const health of worstFirst) {
          const { items } = await rows.queues.list({ q: health, sort: 'name', descending: false, soon, limit: 1 });
          expect(items).toEqual([{ id: health, name: health, number: '1', pilots: cases[health]?.length || 1, health }]);
          expect(await rows.queues.standing(health, soon)).toEqual({ pilots: cases[health]?.length || 1, health });
        }
        const { items } = await rows.pilots.list({ queueId: 'failing', limit: 10 });
        expect(items.map((pilot) => pilotHealth(pilot, soon))).toEqual(['working', 'failing']);
        // What is changed is unchecked until the next check; a check from before says nothing of it.
        await rows.pilots.put({ ...mail('failing-1', 'failing', {}), changedAt: at(11), version: 2 });
        expect(await rows.queues.standing('failing', soon)).toMatchObject({ health: 'unchecked' });
        expect(await rows.pilots.get('failing-1')).toMatchObject({ version: 2, standing: standing('failed', 10) });
      }));

    test('pilots: as they were put, by type and then by name, mailbox or number', () =>
      inStore(async ({ queues, pilots }) => {
        await queues.put(queue('q1', 'Sales', '850'));
        await queues.put(queue('q2', 'Support', '851'));
        const all = [call('c2', 'q1', '9'), call('c1', 'q1', '10'), call('c3', 'q1', '1', 'Zentrale'), { ...call('f1', 'q1', '2'), type: 'fax' as const }, mail('m2', 'q1', { username: 'a2@contoso.com' }), mail('m1', 'q1', { username: 'a10@contoso.com' }), mail('m3', 'q1', { username: '0@contoso.com' }, { name: 'b' })];
        for (const pilot of all.toReversed()) await pilots.put(pilot);
        await pilots.put({ ...call('gone', 'q1', '3'), deletedAt: at(1), deletedBy: 'admin' });
        await pilots.put(mail('other', 'q2'));
        expect((await pilots.list({ queueId: 'q1', limit: 100 })).items).toEqual(all.map((pilot) => ({ ...pilot, standing: null })));
        expect(await pilots.list({ queueId: 'q1', limit: 2, offset: 6 })).toMatchObject({ items: [{ id: 'm3' }], total: 7 });
        expect((await pilots.ofQueue('q1')).map(({ id }) => id).sort()).toEqual([...all.map(({ id }) => id), 'gone'].sort());
        expect((await pilots.ofEmail(3)).map(({ pilot, queueName }) => `${pilot.id} of ${queueName}`)).toEqual(['m2 of Sales', 'm1 of Sales', 'm3 of Sales']);
        await pilots.purge('m3');
        expect((await pilots.ofEmail(10)).map(({ pilot }) => pilot.id)).toEqual(['m2', 'm1', 'other']);
        await queues.put({ ...queue('q1', 'Sales', '850'), deletedAt: at(1), deletedBy: 'admin' });
        expect(await pilots.list({ queueId: 'q1', limit: 10 })).toEqual({ items: [], total: 0 });
        expect((await pilots.ofEmail(10)).map(({ pilot }) => pilot.id)).toEqual(['other']);
      }));

    test('e-mail pilots are due an hour after they were changed, or when it is said; not what is deleted', () =>
      inStore(async ({ queues, pilots }) => {
        await queues.put(queue('q1', 'Sales', '850'));
        await queues.put(queue('q2', 'Support', '851'));
        await pilots.put({ ...mail('a', 'q1'), changedAt: at(20) });
        await pilots.put(mail('b', 'q1'));
        await pilots.put(mail('c', 'q2'));
        await pilots.put(call('call', 'q1', '1'));
        expect(await pilots.due(10)).toEqual([{ id: 'b', queueId: 'q1', dueAt: at(3610) }, { id: 'c', queueId: 'q2', dueAt: at(3610) }, { id: 'a', queueId: 'q1', dueAt: at(3620) }]);
        await pilots.schedule('b', at(7200));
        expect((await pilots.due(2)).map(({ id }) => id)).toEqual(['c', 'a']);
        // Taken back from a deletion it is due as before, changed an hour later.
        await pilots.put({ ...mail('b', 'q1'), version: 3 });
        expect((await pilots.due(10)).at(-1)).toEqual({ id: 'b', queueId: 'q1', dueAt: at(7200) });
        await pilots.put({ ...mail('b', 'q1'), version: 4, changedAt: at(9000) });
        expect((await pilots.due(10)).at(-1)).toEqual({ id: 'b', queueId: 'q1', dueAt: at(12_600) });
        await queues.put({ ...queue('q2', 'Support', '851'), deletedAt: at(1), deletedBy: 'admin' });
        await pilots.put({ ...mail('a', 'q1'), deletedAt: at(1), deletedBy: 'admin' });
        expect((await pilots.due(10)).map(({ id }) => id)).toEqual(['b']);
      }));

    test('who has a number, a mailbox', () =>
      inStore(async ({ queues, pilots, uses }) => {
        await queues.put(queue('q2', 'Support 10', '850'));
        await queues.put(queue('q1', 'Support 9', '850'));
        await pilots.put(call('c1', 'q1', '850'));
        await pilots.put({ ...call('f1', 'q1', '850', 'Fax'), type: 'fax' });
        await pilots.put(mail('m1', 'q1', { username: 'Sales@Contoso.com' }));
        await pilots.put(mail('m2', 'q2', { username: 'sales@contoso.COM', authMethod: 'basic' }, { name: 'Mail' }));
        const use = (queueId: string, pilotId: string | null, name: string) => ({ queueId, queueName: queueId === 'q1' ? 'Support 9' : 'Support 10', pilotId, name });
        const everyone = [use('q1', null, 'Support 9'), use('q2', null, 'Support 10'), use('q1', 'c1', '850'), use('q1', 'f1', 'Fax')];
        expect(await uses.ofNumber('850', { limit: 20 })).toEqual({ items: everyone, total: 4 });
        expect(await uses.ofNumber('850', { limit: 1 })).toEqual({ items: everyone.slice(0, 1), total: 4 });
        expect(await uses.ofNumber('850', { but: { queueId: 'q1', pilotId: null }, limit: 20 })).toEqual({ items: [everyone[1]], total: 1 });
        expect(await uses.ofNumber('850', { but: { queueId: 'q1', pilotId: 'c1' }, limit: 20 })).toEqual({ items: [everyone[1], everyone[3]], total: 2 });
        expect(await uses.ofNumber('85', { limit: 20 })).toEqual({ items: [], total: 0 });
        expect(await uses.ofMailbox('SALES@contoso.com', { limit: 20 })).toEqual({ items: [use('q1', 'm1', 'Sales@Contoso.com'), use('q2', 'm2', 'Mail')], total: 2 });
        expect(await uses.ofMailbox('sales@contoso.com', { but: 'm1', limit: 20 })).toMatchObject({ items: [{ pilotId: 'm2' }], total: 1 });
        await queues.put({ ...queue('q1', 'Support 9', '850'), deletedAt: at(1), deletedBy: 'admin' });
        expect((await uses.ofNumber('850', { limit: 20 })).items).toEqual([everyone[1]]);
        expect((await uses.ofMailbox('sales@contoso.com', { limit: 20 })).items.map(({ pilotId }) => pilotId)).toEqual(['m2']);
      }));

    test('applications in use: the most used first, each with a pilot that has its secret; who signs in with one, in any case', () =>
      inStore(async ({ queues, pilots, uses, secrets }) => {
        await queues.put(queue('q1', 'Support 9', '850'));
        await queues.put(queue('q2', 'Support 10', '851'));
        await pilots.put(mail('p1', 'q2'));
        await pilots.put(mail('p2', 'q1', { tenantId: 'CONTOSO.com', applicationId: mailOf.applicationId.toUpperCase() }));
        await pilots.put(mail('p3', 'q1', { cloud: 'china' }));
        await pilots.put(mail('p4', 'q1', { authMethod: 'basic', tenantId: 'fabrikam.com' }));
        await pilots.put({ ...mail('p5', 'q1'), deletedAt: at(1), deletedBy: 'admin' });
        expect((await uses.applications(10)).map(({ pilot, uses: count, queueName }) => [pilot.id, queueName, count])).toEqual([['p2', 'Support 9', 2], ['p3', 'Support 9', 1]]);
        await secrets.put('queue-pilot:q2/p1/client-secret', { sealed: 'x', boundTo: 'x', changedAt: at(0), hint: null });
        expect((await uses.applications(1)).map(({ pilot, uses: count }) => [pilot.id, count])).toEqual([['p1', 2]]);
        const { items, total } = await uses.ofApplication({ cloud: 'global', tenantId: 'Contoso.com', applicationId: mailOf.applicationId }, { limit: 10 });
        expect([items.map(({ pilot, queueName }) => `${pilot.id} ${queueName}`), total]).toEqual([['p2 Support 9', 'p1 Support 10'], 2]);
        expect(await uses.ofApplication({ ...mailOf }, { limit: 1, offset: 1 })).toMatchObject({ items: [{ pilot: { id: 'p1' } }], total: 2 });
      }));

    test('what was deleted, up to an instant, and when the first of it was', () =>
      inStore(async ({ queues, pilots, deleted }) => {
        expect(await deleted.oldest()).toBeNull();
        await queues.put({ ...queue('q1', 'Sales', '850'), deletedAt: at(20), deletedBy: 'admin' });
        await queues.put(queue('q2', 'Support', '851'));
        await pilots.put({ ...mail('p1', 'q2'), deletedAt: at(10), deletedBy: 'admin' });
        await pilots.put(mail('p2', 'q2'));
        expect(await deleted.oldest()).toBe(at(10));
        expect(await deleted.before(at(9))).toEqual({ queues: [], pilots: [] });
        expect(await deleted.before(at(10))).toMatchObject({ queues: [], pilots: [{ id: 'p1', deletedBy: 'admin' }] });
        expect(await deleted.before(at(20))).toMatchObject({ queues: [{ id: 'q1' }], pilots: [{ id: 'p1' }] });
      }));

    test('checks and events of a pilot are its own', () =>
      inStore(async ({ checks, events, results }) => {
        for (const [id, ref, automatic] of [['1', 'q/a', true], ['2', 'q/a', false], ['3', 'q/b', true], ['4', null, true], ['5', 'q/a', true], ['6', 'q/a', true]] as const) await checks.put(check(id, ref, automatic));
        await checks.put({ ...check('1', 'q/a', true), state: 'passed' });
        const list = async (filter: Partial<Parameters<typeof checks.list>[0]>) => (await checks.list({ limit: 10, ...filter })).items.map(({ id }) => id).join('');
        expect(await list({ function: 'queue-pilot', ref: 'q/a' })).toBe('6521');
        expect(await list({ ref: null })).toBe('4');
        expect(await list({ function: 'queue-pilot' })).toBe('654321');
        await checks.prune('queue-pilot', 'q/a', 1);
        expect(await list({})).toBe('64321');
        await checks.prune('queue-pilot', null, 1);
        expect(await list({})).toBe('64321');
        await results.put('3', 0, [{ mailbox: 'a', state: 'passed', ms: 1, diagnosis: null }]);
        await checks.deleteOf('queue-pilot', 'q/b');
        await checks.deleteOf('exchange-calendar', 'q/a');
        expect(await list({})).toBe('6421');
        expect(await results.list({ checkId: '3', limit: 1 })).toMatchObject({ total: 0 });
        await events.add({ id: 'e', at: at(0), kind: 'pilot-saved', function: 'queue-pilot', ref: 'q/a', actor: 'admin', check: null, params: {} });
        expect(await events.list({ limit: 1 })).toMatchObject([{ ref: 'q/a' }]);
      }));
  });
}

const mailOf: PilotEmail = {
  authMethod: 'oauth',
  cloud: 'global',
  server: 'outlook.office365.com',
  port: 995,
  encryption: 'tls',
  username: 'sales@contoso.com',
  tenantId: 'contoso.com',
  applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4',
  clientSecretExpiresAt: null,
  scope: 'https://outlook.office365.com/.default',
  pollIntervalSeconds: 60,
  mailHandling: 'delete',
};

function at(seconds: number): string {
  return new Date(Date.parse('2026-11-24T12:00:00Z') + seconds * 1000).toISOString();
}

function queue(id: string, name: string, number: string): QueueRow {
  return { id, name, number, version: 1, changedAt: at(0), deletedAt: null, deletedBy: null };
}

function call(id: string, queueId: string, number: string, name = ''): Omit<PilotRow, 'standing'> {
  return { id, queueId, type: 'call', name, number, email: null, version: 1, changedAt: at(10), deletedAt: null, deletedBy: null };
}

function mail(id: string, queueId: string, changes: Partial<PilotEmail> = {}, rest: { name?: string } = {}): Omit<PilotRow, 'standing'> {
  return { ...call(id, queueId, ''), type: 'email', email: { ...mailOf, ...changes }, ...rest };
}

function standing(result: 'passed' | 'failed', startedAt: number): PilotStanding {
  return { result, startedAt: at(startedAt), endedAt: at(startedAt + 1), since: at(0), goodAt: null };
}

function check(id: string, ref: string | null, automatic: boolean): CheckRow {
  return { id, function: 'queue-pilot', ref, draft: false, automatic, state: 'failed', version: 1, startedAt: at(0), endedAt: at(1), by: null, input: {}, repeat: null, result: 'failed', since: at(1), steps: [], transcript: [], mailboxes: null };
}
