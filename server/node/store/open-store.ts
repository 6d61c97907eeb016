import type { Store } from '../../store.ts';

/** A store that was opened and must be closed. */
export type OpenStore = Store & { close(): Promise<void> };
