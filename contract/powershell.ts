import { clouds, type Cloud } from './clouds.ts';
import { isTenantAlias } from './tenant-alias.ts';

/** One argument of a PowerShell command: as it is where that is safe, else in single quotes. */
export function quoteForPowerShell(value: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9._@-]*$/.test(value) ? value : literal(value);
}

/** A string in single quotes; the typographic quotes end one there, too. A NUL, which no name has and which can end a script, goes. */
export function literal(value: string): string {
  return `'${value.replaceAll('\0', '').replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}

/** Exchange Online PowerShell that lets a mailbox send by SMTP. */
export function allowSmtp(mailbox: string): string {
  return `Set-CASMailbox -Identity ${quoteForPowerShell(mailbox)} -SmtpClientAuthenticationDisabled $false`;
}

/** Exchange Online PowerShell that lets an account send as a mailbox that it shares. */
export function allowSendAs(mailbox: string, account: string): string {
  return `Add-RecipientPermission -Identity ${quoteForPowerShell(mailbox)} -Trustee ${quoteForPowerShell(account)} -AccessRights SendAs -Confirm:$false`;
}

// In all of these values stand in the assignments at the top only, and what would undo the change is a comment: pasted as a whole they do no harm.

/** Switches SMTP AUTH on for one mailbox, and shows how tenant and mailbox stand: learn.microsoft.com/powershell/module/exchange/set-casmailbox. */
export function smtpAuthScript({ cloud, mailbox }: { cloud: Cloud; mailbox: string }): string {
  return lines(
    ...exchangeSession(cloud),
    `$mailbox = ${literal(mailbox)}`,
    '',
    '# Check. True is off; a mailbox without a value follows the tenant.',
    'Get-TransportConfig | Format-List SmtpClientAuthenticationDisabled',
    showSmtpAuth,
    '',
    '# Change. This mailbox only: its setting wins.',
    'Set-CASMailbox -Identity $mailbox -SmtpClientAuthenticationDisabled $false',
    '',
    '# Verify. It must say False, and takes up to an hour to work.',
    showSmtpAuth,
    '',
    '# Undo. The mailbox follows the tenant again.',
    '# Set-CASMailbox -Identity $mailbox -SmtpClientAuthenticationDisabled $null',
    '',
    disconnectExchange,
  );
}

/** Lets an account send in the name of a mailbox: learn.microsoft.com/powershell/module/exchange/add-recipientpermission. */
export function sendAsScript({ cloud, mailbox, account }: { cloud: Cloud; mailbox: string; account: string }): string {
  const show = 'Get-RecipientPermission -Identity $mailbox | Format-Table Trustee, AccessRights';
  return lines(
    ...exchangeSession(cloud),
    `$mailbox = ${literal(mailbox)}`,
    `$account = ${literal(account)}`,
    '',
    '# Check.',
    show,
    '',
    '# Change.',
    'Add-RecipientPermission -Identity $mailbox -Trustee $account -AccessRights SendAs -Confirm:$false',
    '',
    '# Verify. The account must be in the list, with SendAs.',
    show,
    '',
    '# Undo.',
    '# Remove-RecipientPermission -Identity $mailbox -Trustee $account -AccessRights SendAs -Confirm:$false',
    '',
    disconnectExchange,
  );
}

/** Finds the enterprise application, and creates it where it is absent: learn.microsoft.com/powershell/module/microsoft.graph.applications/new-mgserviceprincipal. */
export function enterpriseAppScript({ cloud, tenantId, applicationId }: { cloud: Cloud; tenantId: string; applicationId: string }): string {
  const { graphEnvironment } = clouds[cloud];
  const inTenant = tenantId !== '' && !isTenantAlias(tenantId);
  const connect = (scope: string) => `Connect-MgGraph -Scopes ${scope}${inTenant ? ' -TenantId $tenantId' : ''}${graphEnvironment ? ` -Environment ${graphEnvironment}` : ''}`;
  const find = '$app = Get-MgServicePrincipal -Filter "appId eq \'$appId\'"';
  return lines(
    '# Microsoft Graph PowerShell, in a window of its own: it clashes with the Exchange module.',
    '# Once: Install-Module Microsoft.Graph.Applications -Scope CurrentUser',
    ...(inTenant ? [`$tenantId = ${literal(tenantId)}`] : []),
    `$appId = ${literal(applicationId)}`,
    connect('Application.Read.All'),
    '',
    '# Check. Nothing is shown where it is absent.',
    find,
    '$app | Format-List DisplayName, Id, AppId, AccountEnabled, AppRoleAssignmentRequired',
    '',
    '# Change. Only where it is absent.',
    `if (-not $app) { ${connect('Application.ReadWrite.All')}; New-MgServicePrincipal -AppId $appId }`,
    '',
    '# Verify. Id is the object ID that Exchange asks for.',
    find,
    '$app | Format-List DisplayName, Id, AppId',
    '',
    '# Undo. Its consent goes with it.',
    '# Remove-MgServicePrincipal -ServicePrincipalId $app.Id',
    '',
    'Disconnect-MgGraph',
  );
}

interface ServicePrincipal {
  cloud: Cloud;
  applicationId: string;
  /** Of the enterprise application, not of the app registration. */
  objectId: string;
  mailbox: string;
}

/** Makes an application known to Exchange and lets it send from one mailbox: learn.microsoft.com/powershell/module/exchange/new-serviceprincipal. */
export function servicePrincipalScript({ cloud, applicationId, objectId, mailbox }: ServicePrincipal): string {
  const find = 'Get-ServicePrincipal | Where-Object AppId -eq $appId';
  return lines(
    ...exchangeSession(cloud),
    `$appId = ${literal(applicationId)}`,
    '# Object ID of the enterprise application, not of the app registration.',
    `$objectId = ${literal(objectId)}`,
    `$mailbox = ${literal(mailbox)}`,
    '',
    '# Check. Nothing is shown where Exchange has not heard of it; else ObjectId must be the one above.',
    `${find} | Format-List DisplayName, AppId, ObjectId`,
    showSmtpAuth,
    '',
    '# Change.',
    `if (-not (${find})) { New-ServicePrincipal -AppId $appId -ObjectId $objectId -DisplayName 'Postern' }`,
    `$app = ${find}`,
    'Add-MailboxPermission -Identity $mailbox -User $app.Identity -AccessRights FullAccess',
    'Add-RecipientPermission -Identity $mailbox -Trustee $app.Identity -AccessRights SendAs -Confirm:$false',
    'Set-CASMailbox -Identity $mailbox -SmtpClientAuthenticationDisabled $false',
    '',
    '# Verify. FullAccess, SendAs and False; it takes up to two hours to work.',
    'Get-MailboxPermission -Identity $mailbox -User $app.Identity',
    'Get-RecipientPermission -Identity $mailbox -Trustee $app.Identity',
    showSmtpAuth,
    '',
    '# Undo. The last line only where nothing else uses the application.',
    '# Remove-MailboxPermission -Identity $mailbox -User $app.Identity -AccessRights FullAccess -Confirm:$false',
    '# Remove-RecipientPermission -Identity $mailbox -Trustee $app.Identity -AccessRights SendAs -Confirm:$false',
    '# Set-CASMailbox -Identity $mailbox -SmtpClientAuthenticationDisabled $null',
    '# Remove-ServicePrincipal -Identity $app.Identity',
    '',
    disconnectExchange,
  );
}

const showSmtpAuth = 'Get-CASMailbox -Identity $mailbox | Format-List SmtpClientAuthenticationDisabled';
export const disconnectExchange = 'Disconnect-ExchangeOnline -Confirm:$false';

/** The first lines of a script for Exchange Online. */
export function exchangeSession(cloud: Cloud): string[] {
  const { exchangeEnvironment } = clouds[cloud];
  return [
    '# Exchange Online PowerShell. Once: Install-Module ExchangeOnlineManagement -Scope CurrentUser',
    `Connect-ExchangeOnline -ShowBanner:$false${exchangeEnvironment ? ` -ExchangeEnvironmentName ${exchangeEnvironment}` : ''}`,
  ];
}

/** A script of these lines. */
export function lines(...all: string[]): string {
  return all.join('\n');
}
