import net, { type AddressInfo } from 'node:net';
import tls from 'node:tls';
import type { Server } from '../../ports.ts';

/** What a server says: at first, and to a line. A string is sent as it is, null ends the connection, undefined is silence. */
export type Says = (line: string | null, socket: net.Socket) => string | Buffer | null | undefined;

/** A server on a port of loopback that says what a test has it say, by lines; `tls` from the first byte where a certificate is given and STLS is not asked for. After an answer to STLS that begins with +OK it begins with TLS. */
export async function talkingServer(says: Says, certificate: { cert: string; key: string }, encryption: 'tls' | 'starttls' = 'tls', options: tls.SecureContextOptions = {}) {
  const secureContext = tls.createSecureContext({ ...certificate, ...options });
  const sockets = new Set<net.Socket>();
  const heard: string[] = [];
  const server = net.createServer((raw) => {
    sockets.add(raw);
    raw.on('error', () => {}).once('close', () => sockets.delete(raw));
    const secure = () => new tls.TLSSocket(raw, { isServer: true, secureContext });
    const talk = (socket: net.Socket, greets: boolean) => {
      let text = '';
      const send = (line: string | null) => {
        const answer = says(line, socket);
        if (answer === null) socket.end();
        else if (answer !== undefined) socket.write(answer);
        return answer;
      };
      socket.on('error', () => {});
      const listen = (piece: Buffer) => {
        const parts = (text + String(piece)).split('\r\n');
        text = parts.pop() ?? '';
        for (const line of parts) {
          heard.push(line);
          if (send(line)?.toString().startsWith('+OK') && line === 'STLS') {
            socket.off('data', listen);
            talk(secure(), false);
          }
        }
      };
      socket.on('data', listen);
      if (greets) send(null);
    };
    talk(encryption === 'tls' ? secure() : raw, true);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const at: Server = { host: 'localhost', port: (server.address() as AddressInfo).port, encryption, protocol: 'pop3' };
  return {
    at,
    /** The lines of all connections. */
    heard,
    /** How many connections there are. */
    connections: () => sockets.size,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Answers like Exchange's, but for those given: by the beginning of a line, the longest first; `greeting` is what is said at first. */
export function pop3Answers(other: Record<string, string | null | undefined>): (line: string | null, socket: net.Socket) => string | null | undefined {
  const all: typeof other = {
    greeting: '+OK ready\r\n',
    CAPA: '+OK\r\nTOP\r\nUIDL\r\nSASL PLAIN XOAUTH2\r\nUSER\r\nSTLS\r\n.\r\n',
    STLS: '+OK Begin TLS negotiation.\r\n',
    'AUTH XOAUTH2': '+ \r\n',
    'AUTH PLAIN': '+ \r\n',
    // `user=` in base64
    dXNlcj: '+OK User successfully authenticated.\r\n',
    USER: '+OK\r\n',
    PASS: '+OK User successfully logged on.\r\n',
    STAT: '+OK 2 320\r\n',
    TOP: '+OK\r\nSubject: Hello\r\n\r\n.\r\n',
    QUIT: '+OK bye\r\n',
    ...other,
  };
  const beginnings = Object.keys(all).sort((a, b) => b.length - a.length);
  return (line) => {
    const known = line === null ? 'greeting' : beginnings.find((beginning) => (beginning === '' ? line === '' : line.startsWith(beginning)));
    return known === undefined ? '-ERR Protocol error. 19\r\n' : all[known];
  };
}
