import { createMemoryStore } from '../../../functions/customer/store.memory.ts';
import { storeContract } from './store.contract.ts';

storeContract('memory', () => createMemoryStore());
