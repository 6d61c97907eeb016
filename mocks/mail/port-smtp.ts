import { ConnectionFailure, MailRefusal, type Clock, type Mail, type Server } from '../../server/ports.ts';
import type { PlayedMicrosoft } from '../microsoft/state.ts';
import { playExchange } from './exchange.ts';
import { certificateWords, type MailPlace } from './places.ts';
import type { PlayedNetwork } from './port-network.ts';

const features = ['SIZE 157286400', 'PIPELINING', 'DSN', 'ENHANCEDSTATUSCODES', '8BITMIME', 'BINARYMIME', 'CHUNKING', 'SMTPUTF8'];

/** The played mail servers by SMTP, for the browser, which has no sockets. */
export function playSmtpPort(microsoft: PlayedMicrosoft, clock: Clock, network: PlayedNetwork): Mail['open'] {
  return async (server, note, signal) => {
    const place = await network.connect(server.host, server.port, signal);
    if (place.kind === 'web') throw new ConnectionFailure('protocol');
    await greetBySmtp(microsoft, clock, { note, place, server });
    const certificate = await network.certificateAt(place);
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
        const { user } = credentials;
        const isToken = 'accessToken' in credentials;
        const method = isToken ? 'XOAUTH2' : exchange.methods[0];
        if (method === undefined || !exchange.methods.includes(method)) throw new ConnectionFailure('no-sign-in', 'XOAUTH2');
        const refused = await exchange.refusesSignIn(isToken ? { user, accessToken: credentials.accessToken.reveal() } : { user, password: credentials.password.reveal() });
        note(`> AUTH ${method} ***`);
        note(`< ${refused ?? '235 2.7.0 Authentication successful'}`);
        if (refused) throw new MailRefusal('AUTH', refused);
        signedInAs = user;
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
  };
}

/** Greeting, EHLO and STARTTLS, up to where TLS begins. */
export async function greetBySmtp(microsoft: PlayedMicrosoft, clock: Clock, { note, place, server: { encryption } }: { note: (line: string) => void; place: MailPlace; server: Server }): Promise<void> {
  if ((encryption === 'tls') !== (place.encryption === 'tls')) throw new ConnectionFailure(encryption === 'tls' ? 'tls' : 'closed', encryption === 'tls' ? 'ERR_SSL_WRONG_VERSION_NUMBER' : null);
  if (place.protocol === 'pop3') throw new ConnectionFailure('protocol');
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
