import { applicationExplanations } from './application.ts';
import { consentExplanations } from './consent.ts';
import type { Explanation } from './explanation.ts';
import { policyExplanations } from './policy.ts';

const signInLogs = { to: 'sign-in-logs', text: { en: 'Sign-in logs', de: 'Anmeldeprotokolle' } } as const;

const tenantAndAccount = {
  'tenant-not-found': {
    match: { aadsts: [90002, 900023, 50059, 90019], oauth: ['invalid_tenant'] },
    source: 'azure-cli#22145, caddy-dns/azure#3',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/tenantId',
    cause: { en: 'Microsoft [knows no tenant {tenantId}|does not know the tenant].', de: 'Microsoft kennt [keinen Mandanten {tenantId}|den Mandanten nicht].' },
    fix: {
      en: 'Enter the “Directory (tenant) ID” from the overview page of the app registration, or a domain that is verified in this tenant. A tenant of another cloud is not found, either: check the cloud.',
      de: 'Tragen Sie die „Verzeichnis-ID (Mandant)“ von der Übersichtsseite der App-Registrierung ein, oder eine Domäne, die in diesem Mandanten bestätigt ist. Auch ein Mandant einer anderen Cloud wird nicht gefunden: Prüfen Sie die Cloud.',
    },
  },
  'other-cloud': {
    match: { aadsts: [90038, 900382, 900432] },
    source: 'public logs; learn.microsoft.com, Entra error codes',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/cloud',
    offer: 'choose-cloud',
    cause: { en: 'The tenant[ {tenantId}] belongs to another Microsoft cloud.', de: 'Der Mandant[ {tenantId}] gehört zu einer anderen Microsoft-Cloud.' },
    fix: { en: 'Choose the cloud in which the tenant was made.', de: 'Wählen Sie die Cloud, in der der Mandant angelegt ist.' },
  },
  'tenant-alias-refused': {
    match: { aadsts: [9001023] },
    source: 'microsoft-authentication-library-for-java#382',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/tenantId',
    cause: { en: '[“{tenantId}”|The tenant that was given] stands for any tenant; an application that signs in by itself needs a real one.', de: '[„{tenantId}“|Der angegebene Mandant] steht für beliebige Mandanten; eine Anwendung, die sich selbst anmeldet, braucht einen wirklichen.' },
    fix: { en: 'Enter the GUID or the domain of the tenant as Tenant ID.', de: 'Tragen Sie als Mandanten-ID die GUID oder die Domäne des Mandanten ein.' },
  },
  'single-tenant': {
    match: { aadsts: [50194] },
    source: 'aspnetcore-connect#65',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/tenantId',
    cause: {
      en: 'The application belongs to one tenant only, and [“{tenantId}”|the tenant that was given] stands for any.',
      de: 'Die Anwendung gehört nur zu einem Mandanten, [„{tenantId}“|der angegebene] steht aber für beliebige.',
    },
    fix: { en: 'Enter the GUID or the domain of that tenant as Tenant ID.', de: 'Tragen Sie als Mandanten-ID die GUID oder die Domäne dieses Mandanten ein.' },
  },
  'work-accounts-only': {
    match: { aadsts: [9002332] },
    source: 'answers in public code',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/tenantId',
    cause: { en: 'The application is for work accounts only, but the Tenant ID [is “{tenantId}”|stands for personal ones].', de: 'Die Anwendung ist nur für Geschäftskonten, die Mandanten-ID [ist aber „{tenantId}“|steht aber für persönliche].' },
    fix: { en: 'Enter the GUID or the domain of the tenant.', de: 'Tragen Sie die GUID oder die Domäne des Mandanten ein.' },
  },
  'personal-accounts-only': {
    match: { aadsts: [9002346] },
    source: 'answers in public code',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/tenantId',
    cause: { en: 'The application is for personal Microsoft accounts only.', de: 'Die Anwendung ist nur für persönliche Microsoft-Konten.' },
    fix: { en: 'Enter consumers as Tenant ID.', de: 'Tragen Sie consumers als Mandanten-ID ein.' },
  },
  'account-type-refused': {
    match: { aadsts: [500208] },
    source: 'learn.microsoft.com, Entra error codes',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/tenantId',
    cause: { en: 'Accounts of this kind cannot sign in at the tenant[ {tenantId}].', de: 'Konten dieser Art können sich am Mandanten[ {tenantId}] nicht anmelden.' },
    fix: {
      en: 'For a work account enter the GUID or the domain of its tenant as Tenant ID, for a personal one (Outlook.com) consumers.',
      de: 'Tragen Sie als Mandanten-ID für ein Geschäftskonto die GUID oder die Domäne seines Mandanten ein, für ein persönliches (Outlook.com) consumers.',
    },
  },
  'account-not-in-tenant': {
    match: { aadsts: [50020, 50034, 51004] },
    source: 'learn.microsoft.com, HDInsight; learn.microsoft.com, Entra error codes',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/tenantId',
    cause: { en: 'The account that signed in does not exist in the tenant[ {tenantId}].', de: 'Das angemeldete Konto gibt es im Mandanten[ {tenantId}] nicht.' },
    fix: { en: 'Sign in with an account of this tenant, or correct the Tenant ID.', de: 'Melden Sie sich mit einem Konto dieses Mandanten an, oder berichtigen Sie die Mandanten-ID.' },
  },
  'account-locked': {
    match: { aadsts: [50053] },
    source: 'learn.microsoft.com, Entra error codes',
    owner: 'entra-admin',
    retry: 'later',
    link: signInLogs,
    cause: { en: 'The account is locked after too many tries, or the sign-in came from an address that Microsoft takes for malicious.', de: 'Das Konto ist nach zu vielen Versuchen gesperrt, oder die Anmeldung kam von einer Adresse, die Microsoft für bösartig hält.' },
    fix: {
      en: 'Entra ID → Sign-in logs names the reason at this sign-in. Unlock the account, or let this machine go out by another address; then sign in again.',
      de: 'Entra ID → Anmeldeprotokolle nennt bei dieser Anmeldung den Grund. Entsperren Sie das Konto, oder lassen Sie diese Maschine über eine andere Adresse hinaus; dann erneut anmelden.',
    },
  },
  'account-disabled': {
    match: { aadsts: [50057] },
    source: 'learn.microsoft.com, Entra error codes',
    owner: 'entra-admin',
    retry: 'no',
    cause: { en: 'The account is disabled.', de: 'Das Konto ist deaktiviert.' },
    fix: {
      en: 'Entra ID → Users → the account → Account status: enable it. Then sign in again.',
      de: 'Entra ID → Benutzer → das Konto → Kontostatus: aktivieren. Danach erneut anmelden.',
    },
  },
  'account-password-expired': {
    match: { aadsts: [50055] },
    source: 'learn.microsoft.com, Entra error codes',
    owner: 'telephone-admin',
    retry: 'no',
    cause: { en: 'The password of the account has expired.', de: 'Das Kennwort des Kontos ist abgelaufen.' },
    fix: { en: 'Sign in as this account at https://myaccount.microsoft.com, set a new password, then sign in here again.', de: 'Melden Sie sich mit diesem Konto unter https://myaccount.microsoft.com an, setzen Sie ein neues Kennwort, dann hier erneut anmelden.' },
  },
  'account-password-wrong': {
    match: { aadsts: [50126] },
    source: 'DisplayMonkey#185',
    owner: 'telephone-admin',
    retry: 'no',
    cause: { en: 'The account’s name or password was wrong.', de: 'Name oder Kennwort des Kontos waren falsch.' },
    fix: { en: 'Sign in again with the right password.', de: 'Melden Sie sich mit dem richtigen Kennwort erneut an.' },
  },
} satisfies Record<string, Explanation>;

