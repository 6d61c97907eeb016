import { pollAnswers, requestAnswers } from './answers.ts';
import type { Scenario } from './scenario.ts';

const deviceCodePage = 'learn.microsoft.com, OAuth 2.0 device authorization grant';
const errorCodes = 'learn.microsoft.com, Entra error codes; the body is a guess';

/** How the sign-in with a device code can go. */
export const signInScenarios: readonly Scenario[] = [
  {
    id: 'waiting-long',
    sentence: {
      en: 'Waiting long: what the person decides counts only after six polls.',
      de: 'Lange warten: Was der Mensch entscheidet, zählt erst nach sechs Abfragen.',
    },
    source: deviceCodePage,
    pendingPolls: 6,
  },
  {
    id: 'slow-down',
    sentence: { en: 'Slow down: the second poll is told to ask less often.', de: 'Langsamer: Die zweite Abfrage soll seltener kommen.' },
    source: 'RFC 8628 section 3.5; never seen of Microsoft',
    poll: { from: 2, to: 2, answer: pollAnswers.tooFast },
  },
  {
    id: 'declined',
    sentence: { en: 'Declined: somebody refuses the sign-in.', de: 'Abgelehnt: Jemand verweigert die Anmeldung.' },
    source: deviceCodePage,
    poll: { from: 2, answer: pollAnswers.declined },
  },
  {
    id: 'expired',
    sentence: {
      en: 'Expired: the code ends after six seconds, before anybody has used it.',
      de: 'Abgelaufen: Der Code endet nach sechs Sekunden, bevor ihn jemand benutzt hat.',
    },
    source: 'azure-sdk-for-python#32375',
    codeLifetime: 6,
  },
  {
    id: 'other-account',
    sentence: {
      en: 'Other account: whoever approves, admin@contoso.com has signed in.',
      de: 'Anderes Konto: Wer auch zustimmt, angemeldet ist admin@contoso.com.',
    },
    source: 'sasl-xoauth2#43',
    signsIn: 'admin@contoso.com',
  },
  {
    id: 'app-not-found',
    sentence: {
      en: 'Application not found: the tenant does not know the application ID (AADSTS700016).',
      de: 'Anwendung nicht gefunden: Der Mandant kennt die Anwendungs-ID nicht (AADSTS700016).',
    },
    source: 'azure-docs#21690',
    deviceCode: requestAnswers.appNotFound,
    application: { refused: requestAnswers.appNotFound },
  },
  {
    id: 'tenant-not-found',
    sentence: { en: 'Tenant not found: Microsoft does not know the tenant (AADSTS90002).', de: 'Mandant nicht gefunden: Microsoft kennt den Mandanten nicht (AADSTS90002).' },
    source: 'azure-cli#22145',
    tenant: requestAnswers.unknownTenant,
    deviceCode: requestAnswers.unknownTenant,
    application: { refused: requestAnswers.unknownTenant },
  },
  {
    id: 'other-cloud',
    sentence: { en: 'Other cloud: the tenant belongs to a national cloud (AADSTS90038).', de: 'Andere Cloud: Der Mandant gehört zu einer nationalen Cloud (AADSTS90038).' },
    source: 'public logs',
    deviceCode: requestAnswers.otherCloud,
    application: { refused: requestAnswers.otherCloud },
  },
  {
    id: 'public-client-off',
    sentence: {
      en: 'Public client flows off: the application may not sign in with a code (AADSTS7000218).',
      de: 'Öffentliche Clientflows aus: Die Anwendung darf sich nicht mit einem Code anmelden (AADSTS7000218).',
    },
    source: 'ChannelSurf#38',
    poll: { from: 1, answer: requestAnswers.secretNeeded },
  },
  {
    id: 'consent-missing',
    sentence: { en: 'Consent missing: nobody has consented to the application (AADSTS65001).', de: 'Zustimmung fehlt: Niemand hat der Anwendung zugestimmt (AADSTS65001).' },
    source: 'active-directory-javascript-singlepageapp-react tutorial#17',
    poll: {
      from: 2,
      answer: {
        error: 'invalid_grant',
        code: 65001,
        suberror: 'consent_required',
        text: "The user or administrator has not consented to use the application with ID '{app}' named 'Telephone system'. Send an interactive authorization request for this user and resource.",
      },
    },
  },
  {
    id: 'admin-consent-needed',
    sentence: { en: 'Admin consent needed: users may not consent by themselves (AADSTS90094).', de: 'Administratorzustimmung nötig: Benutzer dürfen nicht selbst zustimmen (AADSTS90094).' },
    source: errorCodes,
    poll: { from: 2, answer: { error: 'invalid_grant', code: 90094, text: 'The grant requires administrator permission. Ask your administrator to approve the application.' } },
  },
  {
    id: 'consent-requested',
    sentence: { en: 'Consent requested: an administrator has not decided yet (AADSTS90095).', de: 'Zustimmung angefragt: Ein Administrator hat noch nicht entschieden (AADSTS90095).' },
    source: errorCodes,
    poll: { from: 2, answer: { error: 'invalid_grant', code: 90095, text: 'Admin consent is required for the permissions requested by this application. An admin consent request may be sent to the admin.' } },
  },
  {
    id: 'user-not-assigned',
    sentence: { en: 'Not assigned: the application wants assigned users (AADSTS50105).', de: 'Nicht zugewiesen: Die Anwendung will zugewiesene Benutzer (AADSTS50105).' },
    source: 'answers of 2025 in public logs',
    poll: {
      from: 2,
      answer: {
        error: 'invalid_grant',
        code: 50105,
        text: "Your administrator has configured the application Telephone system ('{app}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator.",
      },
    },
  },
  {
    id: 'mfa-needed',
    sentence: { en: 'Second factor needed: multi-factor authentication was not done (AADSTS50076).', de: 'Zweiter Faktor nötig: Die mehrstufige Authentifizierung fehlt (AADSTS50076).' },
    source: 'microsoft-graph-docs#6311',
    poll: {
      from: 2,
      answer: {
        error: 'invalid_grant',
        code: 50076,
        suberror: 'basic_action',
        text: "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000002-0000-0ff1-ce00-000000000000'.",
      },
    },
  },
  {
    id: 'mfa-registration-needed',
    sentence: { en: 'Second factor not registered: the account has none yet (AADSTS50079).', de: 'Zweiter Faktor nicht registriert: Das Konto hat noch keinen (AADSTS50079).' },
    source: 'azure-activedirectory-library-for-nodejs#151',
    poll: {
      from: 2,
      answer: {
        error: 'interaction_required',
        code: 50079,
        text: "Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access '00000002-0000-0ff1-ce00-000000000000'.",
      },
    },
  },
  {
    id: 'device-code-blocked',
    sentence: { en: 'Blocked by Conditional Access: device codes are not allowed (AADSTS53003).', de: 'Durch bedingten Zugriff blockiert: Gerätecodes sind nicht erlaubt (AADSTS53003).' },
    source: 'MSOLSpray#5',
    poll: {
      from: 2,
      answer: { error: 'interaction_required', code: 53003, suberror: 'message_only', text: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.' },
    },
  },
  {
    id: 'device-not-compliant',
    sentence: { en: 'Device not compliant: a policy wants a managed device (AADSTS53000).', de: 'Gerät nicht konform: Eine Richtlinie will ein verwaltetes Gerät (AADSTS53000).' },
    source: errorCodes,
    poll: { from: 2, answer: { error: 'interaction_required', code: 53000, text: 'Device is not in required device state: compliant. Conditional Access policy requires a compliant device, and the device is not compliant.' } },
  },
  {
    id: 'security-defaults',
    sentence: { en: 'Security defaults: they block the sign-in (AADSTS530035).', de: 'Sicherheitsstandards: Sie blockieren die Anmeldung (AADSTS530035).' },
    source: 'answers of 2026 in public logs',
    poll: { from: 2, answer: { error: 'interaction_required', code: 530035, text: 'Access has been blocked by security defaults.' } },
  },
  {
    id: 'throttled',
    sentence: { en: 'Throttled: the tenant has too many requests (AADSTS90055, HTTP 429).', de: 'Gedrosselt: Der Mandant hat zu viele Anfragen (AADSTS90055, HTTP 429).' },
    source: errorCodes,
    deviceCode: { status: 429, error: 'temporarily_unavailable', code: 90055, text: 'The server is currently receiving too many requests for this tenant. Please try again later.', retryAfter: 60 },
    refresh: { status: 429, error: 'temporarily_unavailable', code: 90055, text: 'The server is currently receiving too many requests for this tenant. Please try again later.', retryAfter: 60 },
  },
];
