import { isMicrosoftHost } from '../../../contract/clouds.ts';
import type { Params } from '../../../contract/diagnosis.ts';
import { inPlace, knownNumbers, networkCode, numberCode, oauthCode, replyCode, responseCode, statusCode, unknownCode, wordsCode } from '../../../contract/explanations/lookup.ts';
import type { Service } from '../../../contract/explanations/match.ts';
import type { DiagnosisCode } from '../../../contract/explanations/table.ts';
import type { Anchor } from './anchors.ts';
import { plain } from './decode.ts';

/** What an answer in a text means. `answer` is its text from where it begins. */
export interface Meaning {
  code: DiagnosisCode;
  answer: string;
  params?: Params;
}

const farthest = 700;
// Where the next line is one of a log or of a protocol, and not the rest of this one.
const nextLine = /\r?\n(?=[>|\s]*(?:[+\-*<]|\d{4}[-/.]\d\d|\d\d:\d\d:\d\d|\d\d[/.]\d\d[/.]\d{4}|[2-5]\d\d[ -]|\[\d|[A-Z]\d+ |[CS]: |[A-Z][\w-]{2,30}: )|> ?[A-Z]{4,8}\b)/;

/** What begins at this place of the text, or null. It reads no farther than `end`, where the next answer begins. */
export function meaningAt(text: string, { kind, at }: Anchor, end: number): Meaning | null {
  const piece = text.slice(at, Math.min(end, at + farthest));
  switch (kind) {
    case 'number':
    case 'listed':
      return ofNumber(text, at, piece, kind === 'number');
    case 'smtp':
      return ofSmtp(text, at, piece);
    case 'pop3':
      return ofPop3(piece);
    case 'imap':
      return ofImap(piece);
    case 'response':
      return ofResponse(text, at, piece);
    case 'network':
      return named(/[A-Z][A-Z_\d]{3,}$|\d{5}$/.exec(/^(?:[A-Z_\d]{4,}|[^\n]{0,40}?\b\d{5})\b/.exec(piece)?.[0] ?? '')?.[0] ?? '', piece);
    case 'oauth':
      return ofOAuth(piece);
    case 'status':
      return ofStatus(text, at, piece);
    case 'words':
      return ofWords(text, at, end);
  }
}

function ofNumber(text: string, at: number, piece: string, isNamed: boolean): Meaning | null {
  const [whole = '', digits = '', rest = ''] = /^\D{0,40}?(\d{4,9})(?:\r?\n[>|\s]*(\d{1,5})(?!\d))?/.exec(piece.replace(/^AADSTS/, '')) ?? [];
  const joined = rest && numberCode(Number(digits + rest)) ? digits + rest : digits;
  const after = text.slice(at + (isNamed ? 6 : 0) + whole.length);
  const answer = numbered(oneAnswer(piece));
  // At the end of a text that was cut the number may have lost its last digits.
  const isCut = (after === '' && text.length > whole.length + 20) || /^(?:…|\.\.\.)/.test(after);
  const mayBeOther = isCut && knownNumbers.some((known) => String(known) !== joined && String(known).startsWith(joined));
  const code = mayBeOther ? null : numberCode(Number(joined));
  if (code) return { code, answer };
  return isNamed ? { code: unknownCode('identity'), answer, params: { error: `AADSTS${joined}` } } : null;
}

// The sentence, and by what the sign-in is found in the log.
function numbered(answer: string): string {
  const [sentence = ''] = answer.split(/ ?Trace ID: /, 1);
  const correlation = /Correlation ID: [\da-f-]{36}/.exec(answer)?.[0];
  const short = sentence.length > 180 ? `${sentence.slice(0, 180)}…` : sentence;
  return correlation ? `${short} ${correlation}` : short;
}

function ofSmtp(text: string, at: number, piece: string): Meaning | null {
  const raw = piece.split(nextLine, 1)[0] ?? piece;
  const flat = plain(raw).replace(/^\(?(\d{3})[,\s-]{0,3}(?:b?["'])?\s?#?/, '$1 ').replace(/^(?:dsn=|Status: ?|#)/, '');
  const isCode = /^[45]\d\d [45]\.\d/.test(flat);
  const [head = ''] = /^[#\d.\s()-]*/.exec(raw) ?? [];
  if (at + head.length >= text.length && text.length > 20) return isCode ? { code: unknownCode(phaseOf(flat)), answer: flat } : null;
  // A line break inside of the code.
  const mended = /^[\d\s.-]{3,16}\r?\n[>|\s]*\d{1,2}\s/.test(raw) ? flat.replace(/^(\d{3} )?(\d\.\d{1,3}\.\d{1,3}) (\d{1,2}) /, '$1$2$3 ') : flat;
  const found = replyCode('smtp', mended) ?? replyCode('smtp', flat);
  if (!found) return isCode ? { code: unknownCode(phaseOf(flat)), answer: flat } : null;
  return { code: inPlace(found, 'text'), answer: flat };
}

const phaseOf = (reply: string) => (reply.startsWith('535') ? 'smtp-sign-in' : 'smtp');

/** Does this text in front of an answer only hand it on, as a relay does? */
export function isWrapper(piece: string): boolean {
  return /(?:\bsaid|error|\bwas|response|login|failed)(?::|=|&gt;)?[\s("']*$/i.test(piece.slice(-40));
}

function ofPop3(piece: string): Meaning {
  const answer = plain(piece.split(nextLine, 1)[0] ?? piece).slice(0, 300);
  const found = replyCode('pop3', answer);
  return { code: found ? inPlace(found, 'opaque-token') : unknownCode('pop3'), answer };
}

function ofImap(piece: string): Meaning {
  const answer = plain(piece.split(nextLine, 1)[0] ?? piece).slice(0, 300);
  return { code: replyCode('imap', answer) ?? unknownCode('imap'), answer };
}

function ofResponse(text: string, at: number, piece: string): Meaning | null {
  const [, inXml, inJson, bare] = /^(?:(?:ResponseCode|faultcode)[^>]{0,150}> ?(?:\w+:)?(Error\w+)|code["\s:=]+([A-Za-z]\w+)|(\w+))/.exec(plain(piece)) ?? [];
  const code = inXml ?? inJson ?? bare ?? '';
  if (inJson && networkCode(code)) return named(code, piece);
  const around = text.slice(Math.max(0, at - 400), at + farthest);
  const message = /"message" ?: ?"([^"]{0,200})/.exec(plain(piece))?.[1];
  const answer = inJson ? [code, message].filter(Boolean).join(': ') : inXml ? code : oneAnswer(piece);
  const isGraph = /graph\.microsoft|innerError|request-id/i.test(around);
  const found = wordsCode(plain(piece.slice(0, 400))) ?? responseCode(inXml || (bare && !isGraph) ? 'ews' : 'graph', code);
  if (found) return { code: found, answer, params: { error: code } };
  if (inXml) return { code: unknownCode('exchange'), answer, params: { error: code } };
  return isGraph && inJson && /^[A-Z]/.test(code) ? { code: unknownCode('graph'), answer, params: { error: code } } : null;
}

function named(name: string, piece: string): Meaning | null {
  const code = networkCode(name);
  return code && { code, answer: oneAnswer(piece) };
}

function ofOAuth(piece: string): Meaning {
  const error = /(?!error)[a-z]+(?:_[a-z]+)+/.exec(piece)?.[0] ?? '';
  const answer = `error: ${error}`;
  const code = oauthCode(error);
  return code ? { code, answer } : { code: unknownCode('identity'), answer, params: { error } };
}

function ofStatus(text: string, at: number, piece: string): Meaning | null {
  const around = text.slice(Math.max(0, at - 500), at + 500);
  const services: readonly (readonly [Service, RegExp])[] = [['ews', /exchange\.asmx/i], ['graph', /graph\.microsoft/i], ['identity', /login\.microsoftonline/i]];
  const service = services.find(([, pattern]) => pattern.test(around))?.[0];
  const status = Number(/\d{3}/.exec(piece.replace(/^HTTP\/[\d.]+/, ''))?.[0]);
  // Whether a 401 is about a token or a password it does not say by itself.
  const code = service && (status !== 401 || /Bearer/.test(around)) ? statusCode(service, status) : null;
  return code && { code, answer: oneAnswer(piece), params: { error: `HTTP ${status}`, status } };
}

function ofWords(text: string, at: number, end: number): Meaning | null {
  const start = Math.max(0, at - 80);
  const said = plain(text.slice(start, at + 160));
  const code = wordsCode(said);
  return code && { code, answer: oneAnswer(text.slice(start, at).replace(/^[^]*\n/, '') + text.slice(at, Math.min(end, at + 240))) };
}

/** The same in the words for this place: Microsoft's own hosts, POP3, Exchange. */
export function atHost(code: DiagnosisCode, { host, port }: Params): DiagnosisCode {
  const isMicrosoft = typeof host === 'string' && isMicrosoftHost(host);
  if (isMicrosoft && (code === 'certificate-not-trusted' || code === 'pop3-password-refused')) return inPlace(code, 'microsoft');
  if (port === 995 || port === 110) return inPlace(code, 'pop3');
  if (port === 443) return inPlace(code, 'exchange');
  return code === 'ews-blocked' && typeof host === 'string' && !isMicrosoft ? inPlace(code, 'own-server') : code;
}

// As far as one answer goes: to the end of its string, of its element, of its paragraph.
function oneAnswer(piece: string): string {
  const flat = plain(piece.split(/\r?\n\s*\r?\n/, 1)[0]?.split(nextLine, 1)[0] ?? piece);
  return flat.split(/["'] ?[,}\]]|<\/| at [\w$.]+ ?\(/, 1)[0] ?? flat;
}
