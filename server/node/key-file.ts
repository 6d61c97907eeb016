import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { StartFailure } from './start-failure.ts';

/** The master key of 32 bytes. Made on the first start, with mode 0600; a missing one beside data that it sealed stops the start. */
export function readKey(file: string, isNew: boolean): Uint8Array<ArrayBuffer> {
  if (!fs.existsSync(file)) {
    if (!isNew) throw new StartFailure(`The key file ${file} is missing, and the data was sealed with it: put it back from the backup, or name its place in POSTERN_KEY_FILE.`);
    fs.writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  }
  const key = Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new StartFailure(`The key file ${file} does not hold a key of 32 bytes in base64: put back the right one from the backup.`);
  return new Uint8Array(key);
}
