import tls from 'node:tls';
import { inspect } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { makeAuthority } from '../../mocks/mail/certificates.ts';
import { guardPorts } from '../app/redaction/guard-ports.ts';
import { encodings, findLeak } from '../app/redaction/testing.ts';
import { testBackend } from '../app/testing.ts';
import { Confidential } from '../confidential.ts';
import { MailRefusal } from '../ports.ts';
import { createDial } from './dial.ts';
import { createMail } from './mail.ts';
import { talkingServer } from './testing/talking-server.ts';

const user = 'pbx@contoso.com';
const secret = 'Zos8Q~a+b%c&d=e_planted-Grüße';

let certificate: { cert: string; key: string };

beforeAll(async () => {
  const authority = await makeAuthority();
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), authority.certificate]);
  certificate = await authority.issue({ names: ['localhost'] });
});

const ways = [
  ['PLAIN', { user, password: new Confidential(secret) }],
  ['LOGIN', { user, password: new Confidential(secret) }],
  ['XOAUTH2', { user, accessToken: new Confidential(secret) }],
] as const;

test.each(ways)('a mail server that repeats what came by AUTH %s does not put it anywhere', async (method, credentials) => {
  const { mail } = guardPorts({ ...testBackend().ports, mail: createMail(createDial(['localhost'])) });
  for (const [name, encode] of Object.entries(encodings)) {
    const said = encode(secret).split(/\r?\n/);
    const answers: Record<string, string> = { EHLO: `250-localhost\r\n250 AUTH ${method}\r\n`, MAIL: `250 ${said.join(' ')}\r\n`, RCPT: `550-5.1.1 ${said.join('\r\n550-')}\r\n550 5.1.1 no\r\n`, RSET: '250 OK\r\n', QUIT: '221 bye\r\n' };
    let challenges = 0;
    const server = await talkingServer((line) => {
      if (line === null) return '220 localhost\r\n';
      const known = answers[line.split(/[ :]/)[0] ?? ''];
      if (known) return known;
      if (method === 'LOGIN' && challenges < 2) return `334 ${['VXNlcm5hbWU6', 'UGFzc3dvcmQ6'][challenges++]}\r\n`;
      return name === 'as it is' ? '235 OK\r\n' : `535-5.7.3 ${said.join('\r\n535-')}\r\n535 5.7.3 no\r\n`;
    }, certificate);
    const lines: string[] = [];
    const session = await mail.open(server.at, (line) => lines.push(line), new AbortController().signal);
    const failed: unknown = await session
      .signIn(credentials)
      .then(() => session.send({ from: user, to: 'admin@contoso.com', subject: 'x', text: 'x', date: new Date(0), messageId: '<a@contoso.com>' }))
      .catch((error: unknown) => error);
    await session.close();
    await server.close();
    expect(server.heard.join()).toContain(method);
    expect(failed).toBeInstanceOf(MailRefusal);
    expect(findLeak({ lines: lines.join('\n'), failed: inspect(failed, { depth: 9 }), reply: (failed as MailRefusal).reply }, secret)).toBeNull();
  }
});
