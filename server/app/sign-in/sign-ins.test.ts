import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import type { Ports } from '../../ports.ts';
import { settings, testBackend } from '../testing.ts';

const code = { device_code: 'd'.repeat(200), user_code: 'D4KMQ7RXZ', verification_uri: 'https://login.microsoft.com/device', expires_in: 900, interval: 5, message: 'To sign in …' };

/** A system with settings whose Microsoft answers as `answer` says; what it was asked for is in `asked`. */
async function system(answer: (url: string, form: URLSearchParams) => Response) {
  const asked: { url: string; form: URLSearchParams }[] = [];
  const fetch: Ports['fetch'] = async (url, init) => {
    const form = new URLSearchParams(String(init.body ?? ''));
    asked.push({ url, form });
    return answer(url, form);
  };
  const backend = testBackend({ ports: { fetch } });
  await backend.signIn();
  await backend.ask('PUT', api.emailForwarding, settings, { 'If-Match': '"0"' });
  return { ...backend, asked };
}

function refusal(error: string, status = 400): Response {
  return Response.json({ error, error_description: `AADSTS70016: ${error}` }, { status });
}

describe('asking for a code', () => {
  test('scopes are full addresses with openid, profile and offline_access, and no secret is sent', async () => {
    const { ask, asked } = await system(() => Response.json(code));
    expect((await ask('POST', api.authorization)).body).toMatchObject({ state: 'pending', userCode: 'D4KMQ7RXZ', interval: 5, current: null });
    expect(asked[0]?.url).toBe('https://login.microsoftonline.com/contoso.com/oauth2/v2.0/devicecode');
    expect(Object.fromEntries(asked[0]?.form ?? [])).toEqual({ client_id: settings.applicationId, scope: 'https://outlook.office.com/SMTP.Send openid profile offline_access' });
  });

  test('ten admins at once get one code', async () => {
    const { ask, asked } = await system(() => Response.json(code));
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask('POST', api.authorization)));
    expect(new Set(answers.map(({ body }) => body.userCode))).toEqual(new Set(['D4KMQ7RXZ']));
    expect(asked).toHaveLength(1);
  });

  test.each(['https://evil.example/device', 'http://login.microsoft.com/device', 'javascript:alert(1)'])('an answer that leads to %s becomes no link', async (address) => {
    const { ask } = await system(() => Response.json({ ...code, verification_uri: address }));
    expect((await ask('POST', api.authorization)).body).toMatchObject({ state: 'failed', diagnosis: { code: 'foreign-verification-address', owner: 'network-admin' } });
  });

  test.each([
    ['a page of a proxy', () => new Response('<html>', { status: 200, headers: { 'Content-Type': 'text/html' } }), 'identity-answer-unreadable'],
    ['a fault of Microsoft', () => new Response('', { status: 503 }), 'identity-unavailable'],
    ['a redirect', () => new Response(null, { status: 302, headers: { Location: 'https://evil.example/' } }), 'identity-answer-unreadable'],
  ])('%s is explained', async (_what, answer, diagnosed) => {
    const { ask } = await system(answer);
    expect((await ask('POST', api.authorization)).body).toMatchObject({ state: 'failed', diagnosis: { code: diagnosed } });
  });

  test('before anything is set up', async () => {
    const { ask, signIn } = testBackend();
    await signIn();
    expect((await ask('POST', api.authorization)).body).toMatchObject({ type: '/problems/not-configured', status: 409 });
  });
});

