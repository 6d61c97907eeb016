import type { NoticeChannel, Notices } from '../../../contract/notices.ts';
import type { Confidential } from '../../confidential.ts';
import type { NoticeRow } from '../../notice-rows.ts';
import { StoreUnavailable } from '../../store.ts';
import type { Context } from '../context.ts';
import { openSecret } from '../secrets/bound-secret.ts';
import { mailOf } from './mail-text.ts';
import { sendMail } from './mail.ts';
import { mailPasswordOf, signingSecretOf } from './secrets.ts';
import { isForwardingServer } from './settings.ts';
import { sendWebhook, type Outcome } from './webhook.ts';
import { renderNotice } from './words.ts';

/** Where and how notices go: the settings, and a secret when it is needed, null where it cannot be opened. */
export interface Way {
  settings: Pick<Notices, 'language' | 'webhook' | 'mail'>;
  signingSecret: () => Promise<Confidential | null>;
  password: () => Promise<Confidential | null>;
}

/** The way of what is saved. */
export function savedWay({ ports }: Context, settings: Way['settings']): Way {
  const open = async (secret: ReturnType<typeof signingSecretOf>) => {
    const row = await ports.store.transaction((rows) => rows.secrets.get(secret.name));
    return row && openSecret(ports, secret, row);
  };
  return { settings, signingSecret: () => open(signingSecretOf(settings)), password: () => open(mailPasswordOf(settings)) };
}

/** Who gets a notice by this channel, for the record: the webhook's host, or the recipients. */
export function targetOf({ webhook, mail }: Way['settings'], channel: NoticeChannel): string {
  if (channel === 'mail') return mail.to.join(', ');
  return URL.canParse(webhook.url) ? new URL(webhook.url).host : webhook.url;
}

/** Sends a notice once, by this channel; recipients of a mail that have got it are put into `done`. Mail never goes through the server of E-mail forwarding. Rejects where `signal` is aborted. */
export async function sendNotice(context: Context, way: Way, channel: NoticeChannel, notice: NoticeRow, done: string[], signal: AbortSignal): Promise<Outcome> {
  try {
    return await send(context, way, channel, notice, done, signal);
  } catch (error) {
    if (signal.aborted || error instanceof StoreUnavailable) throw error;
    context.ports.log.error({ notice: notice.id, channel, error: String(error) }, 'a notice failed without words for it');
    return { diagnosis: { code: 'internal-fault', params: {} }, final: false, retryAfterSeconds: null };
  }
}

async function send(context: Context, { settings, ...secrets }: Way, channel: NoticeChannel, notice: NoticeRow, done: string[], signal: AbortSignal): Promise<Outcome> {
  const { ports, config } = context;
  const data = renderNotice(notice, settings.language, { now: ports.clock.now(), publicUrl: config.publicUrl });
  if (channel === 'webhook') {
    const secret = await secrets.signingSecret();
    return secret ? sendWebhook(context, { url: settings.webhook.url, secret }, data, signal) : unreadable;
  }
  const { mail } = settings;
  const { host, port } = mail.smtp;
  if (await ports.store.transaction((rows) => isForwardingServer(rows, host))) return { diagnosis: { code: 'notice-mail-server-same', params: { host, port } }, final: false, retryAfterSeconds: null };
  const password = mail.username ? await secrets.password() : null;
  if (mail.username && !password) return unreadable;
  return sendMail(context, { ...mail, password }, { id: notice.id, ...mailOf(data, settings.language) }, done, signal);
}

const unreadable: Outcome = { diagnosis: { code: 'secret-unreadable', params: {} }, final: false, retryAfterSeconds: null };
