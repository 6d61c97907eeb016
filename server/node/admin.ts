import process from 'node:process';
import packageJson from '../../package.json' with { type: 'json' };
import { readConfig } from './config.ts';
import { openData } from './data.ts';
import { resetPassword, status } from './admin/commands.ts';
import { askPassword } from './admin/ask-password.ts';
import { orSayWhy } from './run.ts';
import { StartFailure } from './start-failure.ts';

const usage = `npm run admin -- status                  what is set up, and whether Postern answers
npm run admin -- reset-password NAME     a new password for an administrator; ends his sessions`;

// For whoever is at the machine: the same environment as the server's, and the same data.
await orSayWhy(async () => {
  const [command, name, ...rest] = process.argv.slice(2);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const isStatus = command === 'status' && name === undefined;
  const isReset = command === 'reset-password' && name !== undefined && rest.length === 0;
  if (!isStatus && !isReset) throw new StartFailure(usage);
  const config = readConfig(process.env);
  const data = await openData(config, { mayBeNew: false });
  try {
    if (isStatus) await status(data, config, packageJson.version, say);
    else await resetPassword(data, name ?? '', () => askPassword(process.stdin, process.stderr), say);
  } finally {
    await data.store.close();
  }
});
