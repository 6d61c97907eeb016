import type { CheckInput } from '../../../contract/checks.ts';
import { emailForwardingInput, emailForwardingReadOnly, type EmailForwardingInput } from '../../../contract/email-forwarding.ts';
import type { Ports } from '../../ports.ts';
import type { CheckRow } from '../../store.ts';
import { passwordOf } from '../email-forwarding/password.ts';
import { fateOf, openSecret } from '../secrets/bound-secret.ts';
import type { Services } from '../context.ts';
import { checkMailHost, readSettings } from '../email-forwarding/settings.ts';
import { record } from '../events/record.ts';
import { newId } from '../ids.ts';
import { redact } from './redact.ts';
import { emailForwardingLadder, type Subject } from './email-forwarding.ts';
import { climb, untried } from './ladder.ts';

const kept = 50;
const longestMs = 120_000;

export type Checks = ReturnType<typeof createChecks>;

/** Checks: started, run in the background, stored step by step so that every reader sees them. */
export function createChecks(services: () => Services) {
  const running = new Set<Promise<void>>();

  async function run(row: CheckRow, subject: Omit<Subject, 'note'>, outer: AbortSignal): Promise<void> {
    const { ports } = services();
    const transcript: string[] = [];
    const note = (line: string) => transcript.push(redact(line));
    const { rungs, close } = emailForwardingLadder(services(), { ...subject, note });
    const stop = new AbortController();
    const signal = AbortSignal.any([outer, stop.signal, AbortSignal.timeout(longestMs)]);
    // Whoever cancels does it in the store, whichever process or tab runs the check.
    const unwatch = ports.store.watch(() => {
      ports.store.transaction((rows) => rows.checks.get(row.id)).then((stored) => stored?.state === 'cancelled' && stop.abort(), () => {});
    });
    const publish = (steps: CheckRow['steps'], end?: Pick<CheckRow, 'state' | 'endedAt'>) =>
      ports.store.transaction(async (rows) => {
        const stored = await rows.checks.get(row.id);
        if (stored?.state === 'running') await rows.checks.put({ ...stored, ...end, steps, transcript, version: stored.version + 1 });
      });
    let steps = row.steps;
    let state: CheckRow['state'] = 'failed';
    try {
      state = await climb(rungs, {
        clock: ports.clock,
        signal,
        publish: (changed) => {
          steps = changed;
          return publish(changed);
        },
      });
    } catch (error) {
      ports.log.error({ check: row.id, error: String(error) }, 'a check failed without words for it');
    }
    unwatch();
    await close();
    await publish(state === 'cancelled' ? withoutUnreached(steps) : steps, { state, endedAt: ports.clock.now().toISOString() });
    if (!row.draft && state !== 'cancelled') {
      const code = steps.find((step) => step.diagnosis)?.diagnosis?.code;
      await record(ports, { kind: state === 'passed' ? 'check-passed' : 'check-failed', function: row.function, actor: row.by, params: code ? { code } : {} });
    }
  }

  return {
    /** Starts a check of what is saved, or of a draft. Raises 422 for a draft whose token would go to a foreign host, or whose stored password was entered for another place. Ends with `outer`. */
    async start(input: CheckInput, by: string, outer: AbortSignal): Promise<CheckRow> {
      const { ports, config } = services();
      if (input.draft) checkMailHost(config, input.draft, '/draft');
      const saved = await ports.store.transaction(readSettings);
      const settings = input.draft ?? (saved.configured ? asInput(saved.settings) : null);
      const password = settings ? await findPassword(ports, settings, input.draft ? '/draft' : '') : null;
      const subject = { settings, password, sendTo: input.input.sendTo };
      const row: CheckRow = {
        id: newId(ports.random),
        function: input.function,
        ref: null,
        draft: input.draft !== undefined,
        state: 'running',
        version: 1,
        startedAt: ports.clock.now().toISOString(),
        endedAt: null,
        by,
        steps: untried(emailForwardingLadder(services(), { ...subject, note: () => {} }).rungs),
        transcript: [],
      };
      await ports.store.transaction(async (rows) => {
        await rows.checks.put(row);
        await rows.checks.prune(row.function, kept);
      });
      const work = run(row, subject, outer)
        .catch((error: unknown) => ports.log.error({ check: row.id, error: String(error) }, 'a check could not be stored'))
        .finally(() => running.delete(work));
      running.add(work);
      return row;
    },

    /** Cancels a running check; one that has ended stays as it is. Answers null where there is none. */
    async cancel(id: string): Promise<CheckRow | null> {
      const { ports } = services();
      return ports.store.transaction(async (rows) => {
        const row = await rows.checks.get(id);
        if (row?.state !== 'running') return row;
        return stopped(row, ports.clock.now(), rows.checks.put);
      });
    },

    /** Marks what a former process left running as cancelled. */
    async sweep(): Promise<void> {
      const { ports } = services();
      await ports.store.transaction(async (rows) => {
        const { items } = await rows.checks.list({ state: 'running', limit: 200 });
        for (const row of items) await stopped(row, ports.clock.now(), rows.checks.put);
      });
    },

    /** Resolves when no check runs any more. */
    async settled(): Promise<void> {
      await Promise.all(running);
    },
  };
}

// What was typed, or what is stored for exactly this place; a promise of null where the stored one does not open.
async function findPassword(ports: Ports, settings: EmailForwardingInput, at: string): Promise<(() => Promise<string | null>) | null> {
  const secret = { ...passwordOf(settings), pointer: `${at}/password` };
  if (!secret.used) return null;
  const fate = fateOf(settings.password, await ports.store.transaction((rows) => rows.secrets.get(secret.name)), secret);
  if (fate.kind === 'set') return async () => fate.plain;
  return fate.kind === 'keep' ? () => openSecret(ports, secret, fate.row) : null;
}

async function stopped(row: CheckRow, now: Date, put: (row: CheckRow) => Promise<void>): Promise<CheckRow> {
  const ended: CheckRow = { ...row, state: 'cancelled', endedAt: now.toISOString(), version: row.version + 1, steps: withoutUnreached(row.steps) };
  await put(ended);
  return ended;
}

function withoutUnreached(steps: CheckRow['steps']): CheckRow['steps'] {
  return steps.map((step) => (step.state === 'pending' || step.state === 'running' ? { ...step, state: 'not-reached' } : step));
}

function asInput(settings: Record<string, unknown>) {
  return emailForwardingInput.parse(Object.fromEntries(Object.entries(settings).filter(([name]) => !(emailForwardingReadOnly as readonly string[]).includes(name))));
}
