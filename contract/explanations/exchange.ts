import { cloud } from '../cloud.ts';
import type { Cloud } from '../clouds.ts';
import type { Params } from '../diagnosis.ts';
import { allowEwsScript, impersonationScript } from '../powershell-ews.ts';
import { quoteForPowerShell } from '../powershell.ts';
import type { Explanation } from './explanation.ts';

const apiPermissions = { to: 'api-permissions', text: { en: 'API permissions of this application', de: 'API-Berechtigungen dieser Anwendung' } } as const;

const access = {
  'exchange-audience-wrong': {
    match: { words: [/audience claim value is invalid|\binvalid audience\b|audience validation failed/i] },
    source: 'answers in public code, with x-ms-diagnostics 2000003',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/scope',
    cause: { en: '[{host}|The server] does not take the token: it was issued for another service, as the scope asked for it.', de: '[{host}|Der Server] nimmt das Token nicht an: Es wurde für einen anderen Dienst ausgestellt, so wie der Bereich es anfordert.' },
    fix: { en: 'Put the scope back to that of the chosen access and cloud, and check again.', de: 'Setzen Sie den Bereich auf den des gewählten Zugriffs und der Cloud zurück und prüfen Sie erneut.' },
  },
  'exchange-token-refused': {
    match: { graph: ['InvalidAuthenticationToken'], status: { ews: [401], graph: [401] }, words: [/token has expired.{0,5};error_category/i, /Lifetime validation failed, the token is expired/i] },
    source: 'answers in public code; learn.microsoft.com, Graph errors',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/server',
    cause: { en: '[{host}|The server] does not take the token.', de: '[{host}|Der Server] nimmt das Token nicht an.' },
    fix: {
      en: 'Check that server, cloud and tenant belong together, and the clock of this machine. A server of your own takes tokens of Microsoft only with Hybrid Modern Authentication; else choose Basic authentication for it.',
      de: 'Prüfen Sie, ob Server, Cloud und Mandant zusammengehören, und die Uhr dieser Maschine. Ein eigener Server nimmt Token von Microsoft nur mit moderner Hybridauthentifizierung an; sonst wählen Sie für ihn die Basisauthentifizierung.',
    },
  },
  'exchange-role-missing': {
    match: { graph: ['NoPermissionsInAccessToken'], words: [/token contains (?:no permissions|not enough scope)/i] },
    source: 'python-o365#427',
    owner: 'entra-admin',
    retry: 'no',
    link: apiPermissions,
    retryAfterMinutes: 60,
    cause: {
      en: '[{host}|The server] finds no permission in the application’s token that opens a mailbox: [{permission}|the permission] was not added, or nobody has consented.',
      de: '[{host}|Der Server] findet im Token der Anwendung keine Berechtigung, die ein Postfach öffnet: [{permission}|Die Berechtigung] wurde nicht hinzugefügt, oder niemand hat zugestimmt.',
    },
    fix: {
      en: 'Entra ID → App registrations → [{applicationId}|this application] → API permissions → Add a permission → APIs my organization uses → [{api}|the API] → Application permissions: [{permission}|the permission], then Grant admin consent.',
      de: 'Entra ID → App-Registrierungen → [{applicationId}|diese Anwendung] → API-Berechtigungen → Berechtigung hinzufügen → Von meiner Organisation verwendete APIs → [{api}|die API] → Anwendungsberechtigungen: [{permission}|die Berechtigung], dann Administratorzustimmung erteilen.',
    },
  },
  'exchange-password-refused': {
    match: { insteadOf: [{ code: 'exchange-token-refused', at: 'password' }] },
    source: 'RFC 9110 section 15.5.2',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/password',
    cause: { en: '[{host}|The server] does not accept username and password[ of {account}].', de: '[{host}|Der Server] nimmt Benutzernamen und Kennwort[ von {account}] nicht an.' },
    fix: {
      en: 'Enter both again. Some servers want the username as DOMAIN\\name, others as address.',
      de: 'Geben Sie beide neu ein. Manche Server verlangen den Benutzernamen als DOMÄNE\\Name, andere als Adresse.',
    },
  },
  'exchange-basic-not-offered': {
    match: { insteadOf: [{ code: 'exchange-token-refused', at: 'basic-not-offered' }] },
    source: 'learn.microsoft.com, default settings of Exchange virtual directories',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: '[{host}|The server] takes no password for Exchange Web Services: it offers {offers} only.', de: '[{host}|Der Server] nimmt für die Exchange-Webdienste kein Kennwort an: Es bietet nur {offers} an.' },
    fix: {
      en: 'Allow Basic authentication for the virtual directory EWS, in the Exchange Management Shell on this server. The password travels encrypted.',
      de: 'Erlauben Sie die Basisauthentifizierung für das virtuelle Verzeichnis EWS, in der Exchange-Verwaltungsshell auf diesem Server. Das Kennwort wird verschlüsselt übertragen.',
    },
    script: ['Get-WebServicesVirtualDirectory -Server $env:COMPUTERNAME | Format-List Identity, BasicAuthentication', 'Get-WebServicesVirtualDirectory -Server $env:COMPUTERNAME | Set-WebServicesVirtualDirectory -BasicAuthentication $true'].join('\n'),
  },
  'exchange-basic-retired': {
    match: { insteadOf: [{ code: 'exchange-token-refused', at: 'microsoft-password' }, { code: 'ews-blocked', at: 'microsoft-password' }] },
    source: 'learn.microsoft.com, deprecation of Basic authentication in Exchange Online',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/authMethod',
    cause: { en: 'Exchange Online takes no password for Exchange Web Services any more.', de: 'Exchange Online nimmt für die Exchange-Webdienste kein Kennwort mehr an.' },
    fix: { en: 'Choose Microsoft OAuth 2.0 as Auth Method. Basic authentication is for an Exchange server of your own.', de: 'Wählen Sie als Authentifizierung Microsoft OAuth 2.0. Die Basisauthentifizierung ist für einen eigenen Exchange-Server.' },
  },
  'ews-blocked': {
    match: { status: { ews: [403] }, words: [/EWS is blocked by policy|X-EWS-Policy-Reason/i] },
    source: 'learn.microsoft.com, deprecation of EWS in Exchange Online; the header in public tools of October 2026',
    owner: 'exchange-admin',
    retry: 'no',
    retryAfterMinutes: 24 * 60,
    cause: {
      en: 'Exchange Online blocks Exchange Web Services for the application[ {applicationId}]. Since 1 October 2026 they work only where the tenant allows them and lists the application; the mailbox[ {mailbox}] needs a licence, too.',
      de: 'Exchange Online sperrt die Exchange-Webdienste für die Anwendung[ {applicationId}]. Seit dem 1. Oktober 2026 gehen sie nur, wo der Mandant sie erlaubt und die Anwendung in seiner Liste steht; auch braucht das Postfach[ {mailbox}] eine Lizenz.',
    },
    fix: {
      en: 'Calendars can be read over Microsoft Graph instead: choose it as Access. Until 1 April 2027 the application can still be allowed, in Exchange Online PowerShell. It can take 24 hours until it works.',
      de: 'Kalender lassen sich stattdessen über Microsoft Graph lesen: Wählen Sie es als Zugriff. Bis zum 1. April 2027 kann die Anwendung noch erlaubt werden, in der Exchange Online PowerShell. Bis es wirkt, können 24 Stunden vergehen.',
    },
    script: (params) => allowEwsScript({ cloud: cloudOf(params), applicationId: textOf(params, 'applicationId'), mailbox: textOf(params, 'mailbox') }),
  },
  'ews-gone': {
    match: { insteadOf: [{ code: 'ews-blocked', at: 'after-retirement' }] },
    source: 'learn.microsoft.com, deprecation of EWS in Exchange Online',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/access',
    cause: { en: 'Exchange Online has no Exchange Web Services any more: they ended on 1 April 2027.', de: 'In Exchange Online gibt es keine Exchange-Webdienste mehr: Sie endeten am 1. April 2027.' },
    fix: {
      en: 'For the calendar choose Microsoft Graph as Access. Public folders have no successor there: move their contacts to another place.',
      de: 'Wählen Sie für den Kalender Microsoft Graph als Zugriff. Öffentliche Ordner haben dort keinen Nachfolger: Ziehen Sie deren Kontakte an einen anderen Ort um.',
    },
  },
  'ews-forbidden': {
    match: { insteadOf: [{ code: 'ews-blocked', at: 'own-server' }] },
    source: 'learn.microsoft.com, controlling access to EWS',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: '[{host}|The server] denies Exchange Web Services to the account or to the mailbox[ {mailbox}].', de: '[{host}|Der Server] verweigert dem Konto oder dem Postfach[ {mailbox}] die Exchange-Webdienste.' },
    fix: {
      en: 'See in the Exchange Management Shell where they are switched off, and switch them on for this mailbox. A reverse proxy in front of the server can deny them, too.',
      de: 'Sehen Sie in der Exchange-Verwaltungsshell nach, wo sie ausgeschaltet sind, und schalten Sie sie für dieses Postfach ein. Auch ein Reverse-Proxy vor dem Server kann sie verweigern.',
    },
    script: ['Get-OrganizationConfig | Format-List EwsEnabled, EwsApplicationAccessPolicy, EwsAllowList, EwsBlockList', 'Get-CASMailbox -Identity {mailbox} | Format-List EwsEnabled', 'Set-CASMailbox -Identity {mailbox} -EwsEnabled $true'].join('\n'),
  },
  'graph-access-denied': {
    match: { graph: ['ErrorAccessDenied', 'Authorization_RequestDenied'], status: { graph: [403] } },
    source: 'postman-collections#48',
    owner: 'entra-admin',
    retry: 'no',
    link: apiPermissions,
    retryAfterMinutes: 60,
    cause: { en: 'Microsoft Graph does not let the application[ {applicationId}] read [{mailbox}|the mailbox].', de: 'Microsoft Graph lässt die Anwendung[ {applicationId}] nicht in [{mailbox}|diesem Postfach] lesen.' },
    fix: {
      en: 'Entra ID → App registrations → [{applicationId}|this application] → API permissions: [{permission} ({api})|the permission] must be listed as application permission, with consent. Where its right is limited to a group of mailboxes, [{mailbox}|the mailbox] must be in the group.',
      de: 'Entra ID → App-Registrierungen → [{applicationId}|diese Anwendung] → API-Berechtigungen: [{permission} ({api})|die Berechtigung] muss als Anwendungsberechtigung eingetragen sein, mit Zustimmung. Ist ihr Recht auf eine Gruppe von Postfächern begrenzt, muss [{mailbox}|das Postfach] in der Gruppe sein.',
    },
  },
  'graph-access-policy': {
    match: { words: [/\[RAOP\]|AppOnly AccessPolicy/i] },
    source: 'answers in public threads',
    owner: 'exchange-admin',
    retry: 'no',
    retryAfterMinutes: 60,
    cause: { en: 'A policy in Exchange Online keeps the application[ {applicationId}] out of [{mailbox}|the mailbox].', de: 'Eine Richtlinie in Exchange Online hält die Anwendung[ {applicationId}] von [{mailbox}|dem Postfach] fern.' },
    fix: {
      en: 'See which policy it is and add the mailbox to its group, in Exchange Online PowerShell. It can take an hour until it works.',
      de: 'Sehen Sie nach, welche Richtlinie es ist, und fügen Sie das Postfach ihrer Gruppe hinzu, in der Exchange Online PowerShell. Bis es wirkt, kann eine Stunde vergehen.',
    },
    script: ['Get-ApplicationAccessPolicy | Where-Object AppId -eq {applicationId} | Format-List Identity, AccessRight, ScopeName', 'Test-ApplicationAccessPolicy -AppId {applicationId} -Identity {mailbox}'].join('\n'),
  },
  'impersonation-denied': {
    match: { ews: ['ErrorImpersonateUserDenied', 'ErrorImpersonationDenied'] },
    source: 'ews-managed-api#223',
    owner: 'exchange-admin',
    retry: 'no',
    retryAfterMinutes: 120,
    cause: {
      en: 'Exchange does not let the application[ {applicationId}] act for [{mailbox}|the mailbox]: the mailbox is outside the scope that the application was given, or the right is not in force yet.',
      de: 'Exchange lässt die Anwendung[ {applicationId}] nicht für [{mailbox}|das Postfach] handeln: Das Postfach liegt außerhalb des Bereichs, den die Anwendung bekommen hat, oder das Recht gilt noch nicht.',
    },
    fix: {
      en: 'See what it may do there, in Exchange Online PowerShell. Where InScope is False, add the mailbox to the group of the scope. It can take two hours until it works.',
      de: 'Sehen Sie nach, was sie dort darf, in der Exchange Online PowerShell. Steht bei InScope False, fügen Sie das Postfach der Gruppe des Bereichs hinzu. Bis es wirkt, können zwei Stunden vergehen.',
    },
    script: 'Test-ServicePrincipalAuthorization -Identity {applicationId} -Resource {mailbox} | Format-Table RoleName, AllowedResourceScope, InScope',
  },
  'impersonation-role-missing': {
    match: { insteadOf: [{ code: 'impersonation-denied', at: 'password' }] },
    source: 'learn.microsoft.com, EWS response codes',
    owner: 'exchange-admin',
    retry: 'no',
    retryAfterMinutes: 60,
    cause: { en: 'The account[ {account}] has no right to act for [{mailbox}|the mailbox].', de: 'Das Konto[ {account}] hat kein Recht, für [{mailbox}|das Postfach] zu handeln.' },
    fix: { en: 'Give it the role ApplicationImpersonation for a group of mailboxes, in the Exchange Management Shell:', de: 'Geben Sie ihm die Rolle ApplicationImpersonation für eine Gruppe von Postfächern, in der Exchange-Verwaltungsshell:' },
    script: (params) => impersonationScript({ account: textOf(params, 'account'), mailbox: textOf(params, 'mailbox') }),
  },
} satisfies Record<string, Explanation>;

