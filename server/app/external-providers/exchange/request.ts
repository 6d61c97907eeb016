import type { Confidential } from '../../../confidential.ts';
import { createHider, type Hider } from '../../../hide-secrets.ts';
import { ConnectionFailure } from '../../../ports.ts';
import type { Call, ExchangePlace } from './place.ts';

// One for all mailboxes that are asked with the same token.
const hiders = new WeakMap<Confidential, Hider>();
const timeoutMs = 20_000;
/** As many bytes as an answer may have: 10,000 appointments have six million. */
const mostBytes = 16 * 1024 * 1024;

/** What came back, whatever it is. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** One request, signed in, read to its end within 20 s. Rejects with `ConnectionFailure`, or with the signal's reason. */
export async function request(call: Call, place: ExchangePlace, url: string, init: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string }): Promise<Answer> {
  return within(call, async (signal) => {
    const response = await call.ports.fetch(url, { ...init, headers: { Authorization: authorization(place), ...init.headers }, redirect: 'manual', signal, mostBytes, secrets: [secretOf(place)] });
    return { status: response.status, headers: response.headers, text: await readText(response) };
  });
}

/** Hides what a place is asked with in what it answers. */
export function hiderOf(place: ExchangePlace): Hider {
  const secret = secretOf(place);
  const known = hiders.get(secret) ?? createHider();
  if (!hiders.has(secret)) known.add([secret]);
  hiders.set(secret, known);
  return known;
}

function secretOf({ credentials }: ExchangePlace): Confidential {
  return 'accessToken' in credentials ? credentials.accessToken : credentials.password;
}

function authorization({ credentials }: ExchangePlace): string {
  if ('accessToken' in credentials) return `Bearer ${credentials.accessToken.reveal()}`;
  const bytes = new TextEncoder().encode(`${credentials.user}:${credentials.password.reveal()}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

async function within<T>({ ports, signal }: Call, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const over = new AbortController();
  const limit = new AbortController();
  void ports.clock.sleep(timeoutMs, over.signal).then(() => limit.abort(new ConnectionFailure('timeout')));
  const either = AbortSignal.any([signal, limit.signal]);
  try {
    return await Promise.race([work(either), whenAborted(either)]);
  } catch (error) {
    throw either.aborted ? either.reason : error;
  } finally {
    over.abort();
  }
}

// A port that does not listen to the signal is not waited for.
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_done, failed) => signal.addEventListener('abort', () => failed(signal.reason as Error), { once: true }));
}

async function readText(response: Response): Promise<string> {
  if (Number(response.headers.get('Content-Length') ?? 0) > mostBytes) {
    await response.body?.cancel();
    throw new ConnectionFailure('protocol', 'TOO_LARGE');
  }
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new ConnectionFailure('protocol', 'TOO_LARGE');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
