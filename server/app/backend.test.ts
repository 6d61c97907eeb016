import { describe, expect, test } from 'vitest';
import { api } from '../../contract/addresses.ts';
import { origin, settings, testBackend } from './testing.ts';


async function signedIn() {
  const system = testBackend();
  await system.signIn();
  return system;
}

describe('set-up', () => {
  test('a wrong code, tried a thousand times, gets no further than ten tries, and makes nobody', async () => {
    const { ask, forward } = testBackend();
    const setUp = (code: string) => ask('POST', api.setup, { code, username: 'admin', password: 'correct horse' });
    const answers = new Map<number, number>();
    for (let count = 0; count < 1000; count++) {
      const { status } = await setUp(`WRONG${count}`);
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }
    expect(answers).toEqual(new Map([[403, 10], [429, 990]]));
    const limited = await setUp('ABCD-EFGH');
    expect(limited).toMatchObject({ status: 429 });
    expect(Number(limited.headers.get('Retry-After'))).toBeLessThanOrEqual(60);
    expect((await ask('GET', api.setup)).body).toEqual({ needed: true });
    forward(60);
    expect((await setUp('ABCD-EFGH')).status).toBe(201);
    expect((await setUp('ABCD-EFGH')).body).toMatchObject({ type: '/problems/already-set-up' });
  });
});

describe('session', () => {
  test('idle for half an hour it is over', async () => {
    const { ask, forward, signIn } = testBackend();
    await signIn();
    forward(29 * 60);
    expect((await ask('GET', api.session)).status).toBe(200);
    forward(29 * 60);
    expect((await ask('GET', api.session)).status).toBe(200);
    forward(31 * 60);
    expect((await ask('GET', api.session)).body).toMatchObject({ type: '/problems/not-signed-in' });
  });

  test('a page that only watches does not prolong it', async () => {
    const { ask, forward, signIn } = testBackend();
    await signIn();
    for (let minutes = 0; minutes < 30; minutes += 5) {
      expect((await ask('GET', api.functions)).status).toBe(200);
      expect((await ask('GET', `${api.authorization}?after=7`)).status).toBe(200);
      forward(5 * 60);
    }
    expect((await ask('GET', api.session)).status).toBe(401);
  });

  test('after twelve hours it is over, whatever was done', async () => {
    const { ask, forward, signIn } = testBackend();
    await signIn();
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      expect((await ask('GET', api.session)).status).toBe(200);
      forward(20 * 60);
    }
    expect((await ask('GET', api.session)).status).toBe(401);
  });

  test('signed out, the token is worth nothing', async () => {
    const { ask, signIn } = testBackend();
    const { headers } = await signIn();
    await ask('DELETE', api.session);
    expect((await ask('GET', api.session, undefined, { 'X-Session': headers.get('X-Session') ?? '' })).status).toBe(401);
  });

  test.each([
    ['GET', api.emailForwarding],
    ['PUT', api.emailForwarding],
    ['POST', api.authorization],
    ['POST', api.checks],
    ['GET', api.events],
    ['GET', api.functions],
  ])('%s %s needs one', async (method, path) => {
    const { ask } = testBackend();
    expect((await ask(method, path, method === 'GET' ? undefined : {})).status).toBe(401);
  });
});

