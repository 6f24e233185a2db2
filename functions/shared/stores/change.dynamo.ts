import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { hashAssignment } from '../../../core/customer/assignment.ts';
import type { Catalogue } from '../../../language/catalogue/catalogue.ts';
import { createDynamoFlags } from '../../operate/flags.dynamo.ts';
import { createChange } from './change.ts';
import { createPaused } from './paused.ts';
import { createDynamoStore } from './store.dynamo.ts';

interface CustomersDeps {
  client: DynamoDBClient;
  /** Table names. */
  customers: string;
  records: string;
  catalogue: Catalogue;
  catalogueNumber: number;
  now: () => number;
}

/** Customers in DynamoDB, and the way to change them. */
export const createDynamoCustomers = ({
  client,
  customers,
  records,
  catalogue,
  catalogueNumber,
  now,
}: CustomersDeps) => {
  const store = createDynamoStore({ client, table: customers });
  const paused = createPaused(createDynamoFlags({ client, table: records }).paused, now);
  const reduceDeps = async () => ({ catalogue, catalogueNumber, paused: await paused(), assignment: hashAssignment });
  return { store, reduceDeps, change: createChange({ store, now, reduceDeps }) };
};
