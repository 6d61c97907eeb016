import type { EventSeverity } from '../../../../contract/events.ts';
import { useEventWords } from './use-event-words.ts';

const symbols: Record<EventSeverity, string> = { info: '·', warning: '▲', error: '✕' };
const looks: Record<EventSeverity, string> = { info: 'unchecked', warning: 'warning', error: 'failing' };

/** How grave an event is, as symbol and word. */
export function SeverityMark({ severity }: { severity: EventSeverity }) {
  const { severities } = useEventWords();
  return (
    <span className={`health ${looks[severity]}`}>
      <span aria-hidden="true">{symbols[severity]}</span> {severities[severity]}
    </span>
  );
}
