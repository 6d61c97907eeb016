import type { Answer } from './scenario.ts';

/** What the device code flow says by itself, in every scenario. */
export const pollAnswers = {
  pending: {
    error: 'authorization_pending',
    code: 70016,
    text: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
  },
  tooFast: { error: 'slow_down', text: 'The client polls faster than the interval allows.' },
  declined: { error: 'authorization_declined', text: 'The end user denied the authorization request.' },
  expired: {
    error: 'expired_token',
    code: 70020,
    text: "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
  },
  unknownCode: {
    error: 'bad_verification_code',
    code: 70018,
    text: "The provided value for the input parameter 'device_code' is not valid. Device codes supplied to this endpoint must come from the device code endpoint.",
  },
} satisfies Record<string, Answer>;

export const requestAnswers = {
  unknownTenant: {
    error: 'invalid_tenant',
    code: 90002,
    text:
      "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. " +
      'Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.',
  },
  secretGiven: {
    status: 401,
    error: 'invalid_client',
    code: 700025,
    text: "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
  },
  unknownRefreshToken: { error: 'invalid_grant', code: 9002313, text: 'Invalid request. Request is malformed or invalid.' },
  unknownGrant: { error: 'unsupported_grant_type', code: 70003, text: 'The app requested an unsupported grant type.' },
} satisfies Record<string, Answer>;

/** A parameter without which nothing goes. */
export function missingParameter(name: string): Answer {
  return { error: 'invalid_request', code: 900144, text: `The request body must contain the following parameter: '${name}'.` };
}
