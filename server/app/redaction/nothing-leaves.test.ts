import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { processState } from '../../memory/shared-state.ts';
import { createMemoryStore } from '../../memory/store.ts';
import { createLog } from '../../node/log.ts';
import type { Ports } from '../../ports.ts';
import { formOf } from '../backup/testing.ts';
import { unzip } from '../diagnosis-logs/testing.ts';
import { settings, testBackend } from '../testing.ts';
import { asRead, echoingWorld, encodings, findLeak, manners, type Manner } from './testing.ts';

// The same cases each time.
fc.configureGlobal({ seed: 20261125 });

const typed = fc.string({ unit: fc.constantFrom(...'abcdefGHIJKL0123456789~.+/=%&\\"\'<>- äß€'), minLength: 12, maxLength: 40 }).filter((text) => new Set(text).size >= 8 && text.trim() === text);
const issued = fc.string({ unit: fc.constantFrom(...'abcdefGHIJKL0123456789-_'), minLength: 40, maxLength: 400 }).filter((text) => new Set(text).size >= 8);

/** A system in an echoing world, and everything that it says and stores. */
async function system(encode: (secret: string) => string, manner: Manner, token: string, doors: Partial<Ports> = {}) {
  const texts: Record<string, string> = { log: '' };
  const state = processState();
  const log = createLog('info', { write: (line: string) => void (texts['log'] += line) });
  const made = testBackend({ ports: { ...echoingWorld(encode, manner, token), store: createMemoryStore(state), log, ...doors } });
  let asked = 0;
  const hear = (what: string, { text, headers }: Awaited<ReturnType<typeof made.ask>>) => {
    // The session's token belongs to whoever asks.
    const others = [...headers].filter(([name]) => name !== 'x-session');
    texts[`answer ${(asked += 1)}: ${what}`] = asRead(`${text}\n${JSON.stringify(others)}`);
  };
  const ask = async (...given: Parameters<typeof made.ask>) => {
    const answer = await made.ask(...given);
    hear(`${given[0]} ${given[1]}`, answer);
    return answer;
  };
  await made.signIn();
  return {
    ...made,
    ask,
    async put(path: string, value: object) {
      const { etag } = await ask('GET', path);
      return ask('PUT', path, value, { 'If-Match': etag ?? '' });
    },
    /** A check with its transcript, as it was saved and as a draft. */
    async check(of: { function: string; ref?: string; input?: object }, draft: object) {
      for (const tried of [undefined, draft]) {
        const ended = await made.check(tried, of);
        hear('check', ended);
        await ask('GET', api.transcript(ended.body.id));
      }
    },
    /** What anybody could read afterwards. */
    async everything() {
      // Time may have passed.
      expect((await ask('POST', api.session, { username: 'admin', password: 'correct horse' })).status).toBe(201);
      for (const path of [api.functions, api.checkRuns, api.events, api.applications, api.health, api.checks, api.emailForwarding, api.exchangeCalendar, api.authorization, api.queues]) await ask('GET', path);
      const zip = await made.send('POST', api.diagnosisLogs, { sources: ['event-log', 'framework-protocol'], from: '2026-11-24T00:00:00Z', to: '2026-11-26T00:00:00Z' });
      expect(zip.status).toBe(200);
      for (const [name, text] of Object.entries(await unzip(new Uint8Array(await zip.arrayBuffer())))) texts[name] = asRead(text);
      texts['store'] = asRead(await state.update(async (value) => ({ result: JSON.stringify(value) })));
      return { ...texts, log: asRead(texts['log'] ?? '') };
    },
  };
}

type System = Awaited<ReturnType<typeof system>>;

const sendTo = { input: { sendTo: 'admin@contoso.com' } };
const application = { cloud: 'global', tenantId: 'contoso.com', applicationId: settings.applicationId };

