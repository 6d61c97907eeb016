import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import type { Role } from '../../../contract/roles.ts';
import { testBackend } from '../testing.ts';
import { mailOn, noticeSystem, signingSecret, webhookOn } from './testing.ts';

async function system() {
  const made = testBackend();
  await made.signIn();
  const put = async (value: object) => {
    const { etag } = await made.ask('GET', api.notices);
    return made.ask('PUT', api.notices, value, { 'If-Match': etag ?? '' });
  };
  const become = (role: Role) =>
    made.ports.store.transaction(async (rows) => {
      const [account] = await rows.accounts.all();
      if (account) await rows.accounts.put({ ...account, role });
    });
  return { ...made, put, become };
}

describe('the settings of notices', () => {
  test('read as their defaults before anybody saved them, and afterwards as they were saved, without secrets', async () => {
    const { ask, put } = await system();
    expect((await ask('GET', api.notices)).body).toMatchObject({ configured: false, changedAt: null, webhook: { enabled: false, signingSecret: { set: false } }, mail: { enabled: false }, calendar: { set: false } });
    const { status, etag } = await put({ ...webhookOn, mail: mailOn.mail });
    expect([status, etag]).toEqual([200, '"1"']);
    const { text, body } = await ask('GET', api.notices);
    expect(body).toMatchObject({ configured: true, webhook: { enabled: true, url: webhookOn.webhook.url, signingSecret: { set: true, changedAt: '2026-11-24T12:00:00.000Z' } }, mail: { to: mailOn.mail.to, password: { set: true } } });
    expect(text).not.toContain(mailOn.mail.password);
    expect(text).not.toContain(signingSecret.slice(6, 20));
    // In the form in which it was read a secret stays.
    expect((await put(body)).status).toBe(200);
    expect((await ask('GET', api.notices)).body.webhook.signingSecret).toMatchObject({ set: true });
  });

  test('are saved by their ETag only', async () => {
    const { ask, put } = await system();
    expect((await ask('PUT', api.notices, webhookOn)).status).toBe(428);
    await put(webhookOn);
    const { status, body } = await ask('PUT', api.notices, { ...webhookOn, language: 'de' }, { 'If-Match': '"0"' });
    expect(status).toBe(412);
    expect(body.current).toMatchObject({ language: 'en', webhook: { url: webhookOn.webhook.url } });
  });

  test('take no secret along to another place: a signing secret stays with its origin, a password with host, port, encryption and username', async () => {
    const { ask, put } = await system();
    const { signingSecret: _secret, ...webhook } = webhookOn.webhook;
    const { password: _password, ...mail } = mailOn.mail;
    await put({ ...webhookOn, mail: mailOn.mail });
    expect((await put({ ...webhookOn, webhook: { ...webhook, url: 'https://hooks.contoso.com/elsewhere' }, mail })).status).toBe(200);
    const moved = { ...webhookOn, webhook: { ...webhook, url: 'https://hooks.contoso.com:8443/postern' }, mail: { ...mail, smtp: { ...mail.smtp, port: 465, encryption: 'tls' } } };
    for (const [at, refused] of [['', await put(moved)], ['/draft', await ask('POST', api.noticesTest, { channel: 'webhook', draft: moved })]] as const) {
      expect(refused.status).toBe(422);
      expect(refused.body.errors).toMatchObject([{ pointer: `${at}/webhook/signingSecret`, code: 'secret-needed' }]);
    }
    expect((await put({ ...moved, webhook: { ...moved.webhook, signingSecret } })).body.errors).toMatchObject([{ pointer: '/mail/password', code: 'secret-needed' }]);
    // Where it is not used it goes, and the answer says so.
    const off = { ...webhookOn, webhook: { enabled: false, url: '' }, mail: { ...mail, enabled: false, smtp: { ...mail.smtp, host: 'other.contoso.com' } } };
    expect((await put(off)).body).toMatchObject({ removedSecrets: ['/webhook/signingSecret', '/mail/password'], webhook: { signingSecret: { set: false } }, mail: { password: { set: false } } });
  });

  test.each([
    [{ webhook: { enabled: true, url: '', signingSecret } }, '/webhook/url', 'required'],
    [{ webhook: { enabled: true, url: 'hooks.contoso.com', signingSecret } }, '/webhook/url', 'web-address'],
    [{ webhook: { enabled: true, url: 'ftp://hooks.contoso.com', signingSecret } }, '/webhook/url', 'web-address'],
    [{ webhook: { enabled: true, url: 'http://hooks.contoso.com/', signingSecret } }, '/webhook/url', 'webhook-not-https'],
    [{ webhook: { enabled: true, url: 'http://169.254.169.254/', signingSecret } }, '/webhook/url', 'webhook-not-https'],
    [{ webhook: { enabled: true, url: 'https://me:mine@hooks.contoso.com/', signingSecret } }, '/webhook/url', 'address-credentials'],
    [{ webhook: { enabled: true, url: 'https://hooks.contoso.com/#x', signingSecret } }, '/webhook/url', 'address-fragment'],
    [{ webhook: { enabled: true, url: 'https://hooks.contoso.com/' } }, '/webhook/signingSecret', 'required'],
    [{ webhook: { enabled: true, url: 'https://hooks.contoso.com/', signingSecret: 'whsec_c2hvcnQ=' } }, '/webhook/signingSecret', 'signing-secret'],
    [{ webhook: { enabled: true, url: 'https://hooks.contoso.com/', signingSecret: 'no base64, though it is long enough' } }, '/webhook/signingSecret', 'signing-secret'],
    [{ mail: { ...mailOn.mail, to: [] } }, '/mail/to', 'required'],
    [{ mail: { ...mailOn.mail, to: ['ops@contoso.com', 'OPS@contoso.com'] } }, '/mail/to', 'twice'],
    [{ mail: { ...mailOn.mail, to: ['ops@contoso.com', 'nobody'] } }, '/mail/to/1', 'email'],
    [{ mail: { ...mailOn.mail, to: Array.from({ length: 21 }, (_, at) => `a${at}@contoso.com`) } }, '/mail/to', 'too-many'],
    [{ mail: { ...mailOn.mail, smtp: { ...mailOn.mail.smtp, encryption: 'none' } } }, '/mail/smtp/encryption', 'password-unencrypted'],
    [{ mail: { ...mailOn.mail, from: 'postern' } }, '/mail/from', 'email'],
    [{ language: 'fr' }, '/language', 'language'],
    [{ more: 1 }, '/more', 'unknown-member'],
  ])('refuse %j at %s as %s', async (given, pointer, code) => {
    const { put } = await system();
    const { status, body } = await put({ ...webhookOn, ...given });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer, code }]);
  });

  test('take http to an address of a private network, where nobody else reads along', async () => {
    const { put } = await system();
    for (const url of ['http://192.168.1.20:8080/hook', 'http://10.0.0.4/', 'http://[fd00::4]/']) expect((await put({ ...webhookOn, webhook: { enabled: true, url, signingSecret } })).status).toBe(200);
  });

  test('are read by all, without what may be a key in the address; changed and tried by those who may', async () => {
    const { ask, put, become } = await system();
    await put({ ...webhookOn, webhook: { enabled: true, url: 'https://hooks.contoso.com/run?sig=s3cr3tpart', signingSecret } });
    await become('basic');
    const { status, text, body } = await ask('GET', api.notices);
    expect([status, body.webhook.url]).toEqual([200, 'https://hooks.contoso.com/run?…']);
    expect(text).not.toContain('s3cr3tpart');
    expect((await ask('GET', api.noticesStatus)).status).toBe(200);
    for (const refused of [await put(webhookOn), await ask('POST', api.noticesTest, { channel: 'webhook' }), await ask('POST', api.noticesCalendarKey), await ask('DELETE', api.noticesCalendarKey)]) expect(refused.status).toBe(403);
    await become('advanced');
    expect((await ask('GET', api.notices)).body.webhook.url).toContain('?sig=s3cr3tpart');
  });
});

