import { DatabaseSync } from 'node:sqlite';
import { createSqliteStore } from '../../../simulator/world/customers.sqlite.ts';
import { storeContract } from '../../functions/shared/stores/store.contract.ts';

storeContract('SQLite', () => createSqliteStore(new DatabaseSync(':memory:')));
