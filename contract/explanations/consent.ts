import type { Explanation } from './explanation.ts';

const consentPage = { to: 'consent', text: { en: 'Consent page for this application', de: 'Zustimmungsseite für diese Anwendung' } } as const;
const apiPermissions = { to: 'api-permissions', text: { en: 'API permissions of this application', de: 'API-Berechtigungen dieser Anwendung' } } as const;

/** Who may do what: consent, permissions, assignment. `{permission}` and `{api}` are in the params of each. */
export const consentExplanations = {
  'consent-missing': {
    match: { aadsts: [65001], oauth: ['consent_required'] },
    source: 'active-directory-javascript-singlepageapp-react tutorial#17',
    owner: 'entra-admin',
    retry: 'no',
    link: consentPage,
    cause: { en: 'Nobody has consented that the application[ {applicationId}] uses [{permission}|what it asks for].', de: 'Niemand hat zugestimmt, dass die Anwendung[ {applicationId}] [{permission}|das, was sie verlangt,] verwendet.' },
    fix: {
      en: 'Entra ID → App registrations → [{applicationId}|this application] → API permissions: [{permission} ({api})|the permission] must be listed; then Grant admin consent. Then sign in again.',
      de: 'Entra ID → App-Registrierungen → [{applicationId}|diese Anwendung] → API-Berechtigungen: [{permission} ({api})|die Berechtigung] muss eingetragen sein; dann Administratorzustimmung erteilen. Danach erneut anmelden.',
    },
  },
  'admin-consent-needed': {
    match: { aadsts: [90094] },
    source: 'learn.microsoft.com, Entra error codes',
    owner: 'entra-admin',
    retry: 'no',
    link: consentPage,
    cause: { en: 'In this tenant users may not consent by themselves: [{permission}|what the application asks for] needs the consent of an administrator.', de: 'In diesem Mandanten dürfen Benutzer nicht selbst zustimmen: [{permission}|Was die Anwendung verlangt,] braucht die Zustimmung eines Administrators.' },
    fix: {
      en: 'A Cloud Application Administrator opens the consent page and accepts, or presses Grant admin consent in Entra ID → App registrations → [{applicationId}|this application] → API permissions. Then sign in again.',
      de: 'Ein Cloudanwendungsadministrator öffnet die Zustimmungsseite und nimmt an, oder drückt Administratorzustimmung erteilen in Entra ID → App-Registrierungen → [{applicationId}|diese Anwendung] → API-Berechtigungen. Danach erneut anmelden.',
    },
  },
  'consent-requested': {
    match: { aadsts: [90095] },
    source: 'learn.microsoft.com, Entra error codes',
    owner: 'entra-admin',
    retry: 'later',
    link: consentPage,
    retryAfterMinutes: 60,
    cause: { en: 'The consent[ to {permission}] has been requested from an administrator, who has not decided yet.', de: 'Die Zustimmung[ zu {permission}] ist bei einem Administrator angefragt, der noch nicht entschieden hat.' },
    fix: {
      en: 'Entra ID → Enterprise apps → Admin consent requests: review and approve the request for [{applicationId}|the application]. Then sign in again.',
      de: 'Entra ID → Unternehmens-Apps → Administratoreinwilligungsanforderungen: die Anfrage für [{applicationId}|die Anwendung] prüfen und genehmigen. Danach erneut anmelden.',
    },
  },
  'consent-declined': {
    match: { aadsts: [65004] },
    source: 'learn.microsoft.com, Entra error codes',
    owner: 'telephone-admin',
    retry: 'at-once',
    cause: { en: 'Whoever signed in did not accept that the application uses [{permission}|what it asks for].', de: 'Wer sich angemeldet hat, hat nicht angenommen, dass die Anwendung [{permission}|das, was sie verlangt,] verwendet.' },
    fix: { en: 'Sign in again and press Accept when Microsoft asks.', de: 'Melden Sie sich erneut an und drücken Sie Akzeptieren, wenn Microsoft fragt.' },
  },
  'permission-not-declared': {
    match: { aadsts: [650056, 650057, 65006] },
    source: 'learn.microsoft.com, Entra error codes',
    owner: 'entra-admin',
    retry: 'no',
    link: apiPermissions,
    cause: { en: 'The application[ {applicationId}] does not list the permission[ {permission}].', de: 'In der Anwendung[ {applicationId}] ist die Berechtigung[ {permission}] nicht eingetragen.' },
    fix: {
      en: 'Entra ID → App registrations → [{applicationId}|this application] → API permissions: add [{permission} ({api})|the permission], then Grant admin consent.',
      de: 'Entra ID → App-Registrierungen → [{applicationId}|diese Anwendung] → API-Berechtigungen: [{permission} ({api})|die Berechtigung] hinzufügen, dann Administratorzustimmung erteilen.',
    },
  },
  'user-not-assigned': {
    match: { aadsts: [50105] },
    source: 'answers of 2025 in public logs',
    owner: 'entra-admin',
    retry: 'no',
    link: { to: 'enterprise-apps', text: { en: 'Enterprise apps', de: 'Unternehmens-Apps' } },
    cause: { en: 'The application demands that users are assigned, and this account is not.', de: 'Die Anwendung verlangt zugewiesene Benutzer, und dieses Konto ist es nicht.' },
    fix: {
      en: 'Entra ID → Enterprise apps → this application: assign the account under Users and groups, or set Properties → Assignment required to No.',
      de: 'Entra ID → Unternehmens-Apps → diese Anwendung: das Konto unter Benutzer und Gruppen zuweisen, oder Eigenschaften → Zuweisung erforderlich auf Nein stellen.',
    },
  },
  'wrong-scope': {
    match: { aadsts: [70011, 28002, 700022], oauth: ['invalid_scope'] },
    source: 'python-o365#427; learn.microsoft.com, Entra error codes',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/scope',
    cause: { en: 'Microsoft does not accept the scope that was asked for.', de: 'Microsoft akzeptiert den angeforderten Bereich nicht.' },
    fix: {
      en: 'Check that the cloud is that of the tenant. A scope that was typed must be a full address, and of one API only: put it back to that of the cloud.',
      de: 'Prüfen Sie, ob die Cloud die des Mandanten ist. Ein eingetippter Bereich muss eine volle Adresse sein, und nur von einer API: Setzen Sie ihn auf den der Cloud zurück.',
    },
  },
  'exchange-missing': {
    match: { aadsts: [500011, 650052], graph: ['OrganizationFromTenantGuidNotFound'], words: [/tenant for tenant guid .{1,100}? does not exist/i] },
    source: 'laravel-azure#51; learn.microsoft.com, Graph errors',
    owner: 'entra-admin',
    retry: 'no',
    pointer: '/cloud',
    cause: { en: 'The tenant[ {tenantId}] has no service[ {api}] that the application could use.', de: 'Im Mandanten[ {tenantId}] gibt es keinen Dienst[ {api}], den die Anwendung nutzen könnte.' },
    fix: {
      en: 'Check that the chosen cloud is that of the tenant, and that the tenant has a subscription with Exchange Online.',
      de: 'Prüfen Sie, ob die gewählte Cloud die des Mandanten ist und ob der Mandant ein Abonnement mit Exchange Online hat.',
    },
  },
} satisfies Record<string, Explanation>;
