import { redactLine } from '../redaction/redact.ts';

const longestLine = 4000;

/** A line of a protocol as it is kept: without secrets, 4,000 characters and a mark at most, control characters and halves of characters written out, so that no terminal obeys them. */
export function protocolLine(line: string): string {
  const kept = redactLine(line.slice(0, longestLine));
  const cut = line.length > longestLine ? ` … (${line.length} characters in all)` : '';
  return harmless(kept) + cut;
}

/** A text of one line with all that is no character to be read written out: `\x1b`. */
export function harmless(text: string): string {
  return text.replace(/[^\P{C}\t]|[\p{Zl}\p{Zp}]/gu, written);
}

function written(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
}
