import { createDynamoBroadcasts } from '../../functions/shared/stores/broadcasts.dynamo.ts';
import { broadcastsContract } from '../functions/shared/stores/broadcasts.contract.ts';
import { newRecords } from '../support/tables.ts';
import { openDatabase } from './database.ts';

const { client } = openDatabase();

broadcastsContract('DynamoDB, on a real database,', async () =>
  createDynamoBroadcasts({ client, table: await newRecords(client) }),
);
