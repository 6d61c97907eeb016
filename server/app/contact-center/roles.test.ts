import { expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { contactCenter, mail } from './testing.ts';

test('who may only read reads, and changes nothing', async () => {
  const { ask, queue, pilot, ports } = await contactCenter();
  const id = await queue('Sales');
  const { body } = await pilot(id, mail);
  const account = await ports.store.transaction(async (rows) => rows.accounts.byUsername('admin'));
  if (account) await ports.store.transaction((rows) => rows.accounts.put({ ...account, role: 'basic' }));
  for (const path of [api.queues, api.queue(id), api.pilots(id), api.pilot(id, body.id), `${api.uses}?number=1`, api.applications, api.applicationUses('global', 'contoso.com', mail.applicationId)]) expect((await ask('GET', path)).status).toBe(200);
  const matching = { 'If-Match': '"1"' };
  for (const { status } of [
    await ask('POST', api.queues, { name: 'x', number: '1' }),
    await ask('PUT', api.queue(id), { name: 'x', number: '1' }, matching),
    await ask('DELETE', api.queue(id), undefined, matching),
    await ask('POST', api.restoreQueue(id)),
    await ask('POST', api.pilots(id), mail),
    await ask('PUT', api.pilot(id, body.id), mail, matching),
    await ask('DELETE', api.pilot(id, body.id), undefined, matching),
    await ask('POST', api.restorePilot(id, body.id)),
  ]) expect(status).toBe(403);
});
