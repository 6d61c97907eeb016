import net, { type AddressInfo } from 'node:net';
import tls from 'node:tls';
import { lineReader } from '../../server/pop3-lines.ts';
import type { Clock } from '../../server/ports.ts';
import type { PlayedMicrosoft } from '../microsoft/state.ts';
import type { MailPlace } from './places.ts';
import { playPop3, type PlayedPop3 } from './pop3.ts';

const mostOfLine = 64 * 1024;

/** A played POP3 server on a port of loopback, with TLS from the first byte or by STLS, as `place` has it. */
export async function listenForPop3(microsoft: PlayedMicrosoft, clock: Clock, certificate: { cert: string; key: string }, place: MailPlace): Promise<{ port: number; close(): Promise<void> }> {
  const secureContext = tls.createSecureContext(certificate);
  const secure = (socket: net.Socket) => new tls.TLSSocket(socket, { isServer: true, secureContext });
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A client that breaks off is no fault of this server.
    socket.on('error', () => {});
    converse(place.encryption === 'tls' ? secure(socket) : socket, secure, playPop3(microsoft, clock, place)).catch(() => socket.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function converse(first: net.Socket, secure: (socket: net.Socket) => net.Socket, played: PlayedPop3): Promise<void> {
  let socket = first;
  let reader = readerOf(socket);
  await send(socket, played.greeting());
  while (played.next() !== 'end') {
    await send(socket, played.answer(await reader.read(mostOfLine)));
    if (played.next() !== 'tls') continue;
    reader.end();
    socket = secure(socket);
    reader = readerOf(socket);
  }
  socket.end();
}

function readerOf(socket: net.Socket) {
  socket.on('error', () => {});
  const pieces = socket.iterator({ destroyOnReturn: false });
  const { read } = lineReader(async () => {
    const { value, done } = await pieces.next();
    if (done) throw new Error('The client is gone.');
    return String(value);
  });
  return { read, end: () => void pieces.return?.() };
}

// Waits for a client that takes its time, so that an answer without end fills no memory.
async function send(socket: net.Socket, answer: AsyncGenerator<string>): Promise<void> {
  for await (const piece of answer) {
    if (socket.destroyed) return;
    if (!socket.write(piece)) await drained(socket);
  }
}

function drained(socket: net.Socket): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      socket.off('drain', end).off('close', end);
      done();
    };
    socket.on('drain', end).on('close', end);
  });
}
