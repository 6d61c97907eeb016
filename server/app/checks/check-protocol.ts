import { renderEvidence } from '../../../contract/explanations/render.ts';
import type { FunctionName } from '../../../contract/functions.ts';
import type { ProtocolKind } from '../../protocol-rows.ts';
import type { CheckRow } from '../../store.ts';
import type { Said } from '../protocols/recorder.ts';

// What a check looks at for the UC Suite. E-mail forwarding is none of it.
const looks: Partial<Record<FunctionName, ProtocolKind>> = { 'exchange-calendar': 'calendar', 'exchange-directory': 'directory', 'queue-pilot': 'pop3' };

/** A run of a check as the protocols keep it: all that was said with the steps that came of it, and of the UC Suite's functions what the look brought. */
export function protocolOf(row: CheckRow, steps: CheckRow['steps'], state: 'passed' | 'failed' | 'cancelled', transcript: readonly string[]): Said[] {
  const { id: checkId, function: name, ref, draft, automatic } = row;
  const said = { function: name, ref, checkId };
  const how = [draft && 'of what is not saved', automatic && 'the hourly one'].filter((word) => word !== false);
  const head = `Check${how.length > 0 ? ` (${how.join(', ')})` : ''}: ${state}`;
  const reached = steps.filter((step) => step.state === 'passed' || step.state === 'failed');
  const kind = looks[name];
  const last = reached.filter((step) => step.name === 'sign-in' || step.name === 'operation' || step.state === 'failed');
  return [
    { ...said, kind: 'check', lines: [head, ...transcript, ...reached.map(lineOf)] },
    ...(kind && !draft ? [{ ...said, kind, source: 'uc-suite' as const, lines: [...last.map(lineOf), ...mailboxLines(steps)] }] : []),
  ];
}

function lineOf({ name, state, ms, evidence, diagnosis }: CheckRow['steps'][number]): string {
  const words = wordsOf(evidence).replaceAll('\n', ' ');
  return `= ${name} ${state}${ms === null ? '' : ` (${ms} ms)`}: ${words}${diagnosis ? ` [${[diagnosis.code, diagnosis.raw?.replaceAll('\n', ' ')].filter(Boolean).join('; ')}]` : ''}`;
}

// Whom a mail is from, its subject, and whom somebody looked for, is nobody's business but theirs.
function wordsOf({ code, params }: CheckRow['steps'][number]['evidence']): string {
  if (code.startsWith('newest-')) return `${params['messages'] ?? 0} messages, ${params['octets'] ?? 0} octets`;
  return renderEvidence({ code, params: { ...params, ...('name' in params && { name: '…' }) } }, 'en');
}

function mailboxLines(steps: CheckRow['steps']): string[] {
  const took = steps.reduce((sum, { ms }) => sum + (ms ?? 0), 0);
  return [`= in all ${took} ms`];
}
