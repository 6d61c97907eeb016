// What a spreadsheet takes for a formula when a cell begins with it, in the width of East Asian letters, too.
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
// Control characters, which a terminal obeys, and those that turn the direction of what follows.
const control = /[[\p{Cc}\u202a-\u202e\u2066-\u2069]--[\n\r]]/gv;
const mark = '\ufeff';

/** What a CSV file begins with, so that spreadsheets know it as UTF-8. */
export const csvStart = mark;

/** A line of CSV (RFC 4180), with its end. No cell is a formula, none holds a control character: an apostrophe stands before the one, U+FFFD in the place of the other. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
  const plain = formula.test(text) ? `'${text}` : text;
  const shown = plain.toWellFormed().replace(control, '\ufffd');
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
