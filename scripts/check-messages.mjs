// The catalogues are what extraction makes of the code, and every text has its German.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';

const files = ['src/messages/en.po', 'src/messages/de.po'];
const texts = () => files.map((file) => fs.readFileSync(file, 'utf8').replace(/"POT-Creation-Date:.*\n/, ''));

const before = texts();
execFileSync(process.execPath, ['node_modules/@lingui/cli/dist/lingui.js', 'extract', '--clean'], { stdio: 'pipe' });
const after = texts();
if (before.join() !== after.join()) fail('The catalogues were not up to date: they are now (npx lingui extract --clean). Translate what is new and commit them.');
const untranslated = [...(after[1] ?? '').matchAll(/msgid "(.+)"\nmsgstr ""\n(?!")/g)].map(([, text]) => text);
if (untranslated.length > 0) fail(`No German yet for:\n${untranslated.join('\n')}`);

function fail(message) {
  console.error(message);
  process.exit(1);
}
