import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import type { Check } from '../../../contract/checks.ts';
import { MailRefusal, type Server } from '../../ports.ts';
import { inClear, reachable, settings, testBackend } from '../testing.ts';

const password = 'correct horse battery staple';
const basic = {
  authMethod: 'basic',
  emailAddress: 'pbx@contoso.com',
  cloud: 'global',
  smtp: { host: 'relay.contoso.com', port: 587, encryption: 'starttls' },
  username: 'pbx@contoso.com',
  password,
};
const oauth = { ...basic, ...settings };

/** A backend whose mail server notes who was signed in where, with what. */
async function system() {
  const sent: { server: Server; credentials: ReturnType<typeof inClear> | null }[] = [];
  const reply = { signIn: '' };
  const made = testBackend({
    ports: {
      probe: reachable,
      mail: {
        openPop3: () => Promise.reject(new Error('Nobody asks for POP3 here.')),
        async open(server, note) {
          const visit: (typeof sent)[number] = { server, credentials: null };
          sent.push(visit);
          return {
            async signIn(credentials) {
              visit.credentials = inClear(credentials);
              note(`> AUTH PLAIN ***`);
              if (reply.signIn !== '') throw new MailRefusal('AUTH', reply.signIn);
            },
            send: async () => '250 2.0.0 OK',
            close: async () => {},
          };
        },
      },
    },
  });
  await made.signIn();
  let etag = '"0"';
  const put = async (settings: object) => {
    const answer = await made.ask('PUT', api.emailForwarding, settings, { 'If-Match': etag });
    etag = answer.etag ?? etag;
    return answer;
  };
  return { ...made, put, sent, reply };
}

const states = (check: Check) => check.steps.map(({ name, state }) => `${name} ${state}`);

describe('Basic authentication', () => {
  test('saved, checked, and a mail goes out with the password', async () => {
    const { put, check, sent } = await system();
    expect(await put(basic)).toMatchObject({ status: 200, body: { authMethod: 'basic', username: 'pbx@contoso.com', password: { set: true } } });
    const { body } = await check();
    expect(states(body)).toEqual(['settings passed', 'network passed', 'tls passed', 'clock skipped', 'tenant skipped', 'token skipped', 'permission skipped', 'sign-in passed', 'operation passed']);
    expect(sent).toEqual([{ server: basic.smtp, credentials: { user: 'pbx@contoso.com', password } }]);
  });

  test('a server without sign-in needs neither name nor password, and may be without encryption', async () => {
    const { put, check, sent } = await system();
    await put({ ...basic, username: '', password: null, smtp: { ...basic.smtp, port: 25, encryption: 'none' } });
    const { body } = await check();
    expect(states(body).filter((step) => step.endsWith('skipped'))).toEqual(['tls', 'clock', 'tenant', 'token', 'permission', 'sign-in'].map((name) => `${name} skipped`));
    expect(body.state).toBe('passed');
    expect(sent[0]?.credentials).toBeNull();
  });

  test.each([
    ['535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [X]', 'basic-auth-disabled', '/authMethod'],
    ['535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [X]', 'password-refused', '/password'],
  ])('%s is %s, at its field', async (answer, code, pointer) => {
    const { put, check, reply, ask, forward } = await system();
    await put(basic);
    forward(1);
    reply.signIn = answer;
    const { body } = await check();
    expect(body.steps[7]).toMatchObject({ state: 'failed', diagnosis: { code, pointer, raw: answer } });
    expect((await ask('GET', api.functions)).body.items[0]).toMatchObject({ health: 'failing' });
  });

  test.each([
    ['a name without a password', { password: null }, '/password', 'required'],
    ['a password that is removed', { password: '' }, '/password', 'required'],
    ['a password with a line break', { password: 'a\r\nMAIL FROM:<x>' }, '/password', 'invisible-characters'],
    ['a password of 2,000 characters', { password: 'x'.repeat(2000) }, '/password', 'too-long'],
    ['a password without encryption', { smtp: { ...basic.smtp, encryption: 'none' } }, '/smtp/encryption', 'password-unencrypted'],
    ['a name with a line break', { username: 'a\nb' }, '/username', 'invisible-characters'],
    ['no address', { emailAddress: '' }, '/emailAddress', 'required'],
  ])('%s is refused at its field', async (_what, changed, pointer, code) => {
    const { put, ask } = await system();
    expect(await put({ ...basic, ...changed })).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } });
    expect((await ask('GET', api.emailForwarding)).body).toMatchObject({ configured: false });
  });

  test('there is no code under it, and no sign-in is asked for', async () => {
    const { put, ask } = await system();
    await put(basic);
    expect((await ask('POST', api.authorization)).body).toMatchObject({ type: '/problems/other-method' });
    expect((await ask('GET', api.functions)).body.items[0]).toMatchObject({ health: 'unchecked', ends: [] });
  });

  test('changing between the methods keeps both sets of values', async () => {
    const { put, ask } = await system();
    await put({ ...oauth, password: null });
    await put({ ...basic, smtp: oauth.smtp });
    expect((await ask('GET', api.emailForwarding)).body).toMatchObject({ tenantId: 'contoso.com', applicationId: oauth.applicationId, username: 'pbx@contoso.com' });
    await put({ ...oauth, username: undefined, password: undefined });
    expect((await ask('GET', api.emailForwarding)).body).toMatchObject({ authMethod: 'microsoft-oauth', username: 'pbx@contoso.com', password: { set: true } });
    expect(await put({ ...basic, smtp: oauth.smtp, password: null })).toMatchObject({ status: 200, body: { password: { set: true } } });
  });
});

