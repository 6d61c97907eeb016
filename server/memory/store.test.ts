import { storeCheckRunsContract } from '../contracts/store-check-runs-contract.ts';
import { storeContactCenterContract } from '../contracts/store-contact-center-contract.ts';
import { storeContract } from '../contracts/store-contract.ts';
import { storeNoticesContract } from '../contracts/store-notices-contract.ts';
import { storeProtocolsContract } from '../contracts/store-protocols-contract.ts';
import { storeRenewalsContract } from '../contracts/store-renewals-contract.ts';
import { storeEventsContract } from '../contracts/store-events-contract.ts';
import { processState } from './shared-state.ts';
import { createMemoryStore } from './store.ts';

storeContract('memory', async () => createMemoryStore(processState()));
storeContactCenterContract('memory', async () => createMemoryStore(processState()));
storeCheckRunsContract('memory', async () => createMemoryStore(processState()));
storeProtocolsContract('memory', async () => createMemoryStore(processState()));
storeNoticesContract('memory', async () => createMemoryStore(processState()));
storeRenewalsContract('memory', async () => createMemoryStore(processState()));
storeEventsContract('memory', async () => createMemoryStore(processState()));
