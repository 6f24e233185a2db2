import { DatabaseSync } from 'node:sqlite';
import { createMemoryBudgets } from '../../../simulator/world/budgets.memory.ts';
import { createSqliteBudgets } from '../../../simulator/world/budgets.sqlite.ts';
import { budgetsContract } from '../../functions/shared/stores/budgets.contract.ts';

budgetsContract('memory', async () => createMemoryBudgets());
budgetsContract('SQLite', async () => createSqliteBudgets(new DatabaseSync(':memory:')));
