import { ConnectionFailure, MailRefusal, type Clock, type Mail, type Probe, type Server, type TlsFacts } from '../../server/ports.ts';
import type { PlayedMicrosoft } from '../microsoft/state.ts';
import type { CertificateFault } from '../scenarios/scenario.ts';
import { playExchange } from './exchange.ts';
import { certificateWords, connectionTo, findPlace, isFaulty, otherName, type MailPlace, type Place } from './places.ts';

const features = ['SIZE 157286400', 'PIPELINING', 'DSN', 'ENHANCEDSTATUSCODES', '8BITMIME', 'BINARYMIME', 'CHUNKING', 'SMTPUTF8'];
const day = 86_400_000;

/** The played mail servers as Mail port, and all that is played as Probe: for the browser, which has no sockets. */
export function playMailPorts(microsoft: PlayedMicrosoft, clock: Clock): { mail: Mail; probe: Probe } {
  async function connect(host: string, port: number, signal: AbortSignal): Promise<Place> {
    const { connection } = await microsoft.scenario();
    await clock.sleep((await microsoft.read()).settings.latencyMs, signal);
    signal.throwIfAborted();
    const place = findPlace(host, port);
    if ('reason' in place) throw new ConnectionFailure(place.reason, place.code);
    if (connection?.to === connectionTo(place)) throw new ConnectionFailure(connection.reason, connection.code);
    return place;
  }

  async function certificateAt(place: Place): Promise<CertificateFault | undefined> {
    const { certificate } = await microsoft.scenario();
    return certificate && isFaulty(place, certificate) ? certificate : undefined;
  }

  async function greet(note: (line: string) => void, place: MailPlace, { encryption }: Server): Promise<void> {
    if ((encryption === 'tls') !== (place.encryption === 'tls')) throw new ConnectionFailure(encryption === 'tls' ? 'tls' : 'closed', encryption === 'tls' ? 'ERR_SSL_WRONG_VERSION_NUMBER' : null);
    const exchange = playExchange(microsoft, clock, place.kind);
    const refused = await exchange.refusesConnection();
    note(`< ${refused ?? `220 ${exchange.greeting}`}`);
    if (refused) throw new MailRefusal('CONNECT', refused);
    if (encryption !== 'starttls') return;
    const offers = await exchange.offersStartTls();
    note('> EHLO postern');
    for (const feature of features) note(`< 250-${feature}`);
    note(offers ? '< 250 STARTTLS' : '< 250 HELP');
    if (!offers) throw new ConnectionFailure('no-starttls');
    note('> STARTTLS');
    note('< 220 2.0.0 SMTP server ready');
  }

  return {
    probe: {
      async reach(host, port, signal) {
        await connect(host, port, signal);
        return { address: '192.0.2.10' };
      },
      async tls(server, note, signal) {
        const place = await connect(server.host, server.port, signal);
        if (place.kind !== 'web') await greet(note, place, server);
        return presented(server.host, await certificateAt(place), clock.now().getTime());
      },
    },
    mail: {
      async open(server, note, signal) {
        const place = await connect(server.host, server.port, signal);
        if (place.kind === 'web') throw new ConnectionFailure('protocol');
        await greet(note, place, server);
        const certificate = await certificateAt(place);
        if (certificate && server.encryption !== 'none') throw new ConnectionFailure('tls', certificateWords[certificate.fault]);
        const exchange = playExchange(microsoft, clock, place.kind);
        note('> EHLO postern');
        for (const feature of features) note(`< 250-${feature}`);
        note(server.encryption === 'none' ? '< 250 HELP' : `< 250 AUTH ${exchange.methods.join(' ')}`);
        let signedInAs = '';
        const ask = async (command: 'MAIL FROM' | 'RCPT TO' | 'DATA', line: string, good: string) => {
          signal.throwIfAborted();
          note(`> ${line}`);
          const refused = await exchange.refuses(command, signedInAs);
          note(`< ${refused ?? good}`);
          if (refused) throw new MailRefusal(command, refused);
        };
        return {
          async signIn(credentials) {
            if (server.encryption === 'none') throw new Error('Nothing that opens a door is sent without encryption.');
            const method = 'accessToken' in credentials ? 'XOAUTH2' : exchange.methods[0];
            if (method === undefined || !exchange.methods.includes(method)) throw new ConnectionFailure('no-sign-in', 'XOAUTH2');
            const refused = await exchange.refusesSignIn(credentials);
            note(`> AUTH ${method} ***`);
            note(`< ${refused ?? '235 2.7.0 Authentication successful'}`);
            if (refused) throw new MailRefusal('AUTH', refused);
            signedInAs = credentials.user;
          },
          async send({ from, to, subject, text }) {
            await ask('MAIL FROM', `MAIL FROM:<${from}>`, '250 2.1.0 Sender OK');
            await ask('RCPT TO', `RCPT TO:<${to}>`, '250 2.1.5 Recipient OK');
            await ask('DATA', 'DATA', '354 Start mail input; end with <CRLF>.<CRLF>');
            if (await exchange.cutsData()) throw new ConnectionFailure('closed', 'DATA');
            const reply = await exchange.accept({ user: signedInAs, from, to: [to], subject, text });
            note(`< ${reply}`);
            return reply;
          },
          async close() {
            note('> QUIT');
            note('< 221 2.0.0 Service closing transmission channel');
          },
        };
      },
    },
  };
}

function presented(host: string, certificate: CertificateFault | undefined, now: number): TlsFacts {
  const good = { protocol: 'TLSv1.3', subject: host, issuer: 'DigiCert Cloud Services CA-1', validTo: new Date(now + 200 * day).toISOString(), publicAuthority: true, error: null };
  switch (certificate?.fault) {
    case 'not-trusted':
      return { ...good, issuer: certificate.issuer, publicAuthority: false, error: certificateWords['not-trusted'] };
    case 'other-name':
      return { ...good, subject: otherName, error: certificateWords['other-name'] };
    case 'expired':
      return { ...good, validTo: new Date(now - day).toISOString(), error: certificateWords['expired'] };
    case undefined:
      return good;
  }
}
