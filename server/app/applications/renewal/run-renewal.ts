import type { Confidential } from '../../../confidential.ts';
import type { RenewalRow, RenewalUseRow } from '../../../renewal-rows.ts';
import { pilotIdOf, placeOf } from '../../../../contract/secret-source.ts';
import type { StepRow } from '../../../store.ts';
import { checkables } from '../../checks/checkables.ts';
import { climb } from '../../checks/ladder.ts';
import type { Services } from '../../context.ts';
import { protocolLine } from '../../protocols/protocol-line.ts';
import { untilStored } from '../../until-stored.ts';
import { targetKey } from '../../../contact-center-keys.ts';
import { openSecret, type BoundSecret } from '../../secrets/bound-secret.ts';
import { conclude } from './conclude.ts';
import { shareAnswers } from './shared-answers.ts';
import { newSecretName } from './show-renewal.ts';

const atOnce = 4;
const batch = 200;
const longestMs = 120_000;

/** The new secret of a renewal as a bound one: it is sealed for its application. */
export function newSecretOf(row: Pick<RenewalRow, 'id' | 'target'>): BoundSecret {
  return { name: newSecretName(row), pointer: '/clientSecret', boundTo: targetKey(row.target), used: true, hinted: true };
}

/** Checks the new secret of a renewal for each who is to have it, four at a time, each as the hourly check does, and ends it: see `conclude`. Ends early with `outer`, and where somebody cancels it in the store. */
export async function runRenewal(services: Services, id: string, outer: AbortSignal): Promise<void> {
  const { ports } = services;
  const found = await ports.store.transaction(async (rows) => {
    const row = await rows.renewals.get(id);
    const sealed = row && (await rows.secrets.get(newSecretName(row)));
    return { row, secret: row && sealed && (await openSecret(ports, newSecretOf(row), sealed)) };
  });
  const { row, secret } = found;
  if (row?.state !== 'checking' || !secret) return;
  const stop = new AbortController();
  const signal = AbortSignal.any([outer, stop.signal]);
  const unwatch = ports.store.watch(() => {
    ports.store.transaction((rows) => rows.renewals.get(id)).then((stored) => stored?.state !== 'checking' && stop.abort(), () => {});
  });
  const shared = shareAnswers(services);
  try {
    for (;;) {
      const { items } = await ports.store.transaction((rows) => rows.renewals.uses({ renewalId: id, states: ['pending'], limit: batch }));
      if (signal.aborted) return;
      if (items.length > 0) await checkAll(shared, id, items, secret, signal);
      else if (await untilStored(ports, () => conclude(services, id, secret))) return;
    }
  } finally {
    unwatch();
  }
}

async function checkAll(services: Services, id: string, uses: readonly RenewalUseRow[], secret: Confidential, signal: AbortSignal): Promise<void> {
  const left = [...uses];
  const work = async () => {
    for (let use = left.shift(); use && !signal.aborted; use = left.shift()) {
      const checked = await checkOne(services, use, secret, signal);
      if (checked) await untilStored(services.ports, () => keep(services, id, checked));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

// Null: it was cancelled in the middle, and is still to be checked.
async function checkOne(services: Services, use: RenewalUseRow, clientSecret: Confidential, outer: AbortSignal): Promise<RenewalUseRow | null> {
  const { ports } = services;
  const { function: name, ref } = placeOf(use.source);
  const start = ports.clock.now().getTime();
  const signal = AbortSignal.any([outer, AbortSignal.timeout(longestMs)]);
  const transcript: string[] = [];
  let steps: StepRow[] = [];
  let result: Awaited<ReturnType<typeof climb>> = 'failed';
  try {
    if (ref !== null && (await isGone(services, ref))) return { ...use, state: 'gone' };
    const plan = await checkables[name].planSaved(services, { ref, input: {} }, { byHand: false, automatic: true, clientSecret });
    const { rungs, close } = plan({ note: (line) => transcript.push(protocolLine(line)), mailboxes: () => {} });
    result = await climb(rungs, { clock: ports.clock, signal, publish: (changed) => (steps = changed) }).finally(close);
  } catch (error) {
    ports.log.error({ source: use.source, error: String(error) }, 'a new secret could not be checked');
  }
  if (outer.aborted) return null;
  const reached = steps.find(({ state }) => state === 'failed' || state === 'running');
  const head = `Check of a new client secret: ${result === 'cancelled' ? 'failed' : result}`;
  services.protocols.record({ function: name, ref, kind: 'check', lines: [head, ...transcript] });
  const ms = ports.clock.now().getTime() - start;
  if (result === 'passed') return { ...use, state: 'passed', ms, step: null, diagnosis: null };
  return { ...use, state: 'failed', ms, step: reached?.name ?? null, diagnosis: reached?.diagnosis ?? { code: 'internal-fault', params: {} } };
}

function isGone({ ports }: Services, ref: string): Promise<boolean> {
  return ports.store.transaction(async (rows) => {
    const pilot = await rows.pilots.get(pilotIdOf(ref));
    return pilot === null || pilot.deletedAt !== null || (await rows.queues.get(pilot.queueId))?.deletedAt !== null;
  });
}

function keep({ ports }: Services, id: string, use: RenewalUseRow): Promise<void> {
  return ports.store.transaction(async (rows) => {
    const row = await rows.renewals.get(id);
    if (row?.state !== 'checking') return;
    await rows.renewals.putUses(id, [use]);
    await rows.renewals.put({ ...row, version: row.version + 1 });
  });
}
