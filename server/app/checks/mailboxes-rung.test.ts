import { expect, test } from 'vitest';
import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import type { MailboxResultRow } from '../../store.ts';
import { standingClock } from '../testing.ts';
import { StepFailure } from './ladder.ts';
import { mailboxesRung } from './mailboxes-rung.ts';

const missing: StoredDiagnosis = { code: 'mailbox-not-found', params: {} };
const busy = (retryAfterSeconds: number): StoredDiagnosis => ({ code: 'exchange-throttled', params: { retryAfterSeconds } });

function climb(mailboxes: string[], read: (mailbox: string, signal: AbortSignal) => Promise<StoredDiagnosis | null>) {
  const time = standingClock();
  const results: MailboxResultRow[] = [];
  const told: string[] = [];
  const stop = new AbortController();
  const rung = mailboxesRung({ mailboxes, read, clock: time.clock, report: (at, [result]) => result && (results[at] = result) });
  const end = rung.run?.(stop.signal, ({ params }) => told.push(`${params?.['done']} of ${params?.['total']}`)).catch((error: unknown) => error);
  return { end, results, told, stop, time };
}

test('500 mailboxes, never more than four at a time, each with its result in its place', async () => {
  const mailboxes = Array.from({ length: 500 }, (_, number) => `user${number}@contoso.com`);
  let now = 0;
  let most = 0;
  const { end, results, told } = climb(mailboxes, async (mailbox) => {
    most = Math.max(most, ++now);
    await new Promise((done) => setTimeout(done));
    now -= 1;
    return mailbox === 'user7@contoso.com' ? missing : null;
  });
  expect(await end).toMatchObject({ diagnosis: { code: 'mailboxes-failed', params: { failed: 1, total: 500 } } });
  expect(most).toBe(4);
  expect(results.map(({ mailbox }) => mailbox)).toEqual(mailboxes);
  expect(results.filter(({ state }) => state === 'failed')).toMatchObject([{ mailbox: 'user7@contoso.com', diagnosis: missing }]);
  expect(told.at(-1)).toBe('500 of 500');
});

test('asked to wait for half a minute, all wait, and go on', async () => {
  const asked: string[] = [];
  const { end, time, results } = climb(['a', 'b', 'c', 'd', 'e'], async (mailbox) => {
    asked.push(mailbox);
    return asked.length === 1 ? busy(30) : null;
  });
  await new Promise((done) => setTimeout(done));
  const before = asked.length;
  time.forward(29);
  await new Promise((done) => setTimeout(done));
  expect(asked.length).toBe(before);
  time.forward(2);
  expect(await end).toMatchObject({ code: 'mailboxes-read' });
  expect(results.every(({ state }) => state === 'passed')).toBe(true);
  expect(asked.filter((mailbox) => mailbox === 'a')).toHaveLength(2);
});

test('asked to wait for longer it is said of the mailbox', async () => {
  const { end, results } = climb(['a', 'b'], async (mailbox) => (mailbox === 'a' ? busy(300) : null));
  expect(await end).toBeInstanceOf(StepFailure);
  expect(results).toMatchObject([{ state: 'failed', diagnosis: { code: 'exchange-throttled' } }, { state: 'passed' }]);
});

test('cancelled, it asks no further mailbox', async () => {
  const asked: string[] = [];
  const { end, stop } = climb(Array.from({ length: 20 }, (_, number) => String(number)), async (mailbox, signal) => {
    asked.push(mailbox);
    if (asked.length === 6) stop.abort();
    signal.throwIfAborted();
    return null;
  });
  expect(await end).toMatchObject({ name: 'AbortError' });
  expect(asked.length).toBeLessThan(10);
});
