import type { Event, EventKind } from '../events.ts';
import type { Language } from '../fields.ts';
import { backupRefusal } from './backup-words.ts';
import { fill, type Sentence } from './explanation.ts';
import { renderDiagnosis } from './render.ts';

// How many functions a notice tells of, by its kind.
const told = {
  en: '[ (failing: {failed})][ (works again: {recovered})][ (ends: {ends})]',
  de: '[ (gestört: {failed})][ (funktioniert wieder: {recovered})][ (endet: {ends})]',
};

/** What happened. What a check or Microsoft said of it follows by itself. */
export const eventSentences: Record<EventKind, Sentence> = {
  'system-started': { en: 'Postern {version} started', de: 'Postern {version} gestartet' },
  'system-set-up': { en: 'First administrator created', de: 'Erster Administrator angelegt' },
  'setup-refused': { en: 'Wrong set-up code entered', de: 'Falscher Einrichtungscode eingegeben' },
  'signed-in': { en: 'Signed in to the console', de: 'An der Konsole angemeldet' },
  'signed-out': { en: 'Signed out of the console', de: 'Von der Konsole abgemeldet' },
  'sign-in-refused': { en: 'Sign-in to the console refused', de: 'Anmeldung an der Konsole abgelehnt' },
  'sign-in-locked': { en: 'Sign-in to the console held up for {minutes} min after wrong passwords, from {source}', de: 'Anmeldung an der Konsole nach falschen Kennwörtern für {minutes} min gesperrt, von {source}' },
  'password-reset': { en: 'Password of “{username}” reset on the server', de: 'Kennwort von „{username}“ auf dem Server zurückgesetzt' },
  'password-changed': { en: 'Own password changed', de: 'Eigenes Kennwort geändert' },
  'administrator-added': { en: 'Administrator “{username}” added with the role {role}', de: 'Administrator „{username}“ mit der Rolle {role} angelegt' },
  'administrator-changed': { en: 'Administrator “{username}” changed', de: 'Administrator „{username}“ geändert' },
  'administrator-role-changed': { en: 'Role of “{username}” changed from {from} to {role}', de: 'Rolle von „{username}“ von {from} in {role} geändert' },
  'administrator-password-set': { en: 'New password set for “{username}”', de: 'Neues Kennwort für „{username}“ gesetzt' },
  'administrator-disabled': { en: 'Administrator “{username}” disabled', de: 'Administrator „{username}“ deaktiviert' },
  'administrator-enabled': { en: 'Administrator “{username}” enabled', de: 'Administrator „{username}“ aktiviert' },
  'administrator-deleted': { en: 'Administrator “{username}” deleted', de: 'Administrator „{username}“ gelöscht' },
  'administrator-sessions-ended': { en: 'Sessions of “{username}” ended', de: 'Sitzungen von „{username}“ beendet' },
  'settings-saved': { en: 'Settings saved', de: 'Einstellungen gespeichert' },
  'settings-removed': { en: 'Settings removed', de: 'Einstellungen entfernt' },
  'code-requested': { en: 'User code requested from Microsoft', de: 'Benutzercode bei Microsoft angefordert' },
  'code-refused': { en: 'Sign-in at Microsoft failed', de: 'Anmeldung bei Microsoft fehlgeschlagen' },
  'code-cancelled': { en: 'Sign-in at Microsoft cancelled', de: 'Anmeldung bei Microsoft abgebrochen' },
  'code-declined': { en: 'Sign-in at Microsoft declined', de: 'Anmeldung bei Microsoft abgelehnt' },
  'code-expired': { en: 'User code expired before anybody signed in', de: 'Benutzercode abgelaufen, bevor sich jemand angemeldet hat' },
  'account-signed-in': { en: 'Signed in at Microsoft as {account}', de: 'Bei Microsoft angemeldet als {account}' },
  'other-account-signed-in': { en: 'Another account than expected signed in at Microsoft: {account}', de: 'Ein anderes Konto als erwartet hat sich bei Microsoft angemeldet: {account}' },
  'other-account-kept': { en: 'Sign-in of the other account kept: {account}', de: 'Anmeldung des anderen Kontos übernommen: {account}' },
  'sign-in-removed': { en: 'Sign-in at Microsoft removed', de: 'Anmeldung bei Microsoft entfernt' },
  'sign-in-ended': { en: 'Sign-in at Microsoft ended', de: 'Anmeldung bei Microsoft beendet' },
  'token-refreshed': { en: 'Token of {account} refreshed', de: 'Token von {account} erneuert' },
  'token-refresh-failed': { en: 'Token could not be refreshed; it is tried again', de: 'Token ließ sich nicht erneuern; es wird erneut versucht' },
  'token-recovered': { en: 'Token of {account} refreshed again after failures', de: 'Token von {account} nach Fehlschlägen wieder erneuert' },
  'check-passed': { en: 'Check passed', de: 'Prüfung bestanden' },
  'check-failed': { en: 'Check failed', de: 'Prüfung fehlgeschlagen' },
  'check-cancelled': { en: 'Check cancelled', de: 'Prüfung abgebrochen' },
  'everything-checked': { en: 'Everything checked: {passed} of {total} passed', de: 'Alles geprüft: {passed} von {total} bestanden' },
  'everything-check-cancelled': { en: 'Check everything cancelled after {done} of {total}', de: '„Alles prüfen“ nach {done} von {total} abgebrochen' },
  'recovered': { en: 'Works again', de: 'Funktioniert wieder' },
  'keywords-saved': { en: 'Keywords saved (voicemail language {language})', de: 'Schlüsselwörter gespeichert (Voicemail-Sprache {language})' },
  'keywords-reset': { en: 'Keywords reset (voicemail language {language})', de: 'Schlüsselwörter zurückgesetzt (Voicemail-Sprache {language})' },
  'mailbox-previewed': { en: 'Appointments of {mailbox} looked at', de: 'Termine von {mailbox} angesehen' },
  'event-log-downloaded': { en: 'Event Log downloaded ({format})', de: 'Ereignisprotokoll heruntergeladen ({format})' },
  'queue-saved': { en: 'Queue “{queue}” saved', de: 'Warteschlange „{queue}“ gespeichert' },
  'queue-deleted': { en: 'Queue “{queue}” deleted', de: 'Warteschlange „{queue}“ gelöscht' },
  'queue-restored': { en: 'Queue “{queue}” restored', de: 'Warteschlange „{queue}“ wiederhergestellt' },
  'pilot-saved': { en: 'Queue pilot “{name}” saved', de: 'Warteschlangen-Pilot „{name}“ gespeichert' },
  'pilot-deleted': { en: 'Queue pilot “{name}” deleted', de: 'Warteschlangen-Pilot „{name}“ gelöscht' },
  'pilot-restored': { en: 'Queue pilot “{name}” restored', de: 'Warteschlangen-Pilot „{name}“ wiederhergestellt' },
  'diagnosis-logs-downloaded': { en: 'Diagnosis Logs downloaded', de: 'Diagnoseprotokolle heruntergeladen' },
  'backup-made': { en: 'Backup downloaded', de: 'Sicherung heruntergeladen' },
  'backup-restored': { en: 'Configuration restored from the backup that {madeBy} made: {added} added, {changed} changed, {removed} removed', de: 'Konfiguration aus der Sicherung von {madeBy} wiederhergestellt: {added} hinzugefügt, {changed} geändert, {removed} entfernt' },
  'restore-refused': { en: 'Restore of a backup refused', de: 'Wiederherstellung einer Sicherung abgelehnt' },
  'uc-suite-protocols-on': { en: 'Recording of UC Suite Protocols switched on', de: 'Aufzeichnung der UC-Suite-Protokolle eingeschaltet' },
  'uc-suite-protocols-off': { en: 'Recording of UC Suite Protocols switched off', de: 'Aufzeichnung der UC-Suite-Protokolle ausgeschaltet' },
  'notices-saved': { en: 'Settings of Notices saved', de: 'Einstellungen der Benachrichtigungen gespeichert' },
  'notice-sent': { en: `Notice sent to {target}${told.en}`, de: `Benachrichtigung gesendet an {target}${told.de}` },
  'notice-failed': { en: `Notice to {target}${told.en} not delivered; it is tried again`, de: `Benachrichtigung an {target}${told.de} nicht zugestellt; sie wird erneut versucht` },
  'notice-given-up': { en: `Notice to {target}${told.en} given up`, de: `Benachrichtigung an {target}${told.de} aufgegeben` },
  'test-notice-sent': { en: 'Test notice sent to {target}', de: 'Testbenachrichtigung gesendet an {target}' },
  'test-notice-failed': { en: 'Test notice to {target} not delivered', de: 'Testbenachrichtigung an {target} nicht zugestellt' },
  'calendar-address-made': { en: 'Address of the calendar made; a former one is revoked', de: 'Adresse des Kalenders erzeugt; eine frühere ist widerrufen' },
  'calendar-address-revoked': { en: 'Address of the calendar revoked', de: 'Adresse des Kalenders widerrufen' },
  'renewal-begun': { en: 'Check of a new Client Secret for application {applicationId} begun: {count} use it', de: 'Prüfung eines neuen geheimen Clientschlüssels der Anwendung {applicationId} begonnen: {count} verwenden ihn' },
  'renewal-failed': { en: 'New Client Secret for application {applicationId} not switched: {count} of {total} stand in the way', de: 'Neuer geheimer Clientschlüssel der Anwendung {applicationId} nicht umgestellt: {count} von {total} stehen im Weg' },
  'renewal-cancelled': { en: 'Check of a new Client Secret for application {applicationId} cancelled', de: 'Prüfung eines neuen geheimen Clientschlüssels der Anwendung {applicationId} abgebrochen' },
  'renewal-done': { en: 'New Client Secret for application {applicationId} switched for all {count}', de: 'Neuer geheimer Clientschlüssel der Anwendung {applicationId} für alle {count} umgestellt' },
  'client-secret-renewed': { en: 'Client Secret renewed', de: 'Geheimer Clientschlüssel erneuert' },
  'former-secret-dropped': { en: 'Old Client Secret of application {applicationId} dropped: the new one was used by all', de: 'Alter geheimer Clientschlüssel der Anwendung {applicationId} verworfen: der neue wurde von allen verwendet' },
  'former-secret-returned': { en: 'Old Client Secret of application {applicationId} taken back for {count}', de: 'Alter geheimer Clientschlüssel der Anwendung {applicationId} für {count} zurückgeholt' },
  'client-secret-taken-over': { en: 'Client Secret taken over from “{from}”', de: 'Geheimer Clientschlüssel von „{from}“ übernommen' },
};

const explained: ReadonlySet<EventKind> = new Set<EventKind>(['code-refused', 'sign-in-ended', 'token-refresh-failed', 'check-failed', 'notice-failed', 'notice-given-up', 'test-notice-failed']);

/** What happened, in the reader's language, with the cause where the event has one that this version explains whole. */
export function renderEvent({ kind, params }: Pick<Event, 'kind' | 'params'>, language: Language): string {
  const said = fill(eventSentences[kind][language], params);
  if (kind === 'restore-refused') return `${said}: ${backupRefusal(String(params['reason']), language)}`;
  const { code } = params;
  if (typeof code !== 'string' || !explained.has(kind)) return said;
  const { cause } = renderDiagnosis({ code, params }, language);
  return `${said}: ${/\{\w+\}/.test(cause) ? code : cause}`;
}
