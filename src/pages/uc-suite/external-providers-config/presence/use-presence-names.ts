import { useLingui } from '@lingui/react/macro';
import type { Presence } from '../../../../../contract/presence.ts';

/** The presence statuses as UC Suite names them, in its order; Office last. */
export function usePresenceNames(): Record<Presence, string> {
  const { t } = useLingui();
  return {
    'meeting': t`Meeting`,
    'sick': t`Sick`,
    'break': t`Break`,
    'out-of-office': t`Out of Office`,
    'holiday': t`Holiday`,
    'lunch': t`Lunch`,
    'home': t`Home`,
    'office': t`Office`,
  };
}
