import type { Event } from '../../../../contract/events.ts';
import { useEventWords } from './use-event-words.ts';

/** Which function an event is of; of a queue or one of its pilots their names, too. */
export function EventPlace({ event: { function: name, params } }: { event: Event }) {
  const { functions } = useEventWords();
  const names = [params['queue'], name === 'queue-pilot' ? params['name'] : undefined].filter((one) => one !== undefined);
  return (
    <>
      {name && functions[name]}
      {names.length > 0 && (
        <span className={name ? 'muted block' : undefined}>
          <bdi>{names.join(' / ')}</bdi>
        </span>
      )}
    </>
  );
}
