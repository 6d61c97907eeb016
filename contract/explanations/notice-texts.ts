import type { Owner } from '../diagnosis.ts';
import type { Language } from '../fields.ts';
import type { FunctionEnd } from '../functions.ts';

interface NoticeTexts {
  /** In front of each subject, so that a rule of a mailbox finds them. */
  product: string;
  queuePilot: (name: string, queue: string) => string;
  many: (count: number) => string;
  ends: Record<FunctionEnd['what'], string>;
  owners: Record<Owner, string>;
  failed: (name: string, count: number) => string;
  signInRequired: (name: string) => string;
  recovered: (name: string, count: number) => string;
  ending: (what: string, name: string, days: number) => string;
  severalEnd: (count: number) => string;
  test: string;
  /** What follows in a mail. */
  since: (at: string) => string;
  failedSince: (at: string) => string;
  cause: string;
  who: string;
  fix: string;
  concerns: string;
  endsOn: (what: string, at: string, days: number) => string;
  testText: string;
  open: string;
  why: string;
  calendar: string;
}

const en: NoticeTexts = {
  product: 'Postern',
  queuePilot: (name, queue) => `Queue pilot “${name}” of the queue “${queue}”`,
  many: (count) => `${count} functions and queue pilots`,
  ends: { 'sign-in': 'Sign-in at Microsoft', 'client-secret': 'Client Secret', 'basic-authentication': 'Basic authentication', 'ews': 'Exchange Web Services' },
  owners: { 'telephone-admin': 'Telephone administrator', 'entra-admin': 'Entra administrator', 'exchange-admin': 'Exchange administrator', 'network-admin': 'Network administrator', 'nobody': 'Nobody: it passes' },
  failed: (name, count) => `${name} ${count === 1 ? 'fails' : 'fail'}`,
  signInRequired: (name) => `${name} needs a new sign-in at Microsoft`,
  recovered: (name, count) => `${name} ${count === 1 ? 'works' : 'work'} again`,
  ending: (what, name, days) => `${what} of ${name} ${inDays(days, 'en')}`,
  severalEnd: (count) => `${count} things end soon`,
  test: 'Test notice',
  since: (at) => `since ${at}`,
  failedSince: (at) => `had failed since ${at}`,
  cause: 'Cause',
  who: 'Who',
  fix: 'Fix',
  concerns: 'Concerns',
  endsOn: (what, at, days) => `${what} ${inDays(days, 'en')}: ${at}`,
  testText: 'This is a test. Notices of Postern arrive here: when a function fails for good, when it works again, and before something ends.',
  open: 'Open the console',
  why: 'You get this mail because your address is entered at Service Center → Notices.',
  calendar: 'Postern: what ends',
};

const de: NoticeTexts = {
  product: 'Postern',
  queuePilot: (name, queue) => `Warteschlangen-Pilot „${name}“ der Warteschlange „${queue}“`,
  many: (count) => `${count} Funktionen und Warteschlangen-Piloten`,
  ends: { 'sign-in': 'Anmeldung bei Microsoft', 'client-secret': 'Geheimer Clientschlüssel', 'basic-authentication': 'Basisauthentifizierung', 'ews': 'Exchange-Webdienste' },
  owners: { 'telephone-admin': 'Administrator der Telefonanlage', 'entra-admin': 'Entra-Administrator', 'exchange-admin': 'Exchange-Administrator', 'network-admin': 'Netzwerkadministrator', 'nobody': 'Niemand: Es geht vorüber' },
  failed: (name, count) => `${name} ${count === 1 ? 'funktioniert' : 'funktionieren'} nicht`,
  signInRequired: (name) => `${name} braucht eine neue Anmeldung bei Microsoft`,
  recovered: (name, count) => `${name} ${count === 1 ? 'funktioniert' : 'funktionieren'} wieder`,
  ending: (what, name, days) => `${name}: ${what} ${inDays(days, 'de')}`,
  severalEnd: (count) => `Bei ${count} endet bald etwas`,
  test: 'Testbenachrichtigung',
  since: (at) => `seit ${at}`,
  failedSince: (at) => `war gestört seit ${at}`,
  cause: 'Ursache',
  who: 'Wer',
  fix: 'Lösung',
  concerns: 'Betrifft',
  endsOn: (what, at, days) => `${what} ${inDays(days, 'de')}: ${at}`,
  testText: 'Das ist ein Test. Hier kommen Benachrichtigungen von Postern an: wenn eine Funktion dauerhaft ausfällt, wenn sie wieder funktioniert, und bevor etwas endet.',
  open: 'Konsole öffnen',
  why: 'Sie bekommen diese E-Mail, weil Ihre Adresse unter Service-Center → Benachrichtigungen eingetragen ist.',
  calendar: 'Postern: was endet',
};

/** The words of notices and of the calendar. */
export const noticeTexts: Record<Language, NoticeTexts> = { en, de };

function inDays(days: number, language: Language): string {
  if (language === 'en') {
    if (days > 1) return `ends in ${days} days`;
    if (days === 1) return 'ends in a day';
    return days > -1 ? 'has ended today' : `ended ${-days} ${days === -1 ? 'day' : 'days'} ago`;
  }
  if (days > 1) return `endet in ${days} Tagen`;
  if (days === 1) return 'endet in einem Tag';
  return days > -1 ? 'ist heute abgelaufen' : `ist vor ${-days} ${days === -1 ? 'Tag' : 'Tagen'} abgelaufen`;
}
