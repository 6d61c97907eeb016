import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const marker = 'node_modules/.postern-lock';
const inputs = ['contract', 'src', 'server', 'mocks', 'public', 'index.html', 'simulated.html', 'vite.config.ts', 'lingui.config.ts', 'package-lock.json'];

/** The packages of the lock file, where they are not there yet. */
export async function installPackages() {
  const wanted = hashOf(['package-lock.json']);
  if (read(marker) === wanted) return;
  await say('Packages', () => quiet('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']));
  fs.writeFileSync(marker, wanted);
}

/** Builds each of these where its sources have changed since. */
export async function build(names) {
  const wanted = hashOf(inputs);
  for (const name of names) {
    const stamp = `dist/.${name}`;
    if (read(stamp) === wanted) continue;
    const mode = name === 'console' ? 'production' : name;
    await say(`Build ${name}`, () => quiet(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--mode', mode, '--logLevel', 'warn']));
    fs.writeFileSync(stamp, wanted);
  }
}

/** A browser for the tests: what is installed first, then Debian's, then Playwright's own. Answers its path, or null for Playwright's own. */
export async function findBrowser() {
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
  const installed = () => names.flatMap((name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file)) ?? null;
  const found = installed();
  if (found) return found;
  const { chromium } = await import('@playwright/test');
  if (fs.existsSync(chromium.executablePath())) return null;
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    try {
      await say('Browser (Debian’s Chromium)', async () => {
        await quiet('apt-get', ['update', '-qq']);
        await quiet('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell']).catch(() => quiet('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']));
      });
      const now = installed();
      if (now) return now;
    } catch {
      console.log('Debian’s Chromium cannot be had here: trying Playwright’s own.');
    }
  }
  const withDependencies = process.getuid?.() === 0 ? ['--with-deps'] : [];
  await say('Browser (Playwright’s own)', () => quiet(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', '--only-shell', ...withDependencies, 'chromium']));
  return null;
}

/** Runs a step and says its name and its seconds, in a line. */
export async function say(name, work) {
  const start = Date.now();
  process.stdout.write(`${name} … `);
  const result = await work();
  process.stdout.write(`${((Date.now() - start) / 1000).toFixed(1)} s\n`);
  return result;
}

/** Runs a program without its output; rejects with the output where it fails. */
export function quiet(program, args, env = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', failed);
    child.on('exit', (code) => (code === 0 ? done(output) : failed(new Error(`\n${program} ${args.join(' ')} ended with ${code}\n${output}`))));
  });
}

function hashOf(names) {
  const hash = createHash('sha256');
  for (const file of names.flatMap(filesOf)) hash.update(file).update('\0').update(fs.readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesOf(name) {
  if (!fs.existsSync(name)) return [];
  if (fs.statSync(name).isFile()) return [name];
  return fs.readdirSync(name).sort().flatMap((child) => filesOf(path.join(name, child)));
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
}
