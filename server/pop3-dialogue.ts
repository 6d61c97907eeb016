import type { Confidential } from './confidential.ts';
import { createHider } from './hide-secrets.ts';
import type { LineChannel } from './pop3-lines.ts';
import { ConnectionFailure, MailRefusal } from './ports.ts';

/** RFC 2449 section 4 allows 512 characters; servers that say more are no rarity. */
const mostOfLine = 8 * 1024;
const mostOfCapabilities = 16 * 1024;
/** Exchange takes no mail in whose header is larger. */
const mostOfHeader = 256 * 1024;

/** The first line of an answer: `+OK`, `-ERR`, or `+` where the server waits for more. */
export interface Answer {
  state: 'ok' | 'refused' | 'go-on';
  /** As it came. */
  line: string;
  /** As it may be shown: on one line, without what is hidden. */
  reply: string;
}

/** What a server says that it can (RFC 2449), each name and its arguments in capitals; null where it knows no CAPA. */
export type Capabilities = ReadonlyMap<string, readonly string[]> | null;

/** The words of POP3 over a channel; `note` gets each line without the secrets. After a `ConnectionFailure` the channel is at its end. */
export interface Dialogue {
  /** Takes the greeting. */
  greeting(): Promise<void>;
  /** Sends a line and takes the first line of its answer; `visible` is what the transcript holds of it. */
  ask(line: string, options?: { visible?: string; withinMs?: number }): Promise<Answer>;
  capabilities(): Promise<Capabilities>;
  /** TOP, its header's lines as they came; or how it is refused. */
  header(message: number): Promise<readonly string[] | MailRefusal>;
  /** These stand in no line of the transcript from now on, and in no refusal, whoever repeats them. */
  hide(secrets: readonly Confidential[]): void;
  /** Is an answer awaited? */
  isBusy(): boolean;
  end(): void;
}

/** Speaks POP3 over a channel. */
export function createDialogue(channel: LineChannel, note: (line: string) => void): Dialogue {
  const hider = createHider();
  let busy = false;

  const shown = (line: string) => hider.hide(line).replaceAll('\t', ' ').replace(/\p{Cf}/gu, '\uFFFD');
  const hear = (line: string) => note(`< ${shown(line)}`);

  async function firstLine(): Promise<Answer> {
    const line = await channel.read(mostOfLine);
    hear(line);
    const word = /^(\+OK|-ERR|\+)(?: |$)/i.exec(line)?.[1]?.toUpperCase();
    if (!word) throw new ConnectionFailure('protocol');
    return { state: word === '+OK' ? 'ok' : word === '+' ? 'go-on' : 'refused', line, reply: shown(line).trim() };
  }

  // RFC 1939 section 3: lines up to one with a dot only; a dot in front of a line is doubled.
  async function furtherLines(most: number): Promise<string[]> {
    const lines: string[] = [];
    for (let left = most; ; ) {
      const line = await channel.read(left);
      if (line === '.') return lines;
      left -= line.length + 2;
      if (left < 0) throw new ConnectionFailure('protocol', 'TOO_LARGE');
      lines.push(line.startsWith('.') ? line.slice(1) : line);
    }
  }

  async function whole<T>(work: () => Promise<T>): Promise<T> {
    busy = true;
    try {
      return await work();
    } catch (error) {
      channel.end();
      throw error;
    } finally {
      busy = false;
    }
  }

  const send = (line: string, visible = line, withinMs?: number) => {
    if (/[\r\n]/.test(line)) throw new Error('A command is one line.');
    channel.write(line, withinMs);
    note(`> ${shown(visible)}`);
  };

  return {
    greeting: () =>
      whole(async () => {
        const { state, reply } = await firstLine();
        if (state === 'refused') throw new MailRefusal('CONNECT', reply);
        if (state === 'go-on') throw new ConnectionFailure('protocol');
      }),
    ask: (line, { visible, withinMs } = {}) =>
      whole(async () => {
        send(line, visible, withinMs);
        return firstLine();
      }),
    capabilities: () =>
      whole(async () => {
        send('CAPA');
        const answer = await firstLine();
        if (answer.state === 'refused' && isPassing(answer.reply)) throw new MailRefusal('CAPA', answer.reply);
        if (answer.state === 'refused') return null;
        if (answer.state === 'go-on') throw new ConnectionFailure('protocol');
        const lines = await furtherLines(mostOfCapabilities);
        for (const line of lines) hear(line);
        return readCapabilities(lines);
      }),
    header: (message) =>
      whole(async () => {
        send(`TOP ${message} 0`);
        const answer = await firstLine();
        if (answer.state === 'refused') return new MailRefusal('TOP', answer.reply);
        if (answer.state === 'go-on') throw new ConnectionFailure('protocol');
        const lines = await furtherLines(mostOfHeader);
        const end = lines.indexOf('');
        const header = end < 0 ? lines : lines.slice(0, end);
        // Who writes to whom about what is nobody's business.
        note(`< (header, ${header.length} lines)`);
        return header;
      }),
    hide: hider.add,
    isBusy: () => busy,
    end: () => channel.end(),
  };
}

/** STLS in clear (RFC 2595 section 4), after the greeting; the channel is good for nothing but TLS then. */
export async function askForTls(dialogue: Dialogue): Promise<void> {
  await dialogue.greeting();
  const capabilities = await dialogue.capabilities();
  if (capabilities && !capabilities.has('STLS')) throw new ConnectionFailure('no-starttls');
  const { state, reply } = await dialogue.ask('STLS');
  if (state === 'ok') return;
  if (state === 'refused' && isPassing(reply)) throw new MailRefusal('STLS', reply);
  throw new ConnectionFailure('no-starttls');
}

function readCapabilities(lines: readonly string[]): Capabilities {
  return new Map(
    lines.map((line) => {
      const [name = '', ...given] = line.trim().toUpperCase().split(/\s+/);
      return [name, given] as const;
    }),
  );
}

/** Is this refusal about now, and not about what was asked? By its response code (RFC 2449 section 8, RFC 3206) or by its words. */
export function isPassing(reply: string): boolean {
  return /^-ERR \[(?:SYS\/|IN-USE|LOGIN-DELAY)/i.test(reply) || /unavailable|\bbusy\b|try again|too many|temporar/i.test(reply);
}
