import type { Match, Phase, Place, Service, Status } from './match.ts';
import type { Explanation } from './explanation.ts';
import { explanations, type DiagnosisCode } from './table.ts';

// No reply that means anything is longer; a server may send any length.
const longest = 2000;

const entries = Object.entries<Explanation>(explanations).map(([code, { match }]) => [code as DiagnosisCode, match] as const);

function indexOf<Key>(keysOf: (match: Match) => readonly Key[] | undefined): ReadonlyMap<Key, DiagnosisCode> {
  return new Map(entries.flatMap(([code, match]) => (keysOf(match) ?? []).map((key) => [key, code] as const)));
}

function patternsOf(of: (match: Match) => readonly RegExp[] | undefined): readonly (readonly [RegExp, DiagnosisCode])[] {
  return entries.flatMap(([code, match]) => (of(match) ?? []).map((pattern) => [pattern, code] as const));
}

const numbers = indexOf(({ aadsts }) => aadsts);
const oauthErrors = indexOf(({ oauth }) => oauth);
const ewsCodes = indexOf(({ ews }) => ews);
const graphCodes = indexOf(({ graph }) => graph);
const names = indexOf(({ network }) => network);
const failures = indexOf(({ failure }) => failure);
const phases = indexOf(({ unknown }) => (unknown ? [unknown] : []));
const places = indexOf(({ insteadOf }) => insteadOf?.map(({ code, at }) => `${code} ${at}`));
const statuses = indexOf(({ status = {} }) => Object.entries(status).flatMap(([service, list]) => list.map((one) => `${service} ${one}`)));
const replies = { smtp: patternsOf(({ smtp }) => smtp), pop3: patternsOf(({ pop3 }) => pop3), imap: patternsOf(({ imap }) => imap) };

/** Words that mean the same wherever they stand, with the explanation's code, in the order of the table. */
export const wordPatterns = patternsOf(({ words }) => words);

/** Every AADSTS number of the table. */
export const knownNumbers: readonly number[] = [...numbers.keys()];

/** The explanation's code for an AADSTS number, or null. It chooses the help text only; what is done depends on OAuth's `error`. */
export function numberCode(aadsts: number): DiagnosisCode | null {
  return numbers.get(aadsts) ?? null;
}

/** The explanation's code for OAuth's `error` (RFC 6749 section 5.2) that came without a number, or null where it has many meanings. */
export function oauthCode(error: string): DiagnosisCode | null {
  return oauthErrors.get(error) ?? null;
}

/** The explanation's code for a mail server's reply, from its code on, or null. */
export function replyCode(protocol: 'smtp' | 'pop3' | 'imap', reply: string): DiagnosisCode | null {
  const said = reply.slice(0, longest);
  return replies[protocol].find(([pattern]) => pattern.test(said))?.[1] ?? null;
}

/** The explanation's code for a response code of Exchange Web Services, or an error code of Graph, which hands on those of EWS; null for one without. */
export function responseCode(protocol: 'ews' | 'graph', code: string): DiagnosisCode | null {
  const [first, second] = protocol === 'graph' ? [graphCodes, ewsCodes] : [ewsCodes, graphCodes];
  return first.get(code) ?? second.get(code) ?? null;
}

/** The explanation's code for an answer that has only its HTTP status, or null. */
export function statusCode(service: Service, status: number): DiagnosisCode | null {
  const ofClass = `${Math.floor(status / 100)}xx` as Status;
  return statuses.get(`${service} ${status}`) ?? statuses.get(`${service} ${ofClass}`) ?? null;
}

/** The explanation's code for the name of an error of Node, OpenSSL or Windows (ECONNREFUSED, CERT_HAS_EXPIRED …), or null. */
export function networkCode(name: string): DiagnosisCode | null {
  return names.get(name) ?? null;
}

/** The explanation's code for a connection that failed for this reason of our ports, with this code; null for one without. */
export function failureCode(reason: string, code: string | null): DiagnosisCode | null {
  return failures.get(`${reason} ${code}`) ?? failures.get(reason) ?? null;
}

/** The explanation's code for words in the message of an answer, or null. */
export function wordsCode(text: string): DiagnosisCode | null {
  const said = text.slice(0, longest);
  return wordPatterns.find(([pattern]) => pattern.test(said))?.[1] ?? null;
}

/** The explanation that says the same in this place; the given one where there is no other. */
export function inPlace(code: DiagnosisCode, at: Place): DiagnosisCode {
  return places.get(`${code} ${at}`) ?? code;
}

/** The explanation of what nobody knows, in this phase: it names no cause. */
export function unknownCode(phase: Phase): DiagnosisCode {
  const code = phases.get(phase);
  if (!code) throw new Error(`The table has no words for the phase ${phase}.`);
  return code;
}
