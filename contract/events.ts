import * as z from 'zod/mini';
import { params } from './diagnosis.ts';
import { instant } from './fields.ts';
import { functionName } from './functions.ts';

/** Everything that is recorded, each with its severity. */
export const eventSeverity = {
  'system-started': 'info',
  'system-set-up': 'info',
  'setup-refused': 'warning',
  'signed-in': 'info',
  'signed-out': 'info',
  'sign-in-refused': 'warning',
  'sign-in-locked': 'warning',
  'password-reset': 'warning',
  'password-changed': 'info',
  'administrator-added': 'info',
  'administrator-changed': 'info',
  'administrator-role-changed': 'warning',
  'administrator-password-set': 'warning',
  'administrator-disabled': 'warning',
  'administrator-enabled': 'info',
  'administrator-deleted': 'warning',
  'administrator-sessions-ended': 'info',
  'settings-saved': 'info',
  'settings-removed': 'info',
  'code-requested': 'info',
  'code-refused': 'error',
  'code-cancelled': 'info',
  'code-declined': 'warning',
  'code-expired': 'warning',
  'account-signed-in': 'info',
  'other-account-signed-in': 'warning',
  'other-account-kept': 'info',
  'sign-in-removed': 'info',
  'sign-in-ended': 'error',
  'token-refreshed': 'info',
  'token-refresh-failed': 'warning',
  'token-recovered': 'info',
  'check-passed': 'info',
  'check-failed': 'error',
  'check-cancelled': 'info',
  'everything-checked': 'info',
  'everything-check-cancelled': 'info',
  'recovered': 'info',
  'keywords-saved': 'info',
  'keywords-reset': 'info',
  'mailbox-previewed': 'info',
  'event-log-downloaded': 'info',
  'queue-saved': 'info',
  'queue-deleted': 'info',
  'queue-restored': 'info',
  'pilot-saved': 'info',
  'pilot-deleted': 'info',
  'pilot-restored': 'info',
  'client-secret-taken-over': 'info',
  'renewal-begun': 'info',
  'renewal-failed': 'error',
  'renewal-cancelled': 'info',
  'renewal-done': 'info',
  'client-secret-renewed': 'info',
  'former-secret-dropped': 'info',
  'former-secret-returned': 'warning',
  'uc-suite-protocols-on': 'info',
  'uc-suite-protocols-off': 'info',
  'diagnosis-logs-downloaded': 'info',
  'backup-made': 'info',
  'backup-restored': 'warning',
  'restore-refused': 'warning',
  'notices-saved': 'info',
  'notice-sent': 'info',
  'notice-failed': 'warning',
  'notice-given-up': 'error',
  'test-notice-sent': 'info',
  'test-notice-failed': 'warning',
  'calendar-address-made': 'info',
  'calendar-address-revoked': 'info',
} as const;
export type EventKind = keyof typeof eventSeverity;
export const eventSeverities = ['info', 'warning', 'error'] as const;
export type EventSeverity = (typeof eventSeverities)[number];

/** What changes the configuration, or who may change it. */
const changes: ReadonlySet<EventKind> = new Set<EventKind>([
  'system-set-up',
  'password-reset',
  'password-changed',
  'administrator-added',
  'administrator-changed',
  'administrator-role-changed',
  'administrator-password-set',
  'administrator-disabled',
  'administrator-enabled',
  'administrator-deleted',
  'settings-saved',
  'settings-removed',
  'account-signed-in',
  'other-account-kept',
  'sign-in-removed',
  'keywords-saved',
  'keywords-reset',
  'queue-saved',
  'queue-deleted',
  'queue-restored',
  'pilot-saved',
  'pilot-deleted',
  'pilot-restored',
  'client-secret-taken-over',
  'backup-restored',
  'notices-saved',
  'calendar-address-made',
  'calendar-address-revoked',
  'renewal-done',
  'client-secret-renewed',
  'former-secret-returned',
]);

/** The kinds of this severity, of changes only where that is wanted; all of them where neither is. */
export function eventKinds({ severity, changesOnly = false }: { severity?: EventSeverity | undefined; changesOnly?: boolean | undefined }): EventKind[] {
  const kinds = Object.keys(eventSeverity) as EventKind[];
  return kinds.filter((kind) => (severity ?? eventSeverity[kind]) === eventSeverity[kind] && (!changesOnly || changes.has(kind)));
}

/** So many events are counted of a filter; of more it is only said that there are more. */
export const mostEventsCounted = 1_000;

export const event = z.object({
  id: z.string(),
  at: instant,
  kind: z.enum(Object.keys(eventSeverity) as [EventKind, ...EventKind[]]),
  severity: z.enum(eventSeverities),
  function: z.nullable(functionName),
  /** Which queue pilot, as `<queueId>/<pilotId>`. */
  ref: z.nullable(z.string()),
  /** Who did it; null for the system itself. */
  actor: z.nullable(z.string()),
  /** The check that it tells of; its transcript is kept as long as the check is. */
  check: z.nullable(z.string()),
  /** What happened, a sentence in the reader's language. */
  summary: z.string(),
  params,
});
export type Event = z.infer<typeof event>;

export const eventList = z.object({
  items: z.array(event),
  next: z.nullable(z.string()),
  /** How many events fit, as far as they are counted. */
  total: z.number(),
  /** Are there more than `total`? */
  more: z.boolean(),
  /** Grows with each event that fits: what `after` waits for. */
  version: z.number(),
});
export type EventList = z.infer<typeof eventList>;
