/** An address in a pasted list, and the line on which it stands, from 1. */
export interface Listed {
  address: string;
  line: number;
}

/**
 * Reads a list of addresses as people paste it: one a line, or with commas or semicolons in between, with names in front and the address in angle brackets. What is no address stays as it is.
 * An address that came before is left out; `doubles` counts these.
 */
export function readMailboxList(text: string): { listed: Listed[]; doubles: number } {
  const all = text.split(/\r\n|\r|\n/).flatMap((line, at) => addressesOf(line).map((address) => ({ address, line: at + 1 })));
  const listed = [...new Map(all.toReversed().map((one) => [one.address.toLowerCase(), one])).values()].toReversed();
  return { listed, doubles: all.length - listed.length };
}

// A comma can be part of a name: `Doe, Jane <jane@contoso.com>`.
function addressesOf(line: string): string[] {
  return split(line, ';').flatMap((part) => {
    const pieces = split(part, ',').map((piece) => /<([^<>]*)>/.exec(piece)?.[1]?.trim() ?? piece.trim());
    const last = part.includes('<') ? pieces.findLastIndex((piece) => piece.includes('@')) : -1;
    return pieces.filter((piece, at) => piece !== '' && (piece.includes('@') || at > last));
  });
}

// A quoted name keeps what is in it.
function split(text: string, separator: ',' | ';'): string[] {
  return text.match(new RegExp(`(?:"[^"]*"|[^${separator}"]|"(?![^"]*"))+`, 'g')) ?? [];
}
