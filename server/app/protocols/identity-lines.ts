import { createHider } from '../../hide-secrets.ts';
import { ConnectionFailure, type Ports } from '../../ports.ts';

/** One request to an identity endpoint and its answer, as lines without secrets; `error` is OAuth's own word. */
export interface IdentityTalk {
  lines: string[];
  error: string | null;
}

// More than is kept of a line.
const mostOfLine = 16_000;

// What may be seen of a request and of an answer. All else is shown by its name.
const shownParameters = ['grant_type', 'client_id', 'scope'];
const shownMembers = ['token_type', 'scope', 'expires_in', 'ext_expires_in', 'interval', 'verification_uri', 'error', 'error_description', 'error_codes', 'suberror', 'timestamp', 'trace_id', 'correlation_id', 'issuer', 'cloud_instance_name', 'tenant_region_scope', 'tenant_region_sub_scope'];
const secretMembers = ['access_token', 'refresh_token', 'id_token', 'device_code', 'user_code'];
const shownHeaders = ['Date', 'Retry-After', 'x-ms-request-id'];

/** A `fetch` to identity endpoints that tells each talk (RFC 6749, RFC 8628, OpenID Connect Discovery) when it has ended. */
export function tellingFetch(fetch: Ports['fetch'], tell: (talk: IdentityTalk) => void): Ports['fetch'] {
  return async (url, init) => {
    // Whoever was given a secret may repeat it.
    const hider = createHider();
    hider.add(init.secrets ?? []);
    const say = (lines: string[], error: string | null) => tell({ lines: lines.map((line) => hider.hide(line.slice(0, mostOfLine))), error });
    const asked = [`> ${init.method ?? 'GET'} ${url}`, ...formLines(init.body)];
    try {
      const response = await fetch(url, init);
      const text = await response.clone().text();
      const body = asObject(text);
      const error = body?.['error'];
      say([...asked, ...answerLines(response, text, body)], typeof error === 'string' ? error : null);
      return response;
    } catch (failure) {
      say([...asked, `< (no answer: ${failure instanceof ConnectionFailure ? failure.message : failure instanceof Error ? failure.name : 'unknown'})`], null);
      throw failure;
    }
  };
}

/** The same for whatever takes ports: its lines go to `note`. */
export function heard<Given extends { ports: Ports }>(given: Given, note: (line: string) => void): Given {
  const fetch = tellingFetch(given.ports.fetch, ({ lines }) => lines.forEach(note));
  return { ...given, ports: { ...given.ports, fetch } };
}

function formLines(body: RequestInit['body']): string[] {
  if (body === undefined || body === null) return [];
  const parameters = [...new URLSearchParams(String(body))].map(([name, value]) => `${name}=${shownParameters.includes(name) ? value : '***'}`);
  return [`> ${parameters.join('&')}`];
}

function answerLines({ status, headers }: Response, text: string, body: Record<string, unknown> | null): string[] {
  const known = shownHeaders.flatMap((name) => (headers.has(name) ? [`${name}: ${headers.get(name)}`] : []));
  const first = `< HTTP ${[status, ...known].join(', ')}`;
  // What came in place of the protocol is somebody else's page: it is not shown.
  if (!body) return [first, `< (${headers.get('Content-Type') ?? 'no type'}, ${text.length} characters, not of the protocol)`];
  const shown = shownMembers.flatMap((name) => (Object.hasOwn(body, name) ? [[name, body[name]]] : []));
  const hidden = secretMembers.flatMap((name) => (Object.hasOwn(body, name) ? [[name, '***']] : []));
  return [first, `< ${JSON.stringify(Object.fromEntries([...shown, ...hidden]))}`];
}

function asObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
