import type { Clock } from '../../server/ports.ts';
import type { PlayedMicrosoft } from '../microsoft/state.ts';
import type { Pop3Scenario, SignInKind } from '../scenarios/scenario.ts';
import type { Presented } from './exchange.ts';
import { messageAt, octetsOf, usualMessages } from './messages.ts';
import type { MailPlace } from './places.ts';
import { opensMailbox, readBlob } from './pop3-sign-in.ts';

const words = {
  exchange: {
    // In the brackets the server's name, UTF-16 in base64.
    greeting: '+OK The Microsoft Exchange POP3 service is ready. [RgBSADAAUAAyADgAMQBDAEEAMAAwADAAMQA=]',
    capabilities: ['TOP', 'UIDL'],
    mechanisms: ['PLAIN', 'XOAUTH2'],
    user: '+OK',
    signedIn: '+OK User successfully authenticated.',
    loggedOn: '+OK User successfully logged on.',
    refused: '-ERR Authentication failure: unknown user name or bad password.',
    passRefused: '-ERR Logon failure: unknown user name or bad password.',
    unknown: '-ERR Protocol error. 19',
    mechanism: '-ERR Protocol error. 14',
    arguments: '-ERR Protocol error. 16',
    tooLong: '-ERR Protocol error. Connection is closed. 10',
    state: '-ERR Command is not valid in this state.',
    noMessage: '-ERR The specified message is out of range.',
    goodbye: '+OK Microsoft Exchange Server POP3 server signing off.',
  },
  relay: {
    greeting: '+OK relay.contoso.com POP3 ready.',
    capabilities: ['TOP', 'UIDL', 'RESP-CODES', 'PIPELINING', 'AUTH-RESP-CODE'],
    mechanisms: ['PLAIN'],
    user: '+OK',
    signedIn: '+OK Logged in.',
    loggedOn: '+OK Logged in.',
    refused: '-ERR [AUTH] Authentication failed.',
    passRefused: '-ERR [AUTH] Authentication failed.',
    unknown: '-ERR Unknown command.',
    mechanism: '-ERR Unsupported authentication mechanism.',
    arguments: '-ERR Invalid arguments.',
    tooLong: '-ERR Line too long.',
    state: '-ERR Unknown command.',
    noMessage: '-ERR There is no such message.',
    goodbye: '+OK Logging out.',
  },
} as const;

// RFC 2449 section 4; what a SASL mechanism sends may be longer.
const mostOfCommand = 255;

/** One connection to a played POP3 server. The text of an answer comes in pieces, some of it without end. */
export interface PlayedPop3 {
  greeting(): AsyncGenerator<string>;
  answer(line: string): AsyncGenerator<string>;
  /** What comes after an answer: another line, TLS, or the end of the connection. */
  next(): 'line' | 'tls' | 'end';
}