describe('a test notice', () => {
  test('goes out by what is saved, and by what is typed with the stored secret', async () => {
    const { ask, sent, notices, events, end } = await noticeSystem();
    const saved = await ask('POST', api.noticesTest, { channel: 'webhook' });
    expect(saved.body).toMatchObject({ target: 'hooks.contoso.com', diagnosis: null });
    const { signingSecret: _secret, ...webhook } = webhookOn.webhook;
    const draft = await ask('POST', api.noticesTest, { channel: 'webhook', draft: { ...webhookOn, language: 'de', webhook: { ...webhook, url: 'https://hooks.contoso.com/typed' } } });
    expect(draft.body).toMatchObject({ diagnosis: null });
    expect(sent.map(({ url }) => url)).toEqual(['https://hooks.contoso.com/postern', 'https://hooks.contoso.com/typed']);
    expect(notices()).toMatchObject([{ kind: 'test', title: 'Test notice', id: saved.body.id, total: 0, groups: [] }, { kind: 'test', title: 'Testbenachrichtigung' }]);
    expect((await ask('GET', api.noticesStatus)).body.webhook.lastSent).toEqual({ at: saved.body.at, kind: 'test' });
    expect(await events('test-notice-sent')).toMatchObject([{ actor: 'admin', params: { target: 'hooks.contoso.com' } }, { actor: 'admin' }]);
    await end();
  });

  test('by mail says in both words that it is one', async () => {
    const { ask, mails, end } = await noticeSystem({ settings: mailOn });
    expect((await ask('POST', api.noticesTest, { channel: 'mail' })).body).toMatchObject({ target: 'ops@contoso.com, it@contoso.com', diagnosis: null });
    expect(mails).toMatchObject([{ subject: 'Postern: Test notice', text: expect.stringContaining('This is a test.') }, { to: 'it@contoso.com' }]);
    await end();
  });

  test('that fails says why, and is not tried again', async () => {
    const { ask, world, sent, pass, events, end } = await noticeSystem();
    world.hook = () => new Response(null, { status: 500 });
    expect((await ask('POST', api.noticesTest, { channel: 'webhook' }, { 'Accept-Language': 'de' })).body.diagnosis).toMatchObject({ code: 'webhook-broken', cause: 'hooks.contoso.com hat selbst eine Störung (HTTP 500).' });
    await pass(3_600);
    expect(sent).toHaveLength(1);
    expect(await events('test-notice-failed')).toMatchObject([{ params: { code: 'webhook-broken' } }]);
    await end();
  });

  test('of a channel that is off is refused, and too many of them, too', async () => {
    const { ask, end } = await noticeSystem();
    expect((await ask('POST', api.noticesTest, { channel: 'mail' })).body.errors).toMatchObject([{ pointer: '/channel', code: 'channel-off' }]);
    expect((await ask('POST', api.noticesTest, { channel: 'pigeon' })).body.errors).toMatchObject([{ pointer: '/channel', code: 'notice-channel' }]);
    for (let one = 0; one < 9; one++) await ask('POST', api.noticesTest, { channel: 'webhook' });
    const refused = await ask('POST', api.noticesTest, { channel: 'webhook' });
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '10']);
    await end();
  });
});