const mailboxAndFolders = {
  'mailbox-not-found': {
    match: { ews: ['ErrorNonExistentMailbox', 'ErrorMissingEmailAddress', 'ErrorInvalidSmtpAddress', 'ErrorInvalidUserPrincipalName'], graph: ['ErrorInvalidUser', 'Request_ResourceNotFound', 'ResourceNotFound'] },
    source: 'learn.microsoft.com, EWS response codes; Graph known issues',
    owner: 'telephone-admin',
    retry: 'no',
    cause: { en: 'Exchange knows no mailbox [{mailbox}|of this address].', de: 'Exchange kennt kein Postfach [{mailbox}|unter dieser Adresse].' },
    fix: {
      en: 'Check the spelling. A group, a contact and a user without a mailbox have an address, but no calendar. For Microsoft Graph the user’s sign-in name counts, where it differs from the address.',
      de: 'Prüfen Sie die Schreibweise. Eine Gruppe, ein Kontakt und ein Benutzer ohne Postfach haben eine Adresse, aber keinen Kalender. Für Microsoft Graph zählt der Anmeldename des Benutzers, wo er von der Adresse abweicht.',
    },
  },
  'mailbox-not-primary': {
    match: { ews: ['ErrorNonPrimarySmtpAddress'] },
    source: 'learn.microsoft.com, EWS response codes',
    owner: 'telephone-admin',
    retry: 'no',
    cause: { en: '[{mailbox}|The address] is a further address of a mailbox, not its primary one.', de: '[{mailbox}|Die Adresse] ist eine weitere Adresse eines Postfachs, nicht dessen primäre.' },
    fix: { en: 'Enter the primary SMTP address of the mailbox.', de: 'Tragen Sie die primäre SMTP-Adresse des Postfachs ein.' },
  },
  'mailbox-inactive': {
    match: { ews: ['ErrorAccountDisabled', 'ErrorInvalidLicense'], graph: ['MailboxNotEnabledForRESTAPI', 'MailboxNotSupportedForRESTAPI'] },
    source: 'answers in public threads; learn.microsoft.com, EWS response codes',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: 'The mailbox[ {mailbox}] is not in use at this place: it has no licence, is disabled or deleted, or is on a server of the company’s own.', de: 'Das Postfach[ {mailbox}] ist an dieser Stelle nicht in Betrieb: Es hat keine Lizenz, ist deaktiviert oder gelöscht, oder liegt auf einem eigenen Server.' },
    fix: { en: 'Give the user a licence with Exchange Online. A mailbox on a server of your own is read over Exchange Web Services of that server.', de: 'Geben Sie dem Benutzer eine Lizenz mit Exchange Online. Ein Postfach auf einem eigenen Server wird über die Exchange-Webdienste dieses Servers gelesen.' },
  },
  'mailbox-unavailable': {
    match: { ews: ['ErrorMailboxMoveInProgress', 'ErrorMailboxStoreUnavailable', 'ErrorMailboxLogonFailed', 'ErrorMailboxFailover', 'ErrorConnectionFailed', 'ErrorNoRespondingCASInDestinationSite', 'ErrorProxyServiceDiscoveryFailed'] },
    source: 'learn.microsoft.com, EWS response codes',
    owner: 'nobody',
    retry: 'later',
    retryAfterMinutes: 15,
    cause: { en: 'The mailbox[ {mailbox}] cannot be opened at the moment: it is being moved, or its database is away.', de: 'Das Postfach[ {mailbox}] lässt sich zurzeit nicht öffnen: Es wird verschoben, oder seine Datenbank ist nicht erreichbar.' },
    fix: { en: 'Check again in a quarter of an hour.', de: 'Prüfen Sie in einer Viertelstunde erneut.' },
  },
  'folder-access-denied': {
    match: { ews: ['ErrorAccessDenied'] },
    source: 'learn.microsoft.com, EWS response codes',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: 'Exchange opened [{mailbox}|the mailbox], but does not let this folder be read.', de: 'Exchange hat [{mailbox}|das Postfach] geöffnet, lässt aber diesen Ordner nicht lesen.' },
    fix: { en: 'See who may read the calendar, in PowerShell for Exchange. In a German mailbox the folder is called Kalender.', de: 'Sehen Sie nach, wer den Kalender lesen darf, in der PowerShell für Exchange. In einem deutschen Postfach heißt der Ordner Kalender.' },
    script: (params) => `Get-MailboxFolderPermission -Identity ${quoteForPowerShell(`${textOf(params, 'mailbox')}:\\Calendar`)}`,
  },
  'folder-missing': {
    match: { ews: ['ErrorFolderNotFound', 'ErrorItemNotFound'] },
    source: 'learn.microsoft.com, EWS response codes',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: 'Exchange finds no such folder in [{mailbox}|the mailbox], or none that may be read.', de: 'Exchange findet in [{mailbox}|dem Postfach] keinen solchen Ordner, oder keinen, der gelesen werden darf.' },
    fix: { en: 'Open the mailbox in Outlook once: that creates its folders. Then check again.', de: 'Öffnen Sie das Postfach einmal in Outlook: Das legt seine Ordner an. Dann prüfen Sie erneut.' },
  },
  'calendar-access-denied': {
    match: { insteadOf: [{ code: 'folder-access-denied', at: 'calendar' }] },
    source: 'learn.microsoft.com, EWS response codes',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: 'Exchange opened [{mailbox}|the mailbox], but does not let its calendar be read.', de: 'Exchange hat [{mailbox}|das Postfach] geöffnet, lässt aber den Kalender nicht lesen.' },
    fix: { en: 'See who may read the calendar, in PowerShell for Exchange. In a German mailbox the folder is called Kalender.', de: 'Sehen Sie nach, wer den Kalender lesen darf, in der PowerShell für Exchange. In einem deutschen Postfach heißt der Ordner Kalender.' },
    script: (params) => `Get-MailboxFolderPermission -Identity ${quoteForPowerShell(`${textOf(params, 'mailbox')}:\\Calendar`)}`,
  },
  'calendar-missing': {
    match: { insteadOf: [{ code: 'folder-missing', at: 'calendar' }] },
    source: 'learn.microsoft.com, EWS response codes',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: 'Exchange finds no calendar in [{mailbox}|the mailbox], or none that may be read.', de: 'Exchange findet in [{mailbox}|dem Postfach] keinen Kalender, oder keinen, der gelesen werden darf.' },
    fix: { en: 'Open the mailbox in Outlook once: that creates its folders. Then check again.', de: 'Öffnen Sie das Postfach einmal in Outlook: Das legt seine Ordner an. Dann prüfen Sie erneut.' },
  },
  'calendar-range-too-big': {
    match: { ews: ['ErrorCalendarViewRangeTooBig'] },
    source: 'learn.microsoft.com, CalendarView',
    owner: 'telephone-admin',
    retry: 'no',
    cause: { en: 'Exchange reads two years of a calendar at most.', de: 'Exchange liest höchstens zwei Jahre eines Kalenders.' },
    fix: { en: 'Choose a shorter time.', de: 'Wählen Sie eine kürzere Zeit.' },
  },
  'public-folders-access-denied': {
    match: { insteadOf: [{ code: 'folder-access-denied', at: 'public-folders' }] },
    source: 'learn.microsoft.com, EWS response codes',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: '[{mailbox}|The mailbox] may not read the root of the public folders.', de: '[{mailbox}|Das Postfach] darf den Stamm der öffentlichen Ordner nicht lesen.' },
    fix: { en: 'Let it read there, in PowerShell for Exchange:', de: 'Geben Sie ihm dort ein Leserecht, in der PowerShell für Exchange:' },
    script: ["Get-PublicFolderClientPermission -Identity '\\'", "Add-PublicFolderClientPermission -Identity '\\' -User {mailbox} -AccessRights Reviewer"].join('\n'),
  },
  'public-folders-missing': {
    match: { ews: ['ErrorNoPublicFolderReplicaAvailable', 'ErrorNoPublicFolderServerAvailable', 'ErrorPublicFolderMailboxDiscoveryFailed', 'ErrorPublicFolderServerNotFound'], insteadOf: [{ code: 'folder-missing', at: 'public-folders' }] },
    source: 'learn.microsoft.com, EWS response codes',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: 'Exchange finds no public folders for [{mailbox}|the mailbox].', de: 'Exchange findet für [{mailbox}|das Postfach] keine öffentlichen Ordner.' },
    fix: {
      en: 'See whether there is a mailbox with public folders, and which one [{mailbox}|the mailbox] uses, in PowerShell for Exchange. Without any there is nothing to search.',
      de: 'Sehen Sie nach, ob es ein Postfach mit öffentlichen Ordnern gibt und welches [{mailbox}|das Postfach] benutzt, in der PowerShell für Exchange. Ohne eines gibt es nichts zu durchsuchen.',
    },
    script: ['Get-Mailbox -PublicFolder | Format-Table Name, PrimarySmtpAddress', 'Get-Mailbox -Identity {mailbox} | Format-List EffectivePublicFolderMailbox, DefaultPublicFolderMailbox'].join('\n'),
  },
  'public-folders-unavailable': {
    match: { ews: ['ErrorPublicFolderOperationFailed', 'ErrorPublicFolderSyncException', 'ErrorPublicFolderRequestProcessingFailed'] },
    source: 'learn.microsoft.com, EWS response codes',
    owner: 'exchange-admin',
    retry: 'later',
    retryAfterMinutes: 15,
    cause: { en: 'Exchange cannot open the public folders[ ({error})].', de: 'Exchange kann die öffentlichen Ordner nicht öffnen[ ({error})].' },
    fix: { en: 'Check again in a quarter of an hour. If it stays so, see how the mailboxes with public folders are, in PowerShell for Exchange:', de: 'Prüfen Sie in einer Viertelstunde erneut. Bleibt es so, sehen Sie nach, wie es den Postfächern mit öffentlichen Ordnern geht, in der PowerShell für Exchange:' },
    script: 'Get-Mailbox -PublicFolder | Get-PublicFolderMailboxDiagnostics | Format-List SyncInfo, HierarchyInfo',
  },
  'public-folder-root-refused': {
    match: { ews: ['ErrorOperationNotAllowedWithPublicFolderRoot'] },
    source: 'learn.microsoft.com, EWS response codes',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: 'This Exchange does not let the root of the public folders itself be searched, and the search looks nowhere else.', de: 'Dieses Exchange lässt den Stamm der öffentlichen Ordner selbst nicht durchsuchen, und die Suche sieht sonst nirgends nach.' },
    fix: { en: 'Keep the contacts in another place: the contacts of a shared mailbox, or a directory over LDAP.', de: 'Führen Sie die Kontakte an einem anderen Ort: in den Kontakten eines freigegebenen Postfachs oder in einem Verzeichnis über LDAP.' },
  },
} satisfies Record<string, Explanation>;

