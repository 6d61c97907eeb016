import { request } from './request.ts';

/** A file and what it is called. */
export interface Fetched {
  name: string;
  blob: Blob;
}

/** Fetches a file to its end; `onBytes` hears how much is there. Rejects as `request` does. */
export async function fetchFile(url: string, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<Fetched> {
  const response = await request(url, { signal });
  let bytes = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      onBytes(bytes);
      controller.enqueue(chunk);
    },
  });
  // The browser keeps a Blob where it has room, on the disk, too.
  const blob = await new Response(response.body?.pipeThrough(counted) ?? null).blob();
  return { name: fileNameOf(response) ?? 'download', blob };
}

/** What the backend calls the file that it sends, or null. */
export function fileNameOf({ headers }: Response): string | null {
  return /filename="([^"]+)"/.exec(headers.get('Content-Disposition') ?? '')?.[1] ?? null;
}
