import type { Queue } from '../../../../../contract/contact-center.ts';
import { pilotsQuery } from '../../../../api/contact-center.ts';
import { usePrefetched } from '../../../../api/query-client.ts';

/** The ways into a queue. */
export function QueuePilots({ queue: { id } }: { queue: Queue }) {
  return <p>{usePrefetched(pilotsQuery(id)).total}</p>;
}
