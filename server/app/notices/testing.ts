import { api } from '../../../contract/addresses.ts';
import type { NoticeBody } from '../../../contract/notices.ts';
import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import type { Config } from '../../config.ts';
import { ConnectionFailure, MailRefusal, type MailSession, type Secrets } from '../../ports.ts';
import { createSealing } from '../../sealing.ts';
import type { Store } from '../../store.ts';
import { newId } from '../ids.ts';
import { reachable, standingClock, testBackend } from '../testing.ts';
// It is loaded where something is sent first; here it is there, since that takes real time.
import './deliver.ts';
import { noteFailure } from './standings.ts';

export const signingSecret = `whsec_${btoa('a secret of thirty-two bytes, ok')}`;
export const webhookOn = { language: 'en', webhook: { enabled: true, url: 'https://hooks.contoso.com/postern', signingSecret }, mail: { enabled: false, smtp: { host: '', port: 587, encryption: 'starttls' }, from: '', to: [] } };
export const mailOn = {
  language: 'en',
  webhook: { enabled: false, url: '' },
  mail: { enabled: true, smtp: { host: 'alerts.contoso.com', port: 587, encryption: 'starttls' }, username: 'postern', password: 'another battery', from: 'postern@contoso.com', to: ['ops@contoso.com', 'it@contoso.com'] },
};
export const forwarding = {
  authMethod: 'basic',
  emailAddress: 'pbx@contoso.com',
  cloud: 'global',
  smtp: { host: 'relay.contoso.com', port: 587, encryption: 'starttls' },
  username: 'pbx@contoso.com',
  password: 'correct horse battery staple',
};
export const refusal = '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.';

export interface Sent {
  url: string;
  headers: Headers;
  body: string;
  at: string;
}

type Sealing = Pick<Secrets, 'seal' | 'open'>;
type Answer = Response | Error | 'nothing';
type Mail = Parameters<MailSession['send']>[0] & { host: string };

/** A system with E-mail forwarding, whose notices go into `sent` and `mails`; its background work runs until `end`. */
export async function noticeSystem(given: { store?: Store; secrets?: Sealing; time?: ReturnType<typeof standingClock>; config?: Partial<Config>; settings?: object | null } = {}) {
  const time = given.time ?? standingClock();
  const world = { signIn: '' as string | Error, recipient: '', hook: (() => new Response(null, { status: 204 })) as () => Answer };
  const sent: Sent[] = [];
  const mails: Mail[] = [];
  const opened: string[] = [];
  const sealing = given.secrets ?? createSealing(crypto.getRandomValues(new Uint8Array(32)));
  // Secrets that were opened, and have not gone out yet: what lies between takes real time.
  let underWay = 0;
  const made = testBackend({
    time,
    ...(given.config && { config: given.config }),
    ports: {
      ...(given.store && { store: given.store }),
      secrets: {
        ...sealing,
        hashPassword: async (password) => `hash of ${password.reveal()}`,
        verifyPassword: async (password, hash) => hash === `hash of ${password.reveal()}`,
        open(sealed, context) {
          if (context.includes('notices/')) underWay++;
          return sealing.open(sealed, context);
        },
      },
      probe: reachable,
      async fetch(url, { headers, body, signal }) {
        if (new URL(url).hostname !== 'hooks.contoso.com') throw new ConnectionFailure('refused', 'ECONNREFUSED');
        underWay = 0;
        sent.push({ url, headers: new Headers(headers), body: String(body), at: time.clock.now().toISOString() });
        const answer = world.hook();
        if (answer instanceof Error) throw answer;
        if (answer !== 'nothing') return answer;
        return new Promise((_done, failed) => signal?.addEventListener('abort', () => failed(signal.reason as Error), { once: true }));
      },
      mail: {
        openPop3: () => Promise.reject(new ConnectionFailure('refused')),
        async open({ host }) {
          underWay = 0;
          opened.push(host);
          return {
            async signIn() {
              if (host !== forwarding.smtp.host || world.signIn === '') return;
              throw world.signIn instanceof Error ? world.signIn : new MailRefusal('AUTH', world.signIn);
            },
            async send(mail) {
              if (mail.to === world.recipient) throw new MailRefusal('RCPT TO', `550 5.1.1 ${mail.to}: no such user`);
              mails.push({ ...mail, host });
              return '250 2.0.0 OK';
            },
            close: async () => {},
          };
        },
      },
    },
  });
  const { ask, ports, forward } = made;
  if (given.settings !== null) {
    await made.signIn();
    await ask('PUT', api.emailForwarding, forwarding, { 'If-Match': '"0"' });
    await ask('PUT', api.notices, given.settings ?? webhookOn, { 'If-Match': '"0"' });
  }
  const life = new AbortController();
  const work = made.backend.run(life.signal);
  // What was begun goes on until it waits for time or for the world.
  const settle = async () => {
    for (let round = 0; round < 12 || underWay > 0; round++) await new Promise((done) => setTimeout(done));
    for (let round = 0; round < 12; round++) await new Promise((done) => setTimeout(done));
  };
  const pass = async (seconds: number) => {
    for (const step of [seconds, 1, 1]) {
      forward(step);
      await settle();
    }
  };
  await pass(0);
  return {
    ...made,
    sealing,
    world,
    sent,
    mails,
    opened,
    pass,
    settle,
    /** The notices that came to the webhook, as they were sent. */
    notices: () => sent.map(({ body }) => (JSON.parse(body) as NoticeBody).data),
    /** Lets queue pilots fail for this reason, now. */
    fail: (count: number, diagnosis: StoredDiagnosis = { code: 'secret-expired', params: {} }) =>
      ports.store.transaction(async (rows) => {
        const at = ports.clock.now().toISOString();
        for (let one = 0; one < count; one++) await noteFailure(rows, { function: 'queue-pilot', ref: `${newId(ports.random)}/${newId(ports.random)}`, at, since: at, diagnosis, health: 'failing' });
      }),
    /** Signs in once more: time has passed. */
    signInAgain: () => ask('POST', api.session, { username: 'admin', password: 'correct horse' }),
    async events(...kinds: string[]) {
      const { items } = await ports.store.transaction(async (rows) => ({ items: await rows.events.list({ limit: 200 }) }));
      return items.filter(({ kind }) => kinds.includes(kind)).toReversed();
    },
    async end() {
      life.abort();
      await work;
    },
  };
}
