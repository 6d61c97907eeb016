import type { Scenario } from './scenario.ts';

const busy = 'The server cannot service this request right now. Try again later.';

/** What calendars and public folders can meet: at Exchange Web Services, at Microsoft Graph, and at a company's own Exchange server. */
export const exchangeScenarios: readonly Scenario[] = [
  {
    id: 'ews-blocked',
    sentence: { en: 'EWS blocked: the tenant lets no application use Exchange Web Services (HTTP 403).', de: 'EWS gesperrt: Der Mandant lässt keine Anwendung Exchange-Webdienste nutzen (HTTP 403).' },
    source: 'learn.microsoft.com, deprecation of EWS in Exchange Online; the header in public tools of October 2026',
    exchange: { ews: { answers: 'status', status: 403, headers: { 'X-EWS-Policy-Reason': 'EWS is blocked by policy for this user or tenant' } } },
  },
  {
    id: 'ews-token-refused',
    sentence: { en: 'EWS: the token is refused, its audience is another one (HTTP 401).', de: 'EWS: Das Token wird abgelehnt, es gilt für einen anderen Dienst (HTTP 401).' },
    source: 'answers in public code, with x-ms-diagnostics 2000003',
    exchange: {
      ews: {
        answers: 'status',
        status: 401,
        headers: {
          'WWW-Authenticate': 'Bearer client_id="00000002-0000-0ff1-ce00-000000000000", trusted_issuers="00000001-0000-0000-c000-000000000000@*", token_types="app_asserted_user_v1 service_asserted_app_v1", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="invalid_token"',
          'x-ms-diagnostics': `2000003;reason="The audience claim value is invalid 'aud'.";error_category="invalid_resource"`,
        },
      },
    },
  },
  {
    id: 'impersonation-denied',
    sentence: { en: 'EWS: the application may not act for this mailbox (ErrorImpersonateUserDenied).', de: 'EWS: Die Anwendung darf nicht für dieses Postfach handeln (ErrorImpersonateUserDenied).' },
    source: 'ews-managed-api#223',
    exchange: { ews: { answers: 'fault', code: 'ErrorImpersonateUserDenied', text: 'The account does not have permission to impersonate the requested user.' } },
  },
  {
    id: 'mailbox-not-found',
    sentence: { en: 'No mailbox: nobody has one at this address (ErrorNonExistentMailbox, ErrorInvalidUser).', de: 'Kein Postfach: Unter dieser Adresse gibt es keines (ErrorNonExistentMailbox, ErrorInvalidUser).' },
    source: 'learn.microsoft.com, EWS response codes and Graph known issues',
    exchange: {
      ews: { answers: 'fault', code: 'ErrorNonExistentMailbox', text: 'The SMTP address has no mailbox associated with it.' },
      graph: { status: 404, code: 'ErrorInvalidUser', text: "The requested user '{user}' is invalid." },
    },
  },
  {
    id: 'exchange-throttled',
    sentence: { en: 'Throttled: Exchange asks to wait five minutes, Graph half a minute (ErrorServerBusy, HTTP 429).', de: 'Gedrosselt: Exchange bittet um fünf Minuten Pause, Graph um eine halbe (ErrorServerBusy, HTTP 429).' },
    source: 'exchangelib, tests; msgraph-sdk-javascript#297',
    exchange: {
      ews: { answers: 'fault', code: 'ErrorServerBusy', text: busy, backOffMs: 297749 },
      graph: { status: 429, code: 'ApplicationThrottled', text: 'Application is over its MailboxConcurrency limit.', retryAfter: 30 },
    },
  },
  {
    id: 'exchange-unavailable',
    sentence: { en: 'Down: Exchange and Graph answer with HTTP 503.', de: 'Ausgefallen: Exchange und Graph antworten mit HTTP 503.' },
    source: 'RFC 9110 section 15.6.4',
    exchange: { breaks: { answers: 'status', status: 503, retryAfter: 120 } },
  },
  {
    id: 'ews-html',
    sentence: { en: 'Web page: a portal answers in place of Exchange and Graph.', de: 'Webseite: Ein Portal antwortet an Stelle von Exchange und Graph.' },
    source: 'RFC 8952',
    exchange: { breaks: { answers: 'html' } },
  },
  {
    id: 'ews-cut',
    sentence: { en: 'Half an answer: what EWS say ends in the middle of their XML.', de: 'Halbe Antwort: Was EWS sagen, endet mitten im XML.' },
    source: 'RFC 9112 section 8, with a proxy that makes the length fit',
    exchange: { ews: { answers: 'half' } },
  },
  {
    id: 'exchange-silent',
    sentence: { en: 'Silence: Exchange and Graph take the connection and never answer.', de: 'Stille: Exchange und Graph nehmen die Verbindung an und antworten nie.' },
    source: 'RFC 9110 section 9.2.2',
    exchange: { breaks: { answers: 'silent' } },
  },
  {
    id: 'exchange-not-reached',
    sentence: { en: 'Not reached: a firewall refuses connections to Exchange and Graph.', de: 'Nicht erreicht: Eine Firewall weist Verbindungen zu Exchange und Graph ab.' },
    source: 'connect(2)',
    connection: { to: 'exchange', reason: 'refused', code: 'ECONNREFUSED' },
  },
  {
    id: 'graph-forbidden',
    sentence: { en: 'Graph: the application may not read this calendar (ErrorAccessDenied).', de: 'Graph: Die Anwendung darf diesen Kalender nicht lesen (ErrorAccessDenied).' },
    source: 'postman-collections#48',
    exchange: { graph: { status: 403, code: 'ErrorAccessDenied', text: 'Access is denied. Check credentials and try again.' } },
  },
  {
    id: 'graph-raop',
    sentence: { en: 'Graph: an application access policy keeps the application out of this mailbox.', de: 'Graph: Eine Anwendungszugriffsrichtlinie hält die Anwendung von diesem Postfach fern.' },
    source: 'answers in public threads',
    exchange: { graph: { status: 403, code: 'ErrorAccessDenied', text: 'Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.' } },
  },
  {
    id: 'graph-mailbox-inactive',
    sentence: { en: 'Graph: the mailbox is inactive or lies on a server of the company’s own (MailboxNotEnabledForRESTAPI).', de: 'Graph: Das Postfach ist inaktiv oder liegt auf einem eigenen Server (MailboxNotEnabledForRESTAPI).' },
    source: 'answers in public threads',
    exchange: { graph: { status: 404, code: 'MailboxNotEnabledForRESTAPI', text: 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.' } },
  },
  {
    id: 'calendar-crowded',
    sentence: { en: 'Crowded: each calendar holds 10,000 appointments in the next 24 hours.', de: 'Überfüllt: Jeder Kalender enthält 10.000 Termine in den nächsten 24 Stunden.' },
    source: 'learn.microsoft.com, EWS throttling (EWSFindCountLimit) and Graph paging',
    exchange: { crowdedCalendars: true },
  },
  {
    id: 'public-folders-empty',
    sentence: { en: 'Public folders: there are none, and no contacts.', de: 'Öffentliche Ordner: Es gibt keine, und keine Kontakte.' },
    source: 'learn.microsoft.com, FindItem',
    exchange: { publicFolders: 'empty' },
  },
  {
    id: 'public-folders-root-empty',
    sentence: { en: 'Public folders: their root is empty, all contacts are in a folder below it.', de: 'Öffentliche Ordner: Ihre Wurzel ist leer, alle Kontakte liegen in einem Ordner darunter.' },
    source: 'learn.microsoft.com, FindItem, which searches no folder below',
    exchange: { publicFolders: 'root-empty' },
  },
  {
    id: 'public-folders-denied',
    sentence: { en: 'Public folders: the account may not open them (ErrorAccessDenied).', de: 'Öffentliche Ordner: Das Konto darf sie nicht öffnen (ErrorAccessDenied).' },
    source: 'learn.microsoft.com, EWS response codes; the place is a guess',
    exchange: { ews: { answers: 'error', folder: 'public', code: 'ErrorAccessDenied', text: 'Access is denied. Check credentials and try again.' } },
  },
  {
    id: 'public-folders-root-refused',
    sentence: { en: 'Public folders: nothing can be searched in their root (ErrorOperationNotAllowedWithPublicFolderRoot).', de: 'Öffentliche Ordner: In ihrer Wurzel lässt sich nicht suchen (ErrorOperationNotAllowedWithPublicFolderRoot).' },
    source: 'learn.microsoft.com, EWS response codes; the text is a guess',
    exchange: { ews: { answers: 'error', folder: 'public', operation: 'FindItem', code: 'ErrorOperationNotAllowedWithPublicFolderRoot', text: 'This operation cannot be performed on the root of the public folders.' } },
  },
  {
    id: 'basic-ntlm-only',
    sentence: { en: 'Own server: exchange.contoso.com offers Negotiate and NTLM, and no basic authentication.', de: 'Eigener Server: exchange.contoso.com bietet Negotiate und NTLM an, aber keine Basisauthentifizierung.' },
    source: 'learn.microsoft.com, default settings of Exchange virtual directories',
    exchange: { windowsSignInOnly: true },
  },
  {
    id: 'exchange-certificate-not-trusted',
    sentence: { en: 'Own server: exchange.contoso.com presents a certificate of the company’s own authority.', de: 'Eigener Server: exchange.contoso.com legt ein Zertifikat der firmeneigenen Zertifizierungsstelle vor.' },
    source: 'OpenSSL, verify(1)',
    certificate: { fault: 'not-trusted', issuer: 'Contoso Issuing CA', at: 'on-premises' },
  },
  {
    id: 'exchange-certificate-expired',
    sentence: { en: 'Own server: the certificate of exchange.contoso.com ended yesterday.', de: 'Eigener Server: Das Zertifikat von exchange.contoso.com endete gestern.' },
    source: 'OpenSSL, verify(1)',
    certificate: { fault: 'expired', at: 'on-premises' },
  },
];
