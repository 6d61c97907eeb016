import type { Explanation } from './explanation.ts';

/** What keeps a connection from coming about. `host` and `port` are in the params of each. */
export const connectionExplanations = {
  'host-not-found': {
    owner: 'network-admin',
    cause: { en: 'The name {host} cannot be resolved.', de: 'Der Name {host} lässt sich nicht auflösen.' },
    fix: { en: 'Check the spelling, and the DNS server of this machine.', de: 'Prüfen Sie die Schreibweise und den DNS-Server dieser Maschine.' },
  },
  'connection-refused': {
    owner: 'network-admin',
    cause: { en: '{host} refuses connections at port {port}.', de: '{host} weist Verbindungen an Port {port} ab.' },
    fix: { en: 'Check host and port; Exchange Online takes mail at port 587. A firewall can refuse, too.', de: 'Prüfen Sie Host und Port; Exchange Online nimmt E-Mails an Port 587 an. Auch eine Firewall kann abweisen.' },
  },
  'unreachable': {
    owner: 'network-admin',
    cause: { en: 'There is no way from this machine to {host}.', de: 'Von dieser Maschine führt kein Weg zu {host}.' },
    fix: { en: 'Check the network cable, the gateway and the routes of this machine.', de: 'Prüfen Sie Netzwerkkabel, Gateway und Routen dieser Maschine.' },
  },
  'connection-timeout': {
    owner: 'network-admin',
    cause: { en: '{host} does not answer at port {port} in time.', de: '{host} antwortet an Port {port} nicht rechtzeitig.' },
    fix: { en: 'Allow outgoing connections from this machine to {host}, port {port}, in the firewall.', de: 'Erlauben Sie in der Firewall ausgehende Verbindungen dieser Maschine zu {host}, Port {port}.' },
  },
  'forbidden-address': {
    owner: 'telephone-admin',
    pointer: '/smtp/host',
    cause: { en: '{host} is this machine itself or a link-local address; Postern does not connect there.', de: '{host} ist diese Maschine selbst oder eine Link-Local-Adresse; dorthin verbindet Postern nicht.' },
    fix: { en: 'Enter another host. If it is meant, name it in POSTERN_TRUSTED_HOSTS.', de: 'Tragen Sie einen anderen Host ein. Ist er gewollt, nennen Sie ihn in POSTERN_TRUSTED_HOSTS.' },
  },
  'connection-closed': {
    owner: 'network-admin',
    retryAfterMinutes: 5,
    cause: { en: '{host} closed the connection in the middle.', de: '{host} hat die Verbindung mittendrin geschlossen.' },
    fix: { en: 'Check again. If it stays so, look for a firewall or a virus scanner that cuts connections to port {port}.', de: 'Prüfen Sie erneut. Bleibt es so, suchen Sie nach einer Firewall oder einem Virenscanner, der Verbindungen zu Port {port} trennt.' },
  },
  'mail-cut-in-data': {
    owner: 'network-admin',
    retryAfterMinutes: 5,
    cause: {
      en: '{host} was given the mail, but the connection ended before it said whether it took it. The mail may have arrived, or not.',
      de: '{host} hat die E-Mail bekommen, aber die Verbindung endete, bevor es sagte, ob es sie annimmt. Die E-Mail kann angekommen sein oder nicht.',
    },
    fix: {
      en: 'Look whether the mail has arrived, then check again. If it stays so, look for a firewall or a virus scanner that cuts connections to port {port}.',
      de: 'Sehen Sie nach, ob die E-Mail angekommen ist, dann prüfen Sie erneut. Bleibt es so, suchen Sie nach einer Firewall oder einem Virenscanner, der Verbindungen zu Port {port} trennt.',
    },
  },
  'tls-failed': {
    owner: 'network-admin',
    cause: { en: 'No encrypted connection to {host} came about ({detail}).', de: 'Zu {host} kam keine verschlüsselte Verbindung zustande ({detail}).' },
    fix: { en: 'Check port and encryption: 587 goes with STARTTLS, 465 with SSL/TLS. Exchange Online wants TLS 1.2 or later.', de: 'Prüfen Sie Port und Verschlüsselung: 587 gehört zu STARTTLS, 465 zu SSL/TLS. Exchange Online verlangt TLS 1.2 oder neuer.' },
  },
  'certificate-expired': {
    owner: 'network-admin',
    cause: { en: 'The certificate of {host} ended on {validTo}.', de: 'Das Zertifikat von {host} ist am {validTo} abgelaufen.' },
    fix: { en: 'Check the clock of this machine. If it is right, whoever runs {host} must renew the certificate.', de: 'Prüfen Sie die Uhr dieser Maschine. Geht sie richtig, muss der Betreiber von {host} das Zertifikat erneuern.' },
  },
  'certificate-other-name': {
    owner: 'network-admin',
    pointer: '/smtp/host',
    cause: { en: 'The certificate presented is for another name ({subject}), not for {host}.', de: 'Das vorgelegte Zertifikat gilt für einen anderen Namen ({subject}), nicht für {host}.' },
    fix: { en: 'Use the host’s DNS name as its certificate has it.', de: 'Verwenden Sie den DNS-Namen des Hosts, wie er im Zertifikat steht.' },
  },
  'certificate-not-trusted': {
    owner: 'network-admin',
    cause: { en: 'The certificate of {host} was issued by {issuer}, which this machine does not trust.', de: 'Das Zertifikat von {host} hat {issuer} ausgestellt; diese Maschine vertraut dieser Stelle nicht.' },
    fix: {
      en: 'If {issuer} is your company’s authority, add its certificate to the system’s or name its file in NODE_EXTRA_CA_CERTS. Otherwise somebody reads along between here and {host}.',
      de: 'Ist {issuer} die Zertifizierungsstelle Ihrer Firma, fügen Sie deren Zertifikat dem System hinzu oder nennen Sie die Datei in NODE_EXTRA_CA_CERTS. Andernfalls liest zwischen hier und {host} jemand mit.',
    },
  },
  'connection-intercepted': {
    owner: 'network-admin',
    cause: {
      en: 'Somebody between here and {host} opens the encryption: the certificate was issued by {issuer}, not by an authority that Microsoft uses.',
      de: 'Zwischen hier und {host} öffnet jemand die Verschlüsselung: Das Zertifikat hat {issuer} ausgestellt, keine Stelle, die Microsoft verwendet.',
    },
    fix: {
      en: 'Exempt {host} from the inspection of encrypted traffic (proxy, firewall, virus scanner). If the inspection is wanted, add the certificate of {issuer} to the system’s authorities, or name its file in NODE_EXTRA_CA_CERTS.',
      de: 'Nehmen Sie {host} von der Prüfung verschlüsselter Verbindungen aus (Proxy, Firewall, Virenscanner). Ist die Prüfung gewollt, fügen Sie das Zertifikat von {issuer} den Zertifizierungsstellen des Systems hinzu, oder nennen Sie die Datei in NODE_EXTRA_CA_CERTS.',
    },
  },
  'proxy-refused': {
    owner: 'network-admin',
    cause: { en: 'The proxy of HTTPS_PROXY does not let connections to {host}, port {port}, through (HTTP {detail}).', de: 'Der Proxy aus HTTPS_PROXY lässt keine Verbindung zu {host}, Port {port}, durch (HTTP {detail}).' },
    fix: { en: 'Allow CONNECT to {host}:{port} in the proxy. If the way without it is open, name {host} in NO_PROXY and restart Postern.', de: 'Erlauben Sie im Proxy CONNECT zu {host}:{port}. Ist der Weg ohne ihn offen, nennen Sie {host} in NO_PROXY und starten Postern neu.' },
  },
  'proxy-credentials': {
    owner: 'network-admin',
    cause: { en: 'The proxy of HTTPS_PROXY asks for a username and a password, or does not accept those that it got.', de: 'Der Proxy aus HTTPS_PROXY verlangt Benutzername und Kennwort, oder er nimmt die erhaltenen nicht an.' },
    fix: { en: 'Write them into HTTPS_PROXY, as in http://name:password@proxy.example.com:3128, and restart Postern.', de: 'Tragen Sie sie in HTTPS_PROXY ein, wie in http://name:kennwort@proxy.example.com:3128, und starten Sie Postern neu.' },
  },
  'proxy-not-reached': {
    owner: 'network-admin',
    cause: { en: 'The proxy of HTTPS_PROXY, which leads to {host}, does not answer ({detail}).', de: 'Der Proxy aus HTTPS_PROXY, über den es zu {host} geht, antwortet nicht ({detail}).' },
    fix: { en: 'Check the address in HTTPS_PROXY, and whether this machine may connect to the proxy.', de: 'Prüfen Sie die Adresse in HTTPS_PROXY und ob diese Maschine sich mit dem Proxy verbinden darf.' },
  },
  'no-starttls': {
    owner: 'network-admin',
    cause: { en: '{host}:{port} does not offer STARTTLS, so nothing would be encrypted.', de: '{host}:{port} bietet kein STARTTLS an; es wäre nichts verschlüsselt.' },
    fix: { en: 'Check host and port. A firewall that inspects mail can take STARTTLS away: switch that off for {host}.', de: 'Prüfen Sie Host und Port. Eine Firewall, die E-Mails prüft, kann STARTTLS entfernen: Schalten Sie das für {host} ab.' },
  },
  'not-a-mail-server': {
    owner: 'network-admin',
    cause: { en: 'What answers at {host}:{port} does not speak SMTP as expected.', de: 'Was unter {host}:{port} antwortet, spricht nicht wie erwartet SMTP.' },
    fix: { en: 'Check host, port and encryption.', de: 'Prüfen Sie Host, Port und Verschlüsselung.' },
  },
  'clock-wrong': {
    owner: 'telephone-admin',
    cause: { en: 'The clock of this machine differs from Microsoft’s by {seconds} seconds; tokens count as ended or not yet valid.', de: 'Die Uhr dieser Maschine weicht um {seconds} Sekunden von der Microsofts ab; Token gelten als abgelaufen oder noch nicht gültig.' },
    fix: { en: 'Set the clock, and switch on time synchronisation (NTP).', de: 'Stellen Sie die Uhr und schalten Sie die Zeitsynchronisierung (NTP) ein.' },
  },
  'internal-fault': {
    owner: 'telephone-admin',
    cause: { en: 'Postern itself failed at this step.', de: 'Postern selbst ist an diesem Schritt gescheitert.' },
    fix: { en: 'The log of Postern has the details under the check’s id. Check again.', de: 'Das Protokoll von Postern enthält die Einzelheiten unter der Kennung der Prüfung. Prüfen Sie erneut.' },
  },
} satisfies Record<string, Explanation>;