const service = {
  'exchange-throttled': {
    match: { ews: ['ErrorServerBusy', 'ErrorExceededConnectionCount', 'ErrorExceededFindCountLimit', 'ErrorTooManyObjectsOpened'], graph: ['ApplicationThrottled', 'TooManyRequests', 'activityLimitReached'], status: { ews: [429], graph: [429] } },
    source: 'exchangelib, tests; msgraph-sdk-javascript#297',
    owner: 'nobody',
    retry: 'later',
    retryAfterMinutes: 5,
    cause: { en: 'Exchange limits the requests for [{mailbox}|the mailbox] at the moment.', de: 'Exchange begrenzt zurzeit die Anfragen für [{mailbox}|das Postfach].' },
    fix: { en: 'Check again in [{minutes}|5] min.', de: 'Prüfen Sie in [{minutes}|5] min erneut.' },
  },
  'exchange-unavailable': {
    match: { ews: ['ErrorInternalServerTransientError', 'ErrorInternalServerError', 'ErrorTimeoutExpired'], status: { ews: ['5xx'], graph: ['5xx'] } },
    source: 'learn.microsoft.com, EWS response codes; RFC 9110 section 15.6',
    owner: 'nobody',
    retry: 'later',
    retryAfterMinutes: 5,
    cause: { en: '[{host}|The server] reports a fault of its own[ ({error})].', de: '[{host}|Der Server] meldet eine eigene Störung[ ({error})].' },
    fix: { en: 'Check again later. The state of Microsoft’s services is shown at status.cloud.microsoft; a server of your own has it in its event log.', de: 'Prüfen Sie später erneut. Den Zustand der Dienste von Microsoft zeigt status.cloud.microsoft; bei einem eigenen Server steht er in dessen Ereignisprotokoll.' },
  },
  'exchange-too-old': {
    match: { ews: ['ErrorInvalidServerVersion', 'ErrorInvalidSchemaVersionForMailboxVersion', 'ErrorWrongServerVersion', 'ErrorIncorrectSchemaVersion'] },
    source: 'learn.microsoft.com, EWS response codes',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: 'This Exchange server is older than Exchange 2013 Service Pack 1, or [{mailbox}|the mailbox] is on one that is.', de: 'Dieser Exchange-Server ist älter als Exchange 2013 Service Pack 1, oder [{mailbox}|das Postfach] liegt auf einem solchen.' },
    fix: { en: 'Enter the address of a newer server, or move the mailbox there.', de: 'Tragen Sie die Adresse eines neueren Servers ein, oder verschieben Sie das Postfach dorthin.' },
  },
  'exchange-request-refused': {
    match: { ews: ['ErrorSchemaValidation', 'ErrorInvalidRequest'], graph: ['BadRequest'] },
    source: 'learn.microsoft.com, EWS response codes; learn.microsoft.com, Graph errors',
    owner: 'telephone-admin',
    retry: 'no',
    cause: { en: '[{host}|The server] does not take the request[ ({error})].', de: '[{host}|Der Server] nimmt die Anfrage nicht an[ ({error})].' },
    fix: { en: 'Check the server. If it is Exchange 2013 Service Pack 1 or later, hand the transcript to the support of Postern.', de: 'Prüfen Sie den Server. Ist es Exchange 2013 Service Pack 1 oder neuer, geben Sie das Protokoll der Prüfung an den Support von Postern.' },
  },
  'exchange-refused': {
    match: { unknown: 'exchange' },
    source: 'learn.microsoft.com, EWS response codes',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: 'Exchange refused to read [{mailbox}|the mailbox][ ({error})], for a reason that this version does not know. Network and encryption are fine, and the token was taken.', de: 'Exchange hat das Lesen [in {mailbox}|im Postfach] abgelehnt[ ({error})], aus einem Grund, den diese Version nicht kennt. Netz und Verschlüsselung stimmen, und das Token wurde angenommen.' },
    fix: { en: 'Microsoft’s documentation lists the code that is in the answer below. Next, keep the transcript of the check with the request-id: Microsoft’s support finds the request by it.', de: 'Die Dokumentation von Microsoft führt den Code auf, der in der Antwort unten steht. Behalten Sie als Nächstes das Protokoll der Prüfung mit der request-id: Damit findet der Support von Microsoft die Anfrage.' },
  },
  'ews-not-found': {
    match: { status: { ews: [400, 404, 405, 410] } },
    source: 'RFC 9110 section 15.5',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/server',
    cause: { en: 'At [{server}|this address] there are no Exchange Web Services[ (HTTP {status})].', de: 'Unter [{server}|dieser Adresse] gibt es keine Exchange-Webdienste[ (HTTP {status})].' },
    fix: { en: 'Check the address. It ends with /EWS/Exchange.asmx, at Microsoft and at a server of your own.', de: 'Prüfen Sie die Adresse. Sie endet mit /EWS/Exchange.asmx, bei Microsoft wie bei einem eigenen Server.' },
  },
  'graph-not-found': {
    match: { status: { graph: [400, 404, 405, 410] } },
    source: 'RFC 9110 section 15.5',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/server',
    cause: { en: 'At [{server}|this address] there is no Microsoft Graph[ (HTTP {status})].', de: 'Unter [{server}|dieser Adresse] gibt es kein Microsoft Graph[ (HTTP {status})].' },
    fix: { en: 'Check the address. It is that of the cloud and ends with the version, as in https://graph.microsoft.com/v1.0.', de: 'Prüfen Sie die Adresse. Sie ist die der Cloud und endet mit der Version, wie in https://graph.microsoft.com/v1.0.' },
  },
  'exchange-redirected': {
    match: { status: { ews: ['3xx'], graph: ['3xx'] } },
    source: 'RFC 9110 section 15.4',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/server',
    cause: { en: '[{server}|The server] sends on[ to {location}][ (HTTP {status})]; Postern does not follow.', de: '[{server}|Der Server] leitet weiter[ an {location}][ (HTTP {status})]; Postern folgt nicht.' },
    fix: {
      en: 'Enter the address of the service itself. If that is it, something in front of it asks for a sign-in in a browser: exempt this address there.',
      de: 'Tragen Sie die Adresse des Dienstes selbst ein. Ist sie das schon, verlangt etwas davor eine Anmeldung im Browser: Nehmen Sie diese Adresse dort aus.',
    },
  },
} satisfies Record<string, Explanation>;

