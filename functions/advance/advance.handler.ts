import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { readCatalogue } from '../shared/handler/catalogue.ts';
import { CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { readEnvironment } from '../shared/handler/environment.ts';
import { createLog } from '../shared/handler/log.ts';
import { createMetricCounter } from '../shared/handler/metric-counter.ts';
import { wrap } from '../shared/handler/wrap.ts';
import { createDynamoCustomers } from '../shared/stores/change.dynamo.ts';
import { createAdvance } from './advance.ts';

const Environment = z.object({
  STAGE: z.string(),
  CUSTOMERS_TABLE: z.string(),
  RECORDS_TABLE: z.string(),
  CATALOGUE_NUMBER: z.coerce.number(),
});

const env = readEnvironment(Environment, process.env);
const log = createLog('advance');
const metrics = createMetricCounter(env.STAGE);
const client = new DynamoDBClient(CALL_WITH_RETRIES);

const { change } = createDynamoCustomers({
  client,
  customers: env.CUSTOMERS_TABLE,
  records: env.RECORDS_TABLE,
  catalogue: readCatalogue(new URL('./catalogue.json', import.meta.url)),
  catalogueNumber: env.CATALOGUE_NUMBER,
  now: Date.now,
});

/** Moves a customer on: its tasks that are no send. */
export const handler = wrap(createAdvance({ change }), {
  service: 'advance',
  env: process.env,
  log,
  metrics,
  clients: [client],
});
