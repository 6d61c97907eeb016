import http from 'node:http';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { listen } from './listen.ts';

const piece = new Uint8Array(256 * 1024);
const most = 200;

/** A server whose answer comes piece by piece, and what it saw. */
async function streaming({ breaksAt = Infinity } = {}) {
  const seen = { made: 0, left: false };
  const app = new Hono();
  app.get('/:who', (c) => {
    const own = c.req.param('who') === 'first' ? seen : { made: 0, left: false };
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        pull(controller) {
          if (own.made === breaksAt) return controller.error(new Error('the store is away'));
          if (own.made === most) return controller.close();
          own.made += 1;
          controller.enqueue(piece);
        },
        cancel: () => void (own.left = true),
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

test('an answer that breaks off breaks the connection: nobody takes what came for all of it', async () => {
  const { url, end } = await streaming({ breaksAt: 20 });
  const answer = await fetch(`${url}/first`);
  expect(answer.status).toBe(200);
  await expect(answer.arrayBuffer()).rejects.toThrow('terminated');
  await end();
});

test('one who pauses lets the answer pause, and one who leaves ends it', async () => {
  const { seen, url, end } = await streaming();
  const answer = await new Promise<http.IncomingMessage>((done) => http.get(`${url}/first`, done));
  answer.on('error', () => {});
  answer.pause();
  // As long as it takes another one to get all of it.
  expect((await (await fetch(`${url}/second`)).arrayBuffer()).byteLength).toBe(most * piece.length);
  // The buffers of both ends, and of the network between them.
  expect(seen.made * piece.length).toBeLessThan(16_000_000);
  answer.destroy();
  await expect.poll(() => seen.left).toBe(true);
  await end();
});
