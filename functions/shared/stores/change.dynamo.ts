import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { hashAssignment } from '../../../core/customer/assignment.ts';
import { createDynamoFlags } from '../../operate/flags.dynamo.ts';
import type { Published } from '../published.ts';
import { type ChangeDeps, createChange } from './change.ts';
import { createPaused } from './paused.ts';
import { createDynamoStore } from './store.dynamo.ts';

interface CustomersDeps {
  client: DynamoDBClient;
  /** Table names. */
  customers: string;
  records: string;
  now: () => number;
}

/** Customers in DynamoDB, and the way to change them by what is published. */
export const createDynamoCustomers = ({ client, customers, records, now }: CustomersDeps) => {
  const store = createDynamoStore({ client, table: customers });
  const paused = createPaused(createDynamoFlags({ client, table: records }).paused, now);
  const reduceDepsBy =
    ({ catalogue, number }: Published): ChangeDeps['reduceDeps'] =>
    async () => ({ catalogue, catalogueNumber: number, paused: await paused(), assignment: hashAssignment });
  const changeBy = (published: Published) => createChange({ store, now, reduceDeps: reduceDepsBy(published) });
  return { store, reduceDepsBy, changeBy };
};
