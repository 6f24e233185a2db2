import { DatabaseSync } from 'node:sqlite';
import { createSqliteStore } from '../../../functions/customer/store.sqlite.ts';
import { storeContract } from './store.contract.ts';

storeContract('SQLite', () => createSqliteStore(new DatabaseSync(':memory:')));
