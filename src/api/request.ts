import { problemName, type ProblemName } from '../../contract/problem-names.ts';
import type { FieldError, Problem } from '../../contract/problems.ts';
import { sessionGate } from './session-gate.ts';

/** An answer that is a problem (RFC 9457). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: ProblemName;
  readonly fields: readonly FieldError[];
  /** Seconds to wait before the next try, of `too-many-tries`. */
  readonly retryAfter: number;
  readonly requestId: string;
  /** What is stored, of `changed-meanwhile`, with its ETag. */
  readonly current: unknown;
  readonly etag: string;
  constructor(problem: ProblemName, { fields = [], retryAfter = 0, requestId = '', current = null, etag = '' }: { fields?: readonly FieldError[]; retryAfter?: number; requestId?: string; current?: unknown; etag?: string } = {}) {
    super(problem);
    this.problem = problem;
    this.fields = fields;
    this.retryAfter = retryAfter;
    this.requestId = requestId;
    this.current = current;
    this.etag = etag;
  }
}

/** No answer came: the network, or the backend, is gone. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

// Who must change his password is asked for the present one first.
const asksForPassword: ReadonlySet<ProblemName> = new Set(['not-signed-in', 'password-change-required']);

interface Options {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  ifMatch?: string;
  signal?: AbortSignal;
}

/** One request to the API; where the session is over it waits for the next one. Rejects with `ApiProblem`, with `NoAnswer`, or when it is aborted. */
export async function request(url: string, options: Options = {}): Promise<Response> {
  const { method = 'GET', body, ifMatch, signal } = options;
  const headers = new Headers({ 'Accept-Language': document.documentElement.lang });
  // The browser gives a form its own type.
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers.set('Content-Type', 'application/json');
  if (ifMatch !== undefined) headers.set('If-Match', ifMatch);
  const init: RequestInit = { method, headers, ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }), ...(signal && { signal }) };
  const response = await fetch(url, init).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new NoAnswer('no answer', { cause: error });
  });
  if (response.ok) return response;
  const problem = await readProblem(response);
  if (problem instanceof ApiProblem && asksForPassword.has(problem.problem) && (await sessionGate.wait(signal))) return request(url, options);
  throw problem;
}

/** The JSON of one request; its shape is what the contract says. */
export async function requestJson<T>(url: string, options?: Options): Promise<T> {
  const response = await request(url, options);
  return (await response.json()) as T;
}

async function readProblem(response: Response): Promise<Error> {
  const retryAfter = Number(response.headers.get('Retry-After') ?? 0);
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null;
  const name = problemName(body?.type ?? '');
  // Something between here and the backend answered: to the admin that is no answer.
  if (name === null) return new NoAnswer(`HTTP ${response.status}`);
  return new ApiProblem(name, { fields: body?.errors ?? [], retryAfter, requestId: body?.instance ?? '', current: body?.current, etag: response.headers.get('ETag') ?? '' });
}
