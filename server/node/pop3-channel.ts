import type net from 'node:net';
import { lineReader, type LineChannel } from '../pop3-lines.ts';
import { ConnectionFailure } from '../ports.ts';
import { asConnectionFailure } from './dial.ts';

export interface Pop3Limits {
  greetingMs: number;
  /** For each line of an answer. */
  lineMs: number;
  /** For an answer as a whole: who says a letter a second is none that talks. */
  answerMs: number;
}

/** A channel over a socket that nobody else reads. It reads no further than it is asked to, and holds no more than a line and what one read brings. */
export function openChannel(socket: net.Socket, signal: AbortSignal, { greetingMs, lineMs, answerMs }: Pop3Limits): LineChannel & { release(): void } {
  const decoder = new TextDecoder();
  const reader = lineReader(next);
  let failure: unknown = null;
  let wake = () => {};
  let lineUntil = 0;
  let until = performance.now() + greetingMs;

  const fail = (reason: unknown) => {
    failure ??= reason;
    wake();
  };
  const end = (reason: unknown) => {
    fail(reason);
    socket.destroy();
  };
  const listeners = {
    readable: () => wake(),
    error: (error: Error) => fail(asConnectionFailure(error)),
    end: () => fail(new ConnectionFailure('closed')),
    close: () => {
      fail(new ConnectionFailure('closed'));
      signal.removeEventListener('abort', aborted);
    },
  };
  const aborted = () => end(signal.reason);
  for (const [event, listener] of Object.entries(listeners)) socket.on(event, listener);
  signal.addEventListener('abort', aborted, { once: true });
  if (signal.aborted) aborted();

  async function next(): Promise<string> {
    for (;;) {
      if (signal.aborted) throw signal.reason;
      // What came before the end is read before it is noticed.
      const piece: Buffer | null = socket.read();
      if (piece) return decoder.decode(piece, { stream: true });
      if (failure) throw failure;
      await news(Math.min(lineUntil, until) - performance.now());
    }
  }

  function news(withinMs: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(() => end(new ConnectionFailure('timeout')), withinMs);
      wake = () => {
        clearTimeout(timer);
        wake = () => {};
        done();
      };
    });
  }

  function discard(): void {
    reader.discard();
    while (socket.read() !== null);
  }

  return {
    write(line, withinMs = answerMs) {
      signal.throwIfAborted();
      if (failure) throw failure;
      discard();
      until = performance.now() + withinMs;
      socket.write(`${line}\r\n`);
    },
    read(most) {
      lineUntil = performance.now() + lineMs;
      return reader.read(most);
    },
    end: () => end(new ConnectionFailure('closed')),
    /** Lets go of the socket, and of all that came and was not read. */
    release() {
      discard();
      for (const [event, listener] of Object.entries(listeners)) socket.off(event, listener);
      signal.removeEventListener('abort', aborted);
      socket.on('error', () => {});
    },
  };
}
