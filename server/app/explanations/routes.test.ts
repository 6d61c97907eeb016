import { expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { explanationsVersion } from '../../../contract/explanations/table.ts';
import { testBackend } from '../testing.ts';

const text = "2026-11-25 09:00:01 ERROR AADSTS7000222: The provided client secret keys for app '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4' are expired. client_secret=8Kq8Q~aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3x\n535 5.7.3 Authentication unsuccessful";

test('a text is explained in the reader’s language, the deciding answer first, with its place, and its secrets stay out', async () => {
  const logged: unknown[] = [];
  const log = (...line: unknown[]) => void logged.push(line);
  const { ask, signIn } = testBackend({ ports: { log: { info: log, warn: log, error: log } } });
  await signIn();
  const events = async () => (await ask('GET', api.events)).body;
  const before = await events();
  logged.length = 0;
  const { status, body, text: answer } = await ask('POST', api.explanations, { text }, { 'Accept-Language': 'de' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    explanationsVersion,
    items: [
      { code: 'secret-expired', owner: 'entra-admin', retry: 'no', line: 1, count: 1, cause: 'Das Clientgeheimnis der Anwendung 2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4 ist abgelaufen.' },
      { code: 'mailbox-refused-any', line: 2, count: 1 },
    ],
  });
  expect(body.items[1].tries[2].script).toBe("Get-MailboxPermission -Identity '<Postfach>'");
  expect(body.items[0]).not.toHaveProperty('pointer');
  expect(answer).not.toContain('8Kq8Q');
  expect([logged, await events()]).toEqual([[], before]);
});

test.each([
  [{ text: '' }, '/text', 'required'],
  [{ text: ' \n\t ' }, '/text', 'required'],
  [{}, '/text', 'type'],
  [{ text: 'x', more: 1 }, '/more', 'unknown-member'],
])('%j is refused at its field', async (input, pointer, code) => {
  const { ask, signIn } = testBackend();
  await signIn();
  expect(await ask('POST', api.explanations, input)).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } });
});

test('1 MiB is taken, more is not', async () => {
  const { ask, signIn } = testBackend();
  await signIn();
  const ofBytes = (bytes: number) => ({ text: 'x'.repeat(bytes - '{"text":""}'.length) });
  expect((await ask('POST', api.explanations, ofBytes(1024 * 1024))).status).toBe(200);
  expect(await ask('POST', api.explanations, ofBytes(1024 * 1024 + 1))).toMatchObject({ status: 413, body: { type: '/problems/too-large' } });
});

test('whoever is not signed in is told nothing', async () => {
  expect((await testBackend().ask('POST', api.explanations, { text })).status).toBe(401);
});