describe('what comes in', () => {
  test('another origin changes nothing', async () => {
    const { ask } = await signedIn();
    expect((await ask('PUT', api.emailForwarding, settings, { 'Origin': 'https://evil.example', 'If-Match': '"0"' })).body).toMatchObject({ type: '/problems/foreign-origin' });
    expect((await ask('GET', api.emailForwarding)).body).toMatchObject({ configured: false });
  });

  test('two admins save at once: one is taken, the other one gets what is stored now', async () => {
    const { ask } = await signedIn();
    const save = (emailAddress: string) => ask('PUT', api.emailForwarding, { ...settings, emailAddress }, { 'If-Match': '"0"' });
    const answers = await Promise.all([save('one@contoso.com'), save('two@contoso.com')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const stored = (await ask('GET', api.emailForwarding)).body.emailAddress;
    expect(answers.find(({ status }) => status === 412)?.body).toMatchObject({ type: '/problems/changed-meanwhile', current: { emailAddress: stored } });
  });

  test('another host is answered with 421', async () => {
    const { backend } = testBackend();
    const response = await backend.fetch(new Request('http://evil.example/api/v1/health'));
    expect(response.status).toBe(421);
  });

  test.each([
    ['no JSON', '{', 'application/json', 400],
    ['another media type', 'a=b', 'application/x-www-form-urlencoded', 415],
    ['300 KiB', `"${'x'.repeat(300 * 1024)}"`, 'application/json', 413],
  ])('%s is refused', async (_what, body, type, status) => {
    const { ask } = testBackend();
    expect((await ask('POST', api.session, body, { 'Content-Type': type })).status).toBe(status);
  });

  test('an address that is none', async () => {
    const { ask } = testBackend();
    expect((await ask('GET', '/api/v1/nothing')).body).toMatchObject({ type: '/problems/not-found', status: 404 });
  });
});

describe('settings', () => {
  test('untouched they read as their defaults', async () => {
    const { ask } = await signedIn();
    const { body, etag } = await ask('GET', api.emailForwarding);
    expect(body).toMatchObject({ configured: false, emailAddress: '', smtp: { host: 'smtp.office365.com', port: 587, encryption: 'starttls' } });
    expect(etag).toBe('"0"');
  });

  test('saved with the ETag that was read; without it 428, with an old one 412 and what is stored', async () => {
    const { ask } = await signedIn();
    expect((await ask('PUT', api.emailForwarding, settings)).status).toBe(428);
    const saved = await ask('PUT', api.emailForwarding, settings, { 'If-Match': '"0"' });
    expect(saved).toMatchObject({ status: 200, etag: '"1"', body: { configured: true, tenantId: 'contoso.com' } });
    const late = await ask('PUT', api.emailForwarding, { ...settings, tenantId: 'other.com' }, { 'If-Match': '"0"' });
    expect(late).toMatchObject({ status: 412, etag: '"1"', body: { current: { tenantId: 'contoso.com' } } });
    expect((await ask('GET', api.emailForwarding)).body).toMatchObject({ tenantId: 'contoso.com' });
  });

  test('what was read can be written back; a member that is none cannot', async () => {
    const { ask } = await signedIn();
    await ask('PUT', api.emailForwarding, settings, { 'If-Match': '"0"' });
    const { body, etag } = await ask('GET', api.emailForwarding);
    expect((await ask('PUT', api.emailForwarding, body, { 'If-Match': etag ?? '' })).status).toBe(200);
    const refused = await ask('PUT', api.emailForwarding, { ...body, colour: 'red' }, { 'If-Match': '"2"' });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/colour', code: 'unknown-member' }] } });
  });

  const bad: [string, unknown, string][] = ['emailAddress', 'applicationId', 'tenantId'].flatMap((name): [string, unknown, string][] => [
    [name, '', 'required'],
    [name, '  \t ', 'required'],
    [name, undefined, 'required'],
    [name, 5, 'type'],
    [name, ['x'], 'type'],
    [name, 'x'.repeat(10_000), 'too-long'],
    [name, 'a\u0000b', 'invisible-characters'],
    [name, 'a\r\nb', 'invisible-characters'],
  ]);
  test.each([
    ...bad,
    ['emailAddress', 'pbx', 'email'],
    ['applicationId', 'pbx@contoso.com', 'guid'],
    ['tenantId', 'contoso', 'tenant'],
    ['tenantId', '../common', 'tenant'],
    ['authMethod', 'telepathy', 'auth-method'],
    ['cloud', 'nine', 'cloud'],
  ])('%s = %j is refused at its field as %s', async (name, value, code) => {
    const { ask } = await signedIn();
    const refused = await ask('PUT', api.emailForwarding, { ...settings, [name]: value }, { 'If-Match': '"0"' });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: `/${name}`, code }] } });
    expect((await ask('GET', api.emailForwarding)).body).toMatchObject({ configured: false });
  });

  test.each([
    ['host', 'not a host', 'host'],
    ['host', 'smtp.example.com', 'foreign-mail-host'],
    ['port', 0, 'port'],
    ['port', '587', 'port'],
    ['port', 1.5, 'port'],
    ['encryption', 'none', 'encryption'],
  ])('smtp.%s = %j is refused at its field as %s', async (name, value, code) => {
    const { ask } = await signedIn();
    const refused = await ask('PUT', api.emailForwarding, { ...settings, smtp: { ...settings.smtp, [name]: value } }, { 'If-Match': '"0"' });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: `/smtp/${name}`, code }] } });
  });
});

test('every answer of the API forbids what it does not need', async () => {
  const { backend } = testBackend();
  const { headers } = await backend.fetch(new Request(`${origin}/api/v1/health`));
  expect(Object.fromEntries(headers)).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
});
