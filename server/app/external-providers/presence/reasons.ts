import type { Reason } from '../../../../contract/explanations/presence.ts';
import { matchPart, type FoldedKeywords } from './keyword-match.ts';
import type { Stay, Turn } from './timeline.ts';

/** What an appointment does that sets its status: `during` are the turns from its start to before its end, `next` is the one at its end, if there is one. */
export function reasonsOf(stay: Stay, during: readonly Turn<Stay>[], next: Turn<Stay> | undefined, autoBackToOffice: boolean, now: number): Reason[] {
  const { end, status: presence } = stay;
  const wins = during.findIndex((turn) => turn.stay === stay);
  const won = during[wins];
  const decidesAtEnd = during.at(-1)?.stay === stay;
  const endsInOffice = decidesAtEnd && autoBackToOffice && !next?.stay;
  if (during.length === 1 && won && endsInOffice && won.at > now) return [{ code: 'sets-office', times: { start: won.at, end }, presences: { presence } }];
  const begin: Reason[] = won ? [{ code: won.at > now ? 'sets' : 'has-set', times: { start: won.at }, presences: { presence } }] : [];
  const lost = during.findIndex((turn) => turn.stay !== stay);
  const other = during[lost];
  const back = during.slice(lost).find((turn) => turn.stay === stay);
  const presences = other?.stay && { other: other.stay.status };
  const replaced: Reason[] = !presences ? [] : [back ? { code: 'replaced', times: { from: other.at, until: back.at }, presences } : { code: 'replaced-from', times: { from: other.at }, presences }];
  const reasons = wins <= lost ? [...begin, ...replaced] : [...replaced, ...begin];
  if (!decidesAtEnd) return reasons;
  if (endsInOffice) return [...reasons, { code: 'office-again', times: { end } }];
  if (next?.stay) return [...reasons, { code: 'then-other', times: { end }, presences: { other: next.stay.status } }];
  return [...reasons, { code: 'stays', times: { end }, presences: { presence } }];
}

/** Why a subject without a keyword sets nothing. */
export function reasonsWithoutKeyword(subject: string, keywords: FoldedKeywords): Reason[] {
  const part = matchPart(subject, keywords);
  return [{ code: 'no-keyword' }, ...(part ? [{ code: 'part-of-word' as const, params: { text: part.text } }] : [])];
}
