import type { Confidential } from '../../confidential.ts';

const encoder = new TextEncoder();

/** The signature of a webhook by the Standard Webhooks convention 1.0: HMAC-SHA256 over id, time in seconds and body, each behind a full stop, as `v1,<base64>`. */
export async function signWebhook(secret: Confidential, { id, timestamp, body }: { id: string; timestamp: number; body: string }): Promise<string> {
  const bytes = Uint8Array.from(atob(secret.reveal().trim().replace(/^whsec_/, '')), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(`${id}.${timestamp}.${body}`)));
  return `v1,${btoa(String.fromCharCode(...signature))}`;
}
