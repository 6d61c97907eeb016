import { request } from './request.ts';

/** Fetches a file and hands it over under the name that it came with; `onBytes` hears how much is there. Nothing is handed over of one that breaks off. Rejects as `request` does. */
export async function saveFile(url: string, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<void> {
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
  const file = await new Response(response.body?.pipeThrough(counted) ?? null).blob();
  const href = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = href;
  link.download = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'download';
  link.click();
  URL.revokeObjectURL(href);
}
