import { applicationExplanations } from './application.ts';
import { consentExplanations } from './consent.ts';
import type { Explanation } from './explanation.ts';
import { policyExplanations } from './policy.ts';

const signInLogs = { to: 'sign-in-logs', text: { en: 'Sign-in logs', de: 'Anmeldeprotokolle' } } as const;

const tenantAndAccount = {
  'tenant-not-found': {
    owner: 'telephone-admin',
    pointer: '/tenantId',
    cause: { en: 'Microsoft knows no tenant {tenantId}.', de: 'Microsoft kennt keinen Mandanten {tenantId}.' },
    fix: {
      en: 'Enter the “Directory (tenant) ID” from the overview page of the app registration, or a domain that is verified in this tenant. A tenant of another cloud is not found, either: check the cloud.',
      de: 'Tragen Sie die „Verzeichnis-ID (Mandant)“ von der Übersichtsseite der App-Registrierung ein, oder eine Domäne, die in diesem Mandanten bestätigt ist. Auch ein Mandant einer anderen Cloud wird nicht gefunden: Prüfen Sie die Cloud.',
    },
  },
  'other-cloud': {
    owner: 'telephone-admin',
    pointer: '/cloud',
    offer: 'choose-cloud',
    cause: { en: 'The tenant {tenantId} belongs to another Microsoft cloud.', de: 'Der Mandant {tenantId} gehört zu einer anderen Microsoft-Cloud.' },
    fix: { en: 'Choose the cloud in which the tenant was made.', de: 'Wählen Sie die Cloud, in der der Mandant angelegt ist.' },
  },
  'tenant-alias-refused': {
    owner: 'telephone-admin',
    pointer: '/tenantId',
    cause: { en: '“{tenantId}” stands for any tenant; an application that signs in by itself needs a real one.', de: '„{tenantId}“ steht für beliebige Mandanten; eine Anwendung, die sich selbst anmeldet, braucht einen wirklichen.' },
    fix: { en: 'Enter the GUID or the domain of the tenant as Tenant ID.', de: 'Tragen Sie als Mandanten-ID die GUID oder die Domäne des Mandanten ein.' },
  },
  'single-tenant': {
    owner: 'telephone-admin',
    pointer: '/tenantId',
    cause: {
      en: 'The application belongs to one tenant only, and “{tenantId}” stands for any.',
      de: 'Die Anwendung gehört nur zu einem Mandanten, „{tenantId}“ steht aber für beliebige.',
    },
    fix: { en: 'Enter the GUID or the domain of that tenant as Tenant ID.', de: 'Tragen Sie als Mandanten-ID die GUID oder die Domäne dieses Mandanten ein.' },
  },
  'work-accounts-only': {
    owner: 'telephone-admin',
    pointer: '/tenantId',
    cause: { en: 'The application is for work accounts only, but the Tenant ID is “{tenantId}”.', de: 'Die Anwendung ist nur für Geschäftskonten, die Mandanten-ID ist aber „{tenantId}“.' },
    fix: { en: 'Enter the GUID or the domain of the tenant.', de: 'Tragen Sie die GUID oder die Domäne des Mandanten ein.' },
  },
  'personal-accounts-only': {
    owner: 'telephone-admin',
    pointer: '/tenantId',
    cause: { en: 'The application is for personal Microsoft accounts only.', de: 'Die Anwendung ist nur für persönliche Microsoft-Konten.' },
    fix: { en: 'Enter consumers as Tenant ID.', de: 'Tragen Sie consumers als Mandanten-ID ein.' },
  },
  'account-type-refused': {
    owner: 'telephone-admin',
    pointer: '/tenantId',
    cause: { en: 'Accounts of this kind cannot sign in at the tenant {tenantId}.', de: 'Konten dieser Art können sich am Mandanten {tenantId} nicht anmelden.' },
    fix: {
      en: 'For a work account enter the GUID or the domain of its tenant as Tenant ID, for a personal one (Outlook.com) consumers.',
      de: 'Tragen Sie als Mandanten-ID für ein Geschäftskonto die GUID oder die Domäne seines Mandanten ein, für ein persönliches (Outlook.com) consumers.',
    },
  },
  'account-not-in-tenant': {
    owner: 'telephone-admin',
    pointer: '/tenantId',
    cause: { en: 'The account that signed in does not exist in the tenant {tenantId}.', de: 'Das angemeldete Konto gibt es im Mandanten {tenantId} nicht.' },
    fix: { en: 'Sign in with an account of this tenant, or correct the Tenant ID.', de: 'Melden Sie sich mit einem Konto dieses Mandanten an, oder berichtigen Sie die Mandanten-ID.' },
  },
  'account-locked': {
    owner: 'entra-admin',
    link: signInLogs,
    cause: { en: 'The account is locked after too many tries, or the sign-in came from an address that Microsoft takes for malicious.', de: 'Das Konto ist nach zu vielen Versuchen gesperrt, oder die Anmeldung kam von einer Adresse, die Microsoft für bösartig hält.' },
    fix: {
      en: 'Entra ID → Sign-in logs names the reason at this sign-in. Unlock the account, or let this machine go out by another address; then sign in again.',
      de: 'Entra ID → Anmeldeprotokolle nennt bei dieser Anmeldung den Grund. Entsperren Sie das Konto, oder lassen Sie diese Maschine über eine andere Adresse hinaus; dann erneut anmelden.',
    },
  },
  'account-disabled': {
    owner: 'entra-admin',
    cause: { en: 'The account is disabled.', de: 'Das Konto ist deaktiviert.' },
    fix: {
      en: 'Entra ID → Users → the account → Account status: enable it. Then sign in again.',
      de: 'Entra ID → Benutzer → das Konto → Kontostatus: aktivieren. Danach erneut anmelden.',
    },
  },
  'account-password-expired': {
    owner: 'telephone-admin',
    cause: { en: 'The password of the account has expired.', de: 'Das Kennwort des Kontos ist abgelaufen.' },
    fix: { en: 'Sign in as this account at https://myaccount.microsoft.com, set a new password, then sign in here again.', de: 'Melden Sie sich mit diesem Konto unter https://myaccount.microsoft.com an, setzen Sie ein neues Kennwort, dann hier erneut anmelden.' },
  },
  'account-password-wrong': {
    owner: 'telephone-admin',
    cause: { en: 'The account’s name or password was wrong.', de: 'Name oder Kennwort des Kontos waren falsch.' },
    fix: { en: 'Sign in again with the right password.', de: 'Melden Sie sich mit dem richtigen Kennwort erneut an.' },
  },
} satisfies Record<string, Explanation>;

