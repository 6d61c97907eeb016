import { problemStatus, type ProblemName } from '../../../contract/problem-names.ts';
import type { FieldError, Problem } from '../../../contract/problems.ts';

const details: Record<ProblemName, string> = {
  'invalid-json': 'The body is not JSON.',
  'invalid-form': 'The body is no form that can be read.',
  'not-signed-in': 'Sign in first.',
  'wrong-credentials': 'Username or password is wrong.',
  'forbidden': 'Your role does not allow this.',
  'password-change-required': 'Change your password first: PUT /api/v1/session/account.',
  'foreign-origin': 'The request does not come from this console.',
  'wrong-setup-code': 'The set-up code is wrong.',
  'not-found': 'There is nothing at this address.',
  'already-set-up': 'The first administrator exists already.',
  'not-configured': 'The function is not set up yet.',
  'other-method': 'The authentication method that is set does not sign in with a code.',
  'renewal-under-way': 'Another new client secret is being checked.',
  'secret-not-accepted': 'The new client secret was not accepted for all.',
  'no-former-secret': 'Nobody keeps the old client secret any more.',
  'no-sign-in': 'There is no other account to keep.',
  'last-expert': 'This is the last expert who can sign in; without one nobody could manage accounts.',
  'too-many-administrators': 'There are 200 accounts, which is the most.',
  'deleted': 'It was deleted meanwhile.',
  'changed-meanwhile': 'Somebody else has saved meanwhile.',
  'too-large': 'The body is larger than 256 KiB.',
  'unsupported-media-type': 'The body must be application/json.',
  'misdirected': 'This console is not addressed by this host name. POSTERN_PUBLIC_URL names further ones.',
  'invalid': 'Some values are not valid.',
  'wrong-password': 'This is not your own password.',
  'backup-not-readable': 'This file is no backup of Postern.',
  'backup-damaged': 'The backup was cut or changed after it was made.',
  'backup-newer-version': 'The backup was made by a newer version of Postern. Update this one first.',
  'backup-invalid': 'The backup holds what this system cannot take. Nothing was changed.',
  'wrong-passphrase': 'This is not the passphrase that the backup was sealed with.',
  'if-match-needed': 'Send the ETag that was read as If-Match.',
  'too-many-tries': 'Too many tries. Wait, then try again.',
  'store-unavailable': 'The database does not answer at the moment. Nothing was changed.',
  'store-full': 'The disk of the database is full. Nothing was changed.',
  'internal': 'Something failed here. The log has the details under the request id.',
};

/** An answer that is an error: thrown anywhere below a route, answered as RFC 9457. */
export class ProblemError extends Error {
  readonly problem: ProblemName;
  readonly extra: { errors?: FieldError[]; detail?: string; current?: unknown; headers?: Record<string, string> };
  constructor(problem: ProblemName, extra: ProblemError['extra'] = {}) {
    super(problem);
    this.problem = problem;
    this.extra = extra;
  }
}

/** One wrong field as 422. */
export function fieldProblem(pointer: string, code: string, detail: string): ProblemError {
  return new ProblemError('invalid', { errors: [{ pointer, code, detail }] });
}

/** Too many tries, with the seconds to wait. */
export function tooManyTries(seconds: number): ProblemError {
  return new ProblemError('too-many-tries', { headers: { 'Retry-After': String(seconds) } });
}

/** The problem as `application/problem+json`; `requestId` becomes its instance. */
export function problemResponse({ problem, extra }: ProblemError, requestId: string): Response {
  const status = problemStatus[problem];
  const body: Problem = {
    type: `/problems/${problem}`,
    title: problem.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase()),
    status,
    detail: extra.detail ?? details[problem],
    instance: requestId,
    ...(extra.errors && { errors: extra.errors }),
    ...(extra.current !== undefined && { current: extra.current }),
  };
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', ...extra.headers } });
}