const answer = {
  'exchange-answer-page': {
    match: { onlyCheck: true },
    source: 'RFC 8952',
    owner: 'network-admin',
    retry: 'no',
    pointer: '/server',
    cause: { en: 'At {host} a web page answers, not the service (HTTP {status}).', de: 'Unter {host} antwortet eine Webseite, nicht der Dienst (HTTP {status}).' },
    fix: { en: 'Check the server. If it is right, look for a proxy or a portal between this machine and {host} that answers in its place.', de: 'Prüfen Sie den Server. Stimmt er, suchen Sie nach einem Proxy oder Portal zwischen dieser Maschine und {host}, das an seiner Stelle antwortet.' },
  },
  'exchange-answer-cut': {
    match: { onlyCheck: true },
    source: 'RFC 9112 section 8',
    owner: 'network-admin',
    retry: 'later',
    retryAfterMinutes: 5,
    cause: { en: 'The answer of {host} ends in the middle.', de: 'Die Antwort von {host} endet mittendrin.' },
    fix: { en: 'Check again. If it stays so, look for a proxy or a firewall that cuts answers.', de: 'Prüfen Sie erneut. Bleibt es so, suchen Sie nach einem Proxy oder einer Firewall, die Antworten abschneiden.' },
  },
  'exchange-answer-too-large': {
    match: { insteadOf: [{ code: 'pop3-answer-too-large', at: 'exchange' }] },
    source: 'seen by the check itself',
    owner: 'network-admin',
    retry: 'no',
    pointer: '/server',
    cause: { en: 'The answer of [{host}|the server] is larger than 16 MB. Exchange gives no such answer to this request.', de: 'Die Antwort von [{host}|dem Server] ist größer als 16 MB. So antwortet Exchange auf diese Anfrage nicht.' },
    fix: { en: 'Check the server, and who answers at [{host}|the server].', de: 'Prüfen Sie den Server, und wer unter [{host}|dieser Adresse] antwortet.' },
  },
  'exchange-answer-unreadable': {
    match: { insteadOf: [{ code: 'not-a-mail-server', at: 'exchange' }] },
    source: 'seen by the check itself',
    owner: 'network-admin',
    retry: 'no',
    pointer: '/server',
    cause: { en: 'What answers at [{host}|the server] does not speak as Exchange does.', de: 'Was unter [{host}|dieser Adresse] antwortet, spricht nicht wie Exchange.' },
    fix: { en: 'Check the server and the access. If both are right, look for who answers in the place of [{host}|the server].', de: 'Prüfen Sie Server und Zugriff. Stimmen beide, suchen Sie, wer an der Stelle von [{host}|dem Server] antwortet.' },
  },
  'exchange-answer-refused': {
    match: { onlyCheck: true },
    source: 'OWASP, XML external entities',
    owner: 'network-admin',
    retry: 'no',
    pointer: '/server',
    cause: { en: 'The answer of {host} is made to overload whoever reads it (XML with a document type). It was not read.', de: 'Die Antwort von {host} ist dazu gemacht, den Leser zu überlasten (XML mit Dokumenttyp). Sie wurde nicht gelesen.' },
    fix: { en: 'Exchange does not answer so. Find out who answers at {host}.', de: 'Exchange antwortet nicht so. Stellen Sie fest, wer unter {host} antwortet.' },
  },
  'exchange-content-unreadable': {
    match: { onlyCheck: true },
    source: 'seen by the check itself',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: 'Exchange answered, but one of the appointments of {mailbox} has no time that can be read.', de: 'Exchange hat geantwortet, aber einer der Termine von {mailbox} hat keine lesbare Zeit.' },
    fix: { en: 'Hand the transcript to the support of Postern.', de: 'Geben Sie das Protokoll der Prüfung an den Support von Postern.' },
  },
  'graph-foreign-link': {
    match: { onlyCheck: true },
    source: 'seen by the check itself',
    owner: 'network-admin',
    retry: 'no',
    pointer: '/server',
    cause: { en: 'The answer of {host} sends on to another host for its next page. The token is not sent there.', de: 'Die Antwort von {host} schickt für ihre nächste Seite zu einem anderen Host. Das Token wird nicht dorthin gesendet.' },
    fix: { en: 'Find out who answers in the place of Microsoft (proxy, DNS).', de: 'Stellen Sie fest, wer an Stelle von Microsoft antwortet (Proxy, DNS).' },
  },
} satisfies Record<string, Explanation>;

