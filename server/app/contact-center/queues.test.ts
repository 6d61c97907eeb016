import { expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { contactCenter, mail } from './testing.ts';

test('a queue is added, read, renamed; two admins at once', async () => {
  const { ask, events } = await contactCenter();
  const added = await ask('POST', api.queues, { name: ' Sales <b> ', number: '+49 (89) 700-850' });
  expect(added).toMatchObject({ status: 201, etag: '"1"', body: { name: 'Sales <b>', number: '+4989700850', pilots: 0, health: 'not-set-up', alsoUsedBy: [] } });
  const address = api.queue(added.body.id);
  expect(added.headers.get('Location')).toBe(address);
  const renamed = await ask('PUT', address, { ...added.body, name: 'Sales' }, { 'If-Match': '"1"' });
  expect(renamed).toMatchObject({ status: 200, etag: '"2"', body: { name: 'Sales' } });
  expect(await ask('PUT', address, { name: 'Other', number: '1' }, { 'If-Match': '"1"' })).toMatchObject({ status: 412, etag: '"2"', body: { current: { name: 'Sales' } } });
  expect((await ask('PUT', address, { name: 'Other', number: '1' })).status).toBe(428);
  expect((await ask('DELETE', address)).status).toBe(428);
  expect((await ask('DELETE', address, undefined, { 'If-Match': '"1"' })).status).toBe(412);
  expect((await events()).slice(0, 2)).toMatchObject([{ kind: 'queue-saved', params: { queue: 'Sales' } }, { kind: 'queue-saved', params: { queue: 'Sales <b>' } }]);
});

test.each([
  ['no name', { name: ' ', number: '1' }, '/name required'],
  ['a name that is too long', { name: 'x'.repeat(10_000), number: '1' }, '/name too-long'],
  ['a name that turns the text round', { name: 'Sales \u202egpj', number: '1' }, '/name invisible-characters'],
  ['a name with NUL', { name: 'Sa\u0000les', number: '1' }, '/name invisible-characters'],
  ['half a character', { name: 'Sales \ud800', number: '1' }, '/name invisible-characters'],
  ['two lines', { name: 'Sales\u2028Support', number: '1' }, '/name invisible-characters'],
  ['letters in the number', { name: 'Sales', number: '85o' }, '/number telephone-number'],
  ['full-width digits', { name: 'Sales', number: '８５０' }, '/number telephone-number'],
  ['no number', { name: 'Sales' }, '/number required'],
  ['an unknown member', { name: 'Sales', number: '1', color: 'red' }, '/color unknown-member'],
])('a queue with %s is refused at its field', async (_what, value, fault) => {
  const made = await contactCenter();
  expect(made.fault(await made.ask('POST', api.queues, value))).toEqual([422, fault]);
  expect((await made.ask('GET', api.queues)).body.total).toBe(0);
});

test('the list is sorted, searched and paged on the server; a sort that is none is refused', async () => {
  const { ask, queue, pilot, fault } = await contactCenter();
  for (const name of ['Queue 10', 'Queue 2', 'Ärzte']) await queue(name, name.length.toString());
  const support = await queue('Zentrale', '852');
  await pilot(support, mail);
  const list = async (query: string) => (await ask('GET', `${api.queues}?${query}`)).body;
  expect((await list('')).items.map(({ name }: { name: string }) => name)).toEqual(['Ärzte', 'Queue 2', 'Queue 10', 'Zentrale']);
  expect((await list('sort=-pilots')).items[0]).toEqual({ id: support, name: 'Zentrale', number: '852', pilots: 1, health: 'unchecked' });
  expect(await list('q=SALES@')).toMatchObject({ items: [{ id: support }], next: null, total: 1 });
  const first = await list('page%5Bsize%5D=3');
  expect(first).toMatchObject({ total: 4, next: '3' });
  expect(await list(`page%5Bsize%5D=3&page%5Bafter%5D=${first.next}`)).toMatchObject({ items: [{ name: 'Zentrale' }], next: null, total: 4 });
  for (const sort of ['color', '--name', 'name,number', '']) expect(fault(await ask('GET', `${api.queues}?sort=${sort}`))).toEqual([422, '/sort sort']);
  expect(fault(await ask('GET', `${api.queues}?page%5Bsize%5D=201`))).toEqual([422, '/page[size] type']);
  expect(fault(await ask('GET', `${api.queues}?q=${'x'.repeat(201)}`))).toEqual([422, '/q too-long']);
});

test('what is no id is not found, whatever it looks like', async () => {
  const { ask, queue } = await contactCenter();
  const queueId = await queue('Sales');
  for (const id of ['x', '...', '%2F', '..%2f', '../../etc/passwd', '\u0000', 'A'.repeat(20), 'a'.repeat(20), '__proto__', 'constructor']) {
    expect((await ask('GET', api.queue(id))).status).toBe(404);
    expect((await ask('POST', api.restorePilot(queueId, id))).status).toBe(404);
    expect((await ask('PUT', api.pilot(queueId, id), mail, { 'If-Match': '"1"' })).status).toBe(404);
    expect((await ask('POST', api.pilots(id), mail)).status).toBe(404);
  }
});

test('the same number in two queues is taken, with the other one named', async () => {
  const { ask, queue, pilot } = await contactCenter();
  const sales = await queue('Sales', '850');
  const support = await queue('Support', '850');
  expect((await ask('GET', api.queue(sales))).body.alsoUsedBy).toEqual([{ queueId: support, queueName: 'Support', pilotId: null, name: 'Support' }]);
  // A queue's number at its own pilot is none, but for the other queue it is.
  const own = await pilot(support, { type: 'call', number: '850', name: 'Hotline' });
  expect(own.body.alsoUsedBy).toEqual([{ queueId: sales, queueName: 'Sales', pilotId: null, name: 'Sales' }]);
  expect((await ask('GET', api.queue(sales))).body.alsoUsedBy).toMatchObject([{ pilotId: null }, { pilotId: own.body.id, name: 'Hotline' }]);
  const uses = async (query: string) => (await ask('GET', `${api.uses}?${query}`)).body;
  expect(await uses('number=8-50')).toMatchObject({ total: 3 });
  expect(await uses(`number=850&except=${support}`)).toEqual({ items: [{ queueId: sales, queueName: 'Sales', pilotId: null, name: 'Sales' }], total: 1 });
  expect(await uses(`number=850&except=${support}/${own.body.id}`)).toMatchObject({ items: [{ queueId: sales }], total: 1 });
  expect(await uses(`number=850&except=${support}/`)).toMatchObject({ items: [{ queueId: sales }, { pilotId: own.body.id }], total: 2 });
  for (const query of ['', 'number=1&mailbox=a', 'number=%00', `mailbox=${'x'.repeat(500)}`]) expect((await ask('GET', `${api.uses}?${query}`)).status).toBe(422);
});

test('deleted, it is gone for everyone but can be had back for a minute, with its pilots and their secrets', async () => {
  const { ask, queue, pilot, change, forward, fault, events } = await contactCenter();
  const id = await queue('Sales');
  const { body: box } = await pilot(id, mail);
  expect((await change('DELETE', api.queue(id))).status).toBe(204);
  const current = { what: 'queue', id, name: 'Sales', by: 'admin', restorableUntil: '2026-11-24T12:01:00.000Z' };
  for (const asked of [
    await ask('GET', api.queue(id)),
    await ask('PUT', api.pilot(id, box.id), mail, { 'If-Match': '"1"' }),
    await ask('GET', api.pilots(id)),
    await pilot(id, mail),
    await ask('DELETE', api.queue(id), undefined, { 'If-Match': '"2"' }),
    await ask('POST', api.restorePilot(id, box.id)),
  ]) expect(asked).toMatchObject({ status: 410, body: { type: '/problems/deleted', current } });
  expect((await ask('GET', api.queues)).body).toMatchObject({ items: [], total: 0 });
  expect((await ask('GET', `${api.uses}?mailbox=sales@contoso.com`)).body.total).toBe(0);
  // Its secret is nobody's source meanwhile.
  const other = await queue('Support');
  expect(fault(await pilot(other, { ...mail, clientSecret: null, clientSecretFrom: `queue-pilot:${id}/${box.id}` }))).toEqual([422, '/clientSecretFrom no-secret-there']);
  forward(59);
  expect(await ask('POST', api.restoreQueue(id))).toMatchObject({ status: 200, etag: '"3"', body: { name: 'Sales', pilots: 1 } });
  expect((await ask('GET', api.pilot(id, box.id))).body).toMatchObject({ clientSecret: { set: true }, clientSecretExpiresAt: mail.clientSecretExpiresAt });
  expect((await events()).slice(0, 3).map(({ kind }) => kind)).toEqual(['queue-restored', 'queue-saved', 'queue-deleted']);
  await change('DELETE', api.queue(id));
  forward(60);
  for (const status of [(await ask('POST', api.restoreQueue(id))).status, (await ask('GET', api.queue(id))).status, (await ask('GET', api.pilot(id, box.id))).status]) expect(status).toBe(404);
});

test('after a minute nothing of it is left, also where the server was down at the time', async () => {
  const before = await contactCenter();
  const id = await before.queue('Sales');
  const kept = await before.queue('Support');
  const { body: box } = await before.pilot(id, mail);
  const { body: other } = await before.pilot(kept, mail);
  await before.change('DELETE', api.pilot(kept, other.id));
  before.forward(30);
  await before.change('DELETE', api.queue(id));
  const { store } = before.ports;
  const row = { id: 'waiting', function: 'queue-pilot', ref: `${id}/${box.id}`, draft: false, automatic: false, state: 'passed', version: 1, startedAt: '', endedAt: '', by: null, input: {}, repeat: null, result: 'passed', since: null, steps: [], transcript: [], mailboxes: null } as const;
  await store.transaction((rows) => rows.checks.put({ ...row, input: {}, steps: [], transcript: [] }));
  const left = () =>
    store.transaction(async (rows) => ({
      pilots: [await rows.pilots.get(box.id), await rows.pilots.get(other.id)].filter((pilot) => pilot !== null).length,
      secrets: [await rows.secrets.get(`queue-pilot:${id}/${box.id}/client-secret`), await rows.secrets.get(`queue-pilot:${kept}/${other.id}/client-secret`)].filter((secret) => secret !== null).length,
      checks: (await rows.checks.list({ limit: 1 })).total,
      queue: (await rows.queues.get(id)) !== null,
    }));
  const life = new AbortController();
  const running = before.backend.run(life.signal);
  await before.idle();
  expect(await left()).toEqual({ pilots: 2, secrets: 2, checks: 1, queue: true });
  before.forward(30);
  await before.idle();
  expect(await left()).toEqual({ pilots: 1, secrets: 1, checks: 1, queue: true });
  life.abort();
  await running;
  before.forward(3600);
  const again = new AbortController();
  const later = before.backend.run(again.signal);
  await before.idle();
  expect(await left()).toEqual({ pilots: 0, secrets: 0, checks: 0, queue: false });
  again.abort();
  await later;
});
