import { useLingui } from '@lingui/react/macro';
import type { EventSeverity } from '../../../../contract/events.ts';
import type { FunctionName } from '../../../../contract/functions.ts';

/** The names of severities and functions. */
export function useEventWords(): { severities: Record<EventSeverity, string>; functions: Record<FunctionName, string> } {
  const { t } = useLingui();
  return {
    severities: { info: t`Info`, warning: t`Warning`, error: t`Error` },
    functions: { 'email-forwarding': t`E-mail forwarding`, 'exchange-calendar': t`Exchange Calendar Integration`, 'exchange-directory': t`Exchange PST`, 'queue-pilot': t`Queue Pilots` },
  };
}
