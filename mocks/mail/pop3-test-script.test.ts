import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer as createHttps } from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { createServer as createTls, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pop3TestScript, quoteForShell, type Pop3Test } from '../../contract/shell-pop3.ts';
import { processState } from '../../server/memory/shared-state.ts';
import { clock } from '../clock.ts';
import { applySettings, playedMicrosoft } from '../microsoft/state.ts';
import { issueApplicationToken } from '../microsoft/tokens.ts';
import { makeAuthority } from './certificates.ts';
import { listenForPop3 } from './pop3-listener.ts';

// The script that the console hands out, run by sh and curl as they are: curl leads to servers of this test, whatever address it is given.

const secret = 'abc8Q~d.e+f%g_h-i&j=k "l\\m\'n$o`p';
const objectId = '7b5e0c5a-6f0d-4d7c-9a58-0f5d6f1f3a21';
const claims = { oid: objectId, roles: ['POP.AccessAsApp', 'Other'], note: 'ÿ?>' };
const token = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJl`;
const given: Pop3Test = {
  cloud: 'global',
  tenantId: 'contoso.com',
  applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4',
  mailbox: 'orders@contoso.com',
  server: 'outlook.office365.com',
  port: 995,
  encryption: 'tls',
  scope: 'https://outlook.office365.com/.default',
};
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postern-pop3-script-'));
const recorded = path.join(folder, 'arguments');

const microsoft = playedMicrosoft(processState(), { scenario: 'all-well', intervalSeconds: 1, latencyMs: 0 });

let tokenAnswer: object = {};
let mailbox = { messages: 12, refusal: '' };
let asked: URLSearchParams[] = [];
let lines: string[] = [];
const closing: (() => void)[] = [];

beforeAll(async () => {
  const find = (program: string) => {
    const found = execFileSync('sh', ['-c', `command -v ${program} || echo`]).toString().trim();
    if (found === '') throw new Error(`${program} is not installed: this test runs the script for administrators with it.`);
    return found;
  };
  const curl = find('curl');
  find('script');
  const authority = await makeAuthority();
  const certificate = await authority.issue({ names: ['login.microsoftonline.com', 'outlook.office365.com'] });
  fs.writeFileSync(path.join(folder, 'authority.pem'), authority.certificate);
  const identity = createHttps(certificate, (request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      asked.push(new URLSearchParams(body));
      response.writeHead('access_token' in tokenAnswer ? 200 : 401, { 'Content-Type': 'application/json' }).end(JSON.stringify(tokenAnswer));
    });
  });
  const pop3 = createTls(certificate, speakPop3);
  const ports = await Promise.all([identity, pop3].map((server) => new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)))));
  const byStls = await listenForPop3(microsoft, clock, certificate, { kind: 'exchange', encryption: 'starttls', protocol: 'pop3' });
  closing.push(() => identity.close(), () => pop3.close(), () => void byStls.close());
  const leads = Object.entries({ 'login.microsoftonline.com:443': ports[0], 'outlook.office365.com:995': ports[1], 'outlook.office365.com:110': byStls.port }).map(([from, to]) => `--connect-to ${from}:127.0.0.1:${to}`);
  const wrapper = ['#!/bin/sh', `printf '%s\\n' "$@" >> ${quoteForShell(recorded)}`, 'first=$1', 'shift', `exec ${quoteForShell(curl)} "$first" ${leads.join(' ')} "$@"`];
  fs.writeFileSync(path.join(folder, 'curl'), wrapper.join('\n'), { mode: 0o755 });
});

afterAll(() => {
  for (const close of closing) close();
  fs.rmSync(folder, { recursive: true });
});

function speakPop3(socket: TLSSocket): void {
  let rest = '';
  let isToken = false;
  const say = (...said: string[]) => socket.write(`${said.join('\r\n')}\r\n`);
  socket.on('error', () => {});
  say('+OK The Microsoft Exchange POP3 service is ready.');
  socket.on('data', (chunk) => {
    const parts = (rest + chunk).split('\r\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      lines.push(line);
      const answer: string[] | undefined = isToken
        ? [mailbox.refusal || '+OK User successfully authenticated.']
        : {
            'CAPA': ['+OK', 'TOP', 'UIDL', 'SASL PLAIN XOAUTH2', 'USER', '.'],
            'AUTH XOAUTH2': ['+ '],
            'STAT': [`+OK ${mailbox.messages} 48213`],
            [`TOP ${mailbox.messages} 0`]: ['+OK', 'Received: by x', '\tSubject: not this', 'Subject: Order\u001b[31m 4711', ' and more', 'From: jane@contoso.com', 'X-Other: y', '', '.'],
            'QUIT': ['+OK'],
          }[line];
      isToken = line === 'AUTH XOAUTH2';
      say(...(answer ?? ['-ERR Unknown command']));
      if (line === 'QUIT') socket.end();
    }
  });
}

function start(program: string, args: string[], env: Record<string, string> = {}) {
  asked = [];
  lines = [];
  fs.writeFileSync(recorded, '');
  return spawn(program, args, { env: { PATH: `${folder}:${process.env['PATH']}`, HOME: folder, CURL_CA_BUNDLE: path.join(folder, 'authority.pem'), ...env }, detached: true });
}

async function run(script: string, env: Record<string, string> = { POSTERN_CLIENT_SECRET: secret }): Promise<{ code: number | null; out: string; err: string; args: string }> {
  // Without a terminal of its own: nobody can be asked.
  const child = start('sh', [], env);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  child.stdin.end(script);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, out, err, args: fs.readFileSync(recorded, 'utf8') };
}

// At a terminal of its own, whose state is shown before and after; what is typed once the script asks.
async function runAtTerminal(script: string, typed: string): Promise<string> {
  const file = path.join(folder, 'script.sh');
  fs.writeFileSync(file, script);
  const child = start('script', ['-qec', `stty -a; trap : INT; sh ${quoteForShell(file)}; echo "ended with $?"; stty -a`, '/dev/null']);
  let out = '';
  child.stdout.on('data', (chunk) => {
    const isAsked = out.includes('Client Secret');
    out += chunk;
    if (!isAsked && out.includes('Client Secret')) child.stdin.write(typed);
  });
  await new Promise((done) => child.on('close', done));
  fs.rmSync(file);
  return out;
}

const good = { token_type: 'Bearer', expires_in: 3599, access_token: token };

describe('the script', () => {
  test('gets a token, signs in and shows the newest message; nothing is deleted', async () => {
    tokenAnswer = good;
    mailbox = { messages: 12, refusal: '' };
    const { code, out, err } = await run(pop3TestScript(given));
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain(`roles: "POP.AccessAsApp","Other"\n  oid:   ${objectId}\n`);
    expect(out).toContain('messages: 12\n  Subject: Order[31m 4711\n   and more\n  From: jane@contoso.com\n');
    for (const hidden of ['not this', 'X-Other', '\u001b']) expect(out).not.toContain(hidden);
    expect(Object.fromEntries(asked[0] ?? [])).toEqual({ grant_type: 'client_credentials', client_id: given.applicationId, client_secret: secret, scope: given.scope });
    expect(lines).toContain(Buffer.from(`user=orders@contoso.com\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64'));
    expect(new Set(lines.map((line) => line.split(' ')[0]).filter((word = '') => word.length < 6))).toEqual(new Set(['CAPA', 'AUTH', 'STAT', 'TOP', 'QUIT']));
  });

  test('keeps secret and token off every command line and off the screen', async () => {
    tokenAnswer = good;
    for (const refusal of ['', '-ERR Authentication failure: unknown user name or bad password.']) {
      mailbox = { messages: 1, refusal };
      const { out, err, args } = await run(pop3TestScript(given));
      expect(args).toContain('https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token');
      expect(args).toContain('pop3s://outlook.office365.com:995/');
      const blob = Buffer.from(`user=orders@contoso.com\u0001auth=Bearer ${token}`).toString('base64').slice(0, 60);
      for (const hidden of [secret, token, token.slice(4, 60), blob, encodeURIComponent(secret)]) expect([args, out, err].join('\n')).not.toContain(hidden);
      expect(fs.readdirSync(folder).sort()).toEqual(['arguments', 'authority.pem', 'curl']);
    }
  });

  test('shows what Microsoft says where it gives no token', async () => {
    tokenAnswer = { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret provided. Use the "value".', error_codes: [7000215] };
    const { code, out, err } = await run(pop3TestScript(given));
    expect(code).toBe(1);
    expect(err).toContain('invalid_client\nAADSTS7000215: Invalid client secret provided. Use the \\"value\\".\n');
    expect(out + err).not.toContain(secret);
    expect(lines).toEqual([]);
  });

  test('shows what the mailbox says where it refuses', async () => {
    tokenAnswer = good;
    mailbox = { messages: 12, refusal: '-ERR Authentication failure: unknown user name or bad password.' };
    const { code, err } = await run(pop3TestScript(given));
    expect(code).toBe(1);
    expect(err).toContain('-ERR Authentication failure: unknown user name or bad password.\n');
    expect(lines).not.toContain('STAT');
  });

  test('in an empty mailbox asks for no message', async () => {
    tokenAnswer = good;
    mailbox = { messages: 0, refusal: '' };
    const { code, out } = await run(pop3TestScript(given));
    expect(code).toBe(0);
    expect(out).toContain('messages: 0\n');
    expect(lines.join()).not.toContain('TOP');
  });

  test('goes on where the token is opaque', async () => {
    tokenAnswer = { ...good, access_token: 'EwBwA8l6BAAU' };
    mailbox = { messages: 1, refusal: '' };
    const { code, out } = await run(pop3TestScript(given));
    expect(code).toBe(0);
    expect(out).toContain('roles: \n');
  });

  test('says how to go without a terminal', async () => {
    const { code, err } = await run(pop3TestScript(given), {});
    expect(code).toBe(1);
    expect(err).toContain('set POSTERN_CLIENT_SECRET');
    expect(asked).toEqual([]);
  });

  test('a mailbox with quotes comes to the server as it is', async () => {
    tokenAnswer = good;
    mailbox = { messages: 1, refusal: '' };
    const name = `"o'ne\\ill"@contoso.com`;
    await run(pop3TestScript({ ...given, mailbox: name }));
    expect(lines.map((line) => Buffer.from(line, 'base64').toString())).toContain(`user=${name}\u0001auth=Bearer ${token}\u0001\u0001`);
  });
});

