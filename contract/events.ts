import * as z from 'zod/mini';
import { params } from './diagnosis.ts';
import { instant } from './fields.ts';
import { functionName } from './functions.ts';

/** Everything that is recorded, each with its severity. */
export const eventSeverity = {
  'system-set-up': 'info',
  'signed-in': 'info',
  'sign-in-refused': 'warning',
  'password-reset': 'warning',
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
  'check-passed': 'info',
  'check-failed': 'error',
  'keywords-saved': 'info',
  'keywords-reset': 'info',
  'mailbox-previewed': 'info',
  'queue-saved': 'info',
  'queue-deleted': 'info',
  'queue-restored': 'info',
  'pilot-saved': 'info',
  'pilot-deleted': 'info',
  'pilot-restored': 'info',
  'client-secret-taken-over': 'info',
  'uc-suite-protocols-on': 'info',
  'uc-suite-protocols-off': 'info',
  'diagnosis-logs-downloaded': 'info',
} as const;
export type EventKind = keyof typeof eventSeverity;

export const event = z.object({
  id: z.string(),
  at: instant,
  kind: z.enum(Object.keys(eventSeverity) as [EventKind, ...EventKind[]]),
  severity: z.enum(['info', 'warning', 'error']),
  function: z.nullable(functionName),
  /** Which queue pilot, as `<queueId>/<pilotId>`. */
  ref: z.nullable(z.string()),
  /** Who did it; null for the system itself. */
  actor: z.nullable(z.string()),
  params,
});
export type Event = z.infer<typeof event>;
export const eventList = z.object({ items: z.array(event), next: z.nullable(z.string()), total: z.number() });
