// Nothing of the backend, the mocks or the tests reaches the production console; and what its first view weighs.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';

const chunks = JSON.parse(fs.readFileSync('dist/console-modules.json', 'utf8'));
const foreign = /(?:^|\/)(?:server|mocks|e2e)\/|\.test\.|node_modules\/(?:msw|hono|@hono)\//;
const found = chunks.flatMap(({ modules }) => modules.map((id) => path.relative(process.cwd(), id).replaceAll(path.sep, '/'))).filter((id) => foreign.test(id));
const files = fs.readdirSync('dist/console', { recursive: true }).map(String);
const worker = files.filter((file) => /serviceworker|simulated/i.test(file));
const withNode = files.filter((file) => file.endsWith('.js') && /["']node:[a-z]/.test(fs.readFileSync(path.join('dist/console', file), 'utf8')));
const problems = [...found.map((id) => `${id} is in the production bundle.`), ...worker.map((file) => `${file} is in the production build.`), ...withNode.map((file) => `${file} names a Node module.`)];
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
const size = (file) => gzipSync(fs.readFileSync(path.join('dist/console', file)), { level: 9 }).length / 1000;
for (const file of files.filter((name) => /\.(?:js|css)$/.test(name)).sort()) console.log(`${size(file).toFixed(1).padStart(7)} kB  ${file}`);
