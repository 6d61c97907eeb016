import type { Check } from '../../../contract/checks.ts';
import type { Diagnosis } from '../../../contract/diagnosis.ts';

/** A check as text for whoever helps. It stays in the language in which it was read. */
export function supportText(check: Check, version: string, transcript: string): string {
  const steps = check.steps.flatMap(({ name, state, ms, evidence, diagnosis }) => [
    `${state.padEnd(11)} ${name.padEnd(10)} ${ms === null ? '' : `${ms} ms`.padEnd(9)} ${evidence}`,
    ...(diagnosis ? explained(diagnosis).map((line) => `  ${line}`) : []),
  ]);
  return [`Postern ${version}`, `${check.function}${check.draft ? ' (draft)' : ''}: ${check.state}`, `${check.startedAt} – ${check.endedAt ?? ''}, ${check.id}`, '', ...steps, '', transcript.trim()].join('\n').trim();
}

/** What somebody looked at, as text for whoever helps: what it was and brought, then what was said. */
export function lookText(title: string, found: string, { diagnosis, transcript }: { diagnosis?: Diagnosis | undefined; transcript: readonly string[] }, version: string): string {
  return [`Postern ${version}`, title, '', ...(diagnosis ? explained(diagnosis) : [found]), '', ...transcript].join('\n').trim();
}

function explained({ code, cause, fix, tries = [], script, raw }: Diagnosis): string[] {
  const inOrder = tries.flatMap(({ what, script: look }, at) => [`${at + 1}. ${what}`, ...(look ? [`   ${look}`] : [])]);
  return [code, cause, fix, ...inOrder, ...(script ? [script] : []), ...(raw ? [raw] : [])];
}
