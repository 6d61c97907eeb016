// A PostgreSQL of its own for tests and measurements: made in a temporary folder, reached by a socket, gone afterwards.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

const debian = '/usr/lib/postgresql';

/** Starts the PostgreSQL that is installed on this machine; null where there is none. As root it runs as another user, since it refuses root. */
export async function startPostgres() {
  const bin = findPrograms();
  if (!bin) return null;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postern-pg-'));
  const user = process.getuid?.() === 0 ? otherUser() : {};
  if ('uid' in user) fs.chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  execFileSync(path.join(bin, 'initdb'), ['-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync', '-D', data], { stdio: 'pipe', cwd: folder, ...user });
  let server = await run(bin, data, folder, user);
  return {
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    /** Ends it at once, as a crash would. */
    crash: () => end(server, 'SIGQUIT'),
    async comeBack() {
      server = await run(bin, data, folder, user);
    },
    async stop() {
      await end(server, 'SIGINT');
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findPrograms() {
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => path.join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(path.delimiter)];
  return folders.find((folder) => fs.existsSync(path.join(folder, 'initdb')) && fs.existsSync(path.join(folder, 'postgres'))) ?? null;
}

function otherUser() {
  const id = (kind) => {
    for (const name of ['postgres', 'nobody']) {
      try {
        return Number(execFileSync('id', [kind, name], { stdio: 'pipe' }));
      } catch {
        continue;
      }
    }
    return 65534;
  };
  return { uid: id('-u'), gid: id('-g') };
}

function run(bin, data, folder, user) {
  const settings = ['listen_addresses=', 'fsync=off', 'max_connections=60'].flatMap((setting) => ['-c', setting]);
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, '-k', folder, ...settings], { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder, ...user });
  return new Promise((done, failed) => {
    let output = '';
    server.stderr.on('data', (chunk) => {
      output += chunk;
      if (output.includes('ready to accept connections')) done(server);
    });
    server.once('exit', (code) => failed(new Error(`PostgreSQL ended with ${code}.\n${output}`)));
  });
}

function end(server, signal) {
  return new Promise((done) => {
    server.once('exit', done);
    server.kill(signal);
  });
}
