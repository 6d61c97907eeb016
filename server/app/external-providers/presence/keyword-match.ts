import { keywordStatuses, type Keywords, type KeywordStatus } from '../../../../contract/presence.ts';
import { fold, foldWithPositions } from '../../../fold.ts';

/** The keywords of a language in the order in which they are looked for. */
export type FoldedKeywords = readonly { status: KeywordStatus; folded: string }[];

/** A keyword in a subject, as it stands there; `at` counts UTF-16 units. */
export interface KeywordMatch {
  text: string;
  at: number;
  status: KeywordStatus;
}

const word = /[\p{L}\p{N}\p{M}]/u;
const mark = /\p{M}/u;
// Scripts that write no blanks between words: a keyword is found in any place there.
const withoutBlanks = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

/** Makes a table ready for `matchKeyword`: the longest keyword first, those of the same length as in the table. */
export function foldKeywords(keywords: Keywords): FoldedKeywords {
  const list = keywordStatuses.map((status) => ({ status, folded: fold(keywords[status]).trim() }));
  return list.filter(({ folded }) => folded !== '').sort((a, b) => b.folded.length - a.folded.length);
}

/** The status that a subject sets, or null. Case and accents do not count, and only whole words do. */
export function statusOf(subject: string, keywords: FoldedKeywords): KeywordStatus | null {
  return find(fold(subject), keywords, isWhole)?.status ?? null;
}

/** The keyword that decides about a subject, with its place, or null: as `statusOf`, in ten times its time. */
export function matchKeyword(subject: string, keywords: FoldedKeywords): KeywordMatch | null {
  return locate(subject, keywords, isWhole);
}

/** A keyword that is only a part of a word of the subject, or null. */
export function matchPart(subject: string, keywords: FoldedKeywords): KeywordMatch | null {
  return locate(subject, keywords, () => true);
}

type Accept = (text: string, from: number, to: number) => boolean;

function locate(subject: string, keywords: FoldedKeywords, accept: Accept): KeywordMatch | null {
  const { folded, starts, ends } = foldWithPositions(subject);
  const found = find(folded, keywords, accept);
  if (!found) return null;
  const at = starts[found.at] ?? 0;
  return { text: subject.slice(at, ends[found.at + found.folded.length - 1]), at, status: found.status };
}

function find(text: string, keywords: FoldedKeywords, accept: Accept) {
  for (const { status, folded } of keywords) {
    for (let at = text.indexOf(folded); at !== -1; at = text.indexOf(folded, at + 1)) {
      if (accept(text, at, at + folded.length)) return { status, folded, at };
    }
  }
  return null;
}

function isWhole(text: string, from: number, to: number): boolean {
  return isBoundary(text, from) && isBoundary(text, to);
}

// Between two characters: no boundary before a mark, and none between letters or digits of scripts that write blanks.
function isBoundary(text: string, at: number): boolean {
  const before = /.$/su.exec(text.slice(Math.max(at - 2, 0), at))?.[0] ?? '';
  const after = /^./su.exec(text.slice(at, at + 2))?.[0] ?? '';
  if (mark.test(after)) return false;
  return !(word.test(before) && word.test(after)) || withoutBlanks.test(before) || withoutBlanks.test(after);
}
