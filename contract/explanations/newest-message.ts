import type { Params } from '../diagnosis.ts';
import type { Language } from '../fields.ts';
import type { Sentence } from './explanation.ts';

const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** How many messages there are and how large they are together: `messages` and `octets` of the params. The server shows no header. */
export function messagesCounted(params: Params): Sentence {
  return {
    en: `${counted(params, 'en')}. The server shows no headers (TOP)`,
    de: `${counted(params, 'de')}. Der Server zeigt keine Kopfzeilen (TOP)`,
  };
}

/** The same, where the newest message’s header says nothing that can be read. */
export function newestUnreadable(params: Params): Sentence {
  return {
    en: `${counted(params, 'en')}. The header of the newest cannot be read`,
    de: `${counted(params, 'de')}. Die Kopfzeilen der neuesten lassen sich nicht lesen`,
  };
}

/** The same, with what the newest message’s header names: `subject`, `from`, `date` (an instant), each where it is there. */
export function newestRead(params: Params): Sentence {
  const { subject, from, date } = params;
  return {
    en: `${counted(params, 'en')}. The newest: ${subject === undefined ? 'without a subject' : `“${subject}”`}, ${from === undefined ? 'sender not named' : `from ${from}`}, ${date === undefined ? 'date not named' : whenSent(date, 'en')}`,
    de: `${counted(params, 'de')}. Die neueste: ${subject === undefined ? 'ohne Betreff' : `„${subject}“`}, ${from === undefined ? 'ohne Absender' : `von ${from}`}, ${date === undefined ? 'ohne Datum' : whenSent(date, 'de')}`,
  };
}

function counted({ messages = 0, octets = 0 }: Params, language: Language): string {
  const words = { en: ['message', 'messages'], de: ['Nachricht', 'Nachrichten'] }[language];
  return `${new Intl.NumberFormat(language).format(Number(messages))} ${words[Number(messages) === 1 ? 0 : 1]}, ${sized(Number(octets), language)}`;
}

function sized(octets: number, language: Language): string {
  const power = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log10(Math.max(octets, 1)) / 3) - 1));
  return new Intl.NumberFormat(language, { style: 'unit', unit: units[power] ?? 'kilobyte', maximumFractionDigits: 1 }).format(octets / 1000 ** (power + 1));
}

function whenSent(date: string | number, language: Language): string {
  const written = new Intl.DateTimeFormat({ en: 'en-GB', de: 'de-DE' }[language], { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(new Date(date));
  return `${written} UTC`;
}
