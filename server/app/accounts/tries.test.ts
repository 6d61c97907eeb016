import { expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { createMemoryStore } from '../../memory/store.ts';
import { processState } from '../../memory/shared-state.ts';
import { testBackend } from '../testing.ts';

const office = '192.0.2.7';

async function system(ports: Parameters<typeof testBackend>[0] = {}) {
  const backend = testBackend(ports);
  await backend.signIn();
  const signIn = async (password: string, { username = 'admin', source = office } = {}) => {
    const { status, headers } = await backend.ask('POST', api.session, { username, password }, { 'X-Source': source });
    return status === 429 ? `wait ${headers.get('Retry-After')}` : status;
  };
  return { ...backend, signIn };
}

test('five wrong passwords, then a minute, two, four, eight and never more than fifteen; waiting costs nothing, and the right one begins anew', async () => {
  const { signIn, forward } = await system();
  for (let count = 0; count < 5; count++) expect(await signIn('wrong')).toBe(401);
  for (const minutes of [1, 2, 4, 8, 15, 15]) {
    expect(await signIn('wrong')).toBe(`wait ${minutes * 60}`);
    forward(minutes * 60 - 1);
    expect(await signIn('correct horse')).toBe('wait 1');
    forward(1);
    expect(await signIn('wrong')).toBe(401);
  }
  forward(15 * 60);
  expect(await signIn('correct horse')).toBe(201);
  for (let count = 0; count < 5; count++) expect(await signIn('wrong')).toBe(401);
});

test('a name that is none, one in another case and one that is disabled are held up alike', async () => {
  const { signIn, ports } = await system();
  const admin = await ports.store.transaction((rows) => rows.accounts.byUsername('admin'));
  if (admin) await ports.store.transaction((rows) => rows.accounts.put({ ...admin, id: 'x', username: 'off', disabled: true }));
  for (const names of [['nobody', 'NOBODY'], ['admin', 'Admin'], ['off', 'OFF']]) {
    const answers = [];
    for (let count = 0; count < 6; count++) answers.push(await signIn('wrong', { username: names[count % 2] ?? '' }));
    expect(answers).toEqual([401, 401, 401, 401, 401, 'wait 60']);
  }
});

test('a thousand at the same time are a thousand', async () => {
  const { signIn } = await system();
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => signIn('wrong')));
  expect(answers.filter((answer) => answer === 401)).toHaveLength(5);
});

test('who tries many names is held up for all of them; others are not', async () => {
  const { signIn, forward } = await system();
  for (let count = 0; count < 20; count++) expect(await signIn('wrong', { username: `user${count}`, source: '203.0.113.9' })).toBe(401);
  expect(await signIn('wrong', { username: 'user20', source: '203.0.113.9' })).toBe('wait 180');
  expect(await signIn('correct horse')).toBe(201);
  forward(180);
  expect(await signIn('wrong', { username: 'user20', source: '203.0.113.9' })).toBe(401);
  expect(await signIn('wrong', { username: 'user21', source: '203.0.113.9' })).toBe('wait 180');
});

test('nobody is locked out of his own place by others, not even by those who come from everywhere', async () => {
  const { signIn } = await system();
  expect(await signIn('correct horse')).toBe(201);
  const answers = [];
  for (let count = 0; count < 200; count++) answers.push(await signIn('wrong', { source: `203.0.113.${count}` }));
  expect(answers.filter((answer) => answer === 401)).toHaveLength(50);
  expect(answers.at(-1)).toBe('wait 900');
  expect(await signIn('correct horse')).toBe(201);
});

test('a busy office, each with a wrong password now and then, is never held up', async () => {
  const { signIn, forward, ports } = await system();
  const admin = await ports.store.transaction((rows) => rows.accounts.byUsername('admin'));
  for (let day = 0; day < 5; day++) {
    for (let person = 0; person < 15; person++) {
      const username = `person${person}`;
      if (day === 0 && admin) await ports.store.transaction((rows) => rows.accounts.put({ ...admin, id: username, username }));
      expect(await signIn('wrong', { username })).toBe(401);
      expect(await signIn('correct horse', { username })).toBe(201);
      forward(30 * 60);
    }
  }
});

test('a restart forgives nothing; a day does', async () => {
  const store = createMemoryStore(processState());
  const first = await system({ ports: { store } });
  for (let count = 0; count < 5; count++) await first.signIn('wrong');
  const second = testBackend({ ports: { store } });
  const again = () => second.ask('POST', api.session, { username: 'admin', password: 'wrong' }, { 'X-Source': office });
  expect((await again()).status).toBe(429);
  second.forward(24 * 3600 + 60);
  for (let count = 0; count < 5; count++) expect((await again()).status).toBe(401);
  expect((await again()).headers.get('Retry-After')).toBe('60');
});

test('being held up is in the Event Log, with the name only where it is one', async () => {
  const { signIn, ask } = await system();
  for (let count = 0; count < 6; count++) await signIn('wrong');
  for (let count = 0; count < 6; count++) await signIn('wrong', { username: 'my-password-1', source: '203.0.113.9' });
  await signIn('correct horse', { source: '198.51.100.1' });
  const { text, body } = await ask('GET', `${api.events}?severity=warning`);
  expect(body.items.filter(({ kind }: { kind: string }) => kind === 'sign-in-locked').map(({ params, actor }: { params: object; actor: unknown }) => ({ ...params, actor }))).toEqual([
    { source: '203.0.113.9', minutes: 1, actor: null },
    { username: 'admin', source: office, minutes: 1, actor: null },
  ]);
  expect(text).not.toContain('my-password-1');
});
