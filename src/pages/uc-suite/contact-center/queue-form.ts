import type { Queue, QueueInput } from '../../../../contract/contact-center.ts';
import { lazyResolver } from '../../../parts/lazy-resolver.ts';

export const queueResolver = lazyResolver<QueueInput, QueueInput>(async () => (await import('./queue-rules.ts')).queueResolver);

/** What of a queue can be edited. */
export function valuesOf({ name, number }: Queue): QueueInput {
  return { name, number };
}
