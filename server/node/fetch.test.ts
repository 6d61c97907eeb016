import net from 'node:net';
import { expect, test } from 'vitest';
import { diagnoseIdentity } from '../app/diagnosis/identity.ts';
import { ConnectionFailure } from '../ports.ts';
import { createDial, type Dial } from './dial.ts';
import { createFetch } from './fetch.ts';

const usual = createDial(['localhost']);

/** How a request to a server that talks so fails. */
async function failureOf(talk: (socket: net.Socket) => void, dial: Dial = usual): Promise<unknown> {
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => talk(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as net.AddressInfo;
  const failure = await createFetch(dial, 200)(`http://localhost:${port}/`, {}).catch((error: unknown) => error);
  server.close();
  return failure;
}

test('an answer of 2 MB is whole where so much is allowed', async () => {
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => tooLong(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as net.AddressInfo;
  const answer = await createFetch(usual)(`http://localhost:${port}/`, { mostBytes: 2_000_000 });
  server.close();
  expect((await answer.arrayBuffer()).byteLength).toBe(2_000_000);
});

const notConnected: Dial = () => Promise.reject(new ConnectionFailure('timeout'));
const tooLong = (socket: net.Socket) => void socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n${'x'.repeat(2_000_000)}`);

test.each([
  ['an answer of 2 MB', tooLong, usual, { reason: 'protocol', code: 'TOO_LARGE' }, 'identity-answer-unreadable'],
  ['an answer that is no HTTP', (socket: net.Socket) => void socket.end('220 smtp.contoso.com ESMTP\r\n'), usual, { reason: 'protocol', code: 'NO_HTTP' }, 'identity-answer-unreadable'],
  ['no answer at all', () => {}, usual, { reason: 'timeout', code: null }, 'identity-silent'],
  ['an answer that stops in the middle', (socket: net.Socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx'), usual, { reason: 'timeout', code: null }, 'identity-silent'],
  ['a connection that is closed', (socket: net.Socket) => void socket.destroy(), usual, { reason: 'closed' }, 'connection-closed'],
  ['no connection in time', () => {}, notConnected, { reason: 'timeout', code: 'ETIMEDOUT' }, 'connection-timeout'],
])('%s is explained', async (_what, talk, dial, failure, code) => {
  const found = await failureOf(talk, dial);
  expect(found).toBeInstanceOf(ConnectionFailure);
  expect(found).toMatchObject(failure);
  expect(diagnoseIdentity({ kind: 'connection', failure: found as ConnectionFailure }, 'login.microsoftonline.com', {})).toMatchObject({ code, params: { host: 'login.microsoftonline.com' } });
});
