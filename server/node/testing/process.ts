import { spawn, type ChildProcess } from 'node:child_process';

/** Starts the product as a process of its own, from its sources, with this environment only. `kept` is the cookie of a session from before. */
export async function startPostern(given: Record<string, string>, kept = '') {
  const child = spawn(process.execPath, ['server/node/main.ts'], { env: { PATH: process.env['PATH'], ...given }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  await started(child, (text) => (output += text));
  const url = /^Open +(\S+)/m.exec(output)?.[1] ?? '';
  let cookie = kept;
  const request = async (method: string, address: string, body?: unknown, headers: Record<string, string> = {}) => {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const response = await fetch(url + address, { method, headers: { Origin: url, Cookie: cookie, ...type, ...headers }, ...json });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${await response.text()}`);
    return response;
  };
  const ask = async <T>(...given: Parameters<typeof request>): Promise<T> => (await request(...given)).json() as Promise<T>;
  return {
    setupCode: /^Set-up code: (\S+)/m.exec(output)?.[1] ?? '',
    output: () => output,
    get cookie() {
      return cookie;
    },
    ask,
    text: async (address: string) => (await request('GET', address)).text(),
    /** Follows a resource by its long poll until it is as wanted. */
    async when<T extends { version: number }>(address: string, wanted: (found: T) => boolean): Promise<T> {
      let found = await ask<T>('GET', address);
      while (!wanted(found)) found = await ask<T>('GET', `${address}?after=${found.version}`);
      return found;
    },
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      if ((await ended) !== 0) throw new Error(`Postern ended with an error.\n${output}`);
    },
    /** As a power cut does. */
    async kill() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function started(child: ChildProcess, say: (text: string) => void): Promise<void> {
  return new Promise((done, failed) => {
    let text = '';
    const hear = (chunk: unknown) => {
      text += String(chunk);
      say(String(chunk));
      if (text.includes('No tenant at hand?')) done();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => failed(new Error(`Postern ended with ${code}.\n${text}`)));
  });
}
