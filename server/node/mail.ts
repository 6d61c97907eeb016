import net from 'node:net';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { ConnectionFailure, MailRefusal, type Mail, type MailSession } from '../ports.ts';
import { asConnectionFailure, type Dial } from './dial.ts';

const greetingMs = 15_000;
const socketMs = 30_000;

/** SMTP by nodemailer over a dial: STARTTLS or implicit TLS, never plain, certificate and name checked. */
export function createMail(dial: Dial): Mail {
  return {
    async open(server, note, signal) {
      const socket = await dial(server.host, server.port, signal);
      const connection = new SMTPConnection({
        host: server.host,
        port: server.port,
        connection: socket,
        secure: server.encryption === 'tls',
        requireTLS: server.encryption === 'starttls',
        name: 'postern',
        greetingTimeout: greetingMs,
        socketTimeout: socketMs,
        socketCloseTimeout: 1000,
        maxResponseSize: 64 * 1024,
        transactionLog: true,
        logger: transcriber(note),
        customAuth: { XOAUTH2: signInWithToken },
        tls: { servername: net.isIP(server.host) ? '' : server.host, minVersion: 'TLSv1.2' },
      });
      const talk = talker(connection, signal);
      await talk<void>((done) => connection.connect((error?: unknown) => done(error))).catch((error: unknown) => {
        connection.close();
        throw error;
      });
      return session(connection, talk);
    },
  };
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

function session(connection: SMTPConnection, talk: Talk): MailSession {
  return {
    signIn: ({ user, accessToken }) => talk((done) => connection.login({ method: 'XOAUTH2', user, pass: accessToken }, (error?: unknown) => done(error))),
    async send({ from, to, ...message }) {
      const composed = await new MailComposer({ from, to, ...message, headers: { 'Auto-Submitted': 'auto-generated' } }).compile().build();
      const info = await talk<{ response?: string }>((done) => connection.send({ from, to: [to] }, composed, (error: unknown, value: unknown) => done(error, Object(value))));
      return oneLine(info.response ?? '');
    },
    close: () =>
      new Promise((resolve) => {
        connection.on('error', () => {});
        connection.once('end', () => resolve());
        connection.quit();
      }),
  };
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
  context.reject(new MailRefusal('AUTH', oneLine(answer.response)));
}

// nodemailer's codes: EDNS, ECONNECTION, ETIMEDOUT, ESOCKET, ETLS, EPROTOCOL, EAUTH, EENVELOPE, EMESSAGE.
function explain(error: unknown): Error {
  // nodemailer writes its own name of the command on it.
  if (error instanceof MailRefusal) return new MailRefusal('AUTH', error.reply);
  if (error instanceof ConnectionFailure || !(error instanceof Error)) return error instanceof Error ? error : new Error(String(error));
  const [code, original, command, response] = ['code', 'originalCode', 'command', 'response'].map((name): unknown => Reflect.get(error, name));
  if (typeof response === 'string' && response !== '' && typeof command === 'string' && command !== 'CONN') {
    return code === 'ETLS' ? new ConnectionFailure('no-starttls') : new MailRefusal(command === 'API' ? 'AUTH' : command, oneLine(response));
  }
  if (typeof original === 'string') return asConnectionFailure(Object.assign(new Error(error.message, { cause: error }), { code: original }));
  if (code === 'ETLS') return new ConnectionFailure('no-starttls', null, { cause: error });
  if (code === 'EPROTOCOL' || code === 'EMAXLIMIT') return new ConnectionFailure('protocol', code, { cause: error });
  if (code === 'ETIMEDOUT') return new ConnectionFailure('timeout', null, { cause: error });
  if (code === 'EAUTH') return new MailRefusal('AUTH', oneLine(error.message));
  return asConnectionFailure(error);
}

function transcriber(note: (line: string) => void) {
  const write = (entry: unknown, ...rest: unknown[]) => {
    const from = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'tnx') : undefined;
    if (from !== 'client' && from !== 'server') return;
    const text = String(rest[0] ?? '').replace(/%s/, () => String(rest[1] ?? ''));
    for (const line of text.split(/\r?\n/)) if (line !== '') note(from === 'client' ? `> ${hide(line)}` : `< ${line}`);
  };
  return { level: () => {}, trace: write, debug: write, info: write, warn: write, error: write, fatal: write };
}

// The token is in the line after AUTH's method, and nowhere else.
function hide(line: string): string {
  return line.replace(/^(AUTH \S+) .*/i, '$1 ***');
}

function oneLine(text: string): string {
  return text.split(/\r?\n/).map((line, at) => (at === 0 ? line : line.replace(/^\d{3}[- ](?:\d\.\d+\.\d+ )?/, ''))).join(' ').trim();
}
