import { describe, expect, test } from 'vitest';
import { clouds, type Cloud } from './clouds.ts';
import { allowSmtp, enterpriseAppScript, quoteForPowerShell, sendAsScript, servicePrincipalScript, smtpAuthScript } from './powershell.ts';

const applicationId = '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4';
const objectId = '5b1f7a52-6a0b-4d4e-9c0f-3f6c1e2d7a90';
const hostile = ["x'; Remove-Mailbox *; '", 'x’; Remove-Mailbox *; ‘', '‚x‛', '$(Remove-Mailbox *)', '`$x', '"', 'a\nRemove-Mailbox *', '-Confirm:$false', 'a;b', 'a|b', '#', '@(1)', '%x%', ''];

/** What PowerShell makes of a text outside single quotes, where each of its five quotes ends a string and a doubled one stands for itself. */
function outsideOfQuotes(script: string): string {
  return script.replace(/['\u2018\u2019\u201a\u201b](?:[^'\u2018\u2019\u201a\u201b]|['\u2018\u2019\u201a\u201b]{2})*['\u2018\u2019\u201a\u201b]/g, "''");
}

function all(cloud: Cloud, value: string): string[] {
  return [
    smtpAuthScript({ cloud, mailbox: value }),
    sendAsScript({ cloud, mailbox: value, account: value }),
    enterpriseAppScript({ cloud, tenantId: value, applicationId: value }),
    servicePrincipalScript({ cloud, applicationId: value, objectId: value, mailbox: value }),
  ];
}

describe('quoteForPowerShell', () => {
  test.each(['pbx@contoso.com', applicationId, 'contoso.onmicrosoft.com'])('%s stays as it is', (value) => {
    expect(quoteForPowerShell(value)).toBe(value);
  });

  test.each(hostile)('%j is one string', (value) => {
    expect(outsideOfQuotes(quoteForPowerShell(value))).toBe("''");
    expect(outsideOfQuotes(allowSmtp(value))).toBe("Set-CASMailbox -Identity '' -SmtpClientAuthenticationDisabled $false");
  });
});

describe('the scripts', () => {
  test.each(hostile.filter((value) => value !== ''))('%j changes nothing but a string', (value) => {
    const harmless = all('global', 'x').map(outsideOfQuotes);
    expect(all('global', value).map(outsideOfQuotes)).toEqual(harmless);
  });

  test.each(Object.keys(clouds) as Cloud[])('%s: the modules are told of it', (cloud) => {
    const { exchangeEnvironment, graphEnvironment } = clouds[cloud];
    const [smtpAuth, sendAs, enterpriseApp, servicePrincipal] = all(cloud, 'x');
    for (const script of [smtpAuth, sendAs, servicePrincipal]) {
      expect(script).toMatch(exchangeEnvironment ? new RegExp(`^Connect-ExchangeOnline .*-ExchangeEnvironmentName ${exchangeEnvironment}$`, 'm') : /^Connect-ExchangeOnline -ShowBanner:\$false$/m);
    }
    expect(enterpriseApp).toMatch(graphEnvironment ? new RegExp(`^Connect-MgGraph .* -Environment ${graphEnvironment}$`, 'm') : /^Connect-MgGraph -Scopes Application\.Read\.All -TenantId \$tenantId$/m);
  });

  test('each checks, changes, verifies, and says how to undo it; pasted as a whole it undoes nothing', () => {
    for (const script of all('global', 'x')) {
      expect(script.match(/^# (?:Check|Change|Verify|Undo)\./gm)).toEqual(['# Check.', '# Change.', '# Verify.', '# Undo.']);
      expect(script).not.toMatch(/^Remove-/m);
    }
  });

  test('SMTP AUTH: of the mailbox, with how the tenant stands', () => {
    const script = smtpAuthScript({ cloud: 'global', mailbox: 'pbx@contoso.com' });
    expect(script).toContain("$mailbox = 'pbx@contoso.com'");
    expect(script).toContain('Set-CASMailbox -Identity $mailbox -SmtpClientAuthenticationDisabled $false');
    expect(script).toContain('Get-TransportConfig | Format-List SmtpClientAuthenticationDisabled');
  });

  test('an alias is no tenant to connect to', () => {
    expect(enterpriseAppScript({ cloud: 'global', tenantId: 'organizations', applicationId })).not.toMatch(/tenantId/i);
  });

  test('the application: known by both ids, with rights at one mailbox', () => {
    const script = servicePrincipalScript({ cloud: 'global', applicationId, objectId, mailbox: 'pbx@contoso.com' });
    expect(script).toContain(`$objectId = '${objectId}'`);
    expect(script).toContain('New-ServicePrincipal -AppId $appId -ObjectId $objectId');
    expect(script).toContain('Add-MailboxPermission -Identity $mailbox -User $app.Identity -AccessRights FullAccess');
    expect(script).toContain('Add-RecipientPermission -Identity $mailbox -Trustee $app.Identity -AccessRights SendAs');
    expect(script).not.toMatch(/AzureAD|-ServiceId|MSOnline/);
  });
});
