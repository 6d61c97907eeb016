import { randomBytes } from 'node:crypto';
import zlib from 'node:zlib';
import { expect, test } from 'vitest';
import { unzip } from '../app/diagnosis-logs/testing.ts';
import { zipOf } from '../app/diagnosis-logs/zip.ts';
import { createGzip } from './gzip.ts';

const block = 64 * 1024;

async function packed(...pieces: Uint8Array<ArrayBuffer>[]): Promise<Buffer> {
  return Buffer.from(await new Response(streamOf(pieces).pipeThrough(createGzip())).arrayBuffer());
}

function streamOf(pieces: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  const left = [...pieces];
  return new ReadableStream({
    pull(controller) {
      const next = left.shift();
      if (next) controller.enqueue(next);
      else controller.close();
    },
  });
}

const noise = (bytes: number) => new Uint8Array(randomBytes(bytes));
const words = (bytes: number) => new Uint8Array(Buffer.from('250 2.0.0 OK, queued as 4711\r\n'.repeat(bytes / 30 + 1)).subarray(0, bytes));

test.each([
  ['nothing', []],
  ['one byte', [words(1)]],
  ['less than a block', [noise(1_000)]],
  ['a block', [noise(block)]],
  ['a byte more than a block', [noise(block + 1)]],
  ['many blocks at once', [noise(5 * block + 17)]],
  ['small pieces', Array.from({ length: 3_000 }, (_, at) => words(at % 300))],
  ['pieces of all sizes', [noise(7), words(3 * block), noise(block - 7), noise(1), words(200_000)]],
])('%s comes out as it went in', async (_what, pieces) => {
  const whole = await packed(...pieces);
  expect(zlib.gunzipSync(whole).equals(Buffer.concat(pieces))).toBe(true);
});

test('what repeats itself gets small', async () => {
  expect((await packed(words(1_000_000))).length).toBeLessThan(20_000);
});

test('a ZIP of it is one', async () => {
  const texts = { 'a.txt': 'Grüße\n'.repeat(50_000), 'empty.txt': '', 'b.txt': 'x' };
  async function* parts() {
    for (const [name, text] of Object.entries(texts)) yield { name, text: (async function* () { yield text; })() };
  }
  const zip = zipOf(parts(), { at: new Date('2026-11-24T12:00:00Z'), gzip: createGzip, failed: () => {} });
  expect(await unzip(new Uint8Array(await new Response(zip).arrayBuffer()))).toEqual(texts);
});

test('one who leaves ends it', async () => {
  const reader = streamOf(Array.from({ length: 100 }, () => noise(block))).pipeThrough(createGzip()).getReader();
  for (let got = 0; got < 3 * block; ) got += (await reader.read()).value?.length ?? Infinity;
  await reader.cancel();
  expect(await reader.read()).toEqual({ done: true, value: undefined });
});
