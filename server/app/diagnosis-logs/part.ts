/** A file of the ZIP: its text comes when it is read, in pieces that end with a line. */
export interface Part {
  name: string;
  text: AsyncIterable<string>;
  /** Hears how many bytes of it were written. */
  written?: (bytes: number) => void;
}

/** What the manifest says of a file. */
export interface Listed {
  name: string;
  /** Of the text, in UTF-8. */
  bytes: number;
  /** Events or protocol entries; null of other files. */
  entries: number | null;
}

/** Hears how many more events or entries of a file were read. */
export type Count = (name: string, entries: number) => void;

/** A value as JSON; what is no character to be read is escaped, so that no terminal obeys it. */
export function safeJson(value: unknown, space?: number): string {
  return JSON.stringify(value, null, space).replace(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu, (found) => found.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''));
}
