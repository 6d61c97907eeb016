import type { EventKind } from '../contract/events.ts';
import { fold } from './fold.ts';
import type { EventFilter, EventRow } from './event-rows.ts';

// What every store sorts and finds events by, so that they do it alike.

const inMillisecond = 1_000;
const longestWord = 60;
const mostWords = 100;
const mostSearched = 8;
const shortestPrefix = 3;

/** One of these words, or one that begins so. */
export type Term = { any: readonly string[] } | { prefix: string };

/** Where an instant is among the events: they are numbered by their time, and there is room for those of the same millisecond. */
export function placeOf(instant: string): number {
  return Date.parse(instant) * inMillisecond;
}

/** So far behind an event's own place another one may stand that came before: of the same transaction, or after the clock was set back a little. */
export const placesBehind = 1_000_000;

/** Is one of these words what a term wants? */
export function hasTerm(words: readonly string[], term: Term): boolean {
  return 'prefix' in term ? words.some((word) => word.startsWith(term.prefix)) : term.any.some((one) => words.includes(one));
}

/** Is a word none that people know, but a facet? */
export function isFacet(word: string): boolean {
  return word.startsWith('§');
}

/** What an event is found by: the words that people know it by, and its facets, which no word is equal to. */
export function wordsOfEvent({ kind, function: name, ref, actor, params }: EventRow): string[] {
  const texts = [actor ?? '', ...Object.values(params).map(String)];
  const facets = [ofKind(kind), ...(name ? [ofFunction(name)] : []), ...(ref ? [ofRef(ref)] : []), ...(actor ? [ofActor(actor)] : [])];
  return [...new Set([...facets, ...texts.flatMap(wordsOf).slice(0, mostWords)])];
}

/** What all must be there for an event to fit, but for its time. */
export function termsOf({ kinds, function: name, ref, actor, q = '' }: EventFilter): Term[] {
  const words = [...new Set(wordsOf(q))].slice(0, mostSearched);
  return [
    ...(kinds ? [{ any: kinds.map(ofKind) }] : []),
    ...(name !== undefined ? [{ any: [ofFunction(name)] }] : []),
    ...(ref !== undefined ? [{ any: [ofRef(ref)] }] : []),
    ...(actor !== undefined ? [{ any: [ofActor(actor)] }] : []),
    ...words.map((word): Term => ([...word].length < shortestPrefix ? { any: [word] } : { prefix: word })),
  ];
}

// Letters, digits and the marks that belong to them, in lower case.
function wordsOf(text: string): string[] {
  const words = fold(text.toWellFormed()).toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.map((word) => [...word].slice(0, longestWord).join(''));
}

const ofKind = (kind: EventKind) => `§k${kind.replaceAll('-', '')}`;
const ofFunction = (name: string) => `§f${name.replaceAll('-', '')}`;
const ofRef = (ref: string) => `§r${asDigits(ref)}`;
const ofActor = (actor: string) => `§a${asDigits(actor.toLowerCase())}`;

// A text of any characters as one word.
function asDigits(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
