import type { Clock, Ports, Probe } from '../../../ports.ts';

const keptMs = 10 * 60_000;
const ofIdentity = /\/oauth2\/v2\.0\/token$|\/\.well-known\/openid-configuration$/;

/**
 * The same doors for many who ask the same: what the identity endpoint has answered to a request is its answer to the next one that is the same, for ten minutes; so is what a host has answered to a probe.
 * So one token serves all queue pilots of an application, and each of them signs in to its mailbox by itself.
 */
export function shareAnswers<Given extends { ports: Ports }>(given: Given): Given {
  const { ports } = given;
  return { ...given, ports: { ...ports, fetch: shareFetch(ports), probe: shareProbe(ports) } };
}

interface Answer {
  status: number;
  headers: [string, string][];
  text: string;
}

function shareFetch({ fetch, clock }: Ports): Ports['fetch'] {
  const once = createOnce<Answer>(clock);
  return async (url, init) => {
    if (!ofIdentity.test(new URL(url).pathname)) return fetch(url, init);
    const ask = async (): Promise<Answer> => {
      const response = await fetch(url, init);
      return { status: response.status, headers: [...response.headers], text: await response.text() };
    };
    const { status, headers, text } = await once(`${init.method ?? 'GET'} ${url} ${String(init.body ?? '')}`, ask, (answer) => answer.status === 200 || answer.status === 400 || answer.status === 401);
    return new Response(text === '' ? null : text, { status, headers });
  };
}

function shareProbe({ probe, clock }: Ports): Probe {
  const reached = createOnce<{ address: string }>(clock);
  const secured = createOnce<Awaited<ReturnType<Probe['tls']>>>(clock);
  return {
    reach: (host, port, signal) => reached(`${host} ${port}`, () => probe.reach(host, port, signal), () => true),
    tls: (server, note, signal) => secured(JSON.stringify(server), () => probe.tls(server, note, signal), () => true),
  };
}

// What was not answered is asked for again by the next one.
function createOnce<T>(clock: Clock) {
  const kept = new Map<string, { at: number; answer: Promise<T | null> }>();
  return async (key: string, ask: () => Promise<T>, isKept: (answer: T) => boolean): Promise<T> => {
    const now = clock.now().getTime();
    const known = kept.get(key);
    const answer = known && now - known.at < keptMs ? await known.answer : null;
    if (answer !== null) return answer;
    const asked = ask();
    kept.set(key, { at: now, answer: asked.then((found) => (isKept(found) ? found : null), () => null) });
    return asked;
  };
}
