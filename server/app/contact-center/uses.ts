import type { Use } from '../../../contract/contact-center.ts';
import type { Repositories } from '../../store.ts';
import { fieldProblem } from '../http/problem.ts';

/** How many others are named; their number is said. */
export const mostUses = 20;
const longest = 400;

interface Asked {
  number?: string | undefined;
  mailbox?: string | undefined;
  except?: string | undefined;
}

/**
 * Who has a number or a mailbox, but for who asks: `except` is a queue (its number at its own pilots is no duplicate, either), `<queueId>/<pilotId>`, or `<queueId>/` for a pilot that is yet to be.
 * Raises 422 without exactly one of number and mailbox.
 */
export async function findUses(rows: Repositories, { number, mailbox, except }: Asked): Promise<{ items: Use[]; total: number }> {
  const [queueId = '', pilotId = null] = except?.split('/') ?? [];
  if (mailbox !== undefined && number === undefined) return rows.uses.ofMailbox(readable(mailbox, '/mailbox'), { but: pilotId === null ? undefined : readable(pilotId, '/except'), limit: mostUses });
  if (number === undefined || mailbox !== undefined) throw fieldProblem('/number', 'required', 'Name either a number or a mailbox.');
  const but = except === undefined ? undefined : { queueId: readable(queueId, '/except'), pilotId: pilotId && readable(pilotId, '/except') };
  return rows.uses.ofNumber(readable(number, '/number').replace(/[\s()./-]/g, ''), { but, limit: mostUses });
}

// The databases take no text with NUL in it.
function readable(text: string, pointer: string): string {
  if (text.length > longest) throw fieldProblem(pointer, 'too-long', 'This is too long.');
  if (/[\p{Cc}\p{Cs}]/u.test(text)) throw fieldProblem(pointer, 'invisible-characters', 'This contains invisible or control characters.');
  return text.trim();
}
