import net from 'node:net';
import tls from 'node:tls';
import { askForTls, createDialogue } from '../pop3-dialogue.ts';
import { createPop3Session } from '../pop3-session.ts';
import { ConnectionFailure, type Mail } from '../ports.ts';
import { asConnectionFailure, type Dial } from './dial.ts';
import { openChannel, type Pop3Limits } from './pop3-channel.ts';

/** POP3 over a dial: TLS from the first byte or by STLS, certificate and name checked; without encryption nothing is even connected. */
export function createPop3(dial: Dial, limits: Pop3Limits): Mail['openPop3'] {
  return async ({ host, port, encryption }, note, signal) => {
    if (encryption === 'none') throw new Error('Nothing that opens a door is sent without encryption.');
    const socket = await dial(host, port, signal);
    try {
      if (encryption === 'starttls') await startTlsByPop3(socket, note, signal, limits);
      const channel = openChannel(await secure(socket, host, signal, limits.greetingMs), signal, limits);
      const dialogue = createDialogue(channel, note);
      if (encryption === 'tls') await dialogue.greeting();
      return await createPop3Session(dialogue);
    } catch (error) {
      socket.destroy();
      throw error;
    }
  };
}

/** Greeting, CAPA and STLS in clear: the socket is ready for TLS then, and whatever was slipped in behind the answer is gone. */
export async function startTlsByPop3(socket: net.Socket, note: (line: string) => void, signal: AbortSignal, limits: Pop3Limits): Promise<void> {
  const channel = openChannel(socket, signal, limits);
  await askForTls(createDialogue(channel, note));
  channel.release();
}

function secure(socket: net.Socket, host: string, signal: AbortSignal, withinMs: number): Promise<tls.TLSSocket> {
  const name = host.replace(/^\[|\]$/g, '');
  return new Promise((done, failed) => {
    // The certificate is compared with `host`; an address is no name to ask for.
    const secured = tls.connect({ socket, host: name, servername: net.isIP(name) ? '' : name, minVersion: 'TLSv1.2' });
    const settle = (act: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
      secured.off('error', refused).off('close', closed).off('secureConnect', ready);
      act();
    };
    const fail = (error: unknown) =>
      settle(() => {
        secured.on('error', () => {});
        secured.destroy();
        socket.destroy();
        failed(error);
      });
    const refused = (error: Error) => fail(asConnectionFailure(error));
    const closed = () => fail(new ConnectionFailure('closed'));
    const aborted = () => fail(signal.reason);
    const ready = () => settle(() => done(secured));
    const timer = setTimeout(() => fail(new ConnectionFailure('timeout')), withinMs);
    signal.addEventListener('abort', aborted, { once: true });
    secured.on('error', refused).on('close', closed).on('secureConnect', ready);
    if (signal.aborted) aborted();
  });
}
