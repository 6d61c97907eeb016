import readline from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Confidential } from '../../confidential.ts';
import { StartFailure } from '../start-failure.ts';

/** A new password: typed twice at a terminal without being shown, or the first line of what is piped in. */
export async function askPassword(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Promise<Confidential> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = readline.createInterface({ input, output: silent, terminal: input.isTTY });
  try {
    if (!input.isTTY) {
      for await (const line of lines) return new Confidential(line);
      return new Confidential('');
    }
    const ask = async (question: string) => {
      output.write(question);
      const answer = await lines.question('');
      output.write('\n');
      return answer;
    };
    const password = await ask('New password: ');
    if ((await ask('Once more: ')) !== password) throw new StartFailure('The two passwords are not the same. Nothing was changed.');
    return new Confidential(password);
  } finally {
    lines.close();
  }
}
