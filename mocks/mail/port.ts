import { ConnectionFailure, MailRefusal, type Clock, type Mail, type Probe, type Server } from '../../server/ports.ts';
import type { PlayedMicrosoft } from '../microsoft/state.ts';
import { greeting, playExchange } from './exchange.ts';

const features = ['SIZE 157286400', 'PIPELINING', 'DSN', 'ENHANCEDSTATUSCODES', '8BITMIME', 'BINARYMIME', 'CHUNKING', 'SMTPUTF8'];
const day = 86_400_000;

/** The played mail server as Mail and Probe ports: for the browser, which has no sockets. */
export function playMailPorts(microsoft: PlayedMicrosoft, clock: Clock): { mail: Mail; probe: Probe } {
  const exchange = playExchange(microsoft, clock);

  async function connect(to: 'identity' | 'mail', signal: AbortSignal): Promise<void> {
    const { connection } = await microsoft.scenario();
    await clock.sleep((await microsoft.read()).settings.latencyMs, signal);
    signal.throwIfAborted();
    if (connection?.to === to) throw new ConnectionFailure(connection.reason, connection.code);
  }

  const greet = (note: (line: string) => void, { encryption }: Server) => {
    note(`< 220 ${greeting}`);
    if (encryption === 'starttls') {
      note('> EHLO postern');
      for (const feature of features) note(`< 250-${feature}`);
      note('< 250 STARTTLS');
      note('> STARTTLS');
      note('< 220 2.0.0 SMTP server ready');
    }
  };

  return {
    probe: {
      async reach(host, _port, signal) {
        await connect(host.startsWith('login.') ? 'identity' : 'mail', signal);
        return { address: '192.0.2.10' };
      },
      async tls(server, note, signal) {
        await connect(server.port === 443 ? 'identity' : 'mail', signal);
        if (server.port !== 443) greet(note, server);
        return { protocol: 'TLSv1.3', subject: server.host, issuer: 'DigiCert Cloud Services CA-1', validTo: new Date(clock.now().getTime() + 200 * day).toISOString(), error: null };
      },
    },
    mail: {
      async open(server, note, signal) {
        await connect('mail', signal);
        greet(note, server);
        note('> EHLO postern');
        for (const feature of features) note(`< 250-${feature}`);
        note('< 250 AUTH LOGIN XOAUTH2');
        const ask = async (command: 'AUTH' | 'MAIL FROM' | 'RCPT TO' | 'DATA', line: string, good: string) => {
          signal.throwIfAborted();
          note(`> ${line}`);
          const refused = await exchange.refusal(command);
          note(`< ${refused ?? good}`);
          if (refused) throw new MailRefusal(command, refused);
        };
        let signedInAs = '';
        return {
          async signIn({ user, accessToken }) {
            const refused = (await exchange.refusal('AUTH')) ?? (await exchange.refusesToken(user, accessToken));
            note('> AUTH XOAUTH2 ***');
            note(`< ${refused ?? '235 2.7.0 Authentication successful'}`);
            if (refused) throw new MailRefusal('AUTH', refused);
            signedInAs = user;
          },
          async send({ from, to, subject, text }) {
            await ask('MAIL FROM', `MAIL FROM:<${from}>`, '250 2.1.0 Sender OK');
            await ask('RCPT TO', `RCPT TO:<${to}>`, '250 2.1.5 Recipient OK');
            await ask('DATA', 'DATA', '354 Start mail input; end with <CRLF>.<CRLF>');
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
