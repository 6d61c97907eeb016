import { expect, test } from 'vitest';
import type { Part } from './part.ts';
import { unzip } from './testing.ts';
import { zipOf } from './zip.ts';

const making = { at: new Date('2026-11-24T12:00:00Z'), gzip: () => new CompressionStream('gzip'), failed: () => {} };
const piece = 64 * 1024;

/** Files that count what is read of them: `count` of `pieces` each, which pack badly. */
function source({ count = 1, pieces = 1, breaksAt = Infinity } = {}) {
  const seen = { read: 0, ended: 0 };
  async function* text(): AsyncGenerator<string> {
    try {
      for (let index = 0; index < pieces; index++) {
        if (seen.read === breaksAt) throw new Error('the store is away');
        seen.read += 1;
        yield noise();
      }
    } finally {
      seen.ended += 1;
    }
  }
  async function* parts(): AsyncGenerator<Part> {
    for (let index = 0; index < count; index++) yield { name: `folder/${index}.txt`, text: text() };
  }
  return { seen, parts: parts() };
}

// Six bits a character: about three quarters are left of it.
function noise(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(piece)), (byte) => String.fromCharCode(48 + (byte & 63))).join('');
}

/** Lets what may go on go on: as long as it takes to read another one to its end. */
async function meanwhile(): Promise<void> {
  await new Response(zipOf(source({ count: 2, pieces: 40 }).parts, making)).arrayBuffer();
}

test('what goes in comes out, in its order', async () => {
  async function* parts(): AsyncGenerator<Part> {
    yield { name: 'a/é.txt', text: texts('one\n', 'two é€𝄞\n') };
    yield { name: 'empty.txt', text: texts() };
  }
  async function* texts(...pieces: string[]): AsyncGenerator<string> {
    yield* pieces;
  }
  const bytes = new Uint8Array(await new Response(zipOf(parts(), making)).arrayBuffer());
  expect(await unzip(bytes)).toEqual({ 'a/é.txt': 'one\ntwo é€𝄞\n', 'empty.txt': '' });
});

test('nothing is read before somebody reads, and one who pauses lets it pause', async () => {
  const { seen, parts } = source({ count: 2, pieces: 60 });
  const reader = zipOf(parts, making).getReader();
  await meanwhile();
  expect(seen.read).toBe(0);
  let got = 0;
  for (const wanted of [100_000, 1_000_000]) {
    while (got < wanted) got += (await reader.read()).value?.length ?? Infinity;
    await meanwhile();
    // What has been read and is not there yet fits into a few buffers, however long one waits.
    expect(seen.read * piece * 0.7 - got).toBeLessThan(2_500_000);
  }
  await reader.cancel();
});

test('one who leaves ends the reading at once, and the file that was open is closed', async () => {
  const { seen, parts } = source({ count: 2, pieces: 60 });
  const failures: unknown[] = [];
  const reader = zipOf(parts, { ...making, failed: (error) => failures.push(error) }).getReader();
  for (let got = 0; got < 500_000; ) got += (await reader.read()).value?.length ?? Infinity;
  await reader.cancel(new Error('gone'));
  const { read } = seen;
  await meanwhile();
  expect(seen.read - read).toBeLessThanOrEqual(1);
  expect(seen.ended).toBe(1);
  expect(failures).toEqual([]);
});

test('what breaks in the middle breaks the stream, so that nobody takes the rest for a ZIP', async () => {
  const { parts } = source({ count: 2, pieces: 30, breaksAt: 45 });
  const failures: string[] = [];
  const reader = zipOf(parts, { ...making, failed: (error) => failures.push(String(error)) }).getReader();
  let got = 0;
  const reading = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      got += value.length;
    }
  })();
  await expect(reading).rejects.toThrow('the store is away');
  expect(got).toBeGreaterThan(1_000_000);
  expect(failures).toEqual(['Error: the store is away']);
});
