import { explanations } from '../../../contract/explanations/table.ts';
import type { Explanation } from '../../../contract/explanations/explanation.ts';

// What may stand for a blank: a line break of a quoted mail, an escape of a URL, of JSON, of HTML.
const blank = String.raw`(?:[\s+>|*]|%(?:25)*(?:20|0[AD])|&nbsp;|&#160;|=20|\\+[nrt]|</?[a-z][^<>]{0,60}>)`;
const quote = String.raw`(?:["'\s\\]|%(?:25)*22|&quot;|&#34;|=22)`;
const colon = String.raw`(?:[:=]|%(?:25)*3[AD]|=3[AD])`;

const matches = Object.values<Explanation>(explanations).map(({ match }) => match);
const names = (of: 'network' | 'ews' | 'graph' | 'oauth') => matches.flatMap((match) => match[of] ?? []);
// Words that other services use, too: they count with their label only.
const labelled = new Set(['access_denied', 'invalid_scope', 'invalid_request', 'invalid_resource', 'login_required', 'server_error', 'temporarily_unavailable', 'BadRequest', 'ResourceNotFound', 'TooManyRequests', 'activityLimitReached']);
const bare = (list: readonly string[]) => list.filter((name) => !labelled.has(name)).join('|');
const oauthErrors = [...new Set([...names('oauth'), 'invalid_client', 'invalid_grant', 'unauthorized_client', 'invalid_request', 'invalid_resource', 'interaction_required', 'login_required'])];

// What a mail server says behind a status code that stands alone; a version number has none of it.
const mailWords = '(?:SMTP;|smtp;|Authentication|Client (?:not|does|was)|Basic authentication|SendAsDenied|STOREDRV|[Mm]ailbox|Recipient|Invalid XOAUTH2|User |Sender|Concurrent)';

const kinds = {
  number: `AADSTS(?:${blank}|${colon})*\\d{4}`,
  listed: `error_codes${quote}*${colon}${quote}*\\[?\\s*\\d{5}|error\\?code${colon}\\d{5}|error(?:C|\\s+c)ode${quote}*${colon}?${quote}*\\d{5}|Fehlercode${blank}*${colon}?${blank}*\\d{5}`,
  smtp: `(?<![\\w.])[45]\\d\\d(?:${blank}|-){1,6}#?[45]\\.\\d{1,3}\\.\\d|(?<![\\w.])[45]\\.\\d{1,3}\\.\\d{1,3}${blank}{1,6}${mailWords}|(?<![\\w.])53[05](?:${blank}|-){1,6}(?=[^\\d]{0,60}(?:[Aa]uth|[Ll]og-?in|[Cc]redential|[Pp]assword))|\\([45]\\d\\d,\\s*b?["'](?=[45]\\.\\d)|(?:dsn=|Status:\\s{0,3}|#)[45]\\.\\d{1,3}\\.\\d|SmtpClientAuthentication${blank}{1,6}is|SendAsDenied|SubmissionQuotaExceeded`,
  pop3: `-ERR\\b`,
  imap: `\\bNO${blank}{1,6}(?:AUTHENTICATE|LOGIN|\\[AUTHENTICATIONFAILED\\])|User${blank}{1,6}is${blank}{1,6}authenticated${blank}{1,6}but`,
  response: `\\b(?:${bare([...names('ews'), ...names('graph')])})\\b|(?:ResponseCode|faultcode)(?:\\s[^<>]{0,140})?(?:>|&gt;)\\s{0,4}(?:\\w{1,3}:)?Error[A-Z]\\w{3,60}|\\bcode${quote}+${colon}${quote}*[A-Za-z]\\w{3,60}${quote}`,
  network: `\\b(?:${names('network').filter((name) => /^[A-Z]/.test(name)).join('|')})\\b|(?:[Ss]ocket|WSA|[Ee]rror|Fehler)[^\\n]{0,30}?\\b1(?:00(?:54|60|61)|1001)\\b`,
  oauth: `\\b(?:${bare(oauthErrors)})\\b|\\berror${quote}*${colon}${quote}*(?:${[...labelled].filter((name) => oauthErrors.includes(name)).join('|')})\\b`,
  status: `\\((?:401|403|429|50[0-4])\\)|\\bHTTP(?:/[\\d.]{1,3})?\\s(?:401|403|429|50[0-4])\\b|[Ss]tatus(?:\\s?[Cc]ode)?${quote}*${colon}?\\s*(?:401|403|429|50[0-4])\\b`,
} as const;
// A word of each sentence that the table knows by its words; the sentence itself is looked for around it.
const triggers =
  'host is known|servname|resolution|resolve host|UnknownHost|refused|route to|unreachable|timed out|properly|forcibly|reset by|hang up|Premature|routines:|\\[SSL|certificate|NotTimeValid|RemoteCert|alternative|PKIX|UntrustedRoot|PartialChain|tunnel|proxy|STARTTLS|clock skew|time range|IDX1022|not yet|tenant guid|schemes|Tokens\\.Jwt|audience|error_category|Lifetime|token contains|blocked by|EWS-Policy|RAOP|AccessPolicy'
    .replaceAll(' ', `${blank}{1,6}`);

export type Kind = keyof typeof kinds | 'words';
/** A place in a text at which an answer may begin. */
export interface Anchor {
  kind: Kind;
  at: number;
}

const exact = new RegExp(Object.entries(kinds).map(([kind, source]) => `(?<${kind}>${source})`).join('|'), 'g');
const words = new RegExp(triggers, 'gi');

/** Where in a text answers may begin, in its order. Takes time in proportion to the text. */
export function findAnchors(text: string): Anchor[] {
  const found: Anchor[] = [];
  for (const { index, groups = {} } of text.matchAll(exact)) {
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined) as Kind;
    found.push({ kind, at: index });
  }
  for (const { index } of text.matchAll(words)) found.push({ kind: 'words', at: index });
  return found.sort((one, other) => one.at - other.at);
}
