/** Every address of the API, below the origin. */
export const api = {
  health: '/api/v1/health',
  setup: '/api/v1/setup',
  session: '/api/v1/session',
  account: '/api/v1/session/account',
  functions: '/api/v1/functions',
  emailForwarding: '/api/v1/email-forwarding',
  authorization: '/api/v1/email-forwarding/authorization',
  pendingAuthorization: '/api/v1/email-forwarding/authorization/pending',
  checks: '/api/v1/checks',
  check: (id: string) => `/api/v1/checks/${encodeURIComponent(id)}`,
  transcript: (id: string) => `/api/v1/checks/${encodeURIComponent(id)}/transcript`,
  events: '/api/v1/events',
  openApi: '/api/v1/openapi.json',
} as const;
