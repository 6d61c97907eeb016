import type { Transaction } from 'kysely';
import type { Repositories } from '../../store.ts';
import type { Database } from './database.ts';
import { deletionRepository, pilotRepository } from './pilots.ts';
import { queueRepository } from './queues.ts';
import { usesRepository } from './uses.ts';

/** The contact center's repositories over one transaction. */
export function contactCenterRepositories(trx: Transaction<Database>): Pick<Repositories, 'queues' | 'pilots' | 'uses' | 'deleted'> {
  return { queues: queueRepository(trx), pilots: pilotRepository(trx), uses: usesRepository(trx), deleted: deletionRepository(trx) };
}