describe('polling', () => {
  async function polled(answers: Response[]) {
    const queue = [...answers];
    const found = await system((url) => (url.endsWith('/devicecode') ? Response.json(code) : (queue.shift() ?? refusal('authorization_pending'))));
    const life = new AbortController();
    const work = found.backend.run(life.signal);
    await found.ask('POST', api.authorization);
    await found.idle();
    /** Lets so many seconds pass, and waits until what they bring is stored. */
    const pass = async (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        found.forward(1);
        await found.idle();
      }
      return (await found.ask('GET', api.authorization)).body;
    };
    const polls = () => found.asked.filter(({ url }) => url.endsWith('/token')).length;
    return { ...found, pass, polls, end: async () => (life.abort(), work) };
  }

  test('waits for the interval, and five seconds longer for good after slow_down', async () => {
    const { pass, polls, end } = await polled([refusal('slow_down')]);
    await pass(4);
    expect(polls()).toBe(0);
    await pass(1);
    expect(polls()).toBe(1);
    expect(await pass(9)).toMatchObject({ state: 'pending', interval: 10 });
    expect(polls()).toBe(1);
    await pass(1);
    expect(polls()).toBe(2);
    await end();
  });

  test.each(['authorization_declined', 'access_denied'])('%s is declined', async (error) => {
    const { pass, end } = await polled([refusal(error)]);
    expect(await pass(5)).toMatchObject({ state: 'declined', diagnosis: { code: 'code-declined' } });
    await end();
  });

  test('a fault in between is waited out, longer each time', async () => {
    const { pass, polls, end } = await polled([new Response('', { status: 503 }), new Response('', { status: 503 })]);
    expect(await pass(5)).toMatchObject({ fault: { code: 'identity-unavailable' } });
    await pass(9);
    expect(polls()).toBe(1);
    await pass(1);
    expect(polls()).toBe(2);
    await pass(19);
    expect(polls()).toBe(2);
    expect(await pass(1)).toMatchObject({ state: 'pending', fault: null });
    expect(polls()).toBe(3);
    await end();
  });

  test('at its end the code is expired, whatever Microsoft says', async () => {
    const { pass, end } = await polled([]);
    expect(await pass(900)).toMatchObject({ state: 'expired', diagnosis: { code: 'code-expired' } });
    await end();
  });

  test('another tenant ends the code', async () => {
    const { ask, end } = await polled([]);
    await ask('PUT', api.emailForwarding, { ...settings, tenantId: 'other.com' }, { 'If-Match': '"1"' });
    expect((await ask('GET', api.authorization)).body).toMatchObject({ state: 'sign-in-required', diagnosis: { code: 'sign-in-target-changed' } });
    await end();
  });
});

describe('an answer that is none', () => {
  const good = { token_type: 'Bearer', scope: 'https://outlook.office.com/SMTP.Send', expires_in: 3600, access_token: 'a'.repeat(2000), refresh_token: 'r'.repeat(1200), id_token: 'x.x.x' };

  test.each([
    ['a device code with a negative life', { ...code, expires_in: -900 }],
    ['a device code without its code', { ...code, device_code: '' }],
    ['an interval that is no number', { ...code, interval: 'soon' }],
    ['a list', [code]],
  ])('%s is explained, and nothing is pending', async (_what, answer) => {
    const { ask } = await system(() => Response.json(answer));
    expect((await ask('POST', api.authorization)).body).toMatchObject({ state: 'failed', diagnosis: { code: 'identity-answer-unreadable', owner: 'network-admin' } });
  });

  test.each([
    ['a token of a megabyte', { ...good, access_token: 'a'.repeat(1_000_000) }],
    ['a refresh token of a megabyte', { ...good, refresh_token: 'r'.repeat(1_000_000) }],
    ['a negative lifetime', { ...good, expires_in: -1 }],
    ['a token of another type', { ...good, token_type: 'mac' }],
    ['a token that is a number', { ...good, access_token: 7 }],
    ['a token of two lines', { ...good, access_token: 'a\r\nMAIL FROM:<x>' }],
    ['no token at all', { token_type: 'Bearer', expires_in: 3600 }],
  ])('%s is no sign-in', async (_what, answer) => {
    const { ask, backend, forward, idle, ports } = await system((url) => Response.json(url.endsWith('/devicecode') ? code : answer));
    const life = new AbortController();
    const work = backend.run(life.signal);
    await ask('POST', api.authorization);
    await idle();
    forward(5);
    await idle();
    expect((await ask('GET', api.authorization)).body).toMatchObject({ state: 'pending', current: null, fault: { code: 'identity-answer-unreadable' } });
    expect(JSON.stringify(await ports.store.transaction((rows) => rows.signIns.all())).length).toBeLessThan(3_000);
    forward(900);
    await idle();
    expect((await ask('GET', api.authorization)).body).toMatchObject({ state: 'failed', current: null, diagnosis: { code: 'identity-answer-unreadable' } });
    life.abort();
    await work;
  });
});
