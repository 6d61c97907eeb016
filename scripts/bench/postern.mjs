import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

export const password = 'correct horse battery';

/** A folder for data, gone when `remove` is called. */
export function newFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postern-bench-'));
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/** Starts a built server; resolves when it answers, with the milliseconds that it took. */
export async function startPostern(folder, { env = {}, entry = 'main' } = {}) {
  const began = performance.now();
  const child = spawn(process.execPath, [`dist/server/${entry}.js`], {
    env: { PATH: process.env.PATH, POSTERN_PORT: '0', POSTERN_DATA: folder, POSTERN_LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const url = await new Promise((done, failed) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const found = /^Open +(\S+)/m.exec(output);
      if (found) done(found[1]);
    });
    child.once('exit', (code) => failed(new Error(`Postern ended with ${code}.`)));
  });
  await (await fetch(`${url}/api/v1/health`)).arrayBuffer();
  const readyMs = performance.now() - began;
  const ended = new Promise((done) => child.once('exit', (code, signal) => done(code ?? signal)));
  return {
    url,
    readyMs,
    /** Milliseconds of a core that all its threads have used so far. */
    cpuMs() {
      const threads = fs.readdirSync(`/proc/${child.pid}/task`).map((thread) => fs.readFileSync(`/proc/${child.pid}/task/${thread}/schedstat`, 'utf8'));
      return threads.reduce((total, times) => total + Number(times.split(' ')[0]) / 1e6, 0);
    },
    /** Kilobytes resident. */
    rss: () => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]),
    setupCode: () => /^Set-up code: (\S+)/m.exec(output)?.[1] ?? '',
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** One request as the console makes it. */
export function ask(url, cookie, method, address, body, headers = {}) {
  return fetch(url + address, {
    method,
    headers: { Origin: url, Cookie: cookie, ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** Makes the first administrator; answers his session's cookie. */
export async function setUp(postern) {
  const answer = await ask(postern.url, '', 'POST', '/api/v1/setup', { code: postern.setupCode(), username: 'admin', password, language: 'en' });
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0];
}

export const settings = {
  authMethod: 'microsoft-oauth',
  emailAddress: 'pbx@contoso.com',
  cloud: 'global',
  tenantId: 'contoso.com',
  applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4',
  smtp: { host: 'smtp.office365.com', port: 587, encryption: 'starttls' },
};

export function percentile(numbers, share) {
  return numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
}
