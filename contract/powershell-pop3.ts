import type { Cloud } from './clouds.ts';
import { disconnectExchange, enterpriseAppScript, exchangeSession, lines, literal } from './powershell.ts';

export interface Pop3Access {
  cloud: Cloud;
  tenantId: string;
  applicationId: string;
  /** Of the enterprise application, as a token named it; null or empty where none did. */
  objectId: string | null;
  /** One or more. */
  mailboxes: readonly string[];
}

/** The scripts that let an application into mailboxes by POP3. `graph` finds the object ID in a window of its own, and is null where a token has named it. */
export function pop3AccessScripts(access: Pop3Access): { graph: string | null; exchange: string } {
  return { graph: access.objectId ? null : pop3ObjectIdScript(access), exchange: pop3AccessScript(access) };
}

// Two windows, since the modules clash: the object ID is carried over by its last line.
function pop3ObjectIdScript({ cloud, tenantId, applicationId }: Pop3Access): string {
  return lines(enterpriseAppScript({ cloud, tenantId, applicationId }), '', '# Paste what this shows over the same line of the other script.', '"`$objectId = \'$($app.Id)\'"');
}

const find = '$app = Get-ServicePrincipal | Where-Object AppId -eq $appId';
const showPop = 'foreach ($mailbox in $mailboxes) { Get-CASMailbox -Identity $mailbox | Format-List PrimarySmtpAddress, PopEnabled }';

/**
 * Makes an application known to Exchange and lets it into mailboxes by POP3, in Exchange Online PowerShell:
 * learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth.
 */
export function pop3AccessScript({ cloud, applicationId, objectId, mailboxes }: Omit<Pop3Access, 'tenantId'>): string {
  return lines(
    ...exchangeSession(cloud),
    `$appId = ${literal(applicationId)}`,
    objectId ? '# Object ID of the enterprise application, as the token names it.' : '# Object ID of the enterprise application, not of the app registration: paste it here.',
    `$objectId = ${literal(objectId ?? '')}`,
    `$mailboxes = @(${mailboxes.map(literal).join(', ')})`,
    '# $true where Exchange has the application under another object ID and it is to be put right.',
    '$replaces = $false',
    '',
    '# Check. Nothing is shown of the application where Exchange has not heard of it; else ObjectId must be the one above. Each mailbox must be found.',
    find,
    '$app | Format-List DisplayName, AppId, ObjectId',
    "foreach ($mailbox in $mailboxes) { Get-Mailbox -Identity $mailbox | Format-List PrimarySmtpAddress, RecipientTypeDetails }",
    showPop,
    '$popWasOff = @($mailboxes | Where-Object { (Get-CASMailbox -Identity $_).PopEnabled -eq $false })',
    '',
    '# Change. With another object ID no token is let in; what was given to that entry must be given again.',
    '$other = $app | Where-Object ObjectId -ne $objectId',
    // One statement over all lines, also where they are pasted one by one.
    "if (-not $objectId) { Write-Warning 'There is no object ID: nothing is changed.'",
    "} elseif ($other -and -not $replaces) { Write-Warning 'Exchange has another object ID: nothing is changed. See $replaces above.'",
    '} else {',
    '  if ($other) { Remove-ServicePrincipal -Identity $other.Identity -Confirm:$false }',
    "  if ($other -or -not $app) { New-ServicePrincipal -AppId $appId -ObjectId $objectId -DisplayName 'Postern' }",
    `  ${find}`,
    '  foreach ($mailbox in $mailboxes) { Add-MailboxPermission -Identity $mailbox -User $app.Identity -AccessRights FullAccess }',
    '  foreach ($mailbox in $popWasOff) { Set-CASMailbox -Identity $mailbox -PopEnabled $true }',
    '}',
    '',
    '# Verify. ObjectId as above, FullAccess and True at each mailbox; it takes up to two hours to work.',
    '$app | Format-List DisplayName, AppId, ObjectId',
    'foreach ($mailbox in $mailboxes) { Get-MailboxPermission -Identity $mailbox -User $app.Identity | Format-List Identity, User, AccessRights }',
    showPop,
    '',
    '# Undo. POP goes off where it was off; the last line only where nothing else uses the application.',
    '# foreach ($mailbox in $mailboxes) { Remove-MailboxPermission -Identity $mailbox -User $app.Identity -AccessRights FullAccess -Confirm:$false }',
    '# foreach ($mailbox in $popWasOff) { Set-CASMailbox -Identity $mailbox -PopEnabled $false }',
    '# Remove-ServicePrincipal -Identity $app.Identity',
    '',
    disconnectExchange,
  );
}
