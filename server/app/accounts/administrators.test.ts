import { describe, expect, test } from 'vitest';
import { mostAdministrators } from '../../../contract/administrators.ts';
import { api } from '../../../contract/addresses.ts';
import { testBackend } from '../testing.ts';

const ownPassword = 'correct horse';
const berta = { username: 'berta', role: 'advanced', language: 'de', password: 'first password', ownPassword };

async function signedIn() {
  const system = testBackend();
  const { headers } = await system.signIn();
  const own = headers.get('X-Session') ?? '';
  const { ask } = system;
  const { body } = await ask('GET', api.administrators);
  const me = body.items[0].id as string;
  /** Signs somebody in and asks as him from then on; the other one asks with `as`. */
  async function sessionOf(username: string, password: string): Promise<string> {
    const { status, headers: given } = await ask('POST', api.session, { username, password });
    expect(status).toBe(201);
    const token = given.get('X-Session') ?? '';
    await ask('GET', api.health, undefined, { 'X-Session': own });
    return token;
  }
  const as = (token: string) => ({ 'X-Session': token });
  /** An account that has chosen its own password. */
  async function add(values: Partial<typeof berta> = {}) {
    const input = { ...berta, ...values };
    const added = await ask('POST', api.administrators, input, as(own));
    expect(added.status).toBe(201);
    const token = await sessionOf(input.username, input.password);
    const password = `${input.username}'s own password`;
    expect((await ask('PUT', api.account, { password, ownPassword: input.password }, as(token))).status).toBe(200);
    return { id: added.body.id as string, token, password };
  }
  const events = async () => (await ask('GET', api.events, undefined, as(own))).body.items.map(({ kind, actor, params }: { kind: string; actor: string; params: object }) => ({ kind, actor, params }));
  const save = async (id: string, values: object, token = own, etag?: string) => {
    const { body: stored, etag: newest } = await ask('GET', api.administrator(id), undefined, as(token));
    return ask('PUT', api.administrator(id), { ...stored, ownPassword, ...values }, { ...as(token), 'If-Match': etag ?? newest ?? '' });
  };
  const remove = (id: string, headers2: Record<string, string>, password = ownPassword) => ask('DELETE', api.administrator(id), { ownPassword: password }, headers2);
  return { ...system, own, me, as, add, events, save, remove, sessionOf };
}

