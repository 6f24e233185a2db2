import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { openPublished, PUBLISHED_AT } from '../shared/handler/published.ts';
import { startFunction } from '../shared/handler/start.ts';
import { createPause } from '../shared/pause.ts';
import { byNewest, madeOf } from '../shared/published.ts';
import { createDynamoBudgets } from '../shared/stores/budgets.dynamo.ts';
import { createDynamoCustomers } from '../shared/stores/change.dynamo.ts';
import { createAdvance } from './advance.ts';

const { env, log, traced, wrap } = startFunction(
  'advance',
  process.env,
  z.object({
    STAGE: z.string(),
    CUSTOMERS_TABLE: z.string(),
    RECORDS_TABLE: z.string(),
    ...PUBLISHED_AT,
  }),
);
const client = traced(new DynamoDBClient(CALL_WITH_RETRIES));

const now = Date.now;
const published = openPublished({ client, env, log, now });
const { changeBy } = createDynamoCustomers({
  client,
  customers: env.CUSTOMERS_TABLE,
  records: env.RECORDS_TABLE,
  now,
});
const budgets = createDynamoBudgets({ client, table: env.RECORDS_TABLE, pause: createPause(Math.random), now });
const advanceBy = madeOf((each) => createAdvance({ change: changeBy(each), budgets }));

/** Moves a customer on: its tasks that are no send. */
export const handler = wrap((task) => byNewest(published, (each) => advanceBy(each)(task)));
