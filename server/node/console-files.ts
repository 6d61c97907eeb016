import fs from 'node:fs';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';

const headers = {
  'Content-Security-Policy': "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The built console: its files, and index.html for every address that is none of them; with it goes the news of what that page will need. */
export function consoleFiles(folder: string): Hono {
  const app = new Hono();
  const { first, pages } = piecesOf(folder);
  app.use(compress());
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    c.header('Cache-Control', c.req.path.startsWith('/assets/') && c.res.ok ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.use(serveStatic({ root: folder }));
  app.get('/assets/*', (c) => c.notFound());
  app.get('*', async (c, next) => {
    await next();
    for (const piece of [...first, ...piecesAt(c.req.path, pages)]) c.header('Link', `</${piece}>; rel=modulepreload`, { append: true });
  });
  app.get('*', serveStatic({ root: folder, path: 'index.html' }));
  return app;
}

// A page's address holds the name of its piece, at the end or before the name of its part; Home has none, and the pages before the sign-in share one.
function piecesAt(address: string, pages: Map<string, string[]>): string[] {
  const name = address === '/' ? 'home' : (address.split('/').findLast((part) => part !== '' && (isOfDoor(part) || pages.has(part))) ?? '');
  return pages.get(isOfDoor(name) ? 'door' : name) ?? [];
}

function isOfDoor(name: string): boolean {
  return name === 'sign-in' || name === 'setup';
}

interface Piece {
  file: string;
  name?: string;
  isEntry?: boolean;
  imports?: string[];
}

// Vite's manifest says which files a piece consists of.
function piecesOf(folder: string): { first: string[]; pages: Map<string, string[]> } {
  const file = path.join(folder, '.vite/manifest.json');
  const manifest = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, Piece>) : {};
  const all = (name: string): string[] => [name, ...(manifest[name]?.imports ?? []).flatMap(all)];
  const first = new Set(Object.keys(manifest).filter((name) => manifest[name]?.isEntry).flatMap(all));
  const files = (names: Iterable<string>) => [...new Set(names)].flatMap((name) => manifest[name]?.file ?? []);
  return { first: files(first), pages: new Map(Object.entries(manifest).map(([key, { name = '' }]) => [name, files(all(key).filter((piece) => !first.has(piece)))])) };
}
