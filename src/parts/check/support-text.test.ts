import { expect, test } from 'vitest';
import type { Check } from '../../../contract/checks.ts';
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
