import net from 'node:net';
import tls from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { ConnectionFailure, MailRefusal, type Probe, type TlsFacts } from '../ports.ts';
import { asConnectionFailure, type Dial } from './dial.ts';
import { startTlsByPop3 } from './pop3.ts';
import { asOneLine } from './reply.ts';

const mostLine = 64 * 1024;

/** Reaches servers and looks at their certificates; a certificate that does not hold is an answer. `publicAuthorities` (PEM) are those that browsers know; `timeoutMs` is the time for all of it. */
export function createProbe(dial: Dial, publicAuthorities: readonly string[] = tls.rootCertificates, timeoutMs = 15_000): Probe {
  const within = { greetingMs: timeoutMs, lineMs: timeoutMs, answerMs: timeoutMs };
  let known: Set<string> | undefined;
  const isPublic = (fingerprint: string) => (known ??= new Set(publicAuthorities.map((pem) => new X509Certificate(pem).fingerprint256))).has(fingerprint);
  return {
    async reach(host, port, signal) {
      const socket = await dial(host, port, signal);
      const address = socket.remoteAddress ?? '';
      socket.destroy();
      return { address };
    },
    async tls({ host, port, encryption, protocol }, note, signal) {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      const socket = await dial(host, port, limit);
      const stop = () => socket.destroy(limit.reason as Error);
      limit.addEventListener('abort', stop, { once: true });
      try {
        if (encryption === 'starttls') await (protocol === 'pop3' ? startTlsByPop3(socket, note, limit, within) : startTls(socket, note));
        return await handshake(socket, host, isPublic);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (error instanceof MailRefusal) throw error;
        throw asConnectionFailure(limit.aborted ? limit.reason : error);
      } finally {
        limit.removeEventListener('abort', stop);
        socket.destroy();
      }
    },
  };
}

async function startTls(socket: net.Socket, note: (line: string) => void): Promise<void> {
  const replies = readReplies(socket);
  const ask = async (command: string | null): Promise<string[]> => {
    if (command !== null) {
      note(`> ${command}`);
      socket.write(`${command}\r\n`);
    }
    const { value, done } = await replies.next();
    if (done) throw new ConnectionFailure('closed');
    for (const line of value) note(`< ${line}`);
    return value;
  };
  const expect = (lines: string[], status: string, command: string) => {
    if (/^[45]/.test(lines[0] ?? '')) throw new MailRefusal(command, asOneLine(lines.join('\n')));
    if (!lines[0]?.startsWith(status)) throw new ConnectionFailure('protocol');
  };
  expect(await ask(null), '220', 'CONNECT');
  const features = await ask('EHLO postern');
  expect(features, '250', 'EHLO');
  if (!features.some((line) => /^250[- ]STARTTLS\b/i.test(line))) throw new ConnectionFailure('no-starttls');
  const ready = await ask('STARTTLS');
  if (!ready[0]?.startsWith('220')) throw new ConnectionFailure('no-starttls');
}

// SMTP replies as RFC 5321 section 4.2.1 has them: lines with a dash go on.
async function* readReplies(socket: net.Socket): AsyncGenerator<string[], void> {
  let text = '';
  let lines: string[] = [];
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    if (text.length > mostLine) throw new ConnectionFailure('protocol', 'TOO_LARGE');
    const parts = text.split(/\r?\n/);
    text = parts.pop() ?? '';
    for (const line of parts) {
      if (!/^\d{3}(?:[- ]|$)/.test(line)) throw new ConnectionFailure('protocol');
      lines.push(line);
      if (line[3] === '-') continue;
      yield lines;
      lines = [];
    }
  }
}

function handshake(socket: net.Socket, host: string, isPublic: (fingerprint: string) => boolean): Promise<TlsFacts> {
  return new Promise((done, failed) => {
    const name = net.isIP(host) ? '' : host;
    const secure = tls.connect({ socket, servername: name, rejectUnauthorized: false, minVersion: 'TLSv1.2' });
    secure.once('error', failed);
    secure.once('close', () => failed(new ConnectionFailure('closed')));
    secure.once('secureConnect', () => {
      const certificate = secure.getPeerCertificate(true);
      const named = tls.checkServerIdentity(host, certificate);
      const chain = secure.authorizationError as Error | string | null;
      const word = chain instanceof Error ? String(Reflect.get(chain, 'code')) : chain;
      const validTo = new Date(certificate.valid_to);
      done({
        protocol: secure.getProtocol() ?? '',
        subject: distinguished(certificate.subject),
        issuer: distinguished(certificate.issuer),
        publicAuthority: isPublic(rootOf(certificate).fingerprint256),
        validTo: Number.isNaN(validTo.getTime()) ? '' : validTo.toISOString(),
        error: word || (named ? 'ERR_TLS_CERT_ALTNAME_INVALID' : null),
      });
      secure.end();
    });
  });
}

// The chain ends where a certificate has issued itself, or where no issuer was sent or found.
function rootOf(certificate: tls.DetailedPeerCertificate): tls.DetailedPeerCertificate {
  let root = certificate;
  while (root.issuerCertificate && root.issuerCertificate !== root) root = root.issuerCertificate;
  return root;
}

function distinguished(name: tls.Certificate | undefined): string {
  const part = name?.CN ?? name?.O ?? name?.OU ?? '?';
  return Array.isArray(part) ? part.join(', ') : part;
}
