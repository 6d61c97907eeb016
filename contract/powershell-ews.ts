import type { Cloud } from './clouds.ts';
import { disconnectExchange, exchangeSession, lines, literal } from './powershell.ts';

interface AllowEws {
  cloud: Cloud;
  applicationId: string;
  /** Empty where no mailbox is looked at. */
  mailbox: string;
}

/**
 * Puts an application on the tenant's list of those that may use Exchange Web Services until they end. The list is written as a whole, so it is read first and merged:
 * learn.microsoft.com/powershell/module/exchangepowershell/set-organizationconfig.
 */
export function allowEwsScript({ cloud, applicationId, mailbox }: AllowEws): string {
  const show = 'Get-OrganizationConfig -RetrieveEwsOperationAccessPolicy | Format-List EwsEnabled, EwsAllowedAppIDs';
  return lines(
    ...exchangeSession(cloud),
    `$appId = ${literal(applicationId)}`,
    ...(mailbox === '' ? [] : [`$mailbox = ${literal(mailbox)}`]),
    '# $true where the list is empty and a list with this application only is right: it blocks every other one.',
    '$startsList = $false',
    '',
    '# Check. EwsEnabled must be True, the list must hold the application, and the other policies must not block it.',
    'Get-OrganizationConfig | Format-List EwsApplicationAccessPolicy, EwsAllowList, EwsBlockList',
    ...(mailbox === '' ? [] : ['Get-CASMailbox -Identity $mailbox | Format-List EwsEnabled, EwsApplicationAccessPolicy']),
    '$config = $null',
    '$config = Get-OrganizationConfig -RetrieveEwsOperationAccessPolicy -ErrorAction Stop',
    "$isRead = $null -ne $config -and $null -ne $config.PSObject.Properties['EwsAllowedAppIDs']",
    "$before = @($config.EwsAllowedAppIDs | ForEach-Object { $_ -split '[,;\\s]+' } | Where-Object { $_ })",
    '"EwsEnabled: $($config.EwsEnabled)"; "EwsAllowedAppIDs: $before"',
    '',
    '# Change. The whole list, with the application added; nothing where the list was not read or would begin unasked.',
    '$after = @(if ($before -contains $appId) { $before } else { $before + $appId })',
    // One statement over all lines, also where they are pasted one by one.
    "if (-not $isRead) { Write-Warning 'The list was not read: nothing is changed.'",
    "} elseif (-not $appId) { Write-Warning 'There is no application: nothing is changed.'",
    "} elseif ($before.Count -eq 0 -and -not $startsList) { Write-Warning 'The list is empty: nothing is changed. See $startsList above.'",
    "} else { Set-OrganizationConfig -EwsEnabled $true -EwsAllowedAppIDs ($after -join ',') }",
    '',
    '# Verify. True, and the application in the list; it takes up to 24 hours to work.',
    show,
    '',
    '# Undo. Only where the list was not empty before: an empty one blocks every application.',
    "# if ($before) { Set-OrganizationConfig -EwsEnabled $config.EwsEnabled -EwsAllowedAppIDs ($before -join ',') }",
    '',
    disconnectExchange,
  );
}

/** What an application may do in the mailboxes of a group: roles of RBAC for Applications. */
export type ApplicationRole = 'Application EWS.AccessAsApp' | 'Application Calendars.Read';

interface ApplicationScope {
  cloud: Cloud;
  applicationId: string;
  /** Of the enterprise application, not of the app registration. */
  objectId: string;
  role: ApplicationRole;
  mailbox: string;
}

/**
 * Lets an application into the mailboxes of a group, in place of a permission that reaches all of the tenant:
 * learn.microsoft.com/exchange/permissions-exo/application-rbac, learn.microsoft.com/powershell/module/exchangepowershell/test-serviceprincipalauthorization.
 */