describe('an account', () => {
  test('is added, must choose a password at its first sign-in, and is told of as what it is', async () => {
    const { ask, as, own, sessionOf, events } = await signedIn();
    const added = await ask('POST', api.administrators, { ...berta, email: 'berta@contoso.com' });
    expect(added).toMatchObject({ status: 201, etag: '"1"', body: { username: 'berta', email: 'berta@contoso.com', role: 'advanced', language: 'de', disabled: false, mustChangePassword: true, password: { set: true }, lastSignInAt: null, sessions: 0 } });
    expect(added.headers.get('Location')).toBe(api.administrator(added.body.id));
    expect(added.text).not.toMatch(/first password|hash/);
    const token = await sessionOf('Berta', 'first password');
    expect((await ask('GET', api.session, undefined, as(token))).body).toMatchObject({ mustChangePassword: true, role: 'advanced' });
    expect((await ask('GET', api.functions, undefined, as(token))).body).toMatchObject({ type: '/problems/password-change-required', status: 403 });
    const change = (password: string, old: string) => ask('PUT', api.account, { password, ownPassword: old }, as(token));
    expect((await change('first password', 'first password')).body).toMatchObject({ status: 422, errors: [{ pointer: '/password', code: 'password-same' }] });
    expect((await change('another password', 'first pass word')).body).toMatchObject({ type: '/problems/wrong-password', status: 422, errors: [{ pointer: '/ownPassword', code: 'wrong-password' }] });
    expect((await change('short', 'first password')).body).toMatchObject({ errors: [{ pointer: '/password', code: 'password-short' }] });
    expect((await ask('PUT', api.account, { password: 'another password' }, as(token))).body).toMatchObject({ errors: [{ pointer: '/ownPassword', code: 'required' }] });
    expect((await change('another password', 'first password')).body).toMatchObject({ mustChangePassword: false });
    expect((await ask('GET', api.functions, undefined, as(token))).status).toBe(200);
    expect((await ask('GET', api.administrators, undefined, as(own))).body).toMatchObject({ total: 2, next: null, items: [{ username: 'admin' }, { username: 'berta', sessions: 1, lastSignInAt: expect.any(String) }] });
    expect((await events()).slice(0, 3)).toEqual([
      { kind: 'password-changed', actor: 'berta', params: {} },
      { kind: 'signed-in', actor: 'berta', params: {} },
      { kind: 'administrator-added', actor: 'admin', params: { username: 'berta', role: 'advanced' } },
    ]);
  });

  test.each([
    ['a username that exists in another case', { username: 'ADMIN' }, 'username', 'username-taken'],
    ['a username with a blank', { username: 'ber ta' }, 'username', 'username'],
    ['no username', { username: '' }, 'username', 'required'],
    ['a short password', { password: 'nine char' }, 'password', 'password-short'],
    ['no password', { password: undefined }, 'password', 'required'],
    ['an endless password', { password: 'x'.repeat(1_000) }, 'password', 'too-long'],
    ['a role that is none', { role: 'customer' }, 'role', 'role'],
    ['a language that is none', { language: 'fr' }, 'language', 'language'],
    ['no mail address', { email: 'berta' }, 'email', 'email'],
    ['no own password', { ownPassword: undefined }, 'ownPassword', 'required'],
    ['a wrong own password', { ownPassword: 'wrong horse' }, 'ownPassword', 'wrong-password'],
    ['a member that is none', { colour: 'red' }, 'colour', 'unknown-member'],
  ])('with %s is refused at its field, and none is added', async (_what, values, field, code) => {
    const { ask } = await signedIn();
    expect((await ask('POST', api.administrators, { ...berta, ...values })).body).toMatchObject({ status: 422, errors: [{ pointer: `/${field}`, code }] });
    expect((await ask('GET', api.administrators)).body.total).toBe(1);
  });

  test('changed by two at once: one is taken, the other one gets what is stored now', async () => {
    const { ask, as, own, add, save, me } = await signedIn();
    const { id } = await add();
    const { etag } = await ask('GET', api.administrator(id), undefined, as(own));
    expect(await save(id, { email: 'berta@contoso.com' })).toMatchObject({ status: 200, etag: '"3"' });
    expect(await save(id, { email: 'b@contoso.com' }, undefined, etag ?? '')).toMatchObject({ status: 412, etag: '"3"', body: { current: { email: 'berta@contoso.com' } } });
    expect((await ask('PUT', api.administrator(me), { username: 'admin', role: 'expert', language: 'en', ownPassword }, as(own))).status).toBe(428);
    expect((await save(id, { username: 'Admin' })).body).toMatchObject({ errors: [{ pointer: '/username', code: 'username-taken' }] });
    expect(await save(id, { username: 'Berta' })).toMatchObject({ status: 200, body: { username: 'Berta' } });
  });

  test('with a password that somebody else has set is signed out, and must choose its own again', async () => {
    const { ask, as, add, save, sessionOf, events } = await signedIn();
    const { id, token, password } = await add();
    const saved = await save(id, { password: 'from the expert' });
    expect(saved).toMatchObject({ status: 200, body: { mustChangePassword: true } });
    expect((await ask('GET', api.session, undefined, as(token))).status).toBe(401);
    expect((await ask('POST', api.session, { username: 'berta', password })).status).toBe(401);
    await sessionOf('berta', 'from the expert');
    // Nobody else ends what only its own new password ends.
    expect((await save(id, { mustChangePassword: false })).body).toMatchObject({ mustChangePassword: true });
    expect((await events()).filter(({ kind }: { kind: string }) => kind === 'administrator-password-set')).toEqual([{ kind: 'administrator-password-set', actor: 'admin', params: { username: 'berta' } }]);
  });

  test('disabled or deleted is out at once, whatever it waits for; enabled again it can sign in', async () => {
    const { ask, send, as, add, save, remove } = await signedIn();
    const { id, token, password } = await add();
    const { body } = await ask('GET', api.events, undefined, as(token));
    const waiting = send('GET', `${api.events}?after=${body.version}`, undefined, as(token));
    expect((await save(id, { disabled: true })).body).toMatchObject({ disabled: true, sessions: 0 });
    expect((await waiting).status).toBe(401);
    expect((await ask('GET', api.session, undefined, as(token))).status).toBe(401);
    expect((await ask('POST', api.session, { username: 'berta', password }, as(''))).body).toMatchObject({ type: '/problems/wrong-credentials' });
    const enabled = await save(id, { disabled: false });
    const again = await ask('POST', api.session, { username: 'berta', password });
    expect(again.status).toBe(201);
    await remove(id, { ...as(''), 'If-Match': enabled.etag ?? '' });
    expect((await ask('GET', api.session)).status).toBe(200);
  });

  test('with another role starts anew, and its sessions can be ended', async () => {
    const { ask, as, add, save, own, sessionOf } = await signedIn();
    const { id, token, password } = await add();
    await save(id, { role: 'basic' });
    expect((await ask('GET', api.session, undefined, as(token))).status).toBe(401);
    const next = await sessionOf('berta', password);
    const end = (given: string) => ask('DELETE', api.administratorSessions(id), { ownPassword: given }, as(own));
    expect((await end('wrong horse')).body).toMatchObject({ errors: [{ code: 'wrong-password' }] });
    expect((await ask('GET', api.session, undefined, as(next))).status).toBe(200);
    expect((await end(ownPassword)).status).toBe(204);
    expect((await ask('GET', api.session, undefined, as(next))).status).toBe(401);
  });

  test('there are 200 at most, and it is said', async () => {
    const { ask, ports, me } = await signedIn();
    await ports.store.transaction(async (rows) => {
      const account = await rows.accounts.byId(me);
      for (let count = 1; account && count < mostAdministrators; count++) await rows.accounts.put({ ...account, id: `a${count}`, username: `user${count}` });
    });
    expect((await ask('POST', api.administrators, berta)).body).toMatchObject({ type: '/problems/too-many-administrators', status: 409 });
    expect((await ask('GET', `${api.administrators}?page[size]=200`)).body).toMatchObject({ total: 200, next: null });
    expect((await ask('GET', `${api.administrators}?page[size]=150`)).body).toMatchObject({ total: 200, next: '150' });
  });
});

