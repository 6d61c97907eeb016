// The rules of the house: who imports whom, names, sizes, and what no file may hold. Without arguments it looks at this checkout.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { checkHouse } from './house.mjs';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split('\n').filter((file) => file !== '' && fs.existsSync(file));
const problems = checkHouse(files, (file) => fs.readFileSync(path.join(process.cwd(), file), 'utf8'));
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
