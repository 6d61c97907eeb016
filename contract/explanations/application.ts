import type { Explanation } from './explanation.ts';

const authentication = { to: 'authentication', text: { en: 'Authentication of this application', de: 'Authentifizierung dieser Anwendung' } } as const;
const secrets = { to: 'secrets', text: { en: 'Certificates & secrets of this application', de: 'Zertifikate & Geheimnisse dieser Anwendung' } } as const;
const registration = { to: 'registration', text: { en: 'Overview of this application', de: 'Übersicht dieser Anwendung' } } as const;
const enterpriseApps = { to: 'enterprise-apps', text: { en: 'Enterprise apps', de: 'Unternehmens-Apps' } } as const;

/** What Microsoft refuses because of the application or its secret. */
export const applicationExplanations = {
  'app-not-found': {
    match: { aadsts: [700016, 700011] },
    source: 'azure-docs#21690',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/applicationId',
    link: registration,
    cause: {
      en: 'Microsoft [knows no application {applicationId}|does not know the application] in the tenant[ {tenantId}].',
      de: 'Microsoft kennt im Mandanten[ {tenantId}] [keine Anwendung {applicationId}|die Anwendung nicht].',
    },
    fix: {
      en: 'Compare Application ID and Tenant ID with the overview page of the app registration (“Application (client) ID” and “Directory (tenant) ID”). The object ID on the same page is a different one.',
      de: 'Vergleichen Sie Anwendungs-ID und Mandanten-ID mit der Übersichtsseite der App-Registrierung („Anwendungs-ID (Client)“ und „Verzeichnis-ID (Mandant)“). Die Objekt-ID auf derselben Seite ist eine andere.',
    },
  },
  'app-disabled': {
    match: { aadsts: [7000112, 70001] },
    source: 'learn.microsoft.com, Entra error codes',
    owner: 'entra-admin',
    retry: 'no',
    link: enterpriseApps,
    cause: { en: 'The application[ {applicationId}] is disabled in Entra.', de: 'Die Anwendung[ {applicationId}] ist in Entra deaktiviert.' },
    fix: {
      en: 'Entra ID → Enterprise apps → this application → Properties → Enabled for users to sign-in: Yes.',
      de: 'Entra ID → Unternehmens-Apps → diese Anwendung → Eigenschaften → Aktiviert für die Benutzeranmeldung: Ja.',
    },
  },
  'public-client-off': {
    match: { aadsts: [7000218] },
    source: 'ChannelSurf#38',
    owner: 'entra-admin',
    retry: 'no',
    link: authentication,
    cause: {
      en: 'The application does not allow public client flows, and the device code is one.',
      de: 'Die Anwendung erlaubt keine öffentlichen Clientflows; die Anmeldung mit Gerätecode ist einer.',
    },
    fix: {
      en: 'Entra ID → App registrations → [{applicationId}|this application] → Authentication → Allow public client flows: Yes, then Save.',
      de: 'Entra ID → App-Registrierungen → [{applicationId}|diese Anwendung] → Authentifizierung → Öffentliche Clientflows zulassen: Ja, dann Speichern.',
    },
  },
  'public-client-with-secret': {
    match: { aadsts: [700025] },
    source: 'oauth2ms#19',
    owner: 'entra-admin',
    retry: 'no',
    link: authentication,
    cause: { en: 'The application is a public client, and a client secret was sent for it.', de: 'Die Anwendung ist ein öffentlicher Client, und für sie wurde ein Clientgeheimnis gesendet.' },
    fix: {
      en: 'Entra ID → App registrations → [{applicationId}|this application] → Authentication → Allow public client flows: No. Or sign in with a code instead, without a secret.',
      de: 'Entra ID → App-Registrierungen → [{applicationId}|diese Anwendung] → Authentifizierung → Öffentliche Clientflows zulassen: Nein. Oder melden Sie sich mit einem Code an, ohne Geheimnis.',
    },
  },
  'secret-wrong': {
    match: { aadsts: [7000215] },
    source: 'keycloak#31294',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/clientSecret',
    link: secrets,
    cause: { en: 'The client secret is not one of the application[ {applicationId}]. Often the Secret ID was copied instead of the Value.', de: 'Das Clientgeheimnis gehört nicht zur Anwendung[ {applicationId}]. Oft wurde die geheime ID statt des Werts kopiert.' },
    fix: {
      en: 'Enter the Value. The portal shows it only once; if it is gone: Entra ID → App registrations → [{applicationId}|this application] → Certificates & secrets → New client secret, and copy the Value.',
      de: 'Tragen Sie den Wert ein. Das Portal zeigt ihn nur einmal; ist er verloren: Entra ID → App-Registrierungen → [{applicationId}|diese Anwendung] → Zertifikate & Geheimnisse → Neuer geheimer Clientschlüssel, und den Wert kopieren.',
    },
  },
  'secret-expired': {
    match: { aadsts: [7000222] },
    source: 'vsts-release-aas#119',
    owner: 'entra-admin',
    retry: 'no',
    pointer: '/clientSecret',
    link: secrets,
    cause: { en: 'The client secret of the application[ {applicationId}] has expired.', de: 'Das Clientgeheimnis der Anwendung[ {applicationId}] ist abgelaufen.' },
    fix: {
      en: 'Entra ID → App registrations → [{applicationId}|this application] → Certificates & secrets → New client secret. Enter its Value here, with the date on which it ends.',
      de: 'Entra ID → App-Registrierungen → [{applicationId}|diese Anwendung] → Zertifikate & Geheimnisse → Neuer geheimer Clientschlüssel. Tragen Sie dessen Wert hier ein, mit dem Tag, an dem er abläuft.',
    },
  },
} satisfies Record<string, Explanation>;
