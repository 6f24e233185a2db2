import { createDynamoStore } from '../../functions/shared/stores/store.dynamo.ts';
import { storeContract } from '../functions/shared/stores/store.contract.ts';
import { newCustomers } from '../support/tables.ts';
import { openDatabase } from './database.ts';

const { client } = openDatabase();

storeContract('DynamoDB, on a real database,', async () =>
  createDynamoStore({ client, table: await newCustomers(client) }),
);
