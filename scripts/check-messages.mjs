// The catalogues are what extraction makes of the code, and every text has its German.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const folder = 'src/messages';
const read = () => {
  const files = fs.readdirSync(folder, { recursive: true }).map(String).filter((file) => file.endsWith('.po')).sort();
  return Object.fromEntries(files.map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8').replace(/"POT-Creation-Date:.*\n/, '')]));
};

const before = JSON.stringify(read());
execFileSync(process.execPath, ['node_modules/@lingui/cli/dist/lingui.js', 'extract', '--clean'], { stdio: 'pipe' });
const after = read();
if (before !== JSON.stringify(after)) fail('The catalogues were not up to date: they are now (npx lingui extract --clean). Translate what is new and commit them.');
const german = Object.entries(after).filter(([file]) => file.endsWith('de.po'));
const untranslated = german.flatMap(([file, text]) => [...text.matchAll(/msgid "(.+)"\nmsgstr ""\n(?!")/g)].map(([, message]) => `${file}: ${message}`));
if (untranslated.length > 0) fail(`No German yet for:\n${untranslated.join('\n')}`);

function fail(message) {
  console.error(message);
  process.exit(1);
}
