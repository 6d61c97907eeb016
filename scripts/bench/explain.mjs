import { knownAnswers } from '../../contract/explanations/known-answers.ts';
import { explainText } from '../../server/app/explanations/explain.ts';
import { percentile } from './postern.mjs';

const runs = 60;
const errors = 200;
const sizes = [
  ['4 kB', 4_000],
  ['64 kB', 64_000],
  ['1 MB', 1_000_000],
];

/** What explaining a pasted text takes by itself: a log of this size, among its lines every kind of answer. */
export async function measureExplain() {
  const rows = [];
  for (const [size, bytes] of sizes) {
    const text = log(bytes, Math.min(errors, Math.ceil(bytes / 2_000)));
    const times = [];
    // What is compiled at the first runs is no part of it.
    for (let run = -10; run < runs; run++) {
      const began = performance.now();
      const found = await explainText(text);
      if (run >= 0) times.push(performance.now() - began);
      if (found.length < 2) throw new Error(`Of the ${size} only ${found.length} was explained.`);
    }
    const slow = percentile(times, 0.95);
    rows.push({ what: `An explanation of ${size} of log, p95 of ${runs} (slowest ${Math.max(...times).toFixed(0)} ms)`, value: slow.toFixed(1), unit: 'ms', budget: '≤ 20 ms', kept: slow <= 20 });
  }
  return rows;
}

// Lines as mail servers write them; the errors stand spread among them.
function log(bytes, wanted) {
  const lines = [];
  const every = Math.max(2, Math.floor(bytes / 170 / wanted));
  for (let size = 0, at = 0; size < bytes; at++) {
    const when = new Date(Date.parse('2026-11-25T09:00:00Z') + at * 700).toISOString();
    const { text } = knownAnswers[((at / every) * 37) % knownAnswers.length] ?? { text: '' };
    const line = at % every === 0 ? `${when} ERROR relay: ${text}` : `${when} INFO  relay[${at % 8}]: message ${at} from pbx@contoso.com to user${at % 900}@fabrikam.example sent in ${at % 300} ms (250 2.0.0 OK <${(at * 7919).toString(16)}@FR0P281MB0001>)`;
    size += line.length + 1;
    lines.push(line);
  }
  return lines.join('\n');
}
