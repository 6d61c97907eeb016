import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import type { Clock } from '../../ports.ts';
import type { MailboxResultRow } from '../../store.ts';
import { say, StepFailure, type Rung } from './ladder.ts';

const atOnce = 4;
const longestPauseSeconds = 60;
const mostPauses = 3;

interface Mailboxes {
  mailboxes: readonly string[];
  /** Why a mailbox cannot be read, or null where it can. Rejects when it is aborted. */
  read: (mailbox: string, signal: AbortSignal) => Promise<StoredDiagnosis | null>;
  clock: Clock;
  report: (at: number, results: readonly MailboxResultRow[]) => void;
}

/** The step that reads many mailboxes, four at a time, each with its result. Who is asked to wait for up to a minute waits, and all others with him. */
export function mailboxesRung({ mailboxes, read, clock, report }: Mailboxes): Rung {
  const total = mailboxes.length;
  return {
    name: 'operation',
    before: say('mailboxes', { total }),
    failed: say('failed-mailboxes', { total }),
    async run(signal, tell) {
      let next = 0;
      let done = 0;
      let failed = 0;
      let pausedUntil = 0;

      const patient = async (mailbox: string, pauses = 0): Promise<StoredDiagnosis | null> => {
        const pause = pausedUntil - clock.now().getTime();
        if (pause > 0) await clock.sleep(pause, signal);
        const diagnosis = await read(mailbox, signal);
        const seconds = Number(diagnosis?.params['retryAfterSeconds'] ?? Number.NaN);
        if (!(seconds <= longestPauseSeconds) || pauses === mostPauses) return diagnosis;
        pausedUntil = Math.max(pausedUntil, clock.now().getTime() + seconds * 1000);
        return patient(mailbox, pauses + 1);
      };
      const work = async () => {
        for (let at = next++; at < total && !signal.aborted; at = next++) {
          const mailbox = mailboxes[at] ?? '';
          const start = clock.now().getTime();
          const diagnosis = await patient(mailbox);
          signal.throwIfAborted();
          done += 1;
          if (diagnosis) failed += 1;
          report(at, [{ mailbox, state: diagnosis ? 'failed' : 'passed', ms: clock.now().getTime() - start, diagnosis }]);
          tell(say('mailboxes-read', { done, total }));
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      signal.throwIfAborted();
      if (failed > 0) throw new StepFailure({ code: 'mailboxes-failed', params: { failed, total } });
      return say('mailboxes-read', { done, total });
    },
  };
}
