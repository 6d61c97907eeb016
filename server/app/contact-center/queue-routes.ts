import { Hono, type Context as HonoContext } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { queueInput, queueReadOnly, queueSort, type QueueSort } from '../../../contract/contact-center.ts';
import type { RequestState, Services } from '../context.ts';
import { readBody } from '../http/body.ts';
import { etag } from '../http/etag.ts';
import { needs } from '../http/guard.ts';
import { nextPage, pageOf } from '../http/page.ts';
import { fieldProblem } from '../http/problem.ts';
import { addQueue, listQueues, readQueue, removeQueue, restoreQueue, saveQueue } from './queues.ts';
import { findUses } from './uses.ts';

const longestSearch = 200;

/** The queues of the contact center, and who has a number or a mailbox. */
export function queueRoutes(services: Services): Hono<RequestState> {
  const { store, clock } = services.ports;
  const app = new Hono<RequestState>();
  const one = `${api.queues}/:queueId` as const;
  const show = async (c: HonoContext<RequestState>, queueId: string, status: 200 | 201 = 200) => {
    const { shown, version } = await store.transaction((rows) => readQueue(rows, queueId, clock.now()));
    return c.json(shown, status, { ETag: etag(version), ...(status === 201 && { Location: api.queue(queueId) }) });
  };

  app.get(api.queues, needs(services, 'basic'), async (c) => {
    const { limit, offset } = pageOf(c);
    const q = c.req.query('q') ?? '';
    if (q.length > longestSearch) throw fieldProblem('/q', 'too-long', 'This is too long.');
    const { items, total } = await listQueues(services, { ...(q !== '' && { q }), ...sortOf(c.req.query('sort')), limit, offset });
    return c.json({ items, next: nextPage(offset, items, total), total });
  });
  app.post(api.queues, needs(services, 'advanced'), async (c) => {
    const input = await readBody(c.req.raw, queueInput, queueReadOnly);
    return show(c, await addQueue(services, input, c.get('caller').username), 201);
  });
  app.get(one, needs(services, 'basic'), (c) => show(c, c.req.param('queueId')));
  app.put(one, needs(services, 'advanced'), async (c) => {
    const queueId = c.req.param('queueId');
    const input = await readBody(c.req.raw, queueInput, queueReadOnly);
    await saveQueue(services, queueId, input, c.req.header('If-Match'), c.get('caller').username);
    return show(c, queueId);
  });
  app.delete(one, needs(services, 'advanced'), async (c) => {
    await removeQueue(services, c.req.param('queueId'), c.req.header('If-Match'), c.get('caller').username);
    return c.body(null, 204);
  });
  app.post(`${one}/restore` as const, needs(services, 'advanced'), async (c) => {
    await restoreQueue(services, c.req.param('queueId'), c.get('caller').username);
    return show(c, c.req.param('queueId'));
  });
  app.get(api.uses, needs(services, 'basic'), async (c) => {
    const asked = { number: c.req.query('number'), mailbox: c.req.query('mailbox'), except: c.req.query('except') };
    return c.json(await store.transaction((rows) => findUses(rows, asked)));
  });
  return app;
}

function sortOf(text = 'name'): { sort: QueueSort; descending: boolean } {
  const descending = text.startsWith('-');
  const sort = queueSort.safeParse(descending ? text.slice(1) : text);
  if (!sort.success) throw fieldProblem('/sort', 'sort', `Sort by one of ${queueSort.options.join(', ')}, with - in front the other way round.`);
  return { sort: sort.data, descending };
}
