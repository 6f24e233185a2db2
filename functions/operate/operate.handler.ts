import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { createDynamoCustomers } from '../customer/change.dynamo.ts';
import { createDynamoHeld } from '../held/held.dynamo.ts';
import { readCatalogue } from '../shared/handler/catalogue.ts';
import { PATIENT } from '../shared/handler/clients.ts';
import { readEnvironment } from '../shared/handler/environment.ts';
import { createLog } from '../shared/handler/log.ts';
import { createTally } from '../shared/handler/tally.ts';
import { wrap } from '../shared/handler/wrap.ts';
import { createDynamoFlags } from './flags.dynamo.ts';
import { createOperate } from './operate.ts';

const Environment = z.object({ STAGE: z.string(), CUSTOMERS_TABLE: z.string(), RECORDS_TABLE: z.string() });

const env = readEnvironment(Environment, process.env);
const client = new DynamoDBClient(PATIENT);
const catalogue = readCatalogue(new URL('./catalogue.json', import.meta.url));

/** Does what an operator asks of this stage; who may invoke it may operate it. */
export const handler = wrap(
  createOperate({
    catalogue,
    flags: createDynamoFlags({ client, table: env.RECORDS_TABLE }),
    ...createDynamoCustomers({
      client,
      customers: env.CUSTOMERS_TABLE,
      records: env.RECORDS_TABLE,
      catalogue,
      now: Date.now,
    }),
    held: createDynamoHeld({ client, table: env.RECORDS_TABLE }),
  }),
  { service: 'operate', env: process.env, log: createLog('operate'), tally: createTally(env.STAGE), clients: [client] },
);
