import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { readCatalogue } from '../shared/handler/catalogue.ts';
import { CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { startFunction } from '../shared/handler/start.ts';
import { createDynamoCustomers } from '../shared/stores/change.dynamo.ts';
import { createAdvance } from './advance.ts';

const { env, traced, wrap } = startFunction(
  'advance',
  process.env,
  z.object({
    STAGE: z.string(),
    CUSTOMERS_TABLE: z.string(),
    RECORDS_TABLE: z.string(),
    CATALOGUE_NUMBER: z.coerce.number(),
  }),
);
const client = traced(new DynamoDBClient(CALL_WITH_RETRIES));

const { change } = createDynamoCustomers({
  client,
  customers: env.CUSTOMERS_TABLE,
  records: env.RECORDS_TABLE,
  catalogue: readCatalogue(new URL('./catalogue.json', import.meta.url)),
  catalogueNumber: env.CATALOGUE_NUMBER,
  now: Date.now,
});

/** Moves a customer on: its tasks that are no send. */
export const handler = wrap(createAdvance({ change }));
