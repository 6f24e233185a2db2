import { createDynamoAddressBook } from '../../functions/shared/stores/address-book.dynamo.ts';
import { addressBookContract } from '../functions/shared/stores/address-book.contract.ts';
import { T0 } from '../support/customer.ts';
import { newRecords } from '../support/tables.ts';
import { openDatabase } from './database.ts';

const { client } = openDatabase();

addressBookContract('DynamoDB, on a real database,', async () =>
  createDynamoAddressBook({ client, table: await newRecords(client), key: async () => 'k'.repeat(64), now: () => T0 }),
);
