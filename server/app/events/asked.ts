import * as z from 'zod/mini';
import { eventKinds, eventSeverities } from '../../../contract/events.ts';
import { timestamp } from '../../../contract/fields.ts';
import { functionName } from '../../../contract/functions.ts';
import type { EventFilter } from '../../event-rows.ts';
import { fieldProblem } from '../http/problem.ts';

interface Queried {
  req: { query(name: string): string | undefined };
}

const longestText = 200;
const severity = z.enum(eventSeverities);

/** The events that a request asks for. Raises 422 at the name of what is wrong. */
export function askedEvents(c: Queried): EventFilter {
  const one = <Value>(name: string, read: (text: string) => Value | null, detail: string): Value | undefined => {
    const text = c.req.query(name);
    if (text === undefined) return undefined;
    const value = read(text);
    if (value === null) throw fieldProblem(`/${name}`, name, detail);
    return value;
  };
  const parsed = <Value>(schema: z.ZodMiniType<Value>) => (text: string): Value | null => schema.safeParse(text).data ?? null;
  const text = (given: string) => (given.length <= longestText ? given : null);
  const instant = (given: string) => (timestamp.safeParse(given).success ? new Date(given).toISOString() : null);

  const wanted = one('severity', parsed(severity), 'Use info, warning or error.');
  const changesOnly = one('changes', (given) => ({ true: true, false: false })[given] ?? null, 'Use true or false.');
  const name = one('function', parsed(functionName), 'There is no function of this name.');
  const tooLong = `This is longer than ${longestText} characters.`;
  const [ref, actor, q] = [one('ref', text, tooLong), one('actor', text, tooLong), one('q', text, tooLong)];
  const [from, to] = [one('from', instant, 'This is not an instant in UTC, as in 2026-11-24T12:00:00Z.'), one('to', instant, 'This is not an instant in UTC, as in 2026-11-24T12:00:00Z.')];
  if (from !== undefined && to !== undefined && from >= to) throw fieldProblem('/to', 'to', 'The end is not after the beginning.');
  return { ...((wanted || changesOnly) && { kinds: eventKinds({ severity: wanted, changesOnly }) }), function: name, ref, actor, from, to, q };
}
