import { storeContract } from '../contracts/store-contract.ts';
import { processState } from './shared-state.ts';
import { createMemoryStore } from './store.ts';

storeContract('memory', async () => createMemoryStore(processState()));
