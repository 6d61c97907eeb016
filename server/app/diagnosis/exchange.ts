import { isMicrosoftHost } from '../../../contract/clouds.ts';
import type { Params, StoredDiagnosis } from '../../../contract/diagnosis.ts';
import { ewsRetirement } from '../../../contract/ews-retirement.ts';
import { ConnectionFailure } from '../../ports.ts';
import { ExchangeRefusal, UnreadableAnswer, type AnswerFault } from '../external-providers/exchange/failures.ts';
import type { ExchangePlace } from '../external-providers/exchange/place.ts';
import { diagnoseConnection } from './connection.ts';
import { exchangeCode, type ExchangeCode, type ExchangeUse } from './exchange-code.ts';
import { oneLine } from './identity.ts';

/** What was asked, and when. */
export interface Asked {
  place: ExchangePlace;
  use: ExchangeUse;
  mailbox: string;
  now: Date;
}

/**
 * The diagnosis of what Exchange or Graph refused or broke off; rethrows anything else. `params` are those of the settings:
 * `cloud`, `tenantId`, `applicationId`, `permission` and `api` where a token is used.
 */
export function diagnoseExchange(error: unknown, asked: Asked, params: Params): StoredDiagnosis {
  const { place, mailbox } = asked;
  const { hostname: host } = new URL(place.server);
  const account = 'user' in place.credentials ? place.credentials.user : mailbox;
  const known: Params = { ...params, host, server: place.server, mailbox, account };
  if (error instanceof ConnectionFailure) return withParams(diagnoseExchangeConnection(error, place.server), known);
  if (error instanceof UnreadableAnswer) return { code: answerCodes[error.fault], params: { ...known, status: error.status }, raw: `HTTP ${error.status}` };
  if (!(error instanceof ExchangeRefusal)) throw error;
  const seconds = error.retryAfterSeconds ?? 300;
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const code = codeOf(error, asked);
  return {
    code,
    params: {
      ...known,
      status: error.status,
      error: error.code ?? `HTTP ${error.status}`,
      ...(code === 'exchange-throttled' && { minutes, retryAfterMinutes: minutes, retryAfterSeconds: seconds }),
      ...(code === 'exchange-unavailable' && error.retryAfterSeconds !== null && { retryAfterMinutes: minutes, retryAfterSeconds: seconds }),
      ...(code === 'exchange-basic-not-offered' && { offers: error.offers.join(', ') || '—' }),
      ...(code === 'exchange-redirected' && { location: whereTo(error.location, place.server) }),
    },
    raw: rawOf(error),
  };
}

/** The diagnosis of a connection to this server that did not come about or broke. */
export function diagnoseExchangeConnection(failure: ConnectionFailure, server: string): StoredDiagnosis {
  const { hostname: host, port, protocol } = new URL(server);
  const found = diagnoseConnection(failure, { host, port: Number(port) || (protocol === 'http:' ? 80 : 443) });
  if (failure.reason === 'protocol') return { ...found, code: failure.code === 'TOO_LARGE' ? 'exchange-answer-too-large' : 'exchange-answer-unreadable' };
  // Whether the connection did not come about or came and then nothing more: the system's word ETIMEDOUT tells.
  if (failure.reason === 'timeout' && failure.code !== 'ETIMEDOUT') return { ...found, code: 'exchange-silent' };
  return ofExchange(found);
}

/** What was found of a connection, in words that are not about mail. */
export function ofExchange(found: StoredDiagnosis): StoredDiagnosis {
  return { ...found, code: connectionCodes[found.code] ?? found.code };
}

// Those whose words are about mail.
const connectionCodes: Readonly<Record<string, ExchangeCode>> = {
  'connection-refused': 'exchange-connection-refused',
  'forbidden-address': 'exchange-forbidden-address',
  'certificate-other-name': 'exchange-other-name',
  'tls-failed': 'exchange-tls-failed',
};

const answerCodes: Record<AnswerFault, ExchangeCode> = {
  'html': 'exchange-answer-page',
  'cut': 'exchange-answer-cut',
  'entities': 'exchange-answer-refused',
  'malformed': 'exchange-answer-unreadable',
  'other': 'exchange-answer-unreadable',
  'content': 'exchange-content-unreadable',
  'foreign-link': 'graph-foreign-link',
};

function codeOf(error: ExchangeRefusal, asked: Asked): ExchangeCode {
  const { protocol, status, code, message, reason } = error;
  // What the words say is more exact than the code.
  const said = `${message} ${reason ?? ''}`;
  if (/\baudience\b/i.test(said)) return 'exchange-audience-wrong';
  if (/token contains (?:no permissions|not enough scope)/i.test(said)) return 'exchange-role-missing';
  if (/tenant for tenant guid .{1,100} does not exist/i.test(said)) return 'exchange-missing';
  if (/\[RAOP\]|AppOnly AccessPolicy/i.test(said)) return 'graph-access-policy';
  if (protocol === 'graph' && code === 'ErrorAccessDenied') return 'graph-access-denied';
  const found = code === null ? null : exchangeCode(code, asked.use);
  // Who signs in with a password is no application with a scope.
  if (found === 'impersonation-denied' && 'user' in asked.place.credentials) return 'impersonation-role-missing';
  if (found) return found;
  if (status === 429) return 'exchange-throttled';
  if (status >= 500 && code === null) return 'exchange-unavailable';
  if (status >= 300 && status < 400) return 'exchange-redirected';
  if (status === 401) return unauthorized(error, asked);
  if (status === 403) return forbidden(error, asked);
  if (code === null && [400, 404, 405, 410, 501].includes(status)) return protocol === 'ews' ? 'ews-not-found' : 'graph-not-found';
  return status >= 500 && protocol === 'graph' ? 'exchange-unavailable' : 'exchange-refused';
}

function unauthorized({ offers }: ExchangeRefusal, { place }: Asked): ExchangeCode {
  if ('accessToken' in place.credentials) return 'exchange-token-refused';
  if (isMicrosoftHost(new URL(place.server).hostname)) return 'exchange-basic-retired';
  return offers.length > 0 && !offers.includes('basic') ? 'exchange-basic-not-offered' : 'exchange-password-refused';
}

function forbidden({ protocol }: ExchangeRefusal, { place, now }: Asked): ExchangeCode {
  if (protocol === 'graph') return 'graph-access-denied';
  const retirement = ewsRetirement(now, place.server);
  if (!retirement) return 'ews-forbidden';
  if ('user' in place.credentials) return 'exchange-basic-retired';
  return retirement.stage === 'gone' ? 'ews-gone' : 'ews-blocked';
}

// At the same host the whole address helps, of another one its name is enough.
function whereTo(location: string | null, server: string): string {
  if (location === null || !URL.canParse(location, server)) return '—';
  const { origin, host, pathname } = new URL(location, server);
  return origin === new URL(server).origin ? `${origin}${pathname}`.slice(0, 200) : host;
}

function rawOf({ status, code, message, reason, requestId }: ExchangeRefusal): string {
  const said = [`HTTP ${status}`, ...(code === null ? [] : [`${code}: ${message}`]), ...(reason ? [reason] : []), ...(requestId ? [`request-id ${requestId}`] : [])];
  return oneLine(said.join(' · '));
}

function withParams(diagnosis: StoredDiagnosis, known: Params): StoredDiagnosis {
  return { ...diagnosis, params: { ...known, ...diagnosis.params } };
}