describe('at a terminal', () => {
  test('the secret is asked for, and does not show', async () => {
    tokenAnswer = good;
    mailbox = { messages: 12, refusal: '' };
    const out = await runAtTerminal(pop3TestScript(given), `${secret}\n`);
    expect(out).toContain('messages: 12');
    expect(out).toContain('ended with 0');
    expect(asked[0]?.get('client_secret')).toBe(secret);
    expect(out).not.toContain(secret.slice(0, 8));
    expect(out.match(/(?<=\s)-?echo(?=\s)/g)).toEqual(['echo', 'echo']);
  });

  test('who breaks off finds the terminal as it was', async () => {
    const out = await runAtTerminal(pop3TestScript(given), 'abc8Q~d\u0003');
    expect(out).toContain('ended with 1');
    expect(out.match(/(?<=\s)-?echo(?=\s)/g)).toEqual(['echo', 'echo']);
    expect(asked).toEqual([]);
  });
});

describe('by STLS', () => {
  const overStls = pop3TestScript({ ...given, encryption: 'starttls', port: 110 });
  const play = async (scenario: string) => {
    await microsoft.change((played) => applySettings(played, { scenario }));
    tokenAnswer = await issueApplicationToken(microsoft.change, { tenantGuid: 'x', clientId: given.applicationId, scope: given.scope, roles: ['POP.AccessAsApp'] }, Date.now());
  };

  test('encrypts, signs in and shows the newest message; nothing is deleted', async () => {
    await play('all-well');
    const { code, out, err, args } = await run(overStls);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(args).toContain('pop3://outlook.office365.com:110/');
    expect(out).toContain('messages: 4\n  From: =?iso-8859-1?Q?J=F6rg_M=FCller?= <joerg.mueller@fabrikam.example>\n  Subject: ');
    expect((await microsoft.read()).mailboxChanges).toEqual([]);
  });

  test('goes no further where the server does not encrypt', async () => {
    await play('pop3-no-stls');
    const { code, out, err } = await run(overStls);
    expect(code).toBe(1);
    expect(err).toMatch(/^curl: \(64\) .*\nPOP3 does not work\.\n$/);
    expect(out).not.toContain('messages');
  });
});