export function applicationScopeScript({ cloud, applicationId, objectId, role, mailbox }: ApplicationScope): string {
  const find = 'Get-ServicePrincipal | Where-Object AppId -eq $appId';
  const test = 'Test-ServicePrincipalAuthorization -Identity $objectId -Resource $mailbox | Format-Table RoleName, AllowedResourceScope, ScopeType, InScope';
  return lines(
    ...exchangeSession(cloud),
    `$appId = ${literal(applicationId)}`,
    '# Object ID of the enterprise application, not of the app registration.',
    `$objectId = ${literal(objectId)}`,
    `$role = ${literal(role)}`,
    `$mailbox = ${literal(mailbox)}`,
    `$name = ${literal('Postern mailboxes')}`,
    '',
    '# Check. Nothing is shown where Exchange has not heard of it; else ObjectId must be the one above.',
    `${find} | Format-List DisplayName, AppId, ObjectId`,
    `if (${find}) { ${test} }`,
    '',
    '# Change. Take back the consent to the permission in Entra ID, too: rights add up, and that one reaches every mailbox.',
    `if (-not (${find})) { New-ServicePrincipal -AppId $appId -ObjectId $objectId -DisplayName 'Postern' }`,
    'if (-not (Get-DistributionGroup -Identity $name -ErrorAction SilentlyContinue)) { New-DistributionGroup -Name $name -Type Security }',
    '# Once for each mailbox. Only direct members count.',
    'Add-DistributionGroupMember -Identity $name -Member $mailbox',
    ...scopeOfGroup,
    'New-ManagementRoleAssignment -Name "$name, $role" -App $objectId -Role $role -CustomResourceScope $name',
    '',
    '# Verify. The role with InScope True, and no other one for all of the tenant; it takes up to two hours to work.',
    test,
    '',
    '# Undo.',
    '# Remove-ManagementRoleAssignment -Identity "$name, $role" -Confirm:$false',
    '# Remove-ManagementScope -Identity $name -Confirm:$false',
    '# Remove-DistributionGroup -Identity $name -Confirm:$false',
    '',
    disconnectExchange,
  );
}

/**
 * Lets an account at an Exchange server of the company's own act for the mailboxes of a group:
 * learn.microsoft.com/exchange/client-developer/exchange-web-services/how-to-configure-impersonation.
 */
export function impersonationScript({ account, mailbox }: { account: string; mailbox: string }): string {
  const show = 'Get-ManagementRoleAssignment -Role ApplicationImpersonation | Format-Table Name, RoleAssigneeName, CustomRecipientWriteScope';
  return lines(
    '# Exchange Management Shell, on the Exchange server.',
    `$account = ${literal(account)}`,
    `$mailbox = ${literal(mailbox)}`,
    `$name = ${literal('Postern mailboxes')}`,
    '',
    '# Check. Nothing is shown for the account where it has no such right.',
    show,
    '',
    '# Change.',
    'if (-not (Get-DistributionGroup -Identity $name -ErrorAction SilentlyContinue)) { New-DistributionGroup -Name $name -Type Security }',
    '# Once for each mailbox.',
    'Add-DistributionGroupMember -Identity $name -Member $mailbox',
    ...scopeOfGroup,
    'New-ManagementRoleAssignment -Name $name -Role ApplicationImpersonation -User $account -CustomRecipientWriteScope $name',
    '',
    '# Verify. The account must be in the list, with the scope.',
    show,
    '',
    '# Undo.',
    '# Remove-ManagementRoleAssignment -Identity $name -Confirm:$false',
    '# Remove-ManagementScope -Identity $name -Confirm:$false',
    '# Remove-DistributionGroup -Identity $name -Confirm:$false',
  );
}

const scopeOfGroup = [
  "$group = (Get-DistributionGroup -Identity $name).DistinguishedName -replace \"'\", \"''\"",
  'if (-not (Get-ManagementScope -Identity $name -ErrorAction SilentlyContinue)) { New-ManagementScope -Name $name -RecipientRestrictionFilter "MemberOfGroup -eq \'$group\'" }',
];
