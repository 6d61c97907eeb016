import { describe, expect, test } from 'vitest';
import { clouds, type Cloud } from './clouds.ts';
import { allowEwsScript, applicationScopeScript, impersonationScript } from './powershell-ews.ts';

const applicationId = '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4';
const objectId = '5b1f7a52-6a0b-4d4e-9c0f-3f6c1e2d7a90';
const hostile = ["x'; Remove-Mailbox *; '", 'x’; Remove-Mailbox *; ‘', '‚x‛', '$(Remove-Mailbox *)', '`$x', '"', 'a\nRemove-Mailbox *', '-Confirm:$false', 'a;b', 'a|b', '#', '@(1)', '%x%'];

/** What PowerShell makes of a text outside single quotes, where each of its five quotes ends a string and a doubled one stands for itself. */
function outsideOfQuotes(script: string): string {
  return script.replace(/['\u2018\u2019\u201a\u201b](?:[^'\u2018\u2019\u201a\u201b]|['\u2018\u2019\u201a\u201b]{2})*['\u2018\u2019\u201a\u201b]/g, "''");
}

function all(cloud: Cloud, value: string): string[] {
  return [
    allowEwsScript({ cloud, applicationId: value, mailbox: value }),
    applicationScopeScript({ cloud, applicationId: value, objectId: value, role: 'Application EWS.AccessAsApp', mailbox: value }),
    impersonationScript({ account: value, mailbox: value }),
  ];
}

test.each(hostile)('%j changes nothing but a string', (value) => {
  expect(all('global', value).map(outsideOfQuotes)).toEqual(all('global', 'x').map(outsideOfQuotes));
});

test.each(Object.keys(clouds) as Cloud[])('%s: the module is told of it', (cloud) => {
  const { exchangeEnvironment } = clouds[cloud];
  for (const script of all(cloud, 'x').slice(0, 2)) {
    expect(script).toMatch(exchangeEnvironment ? new RegExp(`^Connect-ExchangeOnline .*-ExchangeEnvironmentName ${exchangeEnvironment}$`, 'm') : /^Connect-ExchangeOnline -ShowBanner:\$false$/m);
  }
});

test('each checks, changes, verifies, and says how to undo it; pasted as a whole it undoes nothing', () => {
  for (const script of all('global', 'x')) {
    expect(script.match(/^# (?:Check|Change|Verify|Undo)\./gm)).toEqual(['# Check.', '# Change.', '# Verify.', '# Undo.']);
    expect(script).not.toMatch(/^Remove-/m);
  }
});

describe('the list of those that may use Exchange Web Services', () => {
  const script = allowEwsScript({ cloud: 'global', applicationId, mailbox: 'pbx@contoso.com' });
  const lines = script.split('\n');
  const at = (start: string) => lines.findIndex((line) => line.startsWith(start));

  test('is read before it is written, and written with what was in it', () => {
    const read = at('$config = Get-OrganizationConfig -RetrieveEwsOperationAccessPolicy');
    const merge = at('$after = @(if ($before -contains $appId) { $before } else { $before + $appId })');
    const write = lines.findIndex((line) => line.includes('Set-OrganizationConfig') && !line.startsWith('#'));
    expect(read).toBeGreaterThan(0);
    expect(merge).toBeGreaterThan(read);
    expect(write).toBeGreaterThan(merge);
    expect(lines[write]).toBe("} else { Set-OrganizationConfig -EwsEnabled $true -EwsAllowedAppIDs ($after -join ',') }");
  });

  test('is written in one place only, behind its three guards', () => {
    expect(script.match(/^(?!#).*Set-OrganizationConfig/gm)).toHaveLength(1);
    const guard = at('if (-not $isRead)');
    expect(lines.slice(guard, guard + 4).map((line) => line.replace(/ \{ .*$/, ''))).toEqual(['if (-not $isRead)', '} elseif (-not $appId)', '} elseif ($before.Count -eq 0 -and -not $startsList)', '} else']);
    expect(lines[at('$config = $null')]).toBeDefined();
    expect(at('$config = $null')).toBeLessThan(at('$config = Get-OrganizationConfig'));
    expect(script).toContain('$startsList = $false');
  });

  test('is never made empty, not even by the undo', () => {
    expect(script).not.toMatch(/EwsAllowedAppIDs (?:\$null|''|"")/);
    expect(script).toContain('# if ($before) { Set-OrganizationConfig');
  });

  test('the mailbox’s own switch is looked at where there is a mailbox', () => {
    expect(script).toContain('Get-CASMailbox -Identity $mailbox');
    expect(allowEwsScript({ cloud: 'global', applicationId, mailbox: '' })).not.toMatch(/mailbox/i);
  });
});

test('an application in a group of mailboxes: known by both ids, with this role in this scope', () => {
  const script = applicationScopeScript({ cloud: 'global', applicationId, objectId, role: 'Application Calendars.Read', mailbox: 'pbx@contoso.com' });
  expect(script).toContain("$role = 'Application Calendars.Read'");
  expect(script).toContain('New-ServicePrincipal -AppId $appId -ObjectId $objectId');
  expect(script).toContain('MemberOfGroup -eq');
  expect(script).toContain('-App $objectId -Role $role -CustomResourceScope $name');
  expect(script).toContain('Test-ServicePrincipalAuthorization -Identity $objectId -Resource $mailbox');
  expect(script).not.toMatch(/-ServiceId|AzureAD|ApplicationAccessPolicy/);
});

test('an account that acts for a group of mailboxes, at a server of one’s own', () => {
  const script = impersonationScript({ account: 'CONTOSO\\pbx', mailbox: 'anna@contoso.com' });
  expect(script).toContain("$account = 'CONTOSO\\pbx'");
  expect(script).toContain('-Role ApplicationImpersonation -User $account -CustomRecipientWriteScope $name');
  expect(script).not.toContain('ExchangeOnline');
});
