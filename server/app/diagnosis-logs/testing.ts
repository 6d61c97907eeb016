import { ZipReader } from '@zip.js/zip.js/lib/zip-core-reader.js';

/** Everything in a ZIP, by its name. */
export async function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, string>> {
  const zip = new ZipReader(new Blob([bytes]).stream(), { useWebWorkers: false, checkSignature: true });
  const found: Record<string, string> = {};
  for (const entry of await zip.getEntries()) {
    if (entry.directory) continue;
    const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
    const content = new Response(readable).arrayBuffer();
    await entry.getData(writable, { useWebWorkers: false });
    found[entry.filename] = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await content);
  }
  return found;
}