const codeAndService = {
  'code-not-used-yet': {
    owner: 'telephone-admin',
    cause: { en: 'Microsoft still waits for somebody to sign in with the code.', de: 'Microsoft wartet noch darauf, dass sich jemand mit dem Code anmeldet.' },
    fix: { en: 'Open the address shown, enter the code and finish the sign-in.', de: 'Öffnen Sie die gezeigte Adresse, geben Sie den Code ein und schließen Sie die Anmeldung ab.' },
  },
  'code-unknown': {
    owner: 'telephone-admin',
    cause: { en: 'Microsoft does not take this code: it was mistyped, or has been used already.', de: 'Microsoft nimmt diesen Code nicht an: Er wurde falsch eingegeben oder ist schon verbraucht.' },
    fix: { en: 'Get a new code, copy it and enter it once.', de: 'Fordern Sie einen neuen Code an, kopieren Sie ihn und geben Sie ihn einmal ein.' },
  },
  'code-of-another-region': {
    owner: 'telephone-admin',
    cause: { en: 'The account belongs to another data centre than the one that the code came from.', de: 'Das Konto gehört zu einem anderen Rechenzentrum als dem, aus dem der Code stammt.' },
    fix: { en: 'Enter the GUID of the account’s own tenant as Tenant ID, get a new code and sign in again.', de: 'Tragen Sie als Mandanten-ID die GUID des Mandanten ein, zu dem das Konto gehört, fordern Sie einen neuen Code an und melden Sie sich erneut an.' },
    pointer: '/tenantId',
  },
  'too-many-requests': {
    owner: 'nobody',
    retryAfterMinutes: 5,
    cause: { en: 'Microsoft limits the requests of this tenant at the moment.', de: 'Microsoft begrenzt zurzeit die Anfragen dieses Mandanten.' },
    fix: { en: 'Wait some minutes and try again.', de: 'Warten Sie einige Minuten und versuchen Sie es erneut.' },
  },
  'asked-too-often': {
    owner: 'nobody',
    retryAfterMinutes: 5,
    cause: { en: 'Microsoft has been asked too often in a short time. This is no fault of yours.', de: 'Microsoft wurde in kurzer Zeit zu oft gefragt. Das liegt nicht an Ihnen.' },
    fix: { en: 'Wait some minutes and try again.', de: 'Warten Sie einige Minuten und versuchen Sie es erneut.' },
  },
  'identity-unavailable': {
    owner: 'nobody',
    retryAfterMinutes: 5,
    cause: { en: 'Microsoft’s sign-in service reports a fault of its own.', de: 'Der Anmeldedienst von Microsoft meldet eine eigene Störung.' },
    fix: { en: 'Try again later. The state of the service is shown at status.cloud.microsoft.', de: 'Versuchen Sie es später erneut. Den Zustand des Dienstes zeigt status.cloud.microsoft.' },
  },
  'identity-silent': {
    owner: 'network-admin',
    retryAfterMinutes: 5,
    cause: { en: '{host} takes the connection, but does not answer.', de: '{host} nimmt die Verbindung an, antwortet aber nicht.' },
    fix: {
      en: 'Try again in some minutes. If it stays so, look for a proxy or a firewall that holds back encrypted traffic between this machine and {host}.',
      de: 'Versuchen Sie es in einigen Minuten erneut. Bleibt es so, suchen Sie nach einem Proxy oder einer Firewall, die verschlüsselte Verbindungen zwischen dieser Maschine und {host} zurückhält.',
    },
  },
  'identity-answer-unreadable': {
    owner: 'network-admin',
    cause: { en: 'What answered at {host} is not Microsoft’s sign-in service: the answer is not of its form.', de: 'Was unter {host} antwortet, ist nicht der Anmeldedienst von Microsoft: Die Antwort hat nicht seine Form.' },
    fix: { en: 'Look for a proxy or a portal between this machine and {host} that answers in its place.', de: 'Suchen Sie nach einem Proxy oder Portal zwischen dieser Maschine und {host}, das an seiner Stelle antwortet.' },
  },
  'identity-refused': {
    owner: 'entra-admin',
    link: signInLogs,
    cause: { en: 'Microsoft refused the sign-in ({error}).', de: 'Microsoft hat die Anmeldung abgelehnt ({error}).' },
    fix: { en: 'The answer below names the reason; with its correlation ID it is found in the sign-in log of Entra ID.', de: 'Die Antwort unten nennt den Grund; mit ihrer Korrelations-ID finden Sie sie im Anmeldeprotokoll von Entra ID.' },
  },
} satisfies Record<string, Explanation>;

/** What Microsoft's identity endpoints refuse, and when they do not answer. `tenantId`, `applicationId`, `host`, `permission` and `api` are in the params. */
export const identityExplanations = { ...tenantAndAccount, ...applicationExplanations, ...consentExplanations, ...policyExplanations, ...codeAndService };