const codeAndService = {
  'assertion-refused': {
    match: { aadsts: [50013, 700027] },
    source: 'learn.microsoft.com, Entra error codes',
    owner: 'entra-admin',
    retry: 'no',
    link: { to: 'secrets', text: { en: 'Certificates & secrets of this application', de: 'Zertifikate & Geheimnisse dieser Anwendung' } },
    cause: {
      en: 'Microsoft does not accept the signed assertion that was sent in place of a secret: its certificate is not one of the application, or the clock of whoever signed it is wrong.',
      de: 'Microsoft akzeptiert die signierte Assertion nicht, die anstelle eines Geheimnisses gesendet wurde: Ihr Zertifikat gehört nicht zur Anwendung, oder die Uhr des Signierenden geht falsch.',
    },
    fix: {
      en: 'Compare the thumbprint with Entra ID → App registrations → [{applicationId}|this application] → Certificates & secrets → Certificates, and check the clock of the machine that signs.',
      de: 'Vergleichen Sie den Fingerabdruck mit Entra ID → App-Registrierungen → [{applicationId}|diese Anwendung] → Zertifikate & Geheimnisse → Zertifikate, und prüfen Sie die Uhr der Maschine, die signiert.',
    },
  },
  'code-not-used-yet': {
    match: { aadsts: [70016], oauth: ['authorization_pending'] },
    source: 'ESPTeamsPresence#49',
    owner: 'telephone-admin',
    retry: 'at-once',
    cause: { en: 'Microsoft still waits for somebody to sign in with the code.', de: 'Microsoft wartet noch darauf, dass sich jemand mit dem Code anmeldet.' },
    fix: { en: 'Open the address shown, enter the code and finish the sign-in.', de: 'Öffnen Sie die gezeigte Adresse, geben Sie den Code ein und schließen Sie die Anmeldung ab.' },
  },
  'code-unknown': {
    match: { aadsts: [70018, 90119, 90120], oauth: ['bad_verification_code'] },
    source: 'learn.microsoft.com, OAuth 2.0 device authorization grant',
    owner: 'telephone-admin',
    retry: 'no',
    cause: { en: 'Microsoft does not take this code: it was mistyped, or has been used already.', de: 'Microsoft nimmt diesen Code nicht an: Er wurde falsch eingegeben oder ist schon verbraucht.' },
    fix: { en: 'Get a new code, copy it and enter it once.', de: 'Fordern Sie einen neuen Code an, kopieren Sie ihn und geben Sie ihn einmal ein.' },
  },
  'code-of-another-region': {
    match: { aadsts: [50134] },
    source: 'learn.microsoft.com, Entra error codes',
    owner: 'telephone-admin',
    retry: 'no',
    cause: { en: 'The account belongs to another data centre than the one that the code came from.', de: 'Das Konto gehört zu einem anderen Rechenzentrum als dem, aus dem der Code stammt.' },
    fix: { en: 'Enter the GUID of the account’s own tenant as Tenant ID, get a new code and sign in again.', de: 'Tragen Sie als Mandanten-ID die GUID des Mandanten ein, zu dem das Konto gehört, fordern Sie einen neuen Code an und melden Sie sich erneut an.' },
    pointer: '/tenantId',
  },
  'too-many-requests': {
    match: { aadsts: [90055], status: { identity: [429] } },
    source: 'learn.microsoft.com, Entra error codes',
    owner: 'nobody',
    retry: 'later',
    retryAfterMinutes: 5,
    cause: { en: 'Microsoft limits the requests of this tenant at the moment.', de: 'Microsoft begrenzt zurzeit die Anfragen dieses Mandanten.' },
    fix: { en: 'Wait some minutes and try again.', de: 'Warten Sie einige Minuten und versuchen Sie es erneut.' },
  },
  'asked-too-often': {
    match: { aadsts: [50196], oauth: ['slow_down'] },
    source: 'MSAL.NET#1495; RFC 8628 section 3.5',
    owner: 'nobody',
    retry: 'later',
    retryAfterMinutes: 5,
    cause: { en: 'Microsoft has been asked too often in a short time. This is no fault of yours.', de: 'Microsoft wurde in kurzer Zeit zu oft gefragt. Das liegt nicht an Ihnen.' },
    fix: { en: 'Wait some minutes and try again.', de: 'Warten Sie einige Minuten und versuchen Sie es erneut.' },
  },
  'identity-unavailable': {
    match: { aadsts: [90024, 90033, 90006], oauth: ['temporarily_unavailable', 'server_error'], status: { identity: ['5xx'] } },
    source: 'learn.microsoft.com, Entra error codes',
    owner: 'nobody',
    retry: 'later',
    retryAfterMinutes: 5,
    cause: { en: 'Microsoft’s sign-in service reports a fault of its own.', de: 'Der Anmeldedienst von Microsoft meldet eine eigene Störung.' },
    fix: { en: 'Try again later. The state of the service is shown at status.cloud.microsoft.', de: 'Versuchen Sie es später erneut. Den Zustand des Dienstes zeigt status.cloud.microsoft.' },
  },
  'identity-silent': {
    match: { insteadOf: [{ code: 'connection-timeout', at: 'identity-after-connecting' }] },
    source: 'seen by the check itself',
    owner: 'network-admin',
    retry: 'later',
    retryAfterMinutes: 5,
    cause: { en: '[{host}|The server] takes the connection, but does not answer.', de: '[{host}|Der Server] nimmt die Verbindung an, antwortet aber nicht.' },
    fix: {
      en: 'Try again in some minutes. If it stays so, look for a proxy or a firewall that holds back encrypted traffic between this machine and [{host}|the server].',
      de: 'Versuchen Sie es in einigen Minuten erneut. Bleibt es so, suchen Sie nach einem Proxy oder einer Firewall, die verschlüsselte Verbindungen zwischen dieser Maschine und [{host}|dem Server] zurückhält.',
    },
  },
  'identity-answer-unreadable': {
    match: { insteadOf: [{ code: 'not-a-mail-server', at: 'identity' }] },
    source: 'seen by the check itself',
    owner: 'network-admin',
    retry: 'no',
    cause: { en: 'What answered at [{host}|the server] is not Microsoft’s sign-in service: the answer is not of its form.', de: 'Was unter [{host}|dieser Adresse] antwortet, ist nicht der Anmeldedienst von Microsoft: Die Antwort hat nicht seine Form.' },
    fix: { en: 'Look for a proxy or a portal between this machine and [{host}|the server] that answers in its place.', de: 'Suchen Sie nach einem Proxy oder Portal zwischen dieser Maschine und [{host}|dem Server], das an seiner Stelle antwortet.' },
  },
  'identity-refused': {
    match: { unknown: 'identity' },
    source: 'RFC 6749 section 5.2',
    owner: 'entra-admin',
    retry: 'no',
    link: signInLogs,
    cause: {
      en: 'Microsoft refused the sign-in[ ({error})], for a reason that this version does not know. Network and encryption are fine, since Microsoft has answered; the mailbox has not been asked yet.',
      de: 'Microsoft hat die Anmeldung abgelehnt[ ({error})], aus einem Grund, den diese Version nicht kennt. Netz und Verschlüsselung stimmen, denn Microsoft hat geantwortet; das Postfach wurde noch nicht gefragt.',
    },
    fix: {
      en: 'Find the sign-in by the answer’s correlation ID in Entra ID → Sign-in logs: its failure reason says more. What a number behind AADSTS means is told at https://login.microsoftonline.com/error.',
      de: 'Suchen Sie die Anmeldung mit der Korrelations-ID der Antwort in Entra ID → Anmeldeprotokolle: Die Fehlerursache dort sagt mehr. Was eine Nummer hinter AADSTS bedeutet, steht unter https://login.microsoftonline.com/error.',
    },
  },
} satisfies Record<string, Explanation>;

/** What Microsoft's identity endpoints refuse, and when they do not answer. `tenantId`, `applicationId`, `host`, `permission` and `api` are in the params. */
export const identityExplanations = { ...tenantAndAccount, ...applicationExplanations, ...consentExplanations, ...policyExplanations, ...codeAndService };
