import { expect, test } from 'vitest';
import { api } from '../../contract/addresses.ts';
import { ConnectionFailure } from '../ports.ts';
import { StoreUnavailable } from '../store.ts';
import { malformedRequests } from './malformed-requests.ts';
import { openApiDocument } from './openapi.ts';
import { origin, settings, testBackend } from './testing.ts';

test('10,000 malformed requests: each is answered as what it is, none is a fault of ours, and nothing grows', { timeout: 120_000 }, async () => {
  const faults: unknown[] = [];
  const refused = () => Promise.reject(new ConnectionFailure('refused'));
  const { backend, signIn, ports } = testBackend({
    ports: { fetch: refused, mail: { open: refused, openPop3: refused }, probe: { reach: refused, tls: refused }, log: { info: () => {}, warn: () => {}, error: (fields) => void faults.push(fields) } },
  });
  const session = (await signIn()).headers.get('X-Session') ?? '';
  const statuses = new Map<number, number>();
  let at = 0;
  for (const { method, path, headers, body } of malformedRequests(openApiDocument('1.0.0') as never, 10_000, 42)) {
    // One in four comes from nobody.
    const who: Record<string, string> = at++ % 4 === 0 ? {} : { 'X-Session': session };
    const response = await backend.fetch(new Request(origin + path, { method, body, headers: { Origin: origin, ...who, ...headers } }));
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    const isProblem = response.headers.get('Content-Type') === 'application/problem+json';
    if (isProblem !== response.status >= 400) faults.push(`${method} ${path}: ${response.status}`);
    await response.body?.cancel();
  }
  expect(faults).toEqual([]);
  expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
  expect((statuses.get(422) ?? 0) + (statuses.get(400) ?? 0)).toBeGreaterThan(1_000);
  const kept = await ports.store.transaction(async (rows) => ({ accounts: await rows.accounts.count(), checks: (await rows.checks.list({ limit: 1 })).total, events: (await rows.events.page({ limit: 1, most: 10_000 })).counted }));
  expect(kept.accounts).toBe(1);
  expect(kept.checks).toBeLessThanOrEqual(50);
  expect(kept.events).toBeLessThanOrEqual(1_000);
});

test('a thousand wrong passwords: a known name and an unknown one are answered alike, and both are slowed down', async () => {
  const { ask, signIn, forward } = testBackend();
  await signIn();
  const tryAll = async (username: string) => {
    const answers: { status: number; body: unknown; retryAfter: string | null }[] = [];
    for (let count = 0; count < 1_000; count++) {
      const { status, body, headers } = await ask('POST', api.session, { username, password: `wrong ${count}` });
      answers.push({ status, body: { ...body, instance: '' }, retryAfter: headers.get('Retry-After') });
    }
    return answers;
  };
  const known = await tryAll('admin');
  expect(known).toEqual(await tryAll('nobody'));
  expect(known.map(({ status }) => status)).toEqual([...Array.from({ length: 5 }, () => 401), ...Array.from({ length: 995 }, () => 429)]);
  expect(known.at(-1)?.retryAfter).toBe('60');
  // The right password waits, too; a minute later it is taken.
  expect((await ask('POST', api.session, { username: 'admin', password: 'correct horse' })).status).toBe(429);
  forward(60);
  expect((await ask('POST', api.session, { username: 'ADMIN', password: 'correct horse' })).status).toBe(201);
});

test('a store that fills up in the middle of a save: neither settings nor event are there, and the answer says so', async () => {
  const { ask, signIn, ports } = testBackend();
  await signIn();
  const { transaction } = ports.store;
  ports.store.transaction = (work) =>
    transaction((rows) =>
      work({
        ...rows,
        events: {
          ...rows.events,
          add: () => {
            throw new StoreUnavailable(true);
          },
        },
      }),
    );
  expect(await ask('PUT', api.emailForwarding, settings, { 'If-Match': '"0"' })).toMatchObject({ status: 507, body: { type: '/problems/store-full' } });
  expect((await ask('GET', api.emailForwarding)).body).toMatchObject({ configured: false });
});
