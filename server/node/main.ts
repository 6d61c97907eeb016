import path from 'node:path';
import { runUntilSignal } from './run.ts';
import { startServer } from './start.ts';
import packageJson from '../../package.json' with { type: 'json' };

await runUntilSignal(async (say) => {
  const consoleFolder = path.join(import.meta.dirname, '../console');
  const running = await startServer({ env: process.env, version: packageJson.version, consoleFolder, say });
  say('No tenant at hand? `npm run sandbox` plays Microsoft 365 on this machine.');
  return running;
});
