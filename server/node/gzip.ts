import type { TransformOptions } from 'node:stream';
import zlib from 'node:zlib';
import type { Gzip } from '../ports.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const blockBytes = 64 * 1024;
const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
const lastBlock = Uint8Array.of(3, 0);

/** Gzip (RFC 1952) in blocks that stand for themselves, so that two cores pack them side by side; what CompressionStream packs is packed by one. */
export function createGzip(): Gzip {
  let [packer, other] = [createPacker(), createPacker()];
  const inWork: Promise<Bytes[]>[] = [];
  let filled = 0;
  let sum = 0;
  let length = 0;
  const end = () => {
    packer.close();
    other.close();
  };

  function pack(): void {
    inWork.push(packer.pack(filled));
    [packer, other] = [other, packer];
    filled = 0;
  }

  async function handOver(controller: TransformStreamDefaultController<Bytes>, most: number): Promise<void> {
    while (inWork.length > most) for (const piece of (await inWork.shift()) ?? []) controller.enqueue(piece);
  }

  const transformer: Transformer<Bytes, Bytes> & { cancel: () => void } = {
    start: (controller) => controller.enqueue(header),
    async transform(chunk, controller) {
      sum = zlib.crc32(chunk, sum);
      length += chunk.length;
      for (let from = 0; from < chunk.length; ) {
        // The one whose turn it is has done its last block then.
        await handOver(controller, 1);
        const part = chunk.subarray(from, from + blockBytes - filled);
        packer.block.set(part, filled);
        filled += part.length;
        from += part.length;
        if (filled === blockBytes) pack();
      }
    },
    async flush(controller) {
      if (filled > 0) pack();
      await handOver(controller, 0);
      end();
      controller.enqueue(lastBlock);
      const sums = new DataView(new ArrayBuffer(8));
      sums.setUint32(0, sum, true);
      sums.setUint32(4, length % 2 ** 32, true);
      controller.enqueue(new Uint8Array(sums.buffer));
    },
    cancel: end,
  };
  return new TransformStream(transformer);
}

// One deflater and the block that it packs; a full flush (RFC 1951) forgets what came before, and ends at a byte.
function createPacker() {
  const options: zlib.ZlibOptions & TransformOptions = { chunkSize: blockBytes, readableHighWaterMark: 4 * blockBytes };
  const deflater = zlib.createDeflateRaw(options);
  const block = new Uint8Array(blockBytes);
  let fail: (error: Error) => void = () => {};
  deflater.on('error', (error) => fail(error));
  return {
    block,
    pack(filled: number): Promise<Bytes[]> {
      const packed = new Promise<Bytes[]>((done, failed) => {
        fail = failed;
        deflater.write(block.subarray(0, filled));
        deflater.flush(zlib.constants.Z_FULL_FLUSH, () => {
          const pieces: Bytes[] = [];
          for (let piece: Bytes | null = deflater.read(); piece !== null; piece = deflater.read()) pieces.push(piece);
          done(pieces);
        });
      });
      // Whoever has left does not wait for it.
      packed.catch(() => {});
      return packed;
    },
    close: () => void deflater.destroy(),
  };
}
