import type { Check } from '../../../contract/checks.ts';

/** A check as text for whoever helps. It stays in the language in which it was read. */
export function supportText(check: Check, version: string, transcript: string): string {
  const steps = check.steps.flatMap(({ name, state, ms, evidence, diagnosis }) => [
    `${state.padEnd(11)} ${name.padEnd(10)} ${ms === null ? '' : `${ms} ms`.padEnd(9)} ${evidence}`,
    ...(diagnosis ? [`  ${diagnosis.code}`, `  ${diagnosis.cause}`, `  ${diagnosis.fix}`, ...(diagnosis.tries ?? []).flatMap(({ what, script }, at) => [`  ${at + 1}. ${what}`, ...(script ? [`     ${script}`] : [])]), ...(diagnosis.script ? [`  ${diagnosis.script}`] : []), ...(diagnosis.raw ? [`  ${diagnosis.raw}`] : [])] : []),
  ]);
  return [`Postern ${version}`, `${check.function}${check.draft ? ' (draft)' : ''}: ${check.state}`, `${check.startedAt} – ${check.endedAt ?? ''}, ${check.id}`, '', ...steps, '', transcript.trim()].join('\n').trim();
}
