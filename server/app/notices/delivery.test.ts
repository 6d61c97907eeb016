import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { ConnectionFailure } from '../../ports.ts';
import { pauses } from './deliver.ts';
import { forwarding, mailOn, noticeSystem, webhookOn } from './testing.ts';

const status = (code: number, headers: Record<string, string> = {}) => () => new Response(null, { status: code, headers });

describe('a webhook', () => {
  test('that fails is tried again after one minute, five, thirty, two hours and so on, for about a day; then it is given up, and the record says so', async () => {
    const { world, fail, sent, notices, pass, events, end } = await noticeSystem();
    world.hook = status(500);
    await fail(1);
    await pass(31);
    for (const pause of pauses) {
      await pass(pause * 60 - 10);
      await pass(10);
    }
    await pass(86_400);
    expect(pauses.reduce((sum, pause) => sum + pause, 0) / 60).toBeCloseTo(23.6, 1);
    expect(sent.slice(1).map(({ at }, index) => Math.round((Date.parse(at) - Date.parse(sent[index]?.at ?? '')) / 60_000))).toEqual(pauses);
    expect(new Set(notices().map(({ id }) => id)).size).toBe(1);
    expect(new Set(sent.map(({ headers }) => headers.get('webhook-id'))).size).toBe(1);
    expect((await events('notice-failed', 'notice-given-up')).map(({ kind, params }) => [kind, params['code'], params['target']])).toEqual([['notice-failed', 'webhook-broken', 'hooks.contoso.com'], ['notice-given-up', 'webhook-broken', 'hooks.contoso.com']]);
    await end();
  });

  test('that comes back gets what it has missed, and the status says how it stands', async () => {
    const { world, fail, sent, pass, ask, end } = await noticeSystem();
    world.hook = status(503, { 'Retry-After': '600' });
    await fail(1);
    await pass(31);
    const failing = (await ask('GET', api.noticesStatus, undefined, { 'Accept-Language': 'de' })).body;
    expect(failing).toMatchObject({ webhook: { lastSent: null, waiting: 1, failure: { diagnosis: { code: 'webhook-broken', cause: 'hooks.contoso.com hat selbst eine Störung (HTTP 503).' } } }, mail: { waiting: 0, failure: null } });
    world.hook = status(204);
    await pass(300);
    expect(sent).toHaveLength(1);
    await pass(300);
    expect(sent).toHaveLength(2);
    expect((await ask('GET', api.noticesStatus)).body.webhook).toMatchObject({ lastSent: { kind: 'failed' }, failure: null, waiting: 0, nextTry: null });
    await end();
  });

  test('that answers after a minute is not waited for: ten seconds are the most', async () => {
    const { world, fail, sent, pass, ask, end } = await noticeSystem();
    world.hook = () => 'nothing';
    await fail(1);
    await pass(31);
    expect(sent).toHaveLength(1);
    await pass(3);
    expect((await ask('GET', api.noticesStatus)).body.webhook.failure).toBeNull();
    await pass(4);
    expect((await ask('GET', api.noticesStatus)).body.webhook.failure.diagnosis).toMatchObject({ code: 'webhook-silent', cause: 'hooks.contoso.com did not answer within 10 seconds.' });
    await end();
  });

  test('that is gone for good is not tried again', async () => {
    const { world, fail, sent, pass, events, end } = await noticeSystem();
    world.hook = status(410);
    await fail(1);
    await pass(31);
    await pass(86_400);
    expect(sent).toHaveLength(1);
    expect(await events('notice-given-up')).toMatchObject([{ params: { code: 'webhook-gone' } }]);
    await end();
  });

  test.each([
    ['redirects', status(308, { Location: 'http://169.254.169.254/' }), 'webhook-redirected', 'hooks.contoso.com sends notices on to another address (HTTP 308). Postern does not follow: a notice goes only where it was addressed to.'],
    ['wants another signature', status(401), 'webhook-refused', 'hooks.contoso.com refuses the notice (HTTP 401).'],
    ['is not there', status(404), 'webhook-not-there', 'There is nothing at this address of hooks.contoso.com that takes a notice (HTTP 404).'],
    ['has another word', status(418), 'webhook-status', 'hooks.contoso.com answered with HTTP 418, not with one of 200 to 299, so the notice does not count as taken.'],
    ['points into the machine', () => new ConnectionFailure('forbidden-address'), 'webhook-forbidden-address', 'hooks.contoso.com is this machine itself or a link-local address; Postern does not connect there.'],
    ['refuses', () => new ConnectionFailure('refused', 'ECONNREFUSED'), 'webhook-connection-refused', 'hooks.contoso.com refuses connections at port 443.'],
    ['has no name', () => new ConnectionFailure('host-not-found', 'ENOTFOUND'), 'host-not-found', 'The name hooks.contoso.com cannot be resolved.'],
    ['has an old certificate', () => new ConnectionFailure('tls', 'CERT_HAS_EXPIRED'), 'certificate-expired', 'The certificate of hooks.contoso.com ended on ?.'],
    ['speaks no HTTP', () => new ConnectionFailure('protocol', 'NO_HTTP'), 'webhook-no-http', 'What answers at hooks.contoso.com:443 does not speak HTTP as expected, or does not come to an end.'],
    ['never ends', () => new ConnectionFailure('protocol', 'TOO_LARGE'), 'webhook-no-http', 'What answers at hooks.contoso.com:443 does not speak HTTP as expected, or does not come to an end.'],
  ] as const)('that %s is explained', async (_what, hook, code, cause) => {
    const { world, ask, end } = await noticeSystem();
    world.hook = hook;
    const { status: answered, body } = await ask('POST', api.noticesTest, { channel: 'webhook' });
    expect([answered, body.diagnosis.code]).toEqual([200, code]);
    expect(body.diagnosis.cause).toBe(cause);
    await end();
  });

  test('that is switched off, or is saved anew, makes what waits go, or come at once', async () => {
    const { world, fail, sent, pass, ask, end } = await noticeSystem();
    world.hook = status(500);
    await fail(1);
    await pass(31);
    world.hook = status(204);
    const saved = await ask('PUT', api.notices, { ...webhookOn, webhook: { enabled: true, url: 'https://hooks.contoso.com/other' } }, { 'If-Match': '"1"' });
    expect(saved.status).toBe(200);
    await pass(2);
    expect(sent.map(({ url }) => url)).toEqual(['https://hooks.contoso.com/postern', 'https://hooks.contoso.com/other']);
    world.hook = status(500);
    await fail(1, { code: 'mailbox-refused', params: {} });
    await pass(31);
    await ask('PUT', api.notices, { ...webhookOn, webhook: { enabled: false, url: '' } }, { 'If-Match': '"2"' });
    expect((await ask('GET', api.noticesStatus)).body.webhook.waiting).toBe(0);
    await pass(600);
    expect(sent).toHaveLength(3);
    await end();
  });
});