/** What an administrator does with a secret that he types. */
const journeys: Record<string, (system: System, secret: string) => Promise<void>> = {
  async 'a password for mail'({ put, check }, password) {
    const basic = { ...settings, authMethod: 'basic', username: 'pbx@contoso.com', password, smtp: { ...settings.smtp, host: 'relay.contoso.com' } };
    await put(api.emailForwarding, basic);
    await check({ function: 'email-forwarding', ...sendTo }, { ...basic, username: 'other@contoso.com' });
  },
  async 'the client secret of an application'({ put, check }, clientSecret) {
    const oauth = { ...settings, authMethod: 'microsoft-oauth-application', clientSecret, scope: 'https://outlook.office365.com/.default' };
    await put(api.emailForwarding, oauth);
    await check({ function: 'email-forwarding', ...sendTo }, { ...oauth, tenantId: 'fabrikam.com' });
  },
  async 'a password for a calendar'({ put, check, ask }, password) {
    const calendar = { authMethod: 'basic', access: 'ews', cloud: 'global', server: 'https://mail.contoso.com/EWS/Exchange.asmx', username: 'pbx@contoso.com', password };
    await put(api.exchangeCalendar, calendar);
    await check({ function: 'exchange-calendar' }, calendar);
    await ask('POST', api.mailboxPreview, { mailbox: 'sara@contoso.com', timeZone: 'Europe/Berlin', language: 'en', autoBackToOffice: true });
  },
  async 'the client secret of a calendar'({ put, check, ask }, clientSecret) {
    const calendar = { authMethod: 'microsoft-oauth', access: 'graph', ...application, server: 'https://graph.microsoft.com/v1.0', scope: 'https://graph.microsoft.com/.default', username: 'pbx@contoso.com', clientSecret };
    await put(api.exchangeCalendar, calendar);
    await check({ function: 'exchange-calendar' }, { ...calendar, tenantId: 'fabrikam.com' });
    await ask('POST', api.mailboxPreview, { mailbox: 'sara@contoso.com', timeZone: 'Europe/Berlin', language: 'en', autoBackToOffice: true });
  },
  async 'the secrets of queue pilots'({ ask, check }, secret) {
    const queue = await ask('POST', api.queues, { name: 'Sales', number: '850' });
    const oauth = { type: 'email', authMethod: 'oauth', ...application, username: 'sales@contoso.com', clientSecret: secret };
    const basic = { type: 'email', authMethod: 'basic', username: 'orders@contoso.com', server: 'mail.contoso.com', port: 995, password: secret };
    for (const value of [oauth, basic]) {
      const pilot = await ask('POST', api.pilots(queue.body.id), value);
      expect(pilot.status).toBe(201);
      await check({ function: 'queue-pilot', ref: `${queue.body.id}/${pilot.body.id}` }, value);
    }
  },
  async 'the secrets of notices'({ put, ask }, secret) {
    const key = new TextEncoder().encode(secret.padEnd(24, secret)).slice(0, 64);
    const value = {
      language: 'en',
      webhook: { enabled: true, url: 'https://hooks.contoso.com/', signingSecret: btoa(String.fromCharCode(...key)) },
      mail: { enabled: true, smtp: { host: 'alerts.contoso.com', port: 587, encryption: 'starttls' }, username: 'postern', password: secret, from: 'postern@contoso.com', to: ['ops@contoso.com'] },
    };
    expect((await put(api.notices, value)).status).toBe(200);
    for (const channel of ['webhook', 'mail']) for (const draft of [undefined, value]) expect((await ask('POST', api.noticesTest, { channel, draft })).status).toBe(200);
    await ask('POST', api.noticesCalendarKey);
    for (const path of [api.notices, api.noticesStatus]) await ask('GET', path);
  },
  async 'a client secret that is renewed'({ ask, put }, clientSecret) {
    const oauth = { ...settings, authMethod: 'microsoft-oauth-application', clientSecret: 'first8Q~of-the-application', scope: 'https://outlook.office365.com/.default' };
    await put(api.emailForwarding, oauth);
    const path = api.renewal(application.cloud, application.tenantId, application.applicationId);
    await ask('POST', path, { clientSecret });
    while ((await ask('GET', path)).body.state === 'checking') await new Promise((done) => setTimeout(done));
    await ask('GET', api.renewalUses(application.cloud, application.tenantId, application.applicationId));
    await ask('POST', path, { clientSecret: `${clientSecret}\u200b` });
    await ask('GET', api.application(application.cloud, application.tenantId, application.applicationId));
  },
  async 'settings that are refused'({ put, ask }, secret) {
    await put(api.emailForwarding, { ...settings, authMethod: 'basic', password: secret, clientSecret: secret, smtp: { host: 'no host', port: 0, encryption: 'tls' } });
    await ask('PUT', api.emailForwarding, { ...settings, password: secret });
    await ask('PUT', api.exchangeCalendar, { password: secret, clientSecret: [secret] }, { 'If-Match': '"0"' });
    await ask('POST', api.checks, { function: 'email-forwarding', ...sendTo, draft: { ...settings, authMethod: 'basic', password: secret, clientSecret: secret } });
    await ask('POST', api.emailForwarding, `{"password":"${secret}`);
  },
  async 'a wrong password of an administrator'({ ask }, password) {
    await ask('POST', api.session, { username: 'admin', password });
    await ask('POST', api.setup, { code: 'ABCD-EFGH', username: 'other', password });
    await ask('POST', api.session, { username: 'nobody', password, more: password });
    // Typed into the wrong field.
    for (let count = 0; count < 6; count++) await ask('POST', api.session, { username: password, password: 'correct horse' });
  },
  async 'passwords of administrators'({ ask }, password) {
    const berta = { username: 'berta', role: 'basic', language: 'en', password, ownPassword: 'correct horse' };
    const { body } = await ask('POST', api.administrators, berta);
    await ask('POST', api.administrators, { ...berta, ownPassword: password });
    const { body: all } = await ask('GET', api.administrators);
    for (const { id } of [body, ...(all?.items ?? [])]) {
      await ask('PUT', api.administrator(id), { ...berta, role: 'expert' }, { 'If-Match': '"1"' });
      await ask('DELETE', api.administratorSessions(id), { ownPassword: password });
      await ask('DELETE', api.administrator(id), { ownPassword: password, password }, { 'If-Match': '"1"' });
    }
    await ask('PUT', api.account, { password: `${password}, changed`, ownPassword: password });
  },
};

