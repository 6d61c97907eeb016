import tls from 'node:tls';
import { Agent, request, type Dispatcher } from 'undici';
import { ConnectionFailure, type Ports } from '../ports.ts';
import { asConnectionFailure, type Dial } from './dial.ts';

const usualBytes = 1024 * 1024;

/** `fetch` over a dial: certificates always checked, no redirect followed, 1 MiB at most or as much as the request says, and `timeoutMs` for each part of the answer, or for all of it where no signal is given. */
export function createFetch(dial: Dial, timeoutMs = 20_000): Ports['fetch'] {
  const agent = new Agent({
    // Between the parts of an answer; who asks has a limit of his own for all of it.
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    // Longer than the pause between two polls, so that not each of them needs a handshake.
    keepAliveTimeout: 15_000,
    connect({ hostname, port, protocol, servername }, callback) {
      const encrypted = protocol === 'https:';
      const signal = AbortSignal.timeout(timeoutMs);
      dial(hostname, Number(port) || (encrypted ? 443 : 80), signal).then(
        (socket) => {
          if (!encrypted) return callback(null, socket);
          const secure = tls.connect({ socket, servername: servername ?? hostname, ALPNProtocols: ['http/1.1'] });
          secure.once('error', (error) => callback(error, null));
          secure.once('secureConnect', () => callback(null, secure));
        },
        (error: unknown) => callback(notConnected(error), null),
      );
    },
  });
  return async (url, init) => {
    const signal = init.signal ?? AbortSignal.timeout(timeoutMs);
    try {
      const headers = Object.fromEntries(new Headers(init.headers));
      const body = init.body === undefined || init.body === null ? null : String(init.body);
      const answer = await request(url, { method: (init.method ?? 'GET') as Dispatcher.HttpMethod, headers, body, signal, dispatcher: agent });
      const bytes = await readAll(answer.body, init.mostBytes ?? usualBytes);
      const empty = answer.statusCode === 204 || answer.statusCode === 304;
      const given = Object.entries(answer.headers).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]));
      return new Response(empty ? null : bytes, { status: answer.statusCode, headers: given });
    } catch (error) {
      if (init.signal?.aborted) throw init.signal.reason;
      throw asAnswerFailure(signal.aborted ? signal.reason : error);
    }
  };
}

// Who waits for a connection in vain must not be told that it stood and nothing came.
function notConnected(error: unknown): ConnectionFailure {
  const failure = asConnectionFailure(error);
  return failure.reason === 'timeout' && failure.code === null ? new ConnectionFailure('timeout', 'ETIMEDOUT', { cause: error }) : failure;
}

// undici's own words for an answer that does not come, and for one that is none of HTTP.
function asAnswerFailure(error: unknown): ConnectionFailure {
  const name = error instanceof Error ? error.name : '';
  if (name === 'HeadersTimeoutError' || name === 'BodyTimeoutError') return new ConnectionFailure('timeout', null, { cause: error });
  const isHttp = name !== 'HTTPParserError' && name !== 'HeadersOverflowError';
  return isHttp ? asConnectionFailure(error) : new ConnectionFailure('protocol', 'NO_HTTP', { cause: error });
}

async function readAll(body: AsyncIterable<Uint8Array> | null, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new ConnectionFailure('protocol', 'TOO_LARGE');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
