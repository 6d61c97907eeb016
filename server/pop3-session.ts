import { Confidential } from './confidential.ts';
import { isPassing, type Answer, type Dialogue } from './pop3-dialogue.ts';
import { ConnectionFailure, MailRefusal, type Pop3Session } from './ports.ts';

const goodbyeMs = 1000;

/** A session after the greeting, over a channel that is encrypted: no command in it changes a mailbox. */
export async function createPop3Session(dialogue: Dialogue): Promise<Pop3Session> {
  const capabilities = await dialogue.capabilities();
  const mechanisms = capabilities?.get('SASL') ?? [];

  function signedIn({ state, reply }: Answer): void {
    if (state === 'refused') throw new MailRefusal('AUTH', reply);
    if (state === 'go-on') throw broken(dialogue);
  }

  // RFC 5034 in two lines: Exchange refuses the form with one.
  async function authenticate(mechanism: string, blob: string, missing: string): Promise<void> {
    const ready = await dialogue.ask(`AUTH ${mechanism}`);
    if (ready.state === 'ok') throw broken(dialogue);
    if (ready.state === 'refused') {
      // Nothing has been said about an account yet. Some servers take what they do not list, so that they are asked all the same.
      throw mechanisms.includes(mechanism) || isPassing(ready.reply) ? new MailRefusal('AUTH', ready.reply) : new ConnectionFailure('no-sign-in', missing);
    }
    const answer = await dialogue.ask(blob, { visible: '***' });
    // A challenge holds what is wrong, as JSON; after an empty line comes the refusal itself.
    signedIn(answer.state === 'go-on' ? await dialogue.ask('') : answer);
  }

  async function signInWithPassword(user: string, secret: Confidential): Promise<void> {
    const password = secret.reveal();
    const blob = base64(`\u0000${user}\u0000${password}`);
    dialogue.hide([secret, new Confidential(blob)]);
    if (capabilities && !capabilities.has('USER')) {
      if (!mechanisms.includes('PLAIN')) throw new ConnectionFailure('no-sign-in', 'PASSWORD');
      return authenticate('PLAIN', blob, 'PASSWORD');
    }
    signedIn(await dialogue.ask(`USER ${user}`));
    signedIn(await dialogue.ask(`PASS ${password}`, { visible: 'PASS ***' }));
  }

  return {
    async signIn(credentials) {
      const { user } = credentials;
      if (!('accessToken' in credentials)) return signInWithPassword(user, credentials.password);
      const { accessToken } = credentials;
      const blob = base64(`user=${user}\u0001auth=Bearer ${accessToken.reveal()}\u0001\u0001`);
      dialogue.hide([accessToken, new Confidential(blob)]);
      await authenticate('XOAUTH2', blob, 'XOAUTH2');
    },
    async count() {
      const { state, line, reply } = await dialogue.ask('STAT');
      if (state === 'refused') throw new MailRefusal('STAT', reply);
      const [, messages, octets] = /^\+OK\s+(\d{1,15})\s+(\d{1,15})(?:\s|$)/i.exec(line) ?? [];
      if (messages === undefined) throw broken(dialogue);
      return { messages: Number(messages), octets: Number(octets) };
    },
    async header(message) {
      if (capabilities && !capabilities.has('TOP')) return null;
      const answer = await dialogue.header(message);
      if (!(answer instanceof MailRefusal)) return answer.join('\r\n');
      if (capabilities || isPassing(answer.reply)) throw answer;
      return null;
    },
    async close() {
      // An answer that is still awaited is given up, too.
      if (!dialogue.isBusy()) await dialogue.ask('QUIT', { withinMs: goodbyeMs }).catch(() => {});
      dialogue.end();
    },
  };
}

function broken(dialogue: Dialogue): ConnectionFailure {
  dialogue.end();
  return new ConnectionFailure('protocol');
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
