import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { EffectQueue } from '../relay/ports.ts';
import { readCatalogue } from '../shared/handler/catalogue.ts';
import { PATIENT } from '../shared/handler/clients.ts';
import { readEnvironment } from '../shared/handler/environment.ts';
import { createLog } from '../shared/handler/log.ts';
import { once } from '../shared/handler/once.ts';
import { createTally } from '../shared/handler/tally.ts';
import type { Clients } from '../shared/handler/trace.ts';
import { wrap } from '../shared/handler/wrap.ts';
import { createPause } from '../shared/pause.ts';
import { createDynamoCustomers } from '../shared/stores/change.dynamo.ts';
import { createAdvance } from './advance.ts';
import { createDynamoTokens } from './tokens.dynamo.ts';

const Environment = z.object({
  STAGE: z.string(),
  CUSTOMERS_TABLE: z.string(),
  RECORDS_TABLE: z.string(),
  EFFECTS_QUEUE_URL: z.string(),
});

const env = readEnvironment(Environment, process.env);
const log = createLog('advance');
const tally = createTally(env.STAGE);
const catalogue = readCatalogue(new URL('./catalogue.json', import.meta.url));
const client = new DynamoDBClient(PATIENT);
/** Those whose calls a trace shows. */
const clients: Clients = [client];
const now = Date.now;

const { change } = createDynamoCustomers({
  client,
  customers: env.CUSTOMERS_TABLE,
  records: env.RECORDS_TABLE,
  catalogue,
  now,
});

// Only a task that comes after an erasure needs the queue.
const openEffects = once(async () => {
  const { SQSClient, createSqsEffects } = await import('../relay/effects.sqs.ts');
  const sqs = new SQSClient(PATIENT);
  clients.push(sqs);
  return createSqsEffects({ client: sqs, url: env.EFFECTS_QUEUE_URL, pause: createPause(Math.random) });
});
const effects: EffectQueue = { queue: async (all) => (await openEffects()).queue(all) };

/** Moves a machine on: its tasks that are no send. */
export const handler = wrap(
  createAdvance({
    change,
    tokens: createDynamoTokens({ client, table: env.RECORDS_TABLE, now }),
    effects,
  }),
  { service: 'advance', env: process.env, log, tally, clients },
);
