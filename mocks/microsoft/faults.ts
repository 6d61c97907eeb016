import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { PlayedMicrosoft } from './state.ts';

const portal = '<!doctype html><html><head><title>Guest network</title></head><body><h1>Please accept the terms of use</h1></body></html>';

/** What the identity endpoints do where they do not answer as themselves. A connection is cut where there is one: behind a listener of Node. */
export function identityFaults(microsoft: PlayedMicrosoft): MiddlewareHandler {
  return async (c, next) => {
    const { identity } = await microsoft.scenario();
    switch (identity?.answers) {
      case 'status':
        if (identity.retryAfter !== undefined) c.header('Retry-After', String(identity.retryAfter));
        return c.body('', identity.status as ContentfulStatusCode);
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
