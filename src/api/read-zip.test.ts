import { expect, test } from 'vitest';
import { BrokenOff, readZip } from './read-zip.ts';

const end = new Uint8Array(22);
end.set([0x50, 0x4b, 5, 6]);

function stream(chunks: Uint8Array<ArrayBuffer>[], failure?: Error): ReadableStream<Uint8Array<ArrayBuffer>> {
  const left = [...chunks];
  return new ReadableStream({
    pull(controller) {
      const next = left.shift();
      if (next) controller.enqueue(next);
      else if (failure) controller.error(failure);
      else controller.close();
    },
  });
}

test('a ZIP is there as a whole, and its bytes were counted as they came', async () => {
  const counted: number[] = [];
  const chunk = new Uint8Array(3_000_000);
  const blob = await readZip(stream([chunk, chunk, chunk, end]), (bytes) => counted.push(bytes), new AbortController().signal);
  expect(counted).toEqual([3_000_000, 6_000_000, 9_000_000, 9_000_022]);
  expect(blob.size).toBe(9_000_022);
  expect(blob.type).toBe('application/zip');
});

test.each([
  ['the connection breaks', stream([end], new TypeError('network error'))],
  ['it ends too early', stream([new Uint8Array(5000)])],
  ['nothing comes', stream([])],
])('where %s it is no ZIP', async (_what, body) => {
  await expect(readZip(body, () => {}, new AbortController().signal)).rejects.toBeInstanceOf(BrokenOff);
});

test('cancelled is not broken off', async () => {
  const stop = new AbortController();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({ start: (controller) => stop.signal.addEventListener('abort', () => controller.error(stop.signal.reason)) });
  const reading = readZip(body, () => {}, stop.signal);
  stop.abort(new DOMException('cancelled', 'AbortError'));
  await expect(reading).rejects.toThrow('cancelled');
});
