import { expect, test } from 'vitest';
import { sessionGate } from './session-gate.ts';

test('nobody is asked before somebody is there', async () => {
  expect(await sessionGate.wait()).toBe(false);
});

test('all who wait go on together, and who gives up lets go of all', async () => {
  const close = sessionGate.open();
  const first = [sessionGate.wait(), sessionGate.wait()];
  expect(sessionGate.isAsking()).toBe(true);
  sessionGate.answer(true);
  expect(await Promise.all(first)).toEqual([true, true]);
  const second = sessionGate.wait();
  sessionGate.answer(false);
  expect(await second).toBe(false);
  close();
  expect(sessionGate.isAsking()).toBe(false);
});

test('who is gone waits no longer, and nobody is asked for him', async () => {
  const close = sessionGate.open();
  const controller = new AbortController();
  const waiting = sessionGate.wait(controller.signal);
  controller.abort();
  expect(await waiting).toBe(false);
  expect(sessionGate.isAsking()).toBe(false);
  close();
});
