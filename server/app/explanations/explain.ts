import type { Params } from '../../../contract/diagnosis.ts';
import { unknownCode } from '../../../contract/explanations/lookup.ts';
import type { Phase } from '../../../contract/explanations/match.ts';
import { explanations, type DiagnosisCode } from '../../../contract/explanations/table.ts';
import type { Explanation } from '../../../contract/explanations/explanation.ts';
import { answerEnd } from './answer-end.ts';
import { findAnchors, type Anchor, type Kind } from './anchors.ts';
import { base64Texts, plain, wholeWords, withoutInvisible } from './decode.ts';
import { mailParts } from './mail-parts.ts';
import { atHost, isWrapper, meaningAt, type Meaning } from './meaning.ts';
import { agreed, paramsOf } from './params.ts';
import { shown } from './shown.ts';

/** An answer that was found in a text: what it means, its line from 1 (null inside of a mail's parts), and how often it is there. */
export interface Finding {
  code: DiagnosisCode;
  params: Params;
  raw?: string;
  line: number | null;
  count: number;
}

type Hit = Meaning & Anchor;

// Answers of one record, as a JSON object of Entra ID has them, stand this close together.
const sameRecord = 1500;
const sameLine = 300;
// Kinds of which each is an answer of its own; the others stand beside them.
const counted = new Set<Kind>(['number', 'smtp', 'pop3', 'imap', 'response', 'network']);
const mostFindings = 30;

/**
 * What a pasted text says went wrong, the deciding answer first: logs, JSON, addresses with an error in them, stacks, bounces, in any wrapping. Keeps nothing, asks nobody;
 * takes time in proportion to the text. Where nothing is known it answers what the text is about.
 */
export async function explainText(given: string): Promise<Finding[]> {
  const text = wholeWords(withoutInvisible(given));
  const lineAt = linesOf(text);
  const found = new Map<DiagnosisCode, Finding & { at: number }>();
  addAll(found, text, lineAt);
  for (const { at, text: inside } of base64Texts(text)) addAll(found, wholeWords(inside), () => lineAt(at));
  for (const part of await mailParts(withoutInvisible(given))) addAll(found, wholeWords(part), () => null);
  if (found.size === 0) addAll(found, text.replace(/\r?\n[>|\s]*/g, ''), () => null);
  if (found.size === 0) return [{ code: unknownCode(phaseOf(text)), params: {}, line: null, count: 1 }];
  const order = [...found.values()].sort((one, other) => weight(one.code) - weight(other.code) || one.at - other.at);
  return order.slice(0, mostFindings).map((one) => {
    const { at: _, ...finding } = one;
    return finding;
  });
}

function addAll(found: Map<DiagnosisCode, Finding & { at: number }>, text: string, lineAt: (at: number) => number | null): void {
  const own = new Map<DiagnosisCode, Finding & { at: number }>();
  const lasts = new Map<DiagnosisCode, number>();
  for (const hit of hitsOf(text)) {
    const { kind, at, code: plainCode, answer, params: said } = hit;
    const last = lasts.get(plainCode);
    lasts.set(plainCode, at);
    // The same once more in the same answer.
    if (last !== undefined && !(counted.has(kind) && (at - last > sameLine || text.slice(last, at).includes('\n')))) continue;
    const before = plain(text.slice(Math.max(0, at - sameLine), at).replace(/^[^]*\n/, ''));
    const params = { ...paramsOf(answer, before), ...said };
    const code = atHost(plainCode, params);
    const known = own.get(code);
    own.set(code, known ? { ...known, params: agreed(known.params, params), count: known.count + 1 } : { code, params, raw: shown(ownLines(text, hit)), line: lineAt(at), count: 1, at });
  }
  for (const [code, finding] of own) {
    const known = found.get(code);
    found.set(code, known ? { ...known, count: Math.max(known.count, finding.count) } : finding);
  }
}

// Of what the answer may go on with only what belongs to it.
function ownLines(text: string, { kind, at, code, answer }: Hit): string {
  const alone = meaningAt(text, { kind, at }, answerEnd(text, at));
  return alone?.code === code ? alone.answer : answer;
}

function hitsOf(text: string): Hit[] {
  const anchors = findAnchors(text);
  const hits: Hit[] = [];
  let number = { digits: '', at: -sameRecord };
  for (const [index, anchor] of anchors.entries()) {
    if (anchor.kind === 'number' || anchor.kind === 'listed') {
      const digits = /\d{5,}/.exec(text.slice(anchor.at, anchor.at + 60))?.[0] ?? '';
      // The other members of the same answer name the number again.
      if (anchor.kind === 'listed' && digits === number.digits && anchor.at - number.at < sameRecord) continue;
      number = { digits, at: anchor.at };
    }
    const next = anchors.slice(index + 1, index + 8).find(({ kind, at }) => kind === anchor.kind && at > anchor.at + 12 && (kind !== 'smtp' || /[\d(]/.test(text[at] ?? '')));
    const end = next?.at ?? text.length;
    if (anchor.kind === 'smtp' && next && end - anchor.at < 400 && isWrapper(text.slice(anchor.at, end))) continue;
    const meaning = meaningAt(text, anchor, end);
    if (meaning) hits.push({ ...meaning, ...anchor });
  }
  return withoutBeside(withoutBeside(hits).reverse()).reverse();
}

// Where there is a number, OAuth's own word for it says less; one that has many meanings says less than one that has not.
function withoutBeside(hits: readonly Hit[]): Hit[] {
  let number = Number.NaN;
  let word = Number.NaN;
  return hits.filter(({ kind, at, code }) => {
    if (kind === 'number' || kind === 'listed') number = at;
    if (kind !== 'oauth') return true;
    const isKnown = code !== unknownCode('identity');
    if (isKnown) word = at;
    return !(Math.abs(at - number) < sameRecord) && (isKnown || !(Math.abs(at - word) < sameRecord));
  });
}

// The root of it before what follows from it: what lasts before what passes, an earlier phase before a later one, what is known before what is not.
function weight(code: DiagnosisCode): number {
  const { match, retry }: Explanation = explanations[code];
  const lasts = match.unknown ? 2 : retry === 'no' && code !== 'mail-sign-in-needed' ? 0 : 1;
  const phase = match.network || match.failure ? 0 : match.aadsts || match.oauth ? 1 : 2;
  return lasts * 10 + phase;
}

const hints: readonly (readonly [Phase, RegExp])[] = [
  ['identity', /login\.microsoftonline|oauth2\/v2\.0|OAuth/i],
  ['graph', /graph\.microsoft/i],
  ['exchange', /exchange\.asmx|\bEWS\b/i],
  ['pop3', /\bpop3?s?\b/i],
  ['imap', /\bimap\b/i],
  ['smtp', /\bsmtp\b/i],
  ['tls', /\bTLS\b|\bSSL\b/],
  ['network', /\bsocket\b|\bDNS\b|\bconnect(?:ion)?\b/i],
];

function phaseOf(text: string): Phase {
  const head = text.slice(0, 20_000);
  if (!/error|fail|refus|reject|denied|exception|unable|could ?n.t|cannot|abgelehnt|fehler|gescheitert|verweigert|erreur|échou|errore|fallo/i.test(head)) return 'text';
  return hints.find(([, pattern]) => pattern.test(head))?.[0] ?? 'text';
}

function linesOf(text: string): (at: number) => number {
  let breaks: number[] | null = null;
  return (at) => {
    if (!breaks) {
      breaks = [];
      for (let place = text.indexOf('\n'); place >= 0; place = text.indexOf('\n', place + 1)) breaks.push(place);
    }
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
