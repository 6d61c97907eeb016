import { ConnectionFailure } from './ports.ts';

/** A connection that POP3 is spoken over, a line at a time. */
export interface LineChannel {
  /** Sends a line. What came before it and was not read is thrown away: it answers nothing. `withinMs` is the time for the whole answer, where it is not the usual one. */
  write(line: string, withinMs?: number): void;
  /** The next line without its end, of `most` characters at most; a control character in it but a tab is U+FFFD. Rejects with `ConnectionFailure`, or with the reason of a signal. */
  read(most: number): Promise<string>;
  /** Ends the connection. */
  end(): void;
}

/** Cuts text that comes in pieces into lines, which end with LF, with or without CR; `next` answers the next piece. No more than a line and a piece are held. */
export function lineReader(next: () => Promise<string>): { read(most: number): Promise<string>; discard(): void } {
  let rest = '';
  return {
    async read(most) {
      let line = '';
      for (;;) {
        const end = rest.indexOf('\n');
        line += end < 0 ? rest : rest.slice(0, end);
        rest = end < 0 ? '' : rest.slice(end + 1);
        if (line.length > most) throw new ConnectionFailure('protocol', 'TOO_LARGE');
        if (end >= 0) return line.replace(/\r$/, '').replace(/(?!\t)\p{Cc}/gu, '\uFFFD');
        rest = await next();
      }
    },
    discard: () => (rest = ''),
  };
}