describe('the last expert', () => {
  test('can neither be deleted, nor disabled, nor become less', async () => {
    const { ask, me, save, remove, as, own } = await signedIn();
    const lastExpert = { type: '/problems/last-expert', status: 409 };
    expect((await remove(me, { ...as(own), 'If-Match': '"1"' })).body).toMatchObject(lastExpert);
    expect((await save(me, { disabled: true })).body).toMatchObject(lastExpert);
    expect((await save(me, { role: 'advanced' })).body).toMatchObject(lastExpert);
    expect((await ask('GET', api.administrator(me))).body).toMatchObject({ role: 'expert', disabled: false });
  });

  test('of two who delete each other at the same time one is left', async () => {
    const { me, add, remove, as, own, ports } = await signedIn();
    const carla = await add({ username: 'carla', role: 'expert' });
    const answers = await Promise.all([remove(carla.id, { ...as(own), 'If-Match': '"2"' }), remove(me, { ...as(carla.token), 'If-Match': '"1"' }, carla.password)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
    expect(await ports.store.transaction((rows) => rows.accounts.count())).toBe(1);
  });

  test('is another one where there are two: then he may go', async () => {
    const { ask, me, add, remove, as, own } = await signedIn();
    await add({ username: 'carla', role: 'expert' });
    expect((await remove(me, { ...as(own), 'If-Match': '"1"' })).status).toBe(204);
    expect((await ask('GET', api.session, undefined, as(own))).status).toBe(401);
  });
});

describe('the own password', () => {
  test('asked for once more is slowed down, for who is signed in and nobody else', async () => {
    const { ask, as, own, forward, sessionOf } = await signedIn();
    const add = (given: string) => ask('POST', api.administrators, { ...berta, ownPassword: given }, as(own));
    for (let count = 0; count < 5; count++) expect((await add(`wrong ${count}`)).status).toBe(422);
    const held = await add(ownPassword);
    expect(held).toMatchObject({ status: 429 });
    expect(held.headers.get('Retry-After')).toBe('60');
    await sessionOf('admin', ownPassword);
    forward(60);
    expect((await add(ownPassword)).status).toBe(201);
  });

  test('changed ends the other sessions, and stays the own account’s only word for language and address', async () => {
    const { ask, as, own, sessionOf, events } = await signedIn();
    const other = await sessionOf('admin', ownPassword);
    const put = (body: object) => ask('PUT', api.account, body, as(own));
    expect((await put({ language: 'de' })).body).toMatchObject({ language: 'de', email: 'admin@contoso.com' });
    expect((await put({ email: 'other@contoso.com' })).body).toMatchObject({ language: 'de', email: 'other@contoso.com' });
    expect((await put({ email: '' })).body).toMatchObject({ email: null });
    expect((await put({ email: 'nobody' })).status).toBe(422);
    expect((await ask('GET', api.session, undefined, as(other))).status).toBe(200);
    expect((await put({ password: 'battery staple', ownPassword })).status).toBe(200);
    expect((await ask('GET', api.session, undefined, as(other))).status).toBe(401);
    expect((await ask('GET', api.session, undefined, as(own))).status).toBe(200);
    expect((await events())[0]).toEqual({ kind: 'password-changed', actor: 'admin', params: {} });
  });
});
