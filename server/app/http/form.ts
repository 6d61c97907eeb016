import { ProblemError } from './problem.ts';

/** Beside the file of a form: its other members, and what stands between them. */
const besides = 64 * 1024;

/** A form with a file of at most `limit` bytes. Raises 413, 415, and `invalid-form` for what is none. */
export async function readForm(request: Request, limit: number): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new ProblemError('unsupported-media-type', { detail: 'The body must be multipart/form-data.' });
  const body = await readBytes(request, limit + besides);
  return new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw new ProblemError('invalid-form');
  });
}

/** Too large, with what is the most. */
export function tooLarge(mostBytes: number): ProblemError {
  return new ProblemError('too-large', { detail: `It is larger than ${mostBytes / 1024 / 1024} MiB.` });
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw tooLarge(limit - besides);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(limit - besides);
    chunks.push(chunk);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
