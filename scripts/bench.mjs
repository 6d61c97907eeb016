// Measures what was promised, and writes it into docs/benchmarks.md. Ends with 1 where a budget is not kept.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import { measureBundles } from './bench/bundles.mjs';
import { measureCheckCost } from './bench/check-cost.mjs';
import { measureDiagnosisLogs } from './bench/diagnosis-logs.mjs';
import { measureEvents } from './bench/events.mjs';
import { measureExplain } from './bench/explain.mjs';
import { measureHome } from './bench/home.mjs';
import { measureKills } from './bench/kills.mjs';
import { measureLighthouse } from './bench/lighthouse.mjs';
import { measureMalformed } from './bench/malformed.mjs';
import { measureOutages } from './bench/outages.mjs';
import { measurePresence } from './bench/presence.mjs';
import { measureQueues } from './bench/queues.mjs';
import { measureReads } from './bench/reads.mjs';
import { measureStart } from './bench/start.mjs';
import { measureWaiting } from './bench/waiting.mjs';
import { say } from './prepare.mjs';

const parts = { bundles: measureBundles, lighthouse: measureLighthouse, start: measureStart, reads: measureReads, home: measureHome, queues: measureQueues, events: measureEvents, kills: measureKills, outages: measureOutages, malformed: measureMalformed, checks: measureCheckCost, presence: measurePresence, explain: measureExplain, 'diagnosis-logs': measureDiagnosisLogs, waiting: measureWaiting };
const report = 'docs/benchmarks.md';

/** Runs all measurements, or those named; only all of them together are written down. */
export async function runBench(names) {
  const unknown = names.find((name) => !(name in parts));
  if (unknown) {
    console.error(`There is no part ${unknown}: ${Object.keys(parts).join(', ')}.`);
    return 1;
  }
  const rows = [];
  for (const name of names.length > 0 ? names : Object.keys(parts)) {
    const found = await say(`Measure ${name}`, parts[name]);
    for (const { what, value, budget, unit = '', kept } of found) {
      rows.push({ what, value: `${value}${unit && ` ${unit}`}`, budget, kept });
      console.log(`  ${kept ? '✓' : '✕'} ${what}: ${value} ${unit} (${budget})`);
    }
  }
  if (names.length === 0) write(rows);
  return rows.every(({ kept }) => kept) ? 0 : 1;
}

function write(rows) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const table = rows.map(({ what, value, budget, kept }) => `| ${what} | ${value} | ${budget} | ${kept ? 'yes' : '**no**'} |`);
  const text = [
    '# Benchmarks',
    '',
    `\`npm run bench\` on ${new Date().toISOString().slice(0, 10)} at ${commit}: ${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release().split('-')[0]}, Node ${process.versions.node}.`,
    '',
    '| what | measured | budget | kept |',
    '|---|---|---|---|',
    ...table,
    '',
    'Sizes are kB (1000 bytes) after gzip -9 of every file that the browser really loads, English, on a system that was never set up. Lighthouse is its mobile',
    'preset against the product on this machine. Reads are an open loop: a late answer delays no other request. A write counts as lost when it was answered',
    'with 200 and is not there after the restart. Queues are asked for one request after the other; a page of them is usable when its rows are there, one has taken the focus and',
    'another frame was painted, counted from the end of the answer. `npm run bench -- start reads` measures these parts only, and writes nothing down.',
    '',
  ];
  fs.writeFileSync(report, text.join('\n'));
}
