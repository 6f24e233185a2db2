import { DatabaseSync } from 'node:sqlite';
import { createMemoryCensus } from '../../../simulator/world/census.memory.ts';
import { createSqliteCensus } from '../../../simulator/world/census.sqlite.ts';
import { censusContract } from '../../functions/census/census.contract.ts';

censusContract('memory', createMemoryCensus);
censusContract('SQLite', (load) => createSqliteCensus(new DatabaseSync(':memory:'), load));
