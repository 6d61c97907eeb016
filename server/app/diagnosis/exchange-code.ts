import { inPlace, responseCode } from '../../../contract/explanations/lookup.ts';
import type { DiagnosisCode } from '../../../contract/explanations/table.ts';

/** What is read decides what a folder's error means. */
export type ExchangeUse = 'calendar' | 'public-folders';

/** The explanation's code for a response code of Exchange or an error code of Graph; null for one without. */
export function exchangeCode(protocol: 'ews' | 'graph', code: string, use: ExchangeUse): DiagnosisCode | null {
  const found = responseCode(protocol, code);
  return found && inPlace(found, use);
}

const ofOperation = new Set<string>([
  'calendar-access-denied',
  'calendar-missing',
  'calendar-range-too-big',
  'public-folders-access-denied',
  'public-folders-missing',
  'public-folders-unavailable',
  'public-folder-root-refused',
  'exchange-content-unreadable',
  'exchange-request-refused',
  'graph-foreign-link',
] satisfies DiagnosisCode[]);

/** Was the mailbox opened, and what failed is what was to be read in it? */
export function isOfOperation(code: string): boolean {
  return ofOperation.has(code);
}
