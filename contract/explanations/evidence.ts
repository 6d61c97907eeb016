import type { Sentence } from './explanation.ts';

/** What a step of a check says: what it will look at, and what it found. */
export const evidence = {
  'settings': { en: 'Settings', de: 'Einstellungen' },
  'settings-complete': { en: 'Settings complete', de: 'Einstellungen vollständig' },
  'network': { en: '{host}:{port} and {identity}', de: '{host}:{port} und {identity}' },
  'network-reached': { en: '{host}:{port} and {identity} reachable', de: '{host}:{port} und {identity} erreichbar' },
  'tls': { en: 'Encryption and certificates', de: 'Verschlüsselung und Zertifikate' },
  'tls-valid': { en: '{protocol}, certificate valid until {validTo}', de: '{protocol}, Zertifikat gültig bis {validTo}' },
  'clock': { en: 'Clock of this machine', de: 'Uhr dieser Maschine' },
  'clock-right': { en: 'Clock within {seconds} s of Microsoft’s', de: 'Uhr auf {seconds} s genau wie bei Microsoft' },
  'clock-unknown': { en: 'The answer holds no time to compare with', de: 'Die Antwort enthält keine Zeit zum Vergleichen' },
  'tenant': { en: 'Tenant {tenantId}', de: 'Mandant {tenantId}' },
  'tenant-found': { en: 'Tenant {tenantId} found', de: 'Mandant {tenantId} gefunden' },
  'token': { en: 'Token', de: 'Token' },
  'token-received': { en: 'Token received', de: 'Token erhalten' },
  'token-valid': { en: 'Token of {account} is valid', de: 'Token von {account} ist gültig' },
  'permission': { en: 'Permission {permission}', de: 'Berechtigung {permission}' },
  'permission-granted': { en: 'Permission {permission} granted', de: 'Berechtigung {permission} erteilt' },
  'sign-in': { en: 'Sign-in to the mailbox', de: 'Anmeldung am Postfach' },
  'sign-in-accepted': { en: 'Signed in to the mailbox as {user}', de: 'Am Postfach angemeldet als {user}' },
  'operation': { en: 'Test mail to {to}', de: 'Testnachricht an {to}' },
  'mail-accepted': { en: 'Test mail accepted by {host} as {reply}', de: 'Testnachricht von {host} angenommen als {reply}' },
  'failed-settings': { en: 'Settings are not complete', de: 'Einstellungen sind nicht vollständig' },
  'failed-network': { en: '{host}:{port} not reachable', de: '{host}:{port} nicht erreichbar' },
  'failed-tls': { en: 'No trusted encryption with {host}', de: 'Keine vertrauenswürdige Verschlüsselung mit {host}' },
  'failed-clock': { en: 'The clock is wrong', de: 'Die Uhr geht falsch' },
  'failed-tenant': { en: 'Tenant {tenantId} not found', de: 'Mandant {tenantId} nicht gefunden' },
  'failed-token': { en: 'No token', de: 'Kein Token' },
  'failed-permission': { en: 'Permission {permission} is missing', de: 'Berechtigung {permission} fehlt' },
  'failed-sign-in': { en: 'The mailbox refused the sign-in', de: 'Das Postfach hat die Anmeldung abgelehnt' },
  'failed-operation': { en: 'The test mail was refused', de: 'Die Testnachricht wurde abgelehnt' },
} satisfies Record<string, Sentence>;

export type EvidenceCode = keyof typeof evidence;
