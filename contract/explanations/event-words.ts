import type { EventSeverity } from '../events.ts';
import type { Language } from '../fields.ts';
import type { FunctionName } from '../functions.ts';

interface EventWords {
  columns: readonly [time: string, severity: string, functionName: string, queue: string, what: string, who: string, kind: string, ref: string, check: string, details: string];
  severities: Record<EventSeverity, string>;
  functions: Record<FunctionName, string>;
}

/** The words of a table of events. */
export const eventWords: Record<Language, EventWords> = {
  en: {
    columns: ['Time (UTC)', 'Severity', 'Function', 'Queue', 'Event', 'By', 'Code', 'Queue pilot', 'Check', 'Details'],
    severities: { info: 'Info', warning: 'Warning', error: 'Error' },
    functions: { 'email-forwarding': 'E-mail forwarding', 'exchange-calendar': 'Exchange Calendar Integration', 'exchange-directory': 'Exchange PST', 'queue-pilot': 'Queue pilot' },
  },
  de: {
    columns: ['Zeit (UTC)', 'Schweregrad', 'Funktion', 'Warteschlange', 'Ereignis', 'Durch', 'Code', 'Warteschlangen-Pilot', 'Prüfung', 'Einzelheiten'],
    severities: { info: 'Info', warning: 'Warnung', error: 'Fehler' },
    functions: { 'email-forwarding': 'E-Mail-Weiterleitung', 'exchange-calendar': 'Exchange-Kalenderintegration', 'exchange-directory': 'Exchange PST', 'queue-pilot': 'Warteschlangen-Pilot' },
  },
};
