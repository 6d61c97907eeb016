import net from 'node:net';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { ConnectionFailure, MailRefusal, type Mail, type MailSession } from '../ports.ts';
import { asConnectionFailure, type Dial } from './dial.ts';
import { asOneLine } from './reply.ts';

// Under its own name nodemailer takes XOAUTH2 for a wish, and sends the token by LOGIN where a server names that first.
const byToken = 'POSTERN-XOAUTH2';

export interface SmtpLimits {
  greetingMs: number;
  socketMs: number;
}

/** SMTP by nodemailer over a dial: STARTTLS or implicit TLS, certificate and name checked; plain only where `none` is asked for, and then without any sign-in. */
export function createSmtp(dial: Dial, { greetingMs, socketMs }: SmtpLimits): Mail['open'] {
  return async (server, note, signal) => {
    const socket = await dial(server.host, server.port, signal);
    const state: State = { onItsWay: false, ended: false };
    const hear = (line: string) => {
      state.onItsWay ||= line.startsWith('< 354');
      note(line);
    };
    const connection = new SMTPConnection({
      host: server.host,
      port: server.port,
      connection: socket,
      secure: server.encryption === 'tls',
      requireTLS: server.encryption === 'starttls',
      ignoreTLS: server.encryption === 'none',
      name: 'postern',
      greetingTimeout: greetingMs,
      socketTimeout: socketMs,
      socketCloseTimeout: 1000,
      maxResponseSize: 64 * 1024,
      transactionLog: true,
      logger: transcriber(hear),
      customAuth: { [byToken]: signInWithToken },
      tls: { servername: net.isIP(server.host) ? '' : server.host, minVersion: 'TLSv1.2' },
    });
    connection.once('end', () => (state.ended = true));
    const talk = talker(connection, signal);
    await talk<void>((done) => connection.connect((error?: unknown) => done(error))).catch((error: unknown) => {
      connection.close();
      throw error;
    });
    return session(connection, talk, server.encryption !== 'none', state);
  };
}

interface State {
  /** From “go ahead” on, the server may have the mail without our hearing of it. */
  onItsWay: boolean;
  ended: boolean;
}

type Talk = <T>(start: (done: (error?: unknown, value?: T) => void) => void) => Promise<T>;

// Each command ends with its answer, with an error of the connection, or with the signal.
function talker(connection: SMTPConnection, signal: AbortSignal): Talk {
  return (start) =>
    new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        connection.off('error', failed);
        connection.off('end', ended);
        signal.removeEventListener('abort', aborted);
        act();
      };
      const failed = (error: unknown) => settle(() => reject(explain(error)));
      const ended = () => settle(() => reject(new ConnectionFailure('closed')));
      const aborted = () => {
        settle(() => reject(signal.reason as Error));
        connection.close();
      };
      connection.on('error', failed);
      connection.on('end', ended);
      signal.addEventListener('abort', aborted, { once: true });
      if (signal.aborted) return aborted();
      start((error, value) => (error ? failed(error) : settle(() => resolve(value as never))));
    });
}

function session(connection: SMTPConnection, talk: Talk, encrypted: boolean, state: State): MailSession {
  return {
    async signIn(credentials) {
      if (!encrypted) throw new Error('Nothing that opens a door is sent without encryption.');
      const { user } = credentials;
      const isToken = 'accessToken' in credentials;
      const method = choose(connection, isToken ? ['XOAUTH2'] : ['PLAIN', 'LOGIN', 'CRAM-MD5']);
      if (!method) throw new ConnectionFailure('no-sign-in', isToken ? 'XOAUTH2' : 'PASSWORD');
      const pass = (isToken ? credentials.accessToken : credentials.password).reveal();
      await talk((done) => connection.login({ method: isToken ? byToken : method, user, pass }, (error?: unknown) => done(error)));
    },
    async send({ from, to, ...message }) {
      const composed = await new MailComposer({ from, to, ...message, headers: { 'Auto-Submitted': 'auto-generated' } }).compile().build();
      const info = await talk<{ response?: string }>((done) => connection.send({ from, to: [to] }, composed, (error: unknown, value: unknown) => done(error, Object(value)))).catch((error: unknown) => {
        throw state.onItsWay ? asCutInData(error) : error;
      });
      return asOneLine(info.response ?? '');
    },
    close: () =>
      new Promise((resolve) => {
        if (state.ended) return resolve();
        connection.on('error', () => {});
        connection.once('end', () => resolve());
        connection.quit();
      }),
  };
}

