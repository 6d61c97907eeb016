import { expect, test } from 'vitest';
import type { StepRow } from '../../store.ts';
import { climb, StepFailure, type Rung } from './ladder.ts';

const clock = { now: () => new Date(0), sleep: async () => {} };
const said = { code: 'settings', params: {} } as const;

function rung(name: Rung['name'], run: Rung['run']): Rung {
  return { name, before: said, failed: said, run };
}

async function states(rungs: Rung[], signal = new AbortController().signal) {
  let steps: StepRow[] = [];
  const publish = (changed: StepRow[]) => {
    steps = changed;
  };
  const state = await climb(rungs, { clock, signal, publish }).catch((error: unknown) => String(error));
  return { state, steps: steps.map(({ name, state: of }) => `${name} ${of}`) };
}

const passes = async () => said;
const fails = () => Promise.reject(new StepFailure({ code: 'clock-wrong', params: {} }));

test('all pass, and what does not apply is skipped', async () => {
  expect(await states([rung('settings', passes), rung('clock', null), rung('operation', passes)])).toEqual({
    state: 'passed',
    steps: ['settings passed', 'clock skipped', 'operation passed'],
  });
});

test('it stops at the first failure', async () => {
  expect(await states([rung('settings', passes), rung('clock', fails), rung('tenant', passes)])).toEqual({
    state: 'failed',
    steps: ['settings passed', 'clock failed', 'tenant not-reached'],
  });
});

test('a fault of our own is marked before it is thrown on', async () => {
  expect(await states([rung('settings', () => Promise.reject(new Error('oops'))), rung('tenant', passes)])).toEqual({
    state: 'Error: oops',
    steps: ['settings failed', 'tenant not-reached'],
  });
});

test('cancelled in the middle of a step', async () => {
  const controller = new AbortController();
  const hangs = (signal: AbortSignal) => new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const climbing = states([rung('settings', passes), rung('network', hangs), rung('tls', passes)], controller.signal);
  controller.abort();
  expect((await climbing).state).toBe('cancelled');
});
