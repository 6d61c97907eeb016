import type { Explanation } from './explanation.ts';

/** What keeps a conversation by POP3 from coming about, where the words of SMTP would be wrong. `host` and `port` are in the params of each. */
export const pop3ConnectionExplanations = {
  'pop3-connection-refused': {
    owner: 'network-admin',
    cause: { en: '{host} refuses connections at port {port}.', de: '{host} weist Verbindungen an Port {port} ab.' },
    fix: { en: 'Check server and port; Exchange Online offers POP3 at port 995. A firewall can refuse, too.', de: 'Prüfen Sie Server und Port; Exchange Online bietet POP3 an Port 995 an. Auch eine Firewall kann abweisen.' },
  },
  'pop3-forbidden-address': {
    owner: 'telephone-admin',
    pointer: '/server',
    cause: { en: '{host} is this machine itself or a link-local address; Postern does not connect there.', de: '{host} ist diese Maschine selbst oder eine Link-Local-Adresse; dorthin verbindet Postern nicht.' },
    fix: { en: 'Enter another server. If it is meant, name it in POSTERN_TRUSTED_HOSTS.', de: 'Tragen Sie einen anderen Server ein. Ist er gewollt, nennen Sie ihn in POSTERN_TRUSTED_HOSTS.' },
  },
  'pop3-other-name': {
    owner: 'telephone-admin',
    pointer: '/server',
    cause: { en: 'The certificate presented is for another name ({subject}), not for {host}.', de: 'Das vorgelegte Zertifikat gilt für einen anderen Namen ({subject}), nicht für {host}.' },
    fix: { en: 'Enter the server by its DNS name, as its certificate has it.', de: 'Tragen Sie den Server mit seinem DNS-Namen ein, wie er im Zertifikat steht.' },
  },
  'pop3-tls-failed': {
    owner: 'network-admin',
    pointer: '/encryption',
    cause: { en: 'No encrypted connection to {host} came about ({detail}).', de: 'Zu {host} kam keine verschlüsselte Verbindung zustande ({detail}).' },
    fix: { en: 'Check port and encryption: 995 goes with SSL/TLS, 110 with STARTTLS. Exchange Online wants TLS 1.2 or later.', de: 'Prüfen Sie Port und Verschlüsselung: 995 gehört zu SSL/TLS, 110 zu STARTTLS. Exchange Online verlangt TLS 1.2 oder neuer.' },
  },
  'pop3-silent': {
    owner: 'network-admin',
    retryAfterMinutes: 5,
    cause: { en: '{host} took the connection at port {port}, but gave no answer in time.', de: '{host} hat die Verbindung an Port {port} angenommen, aber nicht rechtzeitig geantwortet.' },
    fix: { en: 'Check port and encryption: 995 goes with SSL/TLS, 110 with STARTTLS. If they are right, check again in some minutes.', de: 'Prüfen Sie Port und Verschlüsselung: 995 gehört zu SSL/TLS, 110 zu STARTTLS. Stimmen sie, prüfen Sie in einigen Minuten erneut.' },
  },
  'pop3-no-stls': {
    owner: 'telephone-admin',
    pointer: '/encryption',
    cause: { en: '{host}:{port} does not offer STARTTLS for POP3 (STLS), so nothing would be encrypted.', de: '{host}:{port} bietet für POP3 kein STARTTLS (STLS) an; es wäre nichts verschlüsselt.' },
    fix: { en: 'Choose SSL/TLS at port 995, as Exchange Online has it. A firewall that inspects mail can take STARTTLS away.', de: 'Wählen Sie SSL/TLS an Port 995, wie bei Exchange Online. Eine Firewall, die E-Mails prüft, kann STARTTLS entfernen.' },
  },
  'not-a-pop3-server': {
    owner: 'network-admin',
    pointer: '/port',
    cause: { en: 'What answers at {host}:{port} does not speak POP3 as expected.', de: 'Was unter {host}:{port} antwortet, spricht nicht wie erwartet POP3.' },
    fix: { en: 'Check server, port and encryption: POP3 is at 995 with SSL/TLS, or at 110 with STARTTLS.', de: 'Prüfen Sie Server, Port und Verschlüsselung: POP3 ist an 995 mit SSL/TLS, oder an 110 mit STARTTLS.' },
  },
  'pop3-answer-too-large': {
    owner: 'network-admin',
    cause: { en: '{host} sent an answer or a line that is longer than POP3 allows; the connection was ended.', de: '{host} hat eine Antwort oder eine Zeile gesendet, die länger ist, als POP3 es zulässt; die Verbindung wurde beendet.' },
    fix: { en: 'Check that it is a POP3 server, and whether something in between changes its answers.', de: 'Prüfen Sie, ob es ein POP3-Server ist und ob etwas dazwischen seine Antworten verändert.' },
  },
  'pop3-xoauth2-not-offered': {
    owner: 'telephone-admin',
    pointer: '/server',
    cause: { en: '{host} offers no sign-in with OAuth (XOAUTH2) for POP3.', de: '{host} bietet für POP3 keine Anmeldung mit OAuth (XOAUTH2) an.' },
    fix: { en: 'Check server and port: for Microsoft 365 it is outlook.office365.com, port 995. For another server choose Basic authentication.', de: 'Prüfen Sie Server und Port: Für Microsoft 365 ist es outlook.office365.com, Port 995. Für einen anderen Server wählen Sie die Basisauthentifizierung.' },
  },
  'pop3-password-not-offered': {
    owner: 'telephone-admin',
    pointer: '/authMethod',
    cause: { en: '{host} offers no sign-in with a password for POP3.', de: '{host} bietet für POP3 keine Anmeldung mit Kennwort an.' },
    fix: { en: 'Check server, port and encryption. For Microsoft 365 choose OAuth 2.0 as Auth Method.', de: 'Prüfen Sie Server, Port und Verschlüsselung. Für Microsoft 365 wählen Sie als Authentifizierung OAuth 2.0.' },
  },
} satisfies Record<string, Explanation>;
