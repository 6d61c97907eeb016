// Gets what is missing, then runs: plain JavaScript without dependencies, readable by older versions of Node.
import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { installPackages, build } from './prepare.mjs';

const root = path.dirname(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname));
process.chdir(root);
const [command = 'start', ...rest] = process.argv.slice(2);
const node = 'node@26.10.0';

if (!isCurrent(process.versions.node)) {
  console.log(`Node ${process.versions.node} is too old for Postern: fetching ${node.replace('@', ' ')} (once).`);
  // Only its path comes from npm: what is started directly also ends directly.
  const found = execFileSync('npm', ['exec', '--yes', '--loglevel=error', `--package=${node}`, '--', 'node', '--print', 'process.execPath'], { encoding: 'utf8' });
  // npm chooses packages by the Node that it runs on.
  process.env.PATH = path.dirname(found.trim()) + path.delimiter + process.env.PATH;
  await hand(found.trim(), ['scripts/run.mjs', command, ...rest]);
} else {
  await run();
}

async function run() {
  await installPackages();
  switch (command) {
    case 'start':
      await build(['console', 'server']);
      // With a small nursery a stream of hundreds of megabytes takes little memory.
      return hand(process.execPath, ['--max-semi-space-size=4', 'dist/server/main.js', ...rest]);
    case 'sandbox':
      await build(['console', 'sandbox']);
      return hand(process.execPath, ['dist/server/sandbox.js', ...rest]);
    case 'admin':
      await build(['admin']);
      return hand(process.execPath, ['dist/server/admin.js', ...rest]);
    case 'dev':
      return hand(process.execPath, ['node_modules/vite/bin/vite.js', ...rest]);
    case 'build':
      return build(rest.length > 0 ? rest : ['console', 'server', 'admin', 'mock', 'sandbox']);
    case 'bench': {
      await build(['console', 'server']);
      const { runBench } = await import('./bench.mjs');
      process.exitCode = await runBench(rest);
      return;
    }
    case 'test': {
      const { runTests } = await import('./test.mjs');
      process.exitCode = await runTests(rest);
      return;
    }
    default:
      console.error(`There is no command ${command}: start, sandbox, admin, dev, build, test, bench.`);
      process.exitCode = 1;
  }
}

function isCurrent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 24 && minor >= 16) || major >= 26;
}

/** Gives the terminal to another program, hands signals on, and ends as it ends. */
function hand(program, args) {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: 'inherit', detached: false });
    // npm's shell ends without a word to us when npm is told to end.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      console.error(error.message);
      process.exitCode = 1;
      done();
    });
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? (signal ? 1 : 0);
      done();
    });
  });
}
