// Accents and points that writers leave out: of Latin, Greek, Cyrillic (script Inherited), Hebrew and Arabic. Marks of other scripts are letters of their own there, as Thai vowels are, and the voiced sound marks of
// Japanese. What is invisible goes, too, but for the blank without width.
const dropped = /[\p{Cf}--\u200b]|[[\p{M}&&[\p{sc=Inherited}\p{sc=Hebrew}\p{sc=Arabic}]]--[\u3099\u309a]]/gv;
const blanks = /[\s\u200b]+/g;
const oddBlanks = /[^\S ]|\u200b| {2}/;
// A blank, or a character with its marks (in Japanese of half width they are characters): what Unicode normalizes as one.
const pieces = /[\s\u200b]+|[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[\p{M}\uff9e\uff9f]+/gu;

/** A text as keywords are compared: Unicode's compatibility decomposition (UAX 15, NFKD), without accents and invisible characters, without case (so that ß is SS, ς is Σ and ı is I), each stretch of blanks as one. */
export function fold(text: string): string {
  // The capital ẞ is the one letter that has no upper case of its own.
  const letters = text.normalize('NFKD').replace(dropped, '').toUpperCase().replaceAll('ẞ', 'SS');
  // Most texts have single blanks only: looking is quicker than replacing.
  return oddBlanks.test(letters) ? letters.replace(blanks, ' ') : letters;
}

/** A text as `fold` makes it, and for each of its UTF-16 units the bounds of what it came from in the original. */
export function foldWithPositions(text: string): { folded: string; starts: number[]; ends: number[] } {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    for (const unit of fold(piece).split('')) {
      const end = index + piece.length;
      if (unit === ' ' && folded.endsWith(' ')) {
        ends[ends.length - 1] = end;
        continue;
      }
      folded += unit;
      starts.push(index);
      ends.push(end);
    }
  }
  return { folded, starts, ends };
}
