import type { Cloud } from './clouds.ts';
import { disconnectExchange, exchangeSession, lines, literal } from './powershell.ts';

/** Lets Exchange Web Services of a server of the company's own take a password: learn.microsoft.com/powershell/module/exchangepowershell/set-webservicesvirtualdirectory. */
export function ewsPasswordScript(): string {
  const find = 'Get-WebServicesVirtualDirectory -Server $env:COMPUTERNAME';
  const show = `${find} | Format-List Identity, InternalUrl, ExternalUrl, BasicAuthentication`;
  return lines(
    '# Exchange Management Shell, on the Exchange server that answers at the address.',
    '# Check. BasicAuthentication must be True.',
    show,
    '',
    '# Change. The password travels encrypted: https only.',
    `${find} | Set-WebServicesVirtualDirectory -BasicAuthentication $true`,
    '',
    '# Verify.',
    show,
    '',
    '# Undo.',
    `# ${find} | Set-WebServicesVirtualDirectory -BasicAuthentication $false`,
  );
}

/** Lets an account read the root of the public folders, in Exchange Online or, without a cloud, at a server of the company's own: learn.microsoft.com/powershell/module/exchangepowershell/add-publicfolderclientpermission. */
export function publicFoldersScript({ cloud, account }: { cloud: Cloud | null; account: string }): string {
  const show = "Get-PublicFolderClientPermission -Identity '\\' | Format-Table User, AccessRights";
  return lines(
    ...(cloud ? exchangeSession(cloud) : ['# Exchange Management Shell, on the Exchange server.']),
    `$account = ${literal(account)}`,
    '',
    '# Check. The folders directly below the root are not searched.',
    show,
    "Get-PublicFolder -Identity '\\' -GetChildren | Format-Table Name, FolderClass",
    '',
    '# Change. Only where the account, or Default, may not read yet.',
    "Add-PublicFolderClientPermission -Identity '\\' -User $account -AccessRights Reviewer",
    '',
    '# Verify. The account with Reviewer.',
    show,
    '',
    '# Undo.',
    "# Remove-PublicFolderClientPermission -Identity '\\' -User $account -Confirm:$false",
    ...(cloud ? ['', disconnectExchange] : []),
  );
}
