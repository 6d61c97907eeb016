import type { Explanation } from './explanation.ts';

/** How the sign-in with a device code (RFC 8628) can end, and what a check finds missing before it asks Microsoft. */
export const signInExplanations = {
  'code-declined': {
    owner: 'telephone-admin',
    cause: { en: 'The sign-in was declined in the browser.', de: 'Die Anmeldung wurde im Browser abgelehnt.' },
    fix: { en: 'Get a new code, sign in as {address} and accept what the application asks for.', de: 'Fordern Sie einen neuen Code an, melden Sie sich als {address} an und nehmen Sie an, was die Anwendung verlangt.' },
  },
  'code-expired': {
    owner: 'telephone-admin',
    cause: { en: 'The code ran out before anybody signed in with it.', de: 'Der Code ist abgelaufen, bevor sich jemand damit angemeldet hat.' },
    fix: { en: 'Get a new code and enter it within the time shown.', de: 'Fordern Sie einen neuen Code an und geben Sie ihn in der angezeigten Zeit ein.' },
  },
  'foreign-verification-address': {
    owner: 'network-admin',
    cause: { en: 'The answer to the request for a code names the address {address}, which is not Microsoft’s. It is not shown as a link.', de: 'Die Antwort auf die Code-Anforderung nennt die Adresse {address}, die nicht zu Microsoft gehört. Sie wird nicht als Link gezeigt.' },
    fix: { en: 'Find out who answers in place of Microsoft (proxy, DNS). A host of your own can be allowed by POSTERN_TRUSTED_HOSTS.', de: 'Stellen Sie fest, wer an Stelle von Microsoft antwortet (Proxy, DNS). Einen eigenen Host können Sie mit POSTERN_TRUSTED_HOSTS zulassen.' },
  },
  'foreign-token': {
    owner: 'telephone-admin',
    cause: { en: 'The identity in Microsoft’s answer does not belong to this sign-in ({claim}).', de: 'Die Identität in der Antwort von Microsoft gehört nicht zu dieser Anmeldung ({claim}).' },
    fix: { en: 'Sign in again. If it happens twice, check the clock of this machine and who answers in place of Microsoft.', de: 'Melden Sie sich erneut an. Geschieht es zweimal, prüfen Sie die Uhr dieser Maschine und wer an Stelle von Microsoft antwortet.' },
  },
  'sign-in-target-changed': {
    owner: 'telephone-admin',
    cause: { en: 'Cloud, tenant or application were changed; the sign-in belonged to the former ones.', de: 'Cloud, Mandant oder Anwendung wurden geändert; die Anmeldung gehörte zu den früheren.' },
    fix: { en: 'Sign in again.', de: 'Melden Sie sich erneut an.' },
  },
  'sign-in-first': {
    owner: 'telephone-admin',
    cause: { en: 'Nobody is signed in at Microsoft with these settings.', de: 'Mit diesen Einstellungen ist niemand bei Microsoft angemeldet.' },
    fix: { en: 'Press OK & Next and sign in with the code, then check again.', de: 'Drücken Sie OK & Weiter und melden Sie sich mit dem Code an, dann prüfen Sie erneut.' },
  },
  'secret-unreadable': {
    owner: 'telephone-admin',
    cause: { en: 'The stored sign-in or password cannot be opened with the key file of this system.', de: 'Die gespeicherte Anmeldung oder das Kennwort lässt sich mit der Schlüsseldatei dieses Systems nicht öffnen.' },
    fix: { en: 'Put back the key file that belongs to the data, or sign in again and enter the password again.', de: 'Legen Sie die Schlüsseldatei zurück, die zu den Daten gehört, oder melden Sie sich erneut an und geben das Kennwort neu ein.' },
  },
  'permission-missing': {
    owner: 'entra-admin',
    link: { to: 'api-permissions', text: { en: 'API permissions of this application', de: 'API-Berechtigungen dieser Anwendung' } },
    cause: { en: 'The token does not hold the permission {permission}; it holds: {granted}.', de: 'Das Token enthält die Berechtigung {permission} nicht; es enthält: {granted}.' },
    fix: {
      en: 'Entra ID → App registrations → {applicationId} → API permissions: add {permission} ({api}, delegated), Grant admin consent, then sign in again.',
      de: 'Entra ID → App-Registrierungen → {applicationId} → API-Berechtigungen: {permission} ({api}, delegiert) hinzufügen, Administratorzustimmung erteilen, dann erneut anmelden.',
    },
  },
  'role-missing': {
    owner: 'entra-admin',
    link: { to: 'api-permissions', text: { en: 'API permissions of this application', de: 'API-Berechtigungen dieser Anwendung' } },
    retryAfterMinutes: 60,
    cause: {
      en: 'The application’s token does not hold the permission {permission}; it holds: {granted}. It was not added, or nobody has consented.',
      de: 'Das Token der Anwendung enthält die Berechtigung {permission} nicht; es enthält: {granted}. Sie wurde nicht hinzugefügt, oder niemand hat zugestimmt.',
    },
    fix: {
      en: 'Entra ID → App registrations → {applicationId} → API permissions → Add a permission → APIs my organization uses → {api} → Application permissions: {permission}, then Grant admin consent.',
      de: 'Entra ID → App-Registrierungen → {applicationId} → API-Berechtigungen → Berechtigung hinzufügen → Von meiner Organisation verwendete APIs → {api} → Anwendungsberechtigungen: {permission}, dann Administratorzustimmung erteilen.',
    },
  },
  'ids-swapped': {
    owner: 'telephone-admin',
    pointer: '/tenantId',
    offer: 'swap-ids',
    cause: { en: 'Application ID and Tenant ID are swapped: {applicationId} is a tenant, {tenantId} is none.', de: 'Anwendungs-ID und Mandanten-ID sind vertauscht: {applicationId} ist ein Mandant, {tenantId} keiner.' },
    fix: { en: 'Swap the two.', de: 'Tauschen Sie die beiden.' },
  },
  'settings-incomplete': {
    owner: 'telephone-admin',
    cause: { en: 'E-mail forwarding is not set up yet.', de: 'Die E-Mail-Weiterleitung ist noch nicht eingerichtet.' },
    fix: { en: 'Fill in the settings and press OK & Next.', de: 'Füllen Sie die Einstellungen aus und drücken Sie OK & Weiter.' },
  },
} satisfies Record<string, Explanation>;
