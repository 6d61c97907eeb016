import { isMicrosoftHost } from '../../../contract/clouds.ts';
import type { Params, StoredDiagnosis } from '../../../contract/diagnosis.ts';
import { ewsRetirement } from '../../../contract/ews-retirement.ts';
import { inPlace, statusCode, unknownCode, wordsCode } from '../../../contract/explanations/lookup.ts';
import type { DiagnosisCode } from '../../../contract/explanations/table.ts';
import { ConnectionFailure } from '../../ports.ts';
import { ExchangeRefusal, UnreadableAnswer, type AnswerFault } from '../external-providers/exchange/failures.ts';
import type { ExchangePlace } from '../external-providers/exchange/place.ts';
import { diagnoseConnection } from './connection.ts';
import { exchangeCode, type ExchangeUse } from './exchange-code.ts';
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
  // Whether the connection did not come about or came and then nothing more: the system's word ETIMEDOUT tells.
  if (failure.reason === 'timeout' && failure.code !== 'ETIMEDOUT') return { ...found, code: inPlace('connection-timeout', 'exchange-after-connecting') };
  return ofExchange(found);
}

/** What was found of a connection, in words that are not about mail. */
export function ofExchange(found: StoredDiagnosis): StoredDiagnosis {
  return { ...found, code: inPlace(found.code as DiagnosisCode, 'exchange') };
}

const answerCodes: Record<AnswerFault, DiagnosisCode> = {
  'html': 'exchange-answer-page',
  'cut': 'exchange-answer-cut',
  'entities': 'exchange-answer-refused',
  'malformed': 'exchange-answer-unreadable',
  'other': 'exchange-answer-unreadable',
  'content': 'exchange-content-unreadable',
  'foreign-link': 'graph-foreign-link',
};

// Statuses that decide, whatever the code says that came with them.
const decisive = (protocol: 'ews' | 'graph', status: number) => [401, 403, 429].includes(status) || (status >= 300 && status < 400) || (protocol === 'graph' && status >= 500);

function codeOf(error: ExchangeRefusal, asked: Asked): DiagnosisCode {
  const { protocol, status, code, message, reason } = error;
  // What the words say is more exact than the code.
  const found = wordsCode(`${message} ${reason ?? ''}`) ?? (code === null ? null : exchangeCode(protocol, code, asked.use));
  // Who signs in with a password is no application with a scope.
  if (found) return found === 'impersonation-denied' && 'user' in asked.place.credentials ? inPlace(found, 'password') : found;
  const byStatus = code === null || decisive(protocol, status) ? statusCode(protocol, status) : null;
  switch (byStatus) {
    case null:
      return unknownCode('exchange');
    case 'exchange-token-refused':
      return unauthorized(byStatus, error, asked);
    case 'ews-blocked':
      return forbidden(byStatus, asked);
    default:
      return byStatus;
  }
}

function unauthorized(code: DiagnosisCode, { offers }: ExchangeRefusal, { place }: Asked): DiagnosisCode {
  if ('accessToken' in place.credentials) return code;
  if (isMicrosoftHost(new URL(place.server).hostname)) return inPlace(code, 'microsoft-password');
  return inPlace(code, offers.length > 0 && !offers.includes('basic') ? 'basic-not-offered' : 'password');
}

function forbidden(code: DiagnosisCode, { place, now }: Asked): DiagnosisCode {
  const retirement = ewsRetirement(now, place.server);
  if (!retirement) return inPlace(code, 'own-server');
  if ('user' in place.credentials) return inPlace(code, 'microsoft-password');
  return retirement.stage === 'gone' ? inPlace(code, 'after-retirement') : code;
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