const connection = {
  'exchange-silent': {
    match: { insteadOf: [{ code: 'connection-timeout', at: 'exchange-after-connecting' }] },
    source: 'seen by the check itself',
    owner: 'network-admin',
    retry: 'later',
    retryAfterMinutes: 5,
    cause: { en: '[{host}|The server] takes the connection, but does not answer in time.', de: '[{host}|Der Server] nimmt die Verbindung an, antwortet aber nicht rechtzeitig.' },
    fix: {
      en: 'Check again in some minutes. If it stays so, look for a proxy or a firewall that holds back encrypted traffic between this machine and [{host}|the server].',
      de: 'Prüfen Sie in einigen Minuten erneut. Bleibt es so, suchen Sie nach einem Proxy oder einer Firewall, die verschlüsselte Verbindungen zwischen dieser Maschine und [{host}|dem Server] zurückhält.',
    },
  },
  'exchange-connection-refused': {
    match: { insteadOf: [{ code: 'connection-refused', at: 'exchange' }] },
    source: 'connect(2)',
    owner: 'network-admin',
    retry: 'no',
    pointer: '/server',
    cause: { en: '[{host}|The server] refuses connections[ at port {port}].', de: '[{host}|Der Server] weist Verbindungen[ an Port {port}] ab.' },
    fix: { en: 'Check the server. A firewall can refuse, too.', de: 'Prüfen Sie den Server. Auch eine Firewall kann abweisen.' },
  },
  'exchange-forbidden-address': {
    match: { insteadOf: [{ code: 'forbidden-address', at: 'exchange' }] },
    source: 'seen by the check itself',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/server',
    cause: { en: '[{host}|The server] is this machine itself or a link-local address; Postern does not connect there.', de: '[{host}|Der Server] ist diese Maschine selbst oder eine Link-Local-Adresse; dorthin verbindet Postern nicht.' },
    fix: { en: 'Enter another server. If it is meant, name its host in POSTERN_TRUSTED_HOSTS.', de: 'Tragen Sie einen anderen Server ein. Ist er gewollt, nennen Sie seinen Host in POSTERN_TRUSTED_HOSTS.' },
  },
  'exchange-other-name': {
    match: { insteadOf: [{ code: 'certificate-other-name', at: 'exchange' }] },
    source: 'RFC 9525',
    owner: 'network-admin',
    retry: 'no',
    pointer: '/server',
    cause: { en: 'The certificate that [{host}|the server] presents is for another name.', de: 'Das Zertifikat, das {host} vorlegt, gilt für einen anderen Namen.' },
    fix: { en: 'Use the server’s DNS name as its certificate has it.', de: 'Verwenden Sie den DNS-Namen des Servers, wie er im Zertifikat steht.' },
  },
  'exchange-tls-failed': {
    match: { insteadOf: [{ code: 'tls-failed', at: 'exchange' }] },
    source: 'OpenSSL, ERR_error_string(3)',
    owner: 'network-admin',
    retry: 'no',
    pointer: '/server',
    cause: { en: 'No encrypted connection to [{host}|the server] came about[ ({detail})].', de: 'Zu [{host}|dem Server] kam keine verschlüsselte Verbindung zustande[ ({detail})].' },
    fix: { en: 'Check the server and its port. Postern wants TLS 1.2 or later.', de: 'Prüfen Sie den Server und seinen Port. Postern verlangt TLS 1.2 oder neuer.' },
  },
} satisfies Record<string, Explanation>;

/**
 * What Exchange Web Services and Microsoft Graph refuse: learn.microsoft.com/exchange/client-developer/web-service-reference/responsecode, learn.microsoft.com/graph/errors.
 * `mailbox`, `account`, `host`, `server`, `status`, `error` are in the params; with a token also `applicationId`, `permission`, `api`.
 */
export const exchangeExplanations = { ...access, ...mailboxAndFolders, ...service, ...answer, ...connection } satisfies Record<string, Explanation>;

function cloudOf(params: Params): Cloud {
  return cloud.safeParse(params['cloud']).data ?? 'global';
}

function textOf(params: Params, name: string): string {
  return String(params[name] ?? '');
}
