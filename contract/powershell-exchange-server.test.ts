import { expect, test } from 'vitest';
import { ewsPasswordScript, publicFoldersScript } from './powershell-exchange-server.ts';

const everyone = [ewsPasswordScript(), publicFoldersScript({ cloud: 'china', account: 'x' }), publicFoldersScript({ cloud: null, account: 'x' })];

test('each checks, changes, verifies, and says how to undo it; pasted as a whole it undoes nothing', () => {
  for (const script of everyone) {
    expect(script.match(/^# (?:Check|Change|Verify|Undo)\./gm)).toEqual(['# Check.', '# Change.', '# Verify.', '# Undo.']);
    expect(script).not.toMatch(/^Remove-|^Get-.*\$false/m);
  }
});

test('what somebody typed stays one string', () => {
  expect(publicFoldersScript({ cloud: null, account: "x'; Remove-PublicFolder \u2019" })).toContain("$account = 'x''; Remove-PublicFolder \u2019\u2019'\n");
});

test('Exchange Online is connected to in its cloud, a server of one’s own is not', () => {
  expect(publicFoldersScript({ cloud: 'china', account: 'x' })).toMatch(/^Connect-ExchangeOnline .*-ExchangeEnvironmentName O365China$/m);
  expect(publicFoldersScript({ cloud: null, account: 'x' })).not.toContain('ExchangeOnline');
});
