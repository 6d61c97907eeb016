import http from 'node:http';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { listen } from './listen.ts';

const piece = new Uint8Array(256 * 1024);

/** A server whose answer comes piece by piece, and what it saw. */
async function streaming({ breaksAt = Infinity } = {}) {
  const seen = { made: 0, left: false };
  const app = new Hono();
  app.get('/', (c) => {
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        pull(controller) {
          if (seen.made === breaksAt) return controller.error(new Error('the store is away'));
          if (seen.made === 400) return controller.close();
          seen.made += 1;
          controller.enqueue(piece);
        },
        cancel: () => void (seen.left = true),
      },
      { highWaterMark: 0 },
    );
    return c.body(body, 200, { 'Content-Type': 'application/zip' });
  });
  const { server, url } = await listen(app, readConfig({ POSTERN_PORT: '0', POSTERN_DATA: '/nowhere' }));
  return {
    seen,
    url,
    end: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

async function quiet(changes: () => unknown): Promise<void> {
  for (let before; before !== (before = changes()); ) await new Promise((done) => setTimeout(done, 100));
}

test('an answer that breaks off breaks the connection: nobody takes what came for all of it', async () => {
  const { url, end } = await streaming({ breaksAt: 20 });
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  await expect(answer.arrayBuffer()).rejects.toThrow('terminated');
  await end();
});

test('one who pauses lets the answer pause, and one who leaves ends it', async () => {
  const { seen, url, end } = await streaming();
  const answer = await new Promise<http.IncomingMessage>((done) => http.get(url, done));
  answer.on('error', () => {});
  answer.pause();
  await quiet(() => seen.made);
  // The buffers of both ends, and of the network between them.
  expect(seen.made * piece.length).toBeLessThan(16_000_000);
  answer.destroy();
  await expect.poll(() => seen.left).toBe(true);
  await end();
});
