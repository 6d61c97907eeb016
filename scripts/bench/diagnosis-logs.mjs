import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ask, newFolder, setUp, startPostern } from './postern.mjs';

const zipMegabytes = 250;
const entryBytes = 2_000;
const dayMs = 86_400_000;
const days = 10;
// Base64 of noise: a quarter is what deflate takes off it.
const packs = 0.76;
const functions = ['email-forwarding', 'exchange-calendar', 'exchange-directory', 'queue-pilot'];

/** A ZIP of 250 MB out of the embedded store: how fast it comes, and how much more memory the server has meanwhile. */
export async function measureDiagnosisLogs() {
  const { folder, remove } = newFolder();
  const env = { POSTERN_PROTOCOLS_KEEP_MB: '1000' };
  try {
    const first = await startPostern(folder, { env });
    const cookie = await setUp(first);
    await first.end('SIGTERM');
    fill(path.join(folder, 'postern.sqlite'));
    const postern = await startPostern(folder, { env });
    const now = Date.now();
    const body = { sources: ['event-log', 'framework-protocol'], from: new Date(now - (days + 1) * dayMs).toISOString(), to: new Date(now + dayMs).toISOString() };
    const estimate = await (await ask(postern.url, cookie, 'POST', '/api/v1/diagnosis-logs?dryRun=true', body)).json();
    const before = postern.rss();
    let most = before;
    let bytes = 0;
    const began = performance.now();
    const answer = await ask(postern.url, cookie, 'POST', '/api/v1/diagnosis-logs', body);
    for await (const chunk of answer.body) {
      bytes += chunk.length;
      most = Math.max(most, postern.rss());
    }
    const seconds = (performance.now() - began) / 1000;
    await postern.end('SIGTERM');
    const megabytes = bytes / 1e6;
    if (megabytes < zipMegabytes * 0.9) throw new Error(`The ZIP has ${megabytes.toFixed(0)} MB only.`);
    const speed = megabytes / seconds;
    const growth = ((most - before) * 1024) / 1e6;
    const miss = Math.abs(estimate.estimatedBytes / bytes - 1) * 100;
    return [
      { what: `Diagnosis Logs: a ZIP of ${megabytes.toFixed(0)} MB`, value: speed.toFixed(0), unit: 'MB/s', budget: '≥ 30 MB/s', kept: speed >= 30 },
      { what: 'Diagnosis Logs: more resident meanwhile', value: growth.toFixed(0), unit: 'MB', budget: '≤ 60 MB', kept: growth <= 60 },
      { what: 'Diagnosis Logs: the size that was said before is off by', value: miss.toFixed(1), unit: '%', budget: '≤ 10 %', kept: miss <= 10 },
    ];
  } finally {
    remove();
  }
}

function fill(file) {
  const sqlite = new DatabaseSync(file);
  sqlite.exec('PRAGMA synchronous = OFF; BEGIN');
  const insert = sqlite.prepare("insert into protocols (id, at, source, function, kind, text, bytes) values (?, ?, 'framework', ?, 'check', ?, ?)");
  const count = Math.ceil((zipMegabytes * 1e6) / packs / entryBytes);
  const from = Date.now() - days * dayMs;
  for (let at = 0; at < count; at++) {
    const text = `> ${randomBytes((entryBytes - 2) * 0.75).toString('base64')}`;
    insert.run(`bench-${at}`, new Date(from + (at * days * dayMs) / count).toISOString(), functions[at % functions.length], text, Buffer.byteLength(text));
  }
  sqlite.exec('COMMIT');
  sqlite.close();
}
