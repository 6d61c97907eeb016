import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import type { Confidential } from '../../confidential.ts';
import { ConnectionFailure } from '../../ports.ts';
import type { Context } from '../context.ts';
import { diagnoseWebhook, diagnoseWebhookStatus, webhookSilent } from '../diagnosis/webhook.ts';
import { signWebhook } from './sign.ts';
import { withTimeLimit } from './time-limit.ts';
import type { NoticeData } from './words.ts';

const limitSeconds = 10;
const longestWaitSeconds = 6 * 3600;
const mostBytes = 256 * 1024;

/** How a try ended: null where it arrived. */
export type Outcome = { diagnosis: StoredDiagnosis; /** It makes no sense to try again. */ final: boolean; retryAfterSeconds: number | null } | null;

/** Sends a notice to a webhook, signed. No redirect is followed, and nothing of the answer is kept but its status. Rejects where `outer` is aborted. */
export function sendWebhook({ ports, config }: Context, { url, secret }: { url: string; secret: Confidential }, data: NoticeData, outer: AbortSignal): Promise<Outcome> {
  return withTimeLimit(ports.clock, limitSeconds * 1000, outer, async (signal, isOver) => {
    const body = JSON.stringify({ type: `notice.${data.kind}`, timestamp: data.at, data });
    const timestamp = Math.floor(ports.clock.now().getTime() / 1000);
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': `Postern/${config.version}`,
      'webhook-id': data.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': await signWebhook(secret, { id: data.id, timestamp, body }),
    };
    try {
      const { status, headers: answered } = await ports.fetch(url, { method: 'POST', headers, body, signal, mostBytes, secrets: [secret] });
      if (status >= 200 && status < 300) return null;
      return { diagnosis: diagnoseWebhookStatus(url, status), final: status === 410, retryAfterSeconds: retryAfter(answered.get('Retry-After'), ports.clock.now()) };
    } catch (error) {
      outer.throwIfAborted();
      if (isOver()) return { diagnosis: webhookSilent(url, limitSeconds), final: false, retryAfterSeconds: null };
      if (error instanceof ConnectionFailure) return { diagnosis: diagnoseWebhook(error, url, limitSeconds), final: false, retryAfterSeconds: null };
      throw error;
    }
  });
}

// Seconds, or a date: RFC 9110 section 10.2.3.
function retryAfter(value: string | null, now: Date): number | null {
  if (value === null) return null;
  const seconds = /^\d{1,9}$/.test(value.trim()) ? Number(value) : (Date.parse(value) - now.getTime()) / 1000;
  return Number.isNaN(seconds) ? null : Math.min(Math.max(0, Math.ceil(seconds)), longestWaitSeconds);
}
