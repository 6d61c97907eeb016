import type { Gzip } from '../../ports.ts';
import type { Part } from './part.ts';

const encoder = new TextEncoder();
// Of what is packed: small, so that little is on its way.
const chunkSize = 32 * 1024;

interface Making {
  /** The time that the files bear. */
  at: Date;
  gzip: () => Gzip;
  /** Hears of a file that fails. */
  failed: (error: unknown) => void;
}

/**
 * Files as one ZIP (APPNOTE 6.3; Zip64, deflated): read as the reader asks for it, never held as a whole. One who leaves ends the reading of the files, and a file that
 * fails breaks the stream off, so that what has come has no end and is no ZIP.
 */
export function zipOf(parts: AsyncIterable<Part>, making: Making): ReadableStream<Uint8Array<ArrayBuffer>> {
  const stop = new AbortController();
  let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | null = null;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        reader ??= begin(parts, making, stop.signal);
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel(reason) {
        stop.abort(reason);
        await reader?.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

function begin(parts: AsyncIterable<Part>, making: Making, signal: AbortSignal): ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> {
  let broken: (error: unknown) => void = () => {};
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({ start: (controller) => void (broken = (error) => controller.error(error)) });
  write(parts, writable, making, signal).catch((error: unknown) => {
    if (!signal.aborted) making.failed(error);
    broken(error);
  });
  return readable.getReader();
}

async function write(parts: AsyncIterable<Part>, writable: WritableStream<Uint8Array<ArrayBuffer>>, { at, gzip }: Making, signal: AbortSignal): Promise<void> {
  // Nobody needs it until somebody asks for a ZIP.
  const { configure, ZipWriter } = await import('@zip.js/zip.js/lib/zip-core-custom.js');
  // It takes the sum that gzip ends with, too.
  const CompressionStream = function Packed() {
    return gzip();
  };
  configure({ useWebWorkers: false, chunkSize, CompressionStream: CompressionStream as never });
  const zip = new ZipWriter(writable, { lastModDate: at, keepOrder: true });
  for await (const { name, text, written } of parts) {
    signal.throwIfAborted();
    const pieces = text[Symbol.asyncIterator]();
    const leave = () => void pieces.return?.();
    signal.addEventListener('abort', leave, { once: true });
    try {
      await zip.add(name, encoded(pieces, written));
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }
  await zip.close();
}

function encoded(pieces: AsyncIterator<string>, written: Part['written']): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) return controller.close();
        const bytes = encoder.encode(value);
        written?.(bytes.length);
        controller.enqueue(bytes);
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
