const blobBytes = 4_000_000;
const endBytes = 22;

/** It ended before its end: what has come is no ZIP. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
}

/** Reads a ZIP to its end, `progress` hears how many bytes are there. It is gathered in pieces that the browser keeps where it likes, on its disk as well. Rejects with `BrokenOff`, or when it is aborted. */
export async function readZip(body: ReadableStream<Uint8Array<ArrayBuffer>>, progress: (bytes: number) => void, signal: AbortSignal): Promise<Blob> {
  const reader = body.getReader();
  const pieces: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let waiting = 0;
  let bytes = 0;
  const gather = () => {
    pieces.push(new Blob(chunks));
    chunks = [];
    waiting = 0;
  };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      waiting += value.length;
      bytes += value.length;
      if (waiting >= blobBytes) gather();
      progress(bytes);
    }
    gather();
    const whole = new Blob(pieces, { type: 'application/zip' });
    // Its last record, and the browser can read what it has put away.
    const end = new Uint8Array(await whole.slice(-endBytes).arrayBuffer());
    if (end.length < endBytes || String.fromCharCode(...end.slice(0, 4)) !== 'PK\u0005\u0006') throw new Error('no end of a ZIP');
    return whole;
  } catch (error) {
    signal.throwIfAborted();
    throw new BrokenOff('the ZIP broke off', { cause: error });
  }
}
