import { createMemoryStore } from '../../../simulator/world/customers.memory.ts';
import { storeContract } from '../../functions/shared/stores/store.contract.ts';

storeContract('memory', () => createMemoryStore());
