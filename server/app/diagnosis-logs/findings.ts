import { renderEvidence } from '../../../contract/explanations/render.ts';
import type { StepName } from '../../../contract/checks.ts';
import type { CheckRow } from '../../store.ts';
import type { Context } from '../context.ts';
import { safeJson } from './part.ts';

// What they say is of the way to Microsoft and back; what is in a mailbox is no finding.
const steps: readonly StepName[] = ['network', 'tls', 'clock', 'tenant', 'token', 'permission', 'sign-in'];
const pageSize = 200;
const mostChecks = 5_000;

/** What the last check of each function and queue pilot found of clock, network, TLS and sign-in, with the time of this machine. JSON. */
export async function findingsText({ ports }: Context): Promise<string> {
  const last = new Map<string, CheckRow>();
  for (let offset = 0; offset < mostChecks; offset += pageSize) {
    const { items } = await ports.store.transaction((rows) => rows.checks.list({ draft: false, limit: pageSize, offset }));
    for (const row of items) {
      const key = `${row.function} ${row.ref ?? ''}`;
      if (row.result !== null && !last.has(key)) last.set(key, row);
    }
    if (items.length < pageSize) break;
  }
  const checks = [...last.values()].map(({ id, function: name, ref, result, since, endedAt, steps: all }) => ({
    check: id,
    function: name,
    ref,
    endedAt,
    result,
    since,
    steps: all.filter((step) => steps.includes(step.name) && (step.state === 'passed' || step.state === 'failed')).map(show),
  }));
  const clock = checks.map(({ endedAt, steps: found }) => ({ endedAt, step: found.find((step) => step.name === 'clock') })).find(({ step }) => step);
  return `${safeJson({ now: ports.clock.now().toISOString(), clock: clock?.step ? { comparedAt: clock.endedAt, ...clock.step } : null, checks }, 2)}\n`;
}

function show({ name, state, ms, evidence, diagnosis }: CheckRow['steps'][number]) {
  const { code, params, raw } = diagnosis ?? {};
  return { name, state, ms, found: renderEvidence(evidence, 'en'), facts: evidence.params, ...(diagnosis && { diagnosis: { code, params, raw } }) };
}
