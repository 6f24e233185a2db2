import { createDynamoBudgets } from '../../functions/shared/stores/budgets.dynamo.ts';
import { budgetsContract } from '../functions/shared/stores/budgets.contract.ts';
import { T0 } from '../support/customer.ts';
import { newRecords } from '../support/tables.ts';
import { openDatabase } from './database.ts';

const { client } = openDatabase();

budgetsContract('DynamoDB, on a real database,', async () =>
  createDynamoBudgets({ client, table: await newRecords(client), pause: async () => {}, now: () => T0 }),
);