/** What a played POP3 server answers, whichever way it is asked: in the browser or by listener. Messages stay as they are; that somebody deleted or read one is remembered. */
export function playPop3(microsoft: PlayedMicrosoft, clock: Clock, { kind, encryption }: MailPlace): PlayedPop3 {
  const say = words[kind === 'exchange' ? kind : 'relay'];
  let next: 'line' | 'tls' | 'end' = 'line';
  let isEncrypted = encryption === 'tls';
  let mechanism: string | null = null;
  let named = '';
  let mailbox: string | null = null;
  const deleted = new Set<number>();

  async function scenario(): Promise<Pop3Scenario> {
    const { pop3 = {} } = await microsoft.scenario();
    return pop3.by === undefined || pop3.by === kind ? pop3 : {};
  }

  async function refusal(command: 'CONNECT' | 'AUTH' | 'STAT', signIn?: SignInKind): Promise<string | null> {
    const { refused } = await scenario();
    return refused?.command === command && (!refused.signIn || refused.signIn === signIn) ? refused.reply : null;
  }

  async function signIn(credentials: Presented | null, good: string, bad: string): Promise<string> {
    if (!credentials) return bad;
    const { by, opens } = await opensMailbox(microsoft, clock, kind, credentials);
    const refused = (await refusal('AUTH', by)) ?? (opens ? null : bad);
    if (refused) return refused;
    mailbox = credentials.user;
    return good;
  }

  async function capabilities(): Promise<string> {
    const offered = isEncrypted ? (mailbox === null ? [`SASL ${say.mechanisms.join(' ')}`, 'USER'] : []) : (await scenario()).noStls ? [] : ['STLS'];
    return lines('+OK', [...say.capabilities, ...offered]);
  }

  function authenticate(wanted: string, further: readonly string[]): string {
    if (wanted === '') return lines('+OK', say.mechanisms);
    if (further.length > 0) return say.arguments;
    if (!say.mechanisms.some((known) => known === wanted.toUpperCase())) return say.mechanism;
    mechanism = wanted.toUpperCase();
    return '+ ';
  }

  async function remember(command: string): Promise<void> {
    await microsoft.change((played) => {
      played.mailboxChanges.push({ mailbox: mailbox ?? '', command });
    });
  }

  async function ofMailbox(owner: string, command: string, given: readonly string[]): Promise<string> {
    const messages = (await scenario()).messages ?? usualMessages;
    const [number = 0, more = 0] = given.map(Number);
    const isThere = number >= 1 && number <= messages && !deleted.has(number);
    const there = () => Array.from({ length: messages }, (_, at) => at + 1).filter((one) => !deleted.has(one));
    const listed = (of: (one: number) => string | number) => (given.length === 0 ? lines('+OK', there().map((one) => `${one} ${of(one)}`)) : isThere ? `+OK ${number} ${of(number)}` : say.noMessage);
    switch (command) {
      case 'STAT':
        return (await refusal('STAT')) ?? `+OK ${messages - deleted.size} ${there().reduce((sum, one) => sum + octetsOf(one), 0)}`;
      case 'LIST':
        return listed(octetsOf);
      case 'UIDL':
        return listed((one) => `AAMkAGI${one}`);
      case 'TOP':
      case 'RETR': {
        if (!isThere) return say.noMessage;
        const { header, body } = messageAt(number, messages, owner, clock.now().getTime());
        const asked = command === 'RETR' ? body.split('\r\n') : body.split('\r\n').slice(0, more);
        // Exchange marks what was sent as read, a header alone excepted.
        if (asked.length > 0) await remember(`${command} ${given.join(' ')}`);
        return lines('+OK', [...header.split('\r\n'), '', ...asked]);
      }
      case 'DELE':
        if (!isThere) return say.noMessage;
        deleted.add(number);
        await remember(`DELE ${number}`);
        return '+OK';
      case 'RSET':
        deleted.clear();
        return '+OK';
      case 'NOOP':
        return '+OK';
      default:
        return say.unknown;
    }
  }

  async function reply(line: string): Promise<string> {
    if (mechanism !== null) {
      const by = mechanism;
      mechanism = null;
      return signIn(readBlob(by, line), say.signedIn, say.refused);
    }
    if (line.length > mostOfCommand) {
      next = 'end';
      return say.tooLong;
    }
    const [name = '', ...given] = line.split(' ');
    const command = name.toUpperCase();
    switch (command) {
      case 'CAPA':
        return capabilities();
      case 'QUIT':
        next = 'end';
        return say.goodbye;
      case 'STLS':
        if (isEncrypted || (await scenario()).noStls) return say.state;
        next = 'tls';
        isEncrypted = true;
        return '+OK Begin TLS negotiation.';
      case 'AUTH':
      case 'USER':
      case 'PASS':
        if (!isEncrypted || mailbox !== null) return say.state;
        if (command === 'AUTH') return authenticate(given[0] ?? '', given.slice(1));
        if (command === 'PASS') return named === '' ? say.state : signIn({ user: named, password: line.slice(5) }, say.loggedOn, say.passRefused);
        named = line.slice(5);
        return say.user;
      default:
        return mailbox === null ? say.state : ofMailbox(mailbox, command, given);
    }
  }

  return {
    async *greeting() {
      const refused = await refusal('CONNECT');
      if (refused) next = 'end';
      yield `${refused ?? say.greeting}\r\n`;
    },
    async *answer(line) {
      next = 'line';
      const text = await reply(line);
      const { breaks } = await scenario();
      if (!breaks || !line.startsWith(breaks.command) || !text.startsWith('+OK')) return yield `${text}\r\n`;
      next = 'end';
      yield text.slice(0, text.length / 2);
      while (breaks.how === 'endless') yield '0'.repeat(1024);
    },
    next: () => next,
  };
}

function lines(first: string, further: readonly string[]): string {
  return [first, ...further.map((line) => (line.startsWith('.') ? `.${line}` : line)), '.'].join('\r\n');
}
