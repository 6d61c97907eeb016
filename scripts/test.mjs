import fs from 'node:fs';
import process from 'node:process';
import { startPostgres } from './postgres.mjs';
import { build, findBrowser, quiet, say } from './prepare.mjs';

const bin = (file) => [process.execPath, `node_modules/${file}`];
const run = ([program, ...args], env) => quiet(program, args, env);

const parts = {
  house: [
    ['Types', () => run([...bin('typescript/bin/tsc'), '--noEmit'])],
    ['Lint', () => run([...bin('oxlint/bin/oxlint'), '--deny-warnings'])],
    ['House rules', () => run([process.execPath, 'scripts/check-house.mjs'])],
    ['Unused code', () => run([...bin('knip/bin/knip.js'), '--no-progress'])],
    ['Texts', () => run([process.execPath, 'scripts/check-messages.mjs'])],
  ],
  unit: [['Unit and integration tests', () => run([...bin('vitest/vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', '--outputFile.json=test-results/unit.json'])]],
  e2e: [
    ['Builds', () => build(['console', 'server', 'admin', 'mock', 'sandbox'])],
    ['Production bundle', () => run([process.execPath, 'scripts/check-bundle.mjs'])],
    ['Scenarios in a browser', async () => run([...bin('@playwright/test/cli.js'), 'test'], await browserEnvironment())],
  ],
};

/** Runs all parts, or those named; answers the exit status. The last line counts the tests. */
export async function runTests(names) {
  const unknown = names.find((name) => !(name in parts));
  if (unknown) {
    console.error(`There is no part ${unknown}: ${Object.keys(parts).join(', ')}.`);
    return 1;
  }
  fs.rmSync('test-results', { recursive: true, force: true });
  const postgres = await findPostgres(names);
  try {
    return await runParts(names);
  } finally {
    await postgres?.stop();
  }
}

async function runParts(names) {
  for (const name of names.length > 0 ? names : Object.keys(parts)) {
    for (const [title, work] of parts[name]) {
      try {
        await say(title, work);
      } catch (error) {
        console.error(error.message);
        console.log(count());
        return 1;
      }
    }
  }
  console.log(count());
  return 0;
}

// The store is tested on both databases where both can be had.
async function findPostgres(names) {
  if (process.env.TEST_DATABASE_URL || (names.length > 0 && !names.some((name) => name !== 'house'))) return null;
  const found = await startPostgres();
  if (found) process.env.TEST_DATABASE_URL = found.url;
  else console.log('PostgreSQL: none on this machine and no TEST_DATABASE_URL, so the store is tested on SQLite only.');
  return found;
}

async function browserEnvironment() {
  const browser = await findBrowser();
  return browser ? { POSTERN_TEST_BROWSER: browser } : {};
}

function count() {
  const read = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null);
  const unit = read('test-results/unit.json');
  const e2e = read('test-results/e2e.json')?.stats;
  const passed = (unit?.numPassedTests ?? 0) + (e2e?.expected ?? 0);
  const failed = (unit?.numFailedTests ?? 0) + (e2e?.unexpected ?? 0) + (e2e?.flaky ?? 0);
  return `${passed} passed, ${failed} failed`;
}
