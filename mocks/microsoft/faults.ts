import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Breakdown } from '../scenarios/scenario.ts';

const portal = '<!doctype html><html><head><title>Guest network</title></head><body><h1>Please accept the terms of use</h1></body></html>';

/** What a service does where it does not answer as itself. A connection is cut where there is one: behind a listener of Node. */
export function breakdown(asked: () => Promise<Breakdown | undefined>): MiddlewareHandler {
  return async (c, next) => {
    const broken = await asked();
    switch (broken?.answers) {
      case 'status':
        if (broken.retryAfter !== undefined) c.header('Retry-After', String(broken.retryAfter));
        if (broken.location !== undefined) c.header('Location', broken.location);
        return c.body('', broken.status as ContentfulStatusCode);
      case 'html':
        return c.html(portal);
      case 'silent':
        await ended(c.req.raw.signal);
        return c.body(null);
      case 'cut':
        cut(c);
        return c.body(null);
      case undefined:
        await next();
    }
    return undefined;
  };
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) return done();
    signal.addEventListener('abort', () => done(), { once: true });
  });
}

function cut(c: Context<{ Bindings: { incoming?: { socket: { destroy(): void } } } }>): void {
  c.env?.incoming?.socket.destroy();
}
