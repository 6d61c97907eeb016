import type { Explanation } from './explanation.ts';

/** What Microsoft's identity endpoints refuse. Numbers and their meaning: learn.microsoft.com/entra/identity-platform/reference-error-codes */
export const identityExplanations = {
  'app-not-found': {
    owner: 'telephone-admin',
    pointer: '/applicationId',
    cause: {
      en: 'Microsoft knows no application {applicationId} in the tenant {tenantId}.',
      de: 'Microsoft kennt im Mandanten {tenantId} keine Anwendung {applicationId}.',
    },
    fix: {
      en: 'Compare Application ID and Tenant ID with the overview page of the app registration (“Application (client) ID” and “Directory (tenant) ID”). The object ID on the same page is a different one.',
      de: 'Vergleichen Sie Anwendungs-ID und Mandanten-ID mit der Übersichtsseite der App-Registrierung („Anwendungs-ID (Client)“ und „Verzeichnis-ID (Mandant)“). Die Objekt-ID auf derselben Seite ist eine andere.',
    },
  },
  'app-disabled': {
    owner: 'entra-admin',
    cause: { en: 'The application {applicationId} is disabled in Entra.', de: 'Die Anwendung {applicationId} ist in Entra deaktiviert.' },
    fix: {
      en: 'Entra ID → Enterprise apps → this application → Properties → Enabled for users to sign-in: Yes.',
      de: 'Entra ID → Unternehmens-Apps → diese Anwendung → Eigenschaften → Aktiviert für die Benutzeranmeldung: Ja.',
    },
  },
  'tenant-not-found': {
    owner: 'telephone-admin',
    pointer: '/tenantId',
    cause: { en: 'Microsoft knows no tenant {tenantId}.', de: 'Microsoft kennt keinen Mandanten {tenantId}.' },
    fix: {
      en: 'Enter the “Directory (tenant) ID” from the overview page of the app registration, or a domain that is verified in this tenant.',
      de: 'Tragen Sie die „Verzeichnis-ID (Mandant)“ von der Übersichtsseite der App-Registrierung ein, oder eine Domäne, die in diesem Mandanten bestätigt ist.',
    },
  },
  'other-cloud': {
    owner: 'telephone-admin',
    pointer: '/tenantId',
    cause: { en: 'The tenant {tenantId} belongs to another Microsoft cloud.', de: 'Der Mandant {tenantId} gehört zu einer anderen Microsoft-Cloud.' },
    fix: { en: 'Choose the cloud in which the tenant was made.', de: 'Wählen Sie die Cloud, in der der Mandant angelegt ist.' },
  },
  'public-client-off': {
    owner: 'entra-admin',
    cause: {
      en: 'The application does not allow public client flows, and the device code is one.',
      de: 'Die Anwendung erlaubt keine öffentlichen Clientflows; die Anmeldung mit Gerätecode ist einer.',
    },
    fix: {
      en: 'Entra ID → App registrations → {applicationId} → Authentication → Allow public client flows: Yes, then Save.',
      de: 'Entra ID → App-Registrierungen → {applicationId} → Authentifizierung → Öffentliche Clientflows zulassen: Ja, dann Speichern.',
    },
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
  'account-not-in-tenant': {
    owner: 'telephone-admin',
    cause: { en: 'The account that signed in does not exist in the tenant {tenantId}.', de: 'Das angemeldete Konto gibt es im Mandanten {tenantId} nicht.' },
    fix: { en: 'Sign in with an account of this tenant, or correct the Tenant ID.', de: 'Melden Sie sich mit einem Konto dieses Mandanten an, oder berichtigen Sie die Mandanten-ID.' },
  },
  'account-unusable': {
    owner: 'entra-admin',
    cause: { en: 'The account is locked, disabled, or its password has expired.', de: 'Das Konto ist gesperrt, deaktiviert, oder sein Kennwort ist abgelaufen.' },
    fix: {
      en: 'The failure reason is in the sign-in log of the account (Entra ID → Users → the account → Sign-in logs). Repair the account, then sign in again.',
      de: 'Der Grund steht im Anmeldeprotokoll des Kontos (Entra ID → Benutzer → das Konto → Anmeldeprotokolle). Bringen Sie das Konto in Ordnung und melden Sie sich erneut an.',
    },
  },
  'consent-missing': {
    owner: 'entra-admin',
    cause: { en: 'Nobody has consented that the application {applicationId} sends mail.', de: 'Niemand hat zugestimmt, dass die Anwendung {applicationId} E-Mails sendet.' },
    fix: {
      en: 'Entra ID → App registrations → this application → API permissions: add SMTP.Send (Microsoft Graph, delegated) and press Grant admin consent.',
      de: 'Entra ID → App-Registrierungen → diese Anwendung → API-Berechtigungen: SMTP.Send hinzufügen (Microsoft Graph, delegiert) und Administratorzustimmung erteilen.',
    },
  },
  'permission-not-declared': {
    owner: 'entra-admin',
    cause: { en: 'The application {applicationId} does not list the permission that was asked for.', de: 'In der Anwendung {applicationId} ist die angeforderte Berechtigung nicht eingetragen.' },
    fix: {
      en: 'Entra ID → App registrations → this application → API permissions: add SMTP.Send (Microsoft Graph, delegated), then Grant admin consent.',
      de: 'Entra ID → App-Registrierungen → diese Anwendung → API-Berechtigungen: SMTP.Send (Microsoft Graph, delegiert) hinzufügen, dann Administratorzustimmung erteilen.',
    },
  },
  'user-not-assigned': {
    owner: 'entra-admin',
    cause: { en: 'The application demands that users are assigned, and this account is not.', de: 'Die Anwendung verlangt zugewiesene Benutzer, und dieses Konto ist es nicht.' },
    fix: {
      en: 'Entra ID → Enterprise apps → this application: assign the account under Users and groups, or set Properties → Assignment required to No.',
      de: 'Entra ID → Unternehmens-Apps → diese Anwendung: das Konto unter Benutzer und Gruppen zuweisen, oder Eigenschaften → Zuweisung erforderlich auf Nein stellen.',
    },
  },
  'mfa-needed': {
    owner: 'telephone-admin',
    cause: { en: 'Microsoft asks for multi-factor authentication.', de: 'Microsoft verlangt die mehrstufige Authentifizierung.' },
    fix: { en: 'Sign in again and finish the second factor in the browser. Register it first if the account has none.', de: 'Melden Sie sich erneut an und schließen Sie den zweiten Faktor im Browser ab. Hat das Konto noch keinen, richten Sie ihn zuerst ein.' },
  },
  'mfa-expired': {
    owner: 'telephone-admin',
    cause: { en: 'The remembered multi-factor authentication has become too old for a policy of the tenant.', de: 'Die gemerkte mehrstufige Authentifizierung ist für eine Richtlinie des Mandanten zu alt.' },
    fix: { en: 'Sign in again. It will come back as often as the policy says; an exception for this account ends that.', de: 'Melden Sie sich erneut an. Das wiederholt sich, so oft es die Richtlinie vorsieht; eine Ausnahme für dieses Konto beendet das.' },
  },
  'blocked-by-policy': {
    owner: 'entra-admin',
    cause: { en: 'A Conditional Access policy of the tenant blocks this sign-in; often it is the one that blocks device codes.', de: 'Eine Richtlinie für bedingten Zugriff im Mandanten blockiert diese Anmeldung; oft ist es die, die Gerätecodes sperrt.' },
    fix: {
      en: 'Entra ID → Sign-in logs shows which policy it was. Exclude this account from “Block device code flow” (Conditional Access → Policies), then sign in again.',
      de: 'Entra ID → Anmeldeprotokolle zeigt, welche Richtlinie es war. Nehmen Sie dieses Konto von „Gerätecodeflow blockieren“ aus (Bedingter Zugriff → Richtlinien), dann erneut anmelden.',
    },
  },
  'blocked-by-security-defaults': {
    owner: 'entra-admin',
    cause: { en: 'The security defaults of the tenant block this sign-in.', de: 'Die Sicherheitsstandards des Mandanten blockieren diese Anmeldung.' },
    fix: { en: 'Replace the security defaults by Conditional Access policies with an exception for this account.', de: 'Ersetzen Sie die Sicherheitsstandards durch Richtlinien für bedingten Zugriff mit einer Ausnahme für dieses Konto.' },
  },
  'sign-in-revoked': {
    owner: 'telephone-admin',
    cause: { en: 'Microsoft has revoked the sign-in, often after a change of the password.', de: 'Microsoft hat die Anmeldung widerrufen, oft nach einer Kennwortänderung.' },
    fix: { en: 'Sign in again.', de: 'Melden Sie sich erneut an.' },
  },
  'sign-in-inactive': {
    owner: 'telephone-admin',
    cause: { en: 'The sign-in has ended because it was not used for too long, or because a policy limits how long it lasts.', de: 'Die Anmeldung ist beendet, weil sie zu lange nicht benutzt wurde oder eine Richtlinie ihre Dauer begrenzt.' },
    fix: { en: 'Sign in again.', de: 'Melden Sie sich erneut an.' },
  },
  'wrong-scope': {
    owner: 'telephone-admin',
    cause: { en: 'Microsoft does not accept the scope that was asked for in this cloud.', de: 'Microsoft akzeptiert den angeforderten Bereich in dieser Cloud nicht.' },
    fix: { en: 'Check that the tenant belongs to the chosen cloud and has Exchange Online.', de: 'Prüfen Sie, ob der Mandant zur gewählten Cloud gehört und Exchange Online hat.' },
  },
  'too-many-requests': {
    owner: 'nobody',
    retryAfterMinutes: 5,
    cause: { en: 'Microsoft limits the requests of this tenant at the moment.', de: 'Microsoft begrenzt zurzeit die Anfragen dieses Mandanten.' },
    fix: { en: 'Wait some minutes and try again.', de: 'Warten Sie einige Minuten und versuchen Sie es erneut.' },
  },
  'identity-unavailable': {
    owner: 'nobody',
    retryAfterMinutes: 5,
    cause: { en: 'Microsoft’s sign-in service reports a fault of its own.', de: 'Der Anmeldedienst von Microsoft meldet eine eigene Störung.' },
    fix: { en: 'Try again later. The state of the service is shown at status.cloud.microsoft.', de: 'Versuchen Sie es später erneut. Den Zustand des Dienstes zeigt status.cloud.microsoft.' },
  },
  'identity-answer-unreadable': {
    owner: 'network-admin',
    cause: { en: 'What answered at {host} is not Microsoft’s sign-in service: the answer is not of its form.', de: 'Was unter {host} antwortet, ist nicht der Anmeldedienst von Microsoft: Die Antwort hat nicht seine Form.' },
    fix: { en: 'Look for a proxy or a portal between this machine and {host} that answers in its place.', de: 'Suchen Sie nach einem Proxy oder Portal zwischen dieser Maschine und {host}, das an seiner Stelle antwortet.' },
  },
  'identity-refused': {
    owner: 'entra-admin',
    cause: { en: 'Microsoft refused the sign-in ({error}).', de: 'Microsoft hat die Anmeldung abgelehnt ({error}).' },
    fix: { en: 'The answer below names the reason; with its correlation ID it is found in the sign-in log of Entra ID.', de: 'Die Antwort unten nennt den Grund; mit ihrer Korrelations-ID finden Sie sie im Anmeldeprotokoll von Entra ID.' },
  },
} satisfies Record<string, Explanation>;

type Code = keyof typeof identityExplanations;

const numbers: Record<Code, readonly number[]> = {
  'app-not-found': [700016, 700011, 70001],
  'app-disabled': [7000112],
  'tenant-not-found': [90002, 90019, 900023, 50059],
  'other-cloud': [90038, 900382, 900432],
  'public-client-off': [7000218],
  'single-tenant': [50194],
  'work-accounts-only': [9002332, 500208],
  'personal-accounts-only': [9002346],
  'account-not-in-tenant': [50020, 50034, 51004],
  'account-unusable': [50053, 50055, 50057, 50126],
  'consent-missing': [65001, 90094, 90095, 65004],
  'permission-not-declared': [650056, 650057, 65006],
  'user-not-assigned': [50105],
  'mfa-needed': [50076, 50079, 50074, 50072, 50158],
  'mfa-expired': [50078],
  'blocked-by-policy': [53003, 530032, 530036, 50131, 53000, 50097],
  'blocked-by-security-defaults': [530035],
  'sign-in-revoked': [50173],
  'sign-in-inactive': [700082, 70008, 70043],
  'wrong-scope': [70011, 28002, 700022, 500011, 650052],
  'too-many-requests': [90055, 50196],
  'identity-unavailable': [90024, 90033, 90006],
  'identity-answer-unreadable': [],
  'identity-refused': [],
};

const byNumber = new Map(Object.entries(numbers).flatMap(([code, list]) => list.map((number) => [number, code as Code] as const)));

/** The explanation's code for an AADSTS number, or null. It chooses the help text only; what is done depends on OAuth's `error`. */
export function identityCode(aadsts: number): Code | null {
  return byNumber.get(aadsts) ?? null;
}
