import type { NewProtocolEntry } from '../../protocol-rows.ts';
import { textBytes } from '../../text-bytes.ts';
import type { Context } from '../context.ts';
import { isUcSuiteRecorded } from '../diagnosis-logs/settings.ts';
import { newId } from '../ids.ts';
import { protocolLine } from './protocol-line.ts';

const mostOfEntry = 64 * 1024;
const mostEntries = 16;
const mostWaiting = 1_000;
const megabyte = 1_000_000;
const pruneAfter = 4 * megabyte;
const mostPruned = 500;
const dayMs = 86_400_000;
const betweenPrunes = 3_600_000;
const afterFault = 5_000;

/** What was said, a line each; `>` is ours, `<` theirs. */
export type Said = Pick<NewProtocolEntry, 'function' | 'kind'> & Partial<Pick<NewProtocolEntry, 'ref' | 'checkId' | 'source'>> & { lines: readonly string[] };

export type ProtocolRecorder = ReturnType<typeof createProtocols>;

/** Keeps protocols: written beside the work that they tell of, which waits for none of it, and pruned by age and size. What the store does not take is lost, and the next entry says so. */
export function createProtocols({ ports, config }: Context) {
  const { store, clock, random, log } = ports;
  const mostBytes = config.protocols.keepMegabytes * megabyte;
  let waiting: NewProtocolEntry[] = [];
  let writing: Promise<void> | null = null;
  let lost = 0;
  let unpruned = 0;

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = withLoss(waiting, lost);
      waiting = [];
      try {
        await store.transaction(async (rows) => {
          const withUcSuite = batch.some(({ source }) => source === 'uc-suite') && (await isUcSuiteRecorded(rows));
          await rows.protocols.add(batch.filter(({ source }) => source === 'framework' || withUcSuite));
        });
        lost = 0;
        unpruned += batch.reduce((sum, { text }) => sum + textBytes(text), 0);
        if (unpruned > Math.min(pruneAfter, mostBytes / 16)) await prune();
      } catch (error) {
        lost += batch.length;
        log.warn({ error: String(error), entries: batch.length }, 'protocol entries could not be stored');
      }
    }
  }

  // In steps, so that requests come in between.
  async function prune(): Promise<void> {
    unpruned = 0;
    const limits = { before: new Date(clock.now().getTime() - config.protocols.keepDays * dayMs).toISOString(), mostBytes, most: mostPruned };
    while ((await store.transaction((rows) => rows.protocols.prune(limits))) === mostPruned);
  }

  return {
    /** Takes what was said; it is stored soon after. */
    record({ lines, source = 'framework', ref = null, checkId = null, ...said }: Said): void {
      const at = clock.now().toISOString();
      for (const text of texts(lines)) {
        if (waiting.length < mostWaiting) waiting.push({ ...said, source, ref, checkId, id: newId(random), at, text });
        else lost += 1;
      }
      // Whoever records goes on first.
      writing ??= Promise.resolve().then(write).finally(() => {
        writing = null;
      });
    },

    /** Prunes at the start and each hour, until the signal ends it. */
    async keep(signal: AbortSignal): Promise<void> {
      while (!signal.aborted) {
        const done = await prune().then(() => true, (error: unknown) => log.warn({ error: String(error) }, 'protocols could not be pruned'));
        await clock.sleep(done ? betweenPrunes : afterFault, signal);
      }
    },

    /** Resolves when all that was taken is stored. */
    async settled(): Promise<void> {
      await writing;
    },
  };
}

// A page of the store holds a few entries: each is bounded.
function texts(lines: readonly string[]): string[] {
  const found: string[] = [];
  let text = '';
  let size = 0;
  for (const [at, line] of lines.entries()) {
    const kept = protocolLine(line);
    const bytes = textBytes(kept) + 1;
    if (size + bytes > mostOfEntry && text !== '') {
      found.push(text);
      if (found.length === mostEntries) return [...found.slice(0, -1), `${text}\n… (${lines.length - at} further lines are left out)`];
      text = '';
      size = 0;
    }
    text += text === '' ? kept : `\n${kept}`;
    size += bytes;
  }
  return [...found, text];
}

function withLoss([first, ...rest]: NewProtocolEntry[], lost: number): NewProtocolEntry[] {
  if (!first) return rest;
  return [lost > 0 ? { ...first, text: `(Before this, ${lost} entries could not be stored.)\n${first.text}` } : first, ...rest];
}