describe('whoever wants the password', () => {
  const elsewhere: [string, object][] = [
    ['another host', { smtp: { ...basic.smtp, host: 'evil.example' } }],
    ['another port', { smtp: { ...basic.smtp, port: 2525 } }],
    ['another encryption', { smtp: { ...basic.smtp, encryption: 'tls' } }],
    ['another name', { username: 'evil@contoso.com' }],
  ];

  test.each(elsewhere)('gets it sent to %s neither by saving nor by a draft', async (_what, changed) => {
    const { put, check, sent, ask } = await system();
    await put(basic);
    const { body: read } = await ask('GET', api.emailForwarding);
    for (const kept of [undefined, null, read.password]) {
      const wanted = { ...basic, ...changed, password: kept };
      expect(await put(wanted)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/password', code: 'secret-needed' }] } });
      expect(await check(wanted)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/draft/password', code: 'secret-needed' }] } });
    }
    expect(sent).toEqual([]);
    // Where it was entered for it still goes.
    expect((await check({ ...basic, password: null })).body.state).toBe('passed');
    expect(sent).toHaveLength(1);
  });

  test('does not get it by the detour over another method either: it is removed, and the answer says so', async () => {
    const { put, check, sent } = await system();
    await put(basic);
    const over = await put({ ...oauth, password: null });
    expect(over).toMatchObject({ status: 200, body: { password: { set: false }, removedSecrets: ['/password'] } });
    expect(await put({ ...basic, password: null })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/password', code: 'required' }] } });
    expect((await check({ ...basic, password: { set: true, changedAt: null } })).status).toBe(422);
    expect(sent).toEqual([]);
  });

  test('who may write to the database moves it nowhere: it does not open for another place', async () => {
    const { put, check, sent, ports } = await system();
    await put(basic);
    await ports.store.transaction(async (rows) => {
      const stored = await rows.settings.get('email-forwarding');
      const secret = await rows.secrets.get('email-forwarding/password');
      if (!stored || !secret) throw new Error('Both were stored.');
      const smtp = { ...basic.smtp, host: 'evil.example' };
      await rows.settings.put('email-forwarding', { ...stored, value: { ...Object(stored.value), smtp } });
      await rows.secrets.put('email-forwarding/password', { ...secret, boundTo: JSON.stringify(['evil.example', 587, 'starttls', 'pbx@contoso.com']) });
    });
    const { body } = await check();
    expect(body.steps[7]).toMatchObject({ state: 'failed', diagnosis: { code: 'secret-unreadable' } });
    expect(sent.every(({ credentials }) => credentials === null)).toBe(true);
  });

  test('finds it in no answer, event, transcript or stored row', async () => {
    const { put, check, ask, ports } = await system();
    const answers = [await put(basic), await put({ ...basic, emailAddress: '' }), await check(), await check(basic), await ask('GET', api.emailForwarding), await ask('GET', api.events), await ask('GET', api.checks)];
    const { body } = await ask('GET', api.checks);
    answers.push(await ask('GET', api.transcript(body.items[0].id)));
    answers.push(await ask('PUT', api.emailForwarding, basic, { 'If-Match': '"0"' }));
    const stored = await ports.store.transaction(async (rows) => [await rows.settings.get('email-forwarding'), await rows.secrets.get('email-forwarding/password'), await rows.checks.list({ limit: 9 })]);
    expect(answers.some(({ status }) => status === 412)).toBe(true);
    for (const text of [...answers.map((answer) => answer.text), JSON.stringify(stored)]) expect(text).not.toContain('correct horse battery');
  });

  test('removing the settings removes it', async () => {
    const { put, ask, ports } = await system();
    const { etag } = await put(basic);
    expect((await ask('DELETE', api.emailForwarding, undefined, { 'If-Match': etag ?? '' })).status).toBe(204);
    expect(await ports.store.transaction((rows) => rows.secrets.get('email-forwarding/password'))).toBeNull();
  });
});

test('what was read before a removal cannot be saved after it: no ETag is met twice', async () => {
  const { ask, signIn } = testBackend();
  await signIn();
  const put = (etag: string | null) => ask('PUT', api.emailForwarding, settings, { 'If-Match': etag ?? '' });
  const { etag } = await put('"0"');
  await ask('DELETE', api.emailForwarding, undefined, { 'If-Match': etag ?? '' });
  const removed = await ask('GET', api.emailForwarding);
  expect(removed.body).toMatchObject({ configured: false, changedAt: null });
  expect((await put(removed.etag)).status).toBe(200);
  expect((await put(etag)).status).toBe(412);
});