describe('mail', () => {
  test('goes to each recipient by the server of its own, in the language that is set', async () => {
    const { fail, mails, pass, events, end } = await noticeSystem({ settings: { ...mailOn, language: 'de' }, config: { publicUrl: 'https://postern.contoso.com' } });
    await fail(2);
    await pass(31);
    expect(mails.map(({ host, from, to, subject }) => [host, from, to, subject])).toEqual([
      ['alerts.contoso.com', 'postern@contoso.com', 'ops@contoso.com', 'Postern: 2 Funktionen und Warteschlangen-Piloten funktionieren nicht'],
      ['alerts.contoso.com', 'postern@contoso.com', 'it@contoso.com', 'Postern: 2 Funktionen und Warteschlangen-Piloten funktionieren nicht'],
    ]);
    expect(mails[0]?.text).toContain('\nWer: Entra-Administrator\n');
    expect(mails[0]?.text).toContain('\nKonsole öffnen: https://postern.contoso.com/\n');
    expect(await events('notice-sent')).toMatchObject([{ params: { target: 'ops@contoso.com, it@contoso.com', failed: 2 } }]);
    await end();
  });

  test('that one recipient is refused reaches the others, and none of them twice', async () => {
    const { world, fail, mails, pass, ask, end } = await noticeSystem({ settings: mailOn });
    world.recipient = 'ops@contoso.com';
    await fail(1);
    await pass(31);
    await pass(70);
    expect(mails.map(({ to }) => to)).toEqual(['it@contoso.com']);
    expect((await ask('GET', api.noticesStatus)).body.mail).toMatchObject({ waiting: 1, failure: { diagnosis: { code: 'notice-mail-refused', raw: '550 5.1.1 ops@contoso.com: no such user' } } });
    world.recipient = '';
    await pass(300);
    expect(mails.map(({ to }) => to)).toEqual(['it@contoso.com', 'ops@contoso.com']);
    expect(new Set(mails.map(({ messageId }) => messageId.replace(/\.\d@/, '@'))).size).toBe(1);
    await end();
  });

  test('never goes through the server of E-mail forwarding: neither when it is entered, nor when that one is changed to it later', async () => {
    const { fail, opened, pass, ask, end } = await noticeSystem({ settings: mailOn });
    const same = { ...mailOn, mail: { ...mailOn.mail, smtp: { ...mailOn.mail.smtp, host: 'Relay.contoso.com', port: 25 } } };
    for (const refused of [await ask('PUT', api.notices, same, { 'If-Match': '"1"' }), await ask('POST', api.noticesTest, { channel: 'mail', draft: same })]) {
      expect(refused.status).toBe(422);
      expect(refused.body.errors).toMatchObject([{ pointer: expect.stringMatching(/^(?:\/draft)?\/mail\/smtp\/host$/), code: 'same-server' }]);
    }
    await ask('PUT', api.emailForwarding, { ...forwarding, smtp: { ...forwarding.smtp, host: 'alerts.contoso.com' } }, { 'If-Match': '"1"' });
    await fail(1);
    await pass(31);
    expect(opened).toEqual([]);
    expect((await ask('GET', api.noticesStatus)).body.mail).toMatchObject({ waiting: 1, failure: { diagnosis: { code: 'notice-mail-server-same', owner: 'telephone-admin' } } });
    await end();
  });

  test('through another name of Exchange Online is refused, too', async () => {
    const { ask, end } = await noticeSystem({ settings: mailOn });
    const online = (host: string) => ({ host, port: 587, encryption: 'starttls' });
    await ask('PUT', api.emailForwarding, { ...forwarding, smtp: online('smtp.office365.com') }, { 'If-Match': '"1"' });
    const refused = await ask('PUT', api.notices, { ...mailOn, mail: { ...mailOn.mail, smtp: online('outlook.office365.com') } }, { 'If-Match': '"1"' });
    expect(refused.body.errors).toMatchObject([{ pointer: '/mail/smtp/host', code: 'same-server' }]);
    await end();
  });
});
