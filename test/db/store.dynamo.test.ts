import { createDynamoStore } from '../../functions/customer/store.dynamo.ts';
import { storeContract } from '../functions/customer/store.contract.ts';
import { newCustomers } from '../support/tables.ts';
import { countingClient } from './table.ts';

const { client } = countingClient();

storeContract('DynamoDB, on a real database,', async () =>
  createDynamoStore({ client, table: await newCustomers(client) }),
);
