import { describe, expect, test } from 'vitest';
import { clouds, type Cloud } from './clouds.ts';
import { pop3AccessScripts } from './powershell-pop3.ts';

const given = {
  cloud: 'global' as Cloud,
  tenantId: 'contoso.com',
  applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4',
  objectId: '5b1f7a52-6a0b-4d4e-9c0f-3f6c1e2d7a90',
  mailboxes: ['orders@contoso.com', 'support@contoso.com'],
};

/** The lines that do something, without those that only look. */
function changes(script: string): string[] {
  return script.split('\n').filter((line) => /\b(?:New|Set|Add|Remove)-/.test(line) && !line.startsWith('#'));
}

describe('with the object ID of a token', () => {
  const { graph, exchange } = pop3AccessScripts(given);

  test('Exchange is all that is needed', () => {
    expect(graph).toBeNull();
    expect(exchange).toContain(`$objectId = '${given.objectId}'`);
    expect(exchange).toContain("$mailboxes = @('orders@contoso.com', 'support@contoso.com')");
    expect(exchange).not.toMatch(/AzureAD|MSOnline|-ServiceId|MgServicePrincipal/);
  });

  test('one registration, and for each mailbox its right and POP', () => {
    expect(changes(exchange).map((line) => line.trim())).toEqual([
      'if ($other) { Remove-ServicePrincipal -Identity $other.Identity -Confirm:$false }',
      "if ($other -or -not $app) { New-ServicePrincipal -AppId $appId -ObjectId $objectId -DisplayName 'Postern' }",
      'foreach ($mailbox in $mailboxes) { Add-MailboxPermission -Identity $mailbox -User $app.Identity -AccessRights FullAccess }',
      'foreach ($mailbox in $popWasOff) { Set-CASMailbox -Identity $mailbox -PopEnabled $true }',
    ]);
  });

  test('checks, changes, verifies, and says how to undo it', () => {
    expect(exchange.match(/^# (?:Check|Change|Verify|Undo)\./gm)).toEqual(['# Check.', '# Change.', '# Verify.', '# Undo.']);
  });

  test('nothing is taken away before somebody has said so', () => {
    expect(exchange).toContain('$replaces = $false');
    expect(exchange.indexOf('} elseif ($other -and -not $replaces) {')).toBeLessThan(exchange.indexOf('Remove-ServicePrincipal'));
  });
});

test.each([null, ''])('without an object ID (%j) Graph finds it in a window of its own, and nothing is changed before it is pasted', (objectId) => {
  const { graph, exchange } = pop3AccessScripts({ ...given, objectId });
  expect(graph).toContain("Connect-MgGraph -Scopes Application.Read.All -TenantId $tenantId");
  // The line is shown before the window is disconnected.
  expect(graph).toMatch(/"`\$objectId = '\$\(\$app\.Id\)'"\n[^]*Disconnect-MgGraph$/);
  expect(graph).not.toContain('ExchangeOnline');
  expect(exchange).toContain("$objectId = ''");
  expect(exchange.indexOf('if (-not $objectId) {')).toBeLessThan(exchange.indexOf('New-ServicePrincipal'));
});

test.each(Object.keys(clouds) as Cloud[])('%s: the modules are told of it', (cloud) => {
  const { exchangeEnvironment, graphEnvironment } = clouds[cloud];
  const { graph, exchange } = pop3AccessScripts({ ...given, cloud, objectId: null });
  expect(exchange.includes(`-ExchangeEnvironmentName ${exchangeEnvironment}`)).toBe(exchangeEnvironment !== null);
  expect(graph?.includes(`-Environment ${graphEnvironment}`)).toBe(graphEnvironment !== null);
});
