import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { StartFailure } from './start-failure.ts';

type Key = Uint8Array<ArrayBuffer>;

/** The master key of 32 bytes, or null where there is no file. Raises `StartFailure` for one that others can read, or that holds no key. */
export function readKey(file: string): Key | null {
  if (!fs.existsSync(file)) return null;
  const mode = fs.statSync(file).mode & 0o777;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new StartFailure(`The key file ${file} can be read by others (mode ${mode.toString(8)}): run chmod 600 ${file}.`);
  }
  const key = Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new StartFailure(`The key file ${file} does not hold a key of 32 bytes in base64: put back the right one from the backup.`);
  return new Uint8Array(key);
}

/** Makes the key of new data, readable by its owner only. */
export function makeKey(file: string): Key {
  const key = randomBytes(32);
  fs.writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return new Uint8Array(key);
}