// nodemailer takes any method that the server names: a password must not go where a token is expected.
function choose(connection: SMTPConnection, wanted: readonly string[]): string | undefined {
  const offered: unknown = Reflect.get(connection, '_supportedAuth');
  return wanted.find((method) => Array.isArray(offered) && offered.includes(method));
}

// SASL XOAUTH2 in one line; a challenge is answered with an empty line, so that the real refusal comes.
async function signInWithToken(context: {
  auth: { credentials: { user: string; pass: string } };
  sendCommand(command: string): Promise<{ status: number; response: string }>;
  resolve(): void;
  reject(error: Error): void;
}): Promise<void> {
  const { user, pass } = context.auth.credentials;
  const blob = Buffer.from(`user=${user}\u0001auth=Bearer ${pass}\u0001\u0001`).toString('base64');
  let answer = await context.sendCommand(`AUTH XOAUTH2 ${blob}`);
  if (answer.status === 334) answer = await context.sendCommand('');
  if (answer.status === 235) return context.resolve();
  context.reject(new MailRefusal('AUTH', asOneLine(answer.response)));
}

// nodemailer's codes: EDNS, ECONNECTION, ETIMEDOUT, ESOCKET, ETLS, EPROTOCOL, EAUTH, EENVELOPE, EMESSAGE.
function explain(error: unknown): Error {
  // nodemailer writes its own name of the command on it.
  if (error instanceof MailRefusal) return new MailRefusal('AUTH', error.reply);
  if (error instanceof ConnectionFailure || !(error instanceof Error)) return error instanceof Error ? error : new Error(String(error));
  const [code, original, command, response] = ['code', 'originalCode', 'command', 'response'].map((name): unknown => Reflect.get(error, name));
  if (typeof response === 'string' && response !== '' && typeof command === 'string') {
    // Before the first command, or in place of an answer to one: the server ends the conversation.
    if (command === 'CONN') return /^[45]\d\d/.test(response) ? new MailRefusal('CONNECT', asOneLine(response)) : new ConnectionFailure('protocol', null, { cause: error });
    return code === 'ETLS' ? new ConnectionFailure('no-starttls') : new MailRefusal(/^(?:AUTH|API)\b/.test(command) ? 'AUTH' : command, asOneLine(response));
  }
  if (typeof original === 'string') return asConnectionFailure(Object.assign(new Error(error.message, { cause: error }), { code: original }));
  if (code === 'ETLS') return new ConnectionFailure('no-starttls', null, { cause: error });
  if (code === 'EPROTOCOL' || code === 'EMAXLIMIT') return new ConnectionFailure('protocol', code, { cause: error });
  if (code === 'ETIMEDOUT') return new ConnectionFailure('timeout', null, { cause: error });
  if (code === 'EAUTH') return new MailRefusal('AUTH', asOneLine(error.message));
  return asConnectionFailure(error);
}

function asCutInData(error: unknown): unknown {
  return error instanceof ConnectionFailure && (error.reason === 'closed' || error.reason === 'timeout') ? new ConnectionFailure(error.reason, 'DATA', { cause: error }) : error;
}

function transcriber(note: (line: string) => void) {
  // After `AUTH LOGIN` name and password come in lines of their own.
  let signingIn = false;
  const hidden = (line: string) => {
    if (/^AUTH (?:LOGIN|CRAM-MD5)$/i.test(line)) signingIn = true;
    else if (signingIn) return '***';
    return hide(line);
  };
  const write = (entry: unknown, ...rest: unknown[]) => {
    const from = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'tnx') : undefined;
    if (from !== 'client' && from !== 'server') return;
    const text = String(rest[0] ?? '').replace(/%s/, () => String(rest[1] ?? ''));
    for (const line of text.split(/\r?\n/)) if (line !== '') {
      if (from === 'server' && !line.startsWith('334')) signingIn = false;
      note(from === 'client' ? `> ${hidden(line)}` : `< ${line}`);
    }
  };
  return { level: () => {}, trace: write, debug: write, info: write, warn: write, error: write, fatal: write };
}

// The token is in the line after AUTH's method, and nowhere else.
function hide(line: string): string {
  return line.replace(/^(AUTH \S+) .*/i, '$1 ***');
}
