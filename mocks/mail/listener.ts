import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Clock } from '../../server/ports.ts';
import type { PlayedMicrosoft } from '../microsoft/state.ts';
import { greeting, playExchange } from './exchange.ts';

/** The played mail server on a port of loopback, with STARTTLS and XOAUTH2. */
export async function listenForMail(microsoft: PlayedMicrosoft, clock: Clock, tls: { cert: string; key: string }): Promise<{ port: number; close(): Promise<void> }> {
  const exchange = playExchange(microsoft, clock);
  const server = new SMTPServer({
    ...tls,
    banner: greeting,
    authMethods: ['XOAUTH2'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onAuth({ username, accessToken }, _session, done) {
      const decide = async () => (await exchange.refusal('AUTH')) ?? (await exchange.refusesToken(username ?? '', accessToken ?? ''));
      decide().then((refused) => (refused ? done(asError(refused)) : done(null, { user: username })), done);
    },
    onMailFrom: (_address, _session, done) => refuse('MAIL FROM', done),
    onRcptTo: (_address, _session, done) => refuse('RCPT TO', done),
    onData(stream, session, done) {
      const take = async () => {
        const mail = await simpleParser(stream);
        const refused = await exchange.refusal('DATA');
        if (refused) throw asError(refused);
        const { mailFrom, rcptTo } = session.envelope;
        const reply = await exchange.accept({
          user: String(session.user ?? ''),
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          subject: mail.subject ?? '',
          text: mail.text ?? '',
        });
        return reply.slice(4);
      };
      take().then((message) => done(null, message), done);
    },
  });
  function refuse(command: 'MAIL FROM' | 'RCPT TO', done: (error?: Error | null) => void): void {
    exchange.refusal(command).then((refused) => done(refused ? asError(refused) : null), done);
  }
  // A client that breaks off is no fault of this server.
  server.on('error', () => {});
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  return { port, close: () => new Promise((closed) => server.close(() => closed())) };
}

function asError(reply: string): Error {
  return Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) });
}