describe.each(Object.entries(journeys))('%s', (_name, journey) => {
  test.each(manners)('leaves by nothing where the world answers with it (%s)', async (manner) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.values(encodings)), typed, issued, async (encode, secret, token) => {
        const made = await system(encode, manner, token);
        await journey(made, secret);
        const texts = await made.everything();
        expect(findLeak(texts, secret)).toBeNull();
        expect(findLeak(texts, token)).toBeNull();
      }),
      { numRuns: 8 },
    );
  });
});

test.each(manners)('a device code and the tokens that come for it leave by nothing (%s)', async (manner) => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.values(encodings)), issued, async (encode, token) => {
      const made = await system(encode, manner, token);
      const life = new AbortController();
      const work = made.backend.run(life.signal);
      await made.put(api.emailForwarding, settings);
      await made.ask('POST', api.authorization);
      for (let step = 0; step < 4; step += 1) {
        await made.idle();
        made.forward(step < 2 ? 10 : 3600);
      }
      const texts = await made.everything();
      life.abort();
      await work;
      expect(findLeak(texts, token)).toBeNull();
    }),
    { numRuns: 8 },
  );
});

// The world says nothing here, and each passphrase takes its time.
test('the passphrase of a backup, and the secrets in it, leave by nothing', { timeout: 30_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(typed, typed, async (passphrase, secret) => {
      const made = await system(String, 'well', 'x'.repeat(40));
      const password = 'correct horse';
      await made.put(api.emailForwarding, { ...settings, authMethod: 'basic', username: 'pbx@contoso.com', password: secret, smtp: { ...settings.smtp, host: 'relay.contoso.com' } });
      const { text, status } = await made.ask('POST', api.backup, { secrets: 'sealed', passphrase, password });
      expect(status).toBe(200);
      expect((await made.ask('POST', api.restore, formOf(text, { passphrase, password }))).status).toBe(200);
      await made.ask('POST', api.restore, formOf(text, { passphrase: `${passphrase}x`, password }));
      await made.ask('POST', api.restore, formOf(text, { passphrase, password: secret }));
      await made.ask('POST', api.restore, formOf(secret, { passphrase, password, more: secret }));
      await made.ask('POST', api.backup, { secrets: secret, passphrase: [secret], password: { secret } });
      const texts = await made.everything();
      expect(findLeak(texts, secret)).toBeNull();
      expect(findLeak(texts, passphrase)).toBeNull();
    }),
    { numRuns: 4 },
  );
});

test('an adapter for secrets that fails with what it was given says nothing of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.values(encodings)), typed, async (encode, secret) => {
      const { secrets } = testBackend().ports;
      const fail = (value: { reveal(): string }) => Promise.reject(new Error(`cannot take ${encode(value.reveal())}`, { cause: new Error(encode(value.reveal())) }));
      const broken = await system(encode, 'well', 'x'.repeat(40), { secrets: { ...secrets, seal: fail, verifyPassword: (password, hash) => (password.reveal() === secret ? fail(password) : secrets.verifyPassword(password, hash)) } });
      await broken.ask('POST', api.session, { username: 'admin', password: secret });
      await broken.put(api.emailForwarding, { ...settings, authMethod: 'basic', username: 'pbx@contoso.com', password: secret });
      const texts = await broken.everything();
      expect(texts['log']).toContain('a request failed');
      expect(findLeak(texts, secret)).toBeNull();
    }),
    { numRuns: 25 },
  );
});

test.each(Object.keys(encodings))('a leak would be found: an answer with a secret %s', async (name) => {
  const encode = encodings[name] ?? String;
  const secret = 'Zos8Q~a+b%c&d=e/f_planted"ä';
  const made = await system(encode, 'well', 'x'.repeat(40));
  await made.ask('PUT', api.emailForwarding, settings, { 'If-Match': '"0"' });
  const texts = await made.everything();
  expect(findLeak(texts, secret)).toBeNull();
  expect(findLeak({ ...texts, leaking: asRead(JSON.stringify({ raw: encode(secret) })) }, secret)).toContain('leaking');
  expect(findLeak({ ...texts, log: asRead(`${texts['log']}\n${JSON.stringify({ msg: encode(secret) })}`) }, secret)).toContain('log');
});
