import http from 'node:http';
import net from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reasonOf } from '../contracts/mail-contract.ts';
import { createDial } from './dial.ts';
import { createMail } from './mail.ts';
import { throughProxy } from './proxy.ts';

const signal = new AbortController().signal;
let asked: { to: string | undefined; credentials: string | undefined }[] = [];
let answer = 200;
let speaksPop3 = false;
let proxy: http.Server;
let target: net.Server;

beforeEach(async () => {
  asked = [];
  answer = 200;
  speaksPop3 = false;
  target = net.createServer((socket) => {
    socket.on('error', () => {});
    if (!speaksPop3) return void socket.end('220 hello\r\n');
    socket.write('+OK ready\r\n');
    socket.on('data', () => socket.write('+OK\r\nTOP\r\n.\r\n'));
  });
  proxy = http.createServer();
  // Whatever is asked for, it leads to the one target: names are resolved by the proxy.
  proxy.on('connect', (request: http.IncomingMessage, socket: net.Socket) => {
    asked.push({ to: request.url, credentials: request.headers['proxy-authorization'] });
    if (answer !== 200) return void socket.end(`HTTP/1.1 ${answer} No\r\n\r\n`);
    const onward = net.connect((target.address() as net.AddressInfo).port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [onward, socket]) end.on('error', () => {});
  });
  for (const server of [proxy, target]) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterEach(() => {
  delete process.env['HTTPS_PROXY'];
  delete process.env['NO_PROXY'];
  proxy.close();
  target.close();
});

/** The dial of a Postern with this proxy; the library reads the environment itself. */
function dialWith(settings: { credentials?: string; port?: number; noProxy?: string } = {}) {
  const port = settings.port ?? (proxy.address() as net.AddressInfo).port;
  process.env['HTTPS_PROXY'] = `http://${settings.credentials ?? ''}127.0.0.1:${port}`;
  process.env['NO_PROXY'] = settings.noProxy ?? '';
  return throughProxy(createDial(['localhost', 'mail.intern.invalid']), process.env);
}

async function firstLine(socket: net.Socket): Promise<string> {
  for await (const chunk of socket) return String(chunk).trim();
  return '';
}

test('mail goes through the proxy, which resolves the name', async () => {
  const socket = await dialWith({ credentials: 'na%20me:pass@' })('smtp.office365.com', 587, signal);
  expect(await firstLine(socket)).toBe('220 hello');
  expect(asked).toEqual([{ to: 'smtp.office365.com:587', credentials: `Basic ${Buffer.from('na me:pass').toString('base64')}` }]);
});

test('so does POP3', async () => {
  speaksPop3 = true;
  const lines: string[] = [];
  const opening = createMail(dialWith()).openPop3({ host: 'outlook.office365.com', port: 110, encryption: 'starttls' }, (line) => lines.push(line), signal);
  expect(await reasonOf(opening)).toBe('no-starttls');
  expect(lines).toEqual(['< +OK ready', '> CAPA', '< +OK', '< TOP']);
  expect(asked).toMatchObject([{ to: 'outlook.office365.com:110' }]);
});

test('this machine, where it is trusted, is reached without it', async () => {
  const { port } = target.address() as net.AddressInfo;
  const socket = await dialWith()('localhost', port, signal);
  expect(await firstLine(socket)).toBe('220 hello');
  expect(asked).toEqual([]);
});

test('a host of NO_PROXY is looked up and reached without it', async () => {
  expect(await reasonOf(dialWith({ noProxy: '.intern.invalid' })('mail.intern.invalid', 587, signal))).toBe('host-not-found');
  expect(asked).toEqual([]);
});

test.each([[403, '403'], [407, '407'], [502, '502']])('a proxy that answers %i is named as what it is', async (status, code) => {
  answer = status;
  await expect(dialWith()('smtp.office365.com', 587, signal)).rejects.toMatchObject({ reason: 'proxy', code });
});

test('a proxy that is not there is no fault of the mail server', async () => {
  await expect(dialWith({ port: 1 })('smtp.office365.com', 587, signal)).rejects.toMatchObject({ reason: 'proxy', code: 'ECONNREFUSED' });
});

test.each(['127.0.0.1', '[::1]', '169.254.169.254'])('%s stays forbidden behind a proxy', async (host) => {
  expect(await reasonOf(dialWith()(host, 587, signal))).toBe('forbidden-address');
  expect(asked).toEqual([]);
});

test('what is cancelled ends', async () => {
  await expect(dialWith()('smtp.office365.com', 587, AbortSignal.abort(new Error('cancelled')))).rejects.toThrow('cancelled');
});