describe('hostile values', () => {
  const hostile = ["'; touch /tmp/x; '", '$(touch x)', '`touch x`', "\\'", 'a\nb', 'a\r\nb', '"', '\\', '-n', '!', '*', '~', 'ü\u202E’‘', '#', "'".repeat(50), 'x'.repeat(10_000), '\u0007', '${HOME}', '', 'EOF\nrm'];

  test.each(hostile)('%j stays a string', (value) => {
    const script = pop3TestScript({ ...given, tenantId: value, applicationId: value, mailbox: value, server: value, scope: value });
    execFileSync('sh', ['-n'], { input: script });
    const assignments = script.slice(0, script.indexOf('\nset +x'));
    const names = ['tenant', 'application', 'mailbox', 'server', 'scope'];
    const out = execFileSync('sh', { input: `${assignments}\nprintf '%s\\0' ${names.map((name) => `"$${name}"`).join(' ')}`, cwd: folder }).toString();
    expect(out.split('\0').slice(0, -1)).toEqual(names.map(() => value));
  });

  test('a NUL, which no shell can hold, is gone', () => {
    expect(quoteForShell('a\u0000b')).toBe("'ab'");
  });

  test('STARTTLS goes to the port without it, and is a must', () => {
    const script = pop3TestScript({ ...given, encryption: 'starttls', port: 110 });
    expect(script).toContain("port='110'");
    expect(script).toContain('\nscheme=pop3\n');
    expect(script).toContain(' --ssl-reqd ');
  });
});
