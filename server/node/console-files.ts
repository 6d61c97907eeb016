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
    for (const piece of [...first, ...(pages.get(path.posix.basename(c.req.path)) ?? [])]) c.header('Link', `</${piece}>; rel=modulepreload`, { append: true });
  });
  app.get('*', serveStatic({ root: folder, path: 'index.html' }));
  return app;
}

interface Piece {
  file: string;
  isEntry?: boolean;
  imports?: string[];
}

// A page's address ends with the name of its folder; Vite's manifest says which files it consists of.
function piecesOf(folder: string): { first: string[]; pages: Map<string, string[]> } {
  const file = path.join(folder, '.vite/manifest.json');
  const manifest = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, Piece>) : {};
  const all = (name: string): string[] => [name, ...(manifest[name]?.imports ?? []).flatMap(all)];
  const first = new Set(Object.keys(manifest).filter((name) => manifest[name]?.isEntry).flatMap(all));
  const pages = Object.keys(manifest).filter((name) => /^src\/pages\/.*?([\w-]+)\/\1\.tsx$/.test(name));
  const files = (names: Iterable<string>) => [...new Set(names)].flatMap((name) => manifest[name]?.file ?? []);
  return { first: files(first), pages: new Map(pages.map((name) => [path.posix.basename(name, '.tsx'), files(all(name).filter((piece) => !first.has(piece)))])) };
}
