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
  appNotFound: {
    error: 'unauthorized_client',
    code: 700016,
    text:
      "Application with identifier '{app}' was not found in the directory '{tenant}'. This can happen if the application has not been installed " +
      'by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.',
  },
  otherCloud: { error: 'invalid_request', code: 90038, text: "Tenant '{tenant}' request is being redirected to the National Cloud 'MicrosoftOnline.US'." },
  tenantAlias: {
    error: 'invalid_request',
    code: 9001023,
    text: 'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
  },
  secretNeeded: { status: 401, error: 'invalid_client', code: 7000218, text: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'." },
  scopeOfApplication: {
    error: 'invalid_scope',
    code: 70011,
    text: 'The provided request must include a \'scope\' input parameter. The provided value for the input parameter \'scope\' is not valid. The scope must be of the form <resource>/.default.',
  },
  secretWrong: {
    status: 401,
    error: 'invalid_client',
    code: 7000215,
    text: "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{app}'.",
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

/** The scope names a service that the tenant does not have: another cloud's, or none. */
export function unknownResource(resource: string): Answer {
  return {
    error: 'invalid_resource',
    code: 500011,
    text:
      `The resource principal named ${resource} was not found in the tenant named {tenant}. This can happen if the application has not been installed by the administrator of the tenant ` +
      'or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.',
  };
}
