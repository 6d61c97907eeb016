import type { FunctionName } from '../../../contract/functions.ts';
import type { NewProtocolEntry } from '../../protocol-rows.ts';
import type { Services } from '../context.ts';
import { heard } from './identity-lines.ts';
import { protocolLine } from './protocol-line.ts';

/** A look at a calendar or the directory that somebody has asked for, with its protocol: what is said by `services` and to `note` is kept at its end, and comes with the answer. */
export async function withProtocol<Answer>(given: Services, of: { function: FunctionName; kind: NewProtocolEntry['kind']; title: string }, work: (services: Services, note: (line: string) => void) => Promise<Answer>, found: (answer: Answer) => string[]): Promise<Answer & { transcript: string[] }> {
  const { protocols, ports } = given;
  const { title, ...said } = of;
  const lines: string[] = [];
  const note = (line: string) => void lines.push(line);
  const began = ports.clock.now().getTime();
  try {
    const answer = await work(heard(given, note), note);
    const took = `in all ${ports.clock.now().getTime() - began} ms`;
    protocols.record({ ...said, source: 'uc-suite', lines: [title, ...found(answer).map((line) => `= ${line}`), `= ${took}`] });
    return { ...answer, transcript: lines.map(protocolLine) };
  } finally {
    protocols.record({ ...said, lines: [title, ...lines] });
  }
}
