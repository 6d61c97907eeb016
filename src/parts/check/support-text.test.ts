import { expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import type { Check } from '../../../contract/checks.ts';
import { echoingWorld, encodings, findLeak, manners } from '../../../server/app/redaction/testing.ts';
import { settings, testBackend } from '../../../server/app/testing.ts';
import { supportText } from './support-text.ts';

test('what to try is handed over in its order, each with its command', () => {
  const check: Check = {
    id: 'c1',
    function: 'queue-pilot',
    ref: null,
    draft: true,
    state: 'failed',
    version: 9,
    startedAt: '2026-11-24T12:00:00.000Z',
    endedAt: '2026-11-24T12:00:01.000Z',
    by: 'admin',
    steps: [
      {
        name: 'sign-in',
        state: 'failed',
        ms: 340,
        evidence: 'The mailbox refused the sign-in',
        diagnosis: {
          code: 'pop3-app-refused',
          params: {},
          cause: 'Exchange refuses.',
          owner: 'exchange-admin',
          fix: 'Go through these.',
          retry: 'no',
          tries: [{ what: 'It is not registered.', script: 'Get-ServicePrincipal' }, { what: 'Wait.' }],
          script: 'New-ServicePrincipal',
          raw: '-ERR no',
        },
      },
    ],
  };
  expect(supportText(check, '1.0', 'S: -ERR no').split('\n').slice(4)).toEqual([
    'failed      sign-in    340 ms    The mailbox refused the sign-in',
    '  pop3-app-refused',
    '  Exchange refuses.',
    '  Go through these.',
    '  1. It is not registered.',
    '     Get-ServicePrincipal',
    '  2. Wait.',
    '  New-ServicePrincipal',
    '  -ERR no',
    '',
    'S: -ERR no',
  ]);
});

test.each(Object.entries(encodings))('a password that everybody repeats %s is not handed over', async (_name, encode) => {
  const password = 'Zos8Q~a+b%c&d=e/f_planted"ä';
  for (const manner of manners) {
    const { signIn, ask, check } = testBackend({ ports: echoingWorld(encode, manner, 'x'.repeat(40)) });
    await signIn();
    await ask('PUT', api.emailForwarding, { ...settings, authMethod: 'basic', username: 'pbx@contoso.com', password }, { 'If-Match': '"0"' });
    const { body } = await check();
    const text = supportText(body, '1.0', (await ask('GET', api.transcript(body.id))).text);
    expect(text).toContain('***');
    expect(findLeak({ text }, password)).toBeNull();
  }
});
