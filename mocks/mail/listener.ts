import type { AddressInfo, Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Clock } from '../../server/ports.ts';
import type { PlayedMicrosoft } from '../microsoft/state.ts';
import { playExchange } from './exchange.ts';
import type { MailPlace } from './places.ts';

/** A played mail server on a port of loopback: Exchange Online with STARTTLS unless `place` says else. */
export async function listenForMail(
  microsoft: PlayedMicrosoft,
  clock: Clock,
  certificate: { cert: string; key: string },
  place: MailPlace = { kind: 'exchange', encryption: 'starttls' },
): Promise<{ port: number; close(): Promise<void> }> {
  const exchange = playExchange(microsoft, clock, place.kind);
  const server = new SMTPServer({
    ...certificate,
    secure: place.encryption === 'tls',
    banner: exchange.greeting,
    authMethods: exchange.methods,
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 200,
    onConnect(session, done) {
      const greet = async () => {
        const refused = await exchange.refusesConnection();
        if (refused) throw asError(refused);
        if (!(await exchange.offersStartTls())) session.disabledCommands = ['STARTTLS'];
      };
      greet().then(() => done(), done);
    },
    onAuth({ method, username, password, accessToken }, _session, done) {
      const user = username ?? '';
      const refused = exchange.refusesSignIn(method === 'XOAUTH2' ? { user, accessToken: accessToken ?? '' } : { user, password: password ?? '' });
      refused.then((reply) => (reply ? done(asError(reply)) : done(null, { user })), done);
    },
    onMailFrom: (_address, session, done) => refuse('MAIL FROM', userOf(session), done),
    onRcptTo: (_address, session, done) => refuse('RCPT TO', userOf(session), done),
    onData(stream, session, done) {
      const take = async () => {
        if (await exchange.cutsData()) stream.once('data', () => sockets.get(session.remotePort)?.destroy());
        const mail = await simpleParser(stream);
        const user = userOf(session);
        const refused = await exchange.refuses('DATA', user);
        if (refused) throw asError(refused);
        const { mailFrom, rcptTo } = session.envelope;
        const reply = await exchange.accept({ user, from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), subject: mail.subject ?? '', text: mail.text ?? '' });
        return reply.slice(4);
      };
      take().then((message) => done(null, message), done);
    },
  });
  function refuse(command: 'MAIL FROM' | 'RCPT TO', user: string, done: (error?: Error | null) => void): void {
    exchange.refuses(command, user).then((refused) => done(refused ? asError(refused) : null), done);
  }
  const sockets = new Map<number | undefined, Socket>();
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket;
    sockets.set(remotePort, socket);
    socket.once('close', () => sockets.delete(remotePort));
  });
  // A client that breaks off is no fault of this server.
  server.on('error', () => {});
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  return { port, close: () => new Promise((closed) => server.close(() => closed())) };
}

function userOf({ user }: SMTPServerSession): string {
  return typeof user === 'string' ? user : '';
}

function asError(reply: string): Error {
  return Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) });
}
