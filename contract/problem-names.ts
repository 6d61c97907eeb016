/** Names of all problems (RFC 9457): `type` is `/problems/<name>`, the value is the HTTP status. */
export const problemStatus = {
  'invalid-json': 400,
  'invalid-form': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'forbidden': 403,
  'password-change-required': 403,
  'foreign-origin': 403,
  'wrong-setup-code': 403,
  'not-found': 404,
  'already-set-up': 409,
  'not-configured': 409,
  'other-method': 409,
  'no-sign-in': 409,
  'last-expert': 409,
  'too-many-administrators': 409,
  'renewal-under-way': 409,
  'secret-not-accepted': 409,
  'no-former-secret': 409,
  'deleted': 410,
  'changed-meanwhile': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'misdirected': 421,
  'invalid': 422,
  'wrong-password': 422,
  'backup-not-readable': 422,
  'backup-damaged': 422,
  'backup-newer-version': 422,
  'backup-invalid': 422,
  'wrong-passphrase': 422,
  'if-match-needed': 428,
  'too-many-tries': 429,
  'internal': 500,
  'store-unavailable': 503,
  'store-full': 507,
} as const;

export type ProblemName = keyof typeof problemStatus;

/** The name in a problem's `type`, or null where it is none of ours. */
export function problemName(type: string): ProblemName | null {
  const name = type.replace(/^\/problems\//, '');
  return name in problemStatus ? (name as ProblemName) : null;
}
