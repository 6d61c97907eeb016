import tls from 'node:tls';
import { Agent, fetch as undiciFetch } from 'undici';
import { ConnectionFailure, type Ports } from '../ports.ts';
import { asConnectionFailure, type Dial } from './dial.ts';

const timeoutMs = 20_000;
const mostBytes = 1024 * 1024;

/** `fetch` over a dial: certificates always checked, no redirect followed, 20 s and 1 MiB at most. */
export function createFetch(dial: Dial): Ports['fetch'] {
  const agent = new Agent({
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
    const own = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, own]) : own;
    try {
      const headers = Object.fromEntries(new Headers(init.headers));
      const body = init.body === undefined || init.body === null ? null : String(init.body);
      const answer = await undiciFetch(url, { method: init.method ?? 'GET', headers, body, redirect: 'manual', signal, dispatcher: agent });
      const bytes = await readAll(answer.body);
      const empty = answer.status === 204 || answer.status === 304;
      return new Response(empty ? null : bytes, { status: answer.status, headers: [...answer.headers] });
    } catch (error) {
      if (init.signal?.aborted) throw init.signal.reason;
      const cause = error instanceof TypeError && error.cause ? error.cause : error;
      throw asAnswerFailure(own.aborted ? own.reason : cause);
    }
  };
}

// Who waits for a connection in vain must not be told that it stood and nothing came.
function notConnected(error: unknown): ConnectionFailure {
  const failure = asConnectionFailure(error);
  return failure.reason === 'timeout' && failure.code === null ? new ConnectionFailure('timeout', 'ETIMEDOUT', { cause: error }) : failure;
}

// undici's own words: HPE_… for what is not HTTP, UND_ERR_… for what is too long or too late.
function asAnswerFailure(error: unknown): ConnectionFailure {
  const code = error instanceof Error ? String(Reflect.get(error, 'code')) : '';
  return /^HPE_|^UND_ERR_HEADERS_OVERFLOW$/.test(code) ? new ConnectionFailure('protocol', code, { cause: error }) : asConnectionFailure(error);
}

async function readAll(body: AsyncIterable<Uint8Array> | null): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new ConnectionFailure('protocol', 'TOO_LARGE');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
