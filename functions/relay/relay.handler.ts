import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { createSqsQueue } from '../effects/queue.sqs.ts';
import { eachItem } from '../shared/handler/batch.ts';
import { CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { readEnvironment } from '../shared/handler/environment.ts';
import { createLog } from '../shared/handler/log.ts';
import { memoizeAsync } from '../shared/handler/memoize-async.ts';
import { createMetricCounter } from '../shared/handler/metric-counter.ts';
import { wrap } from '../shared/handler/wrap.ts';
import { readKey } from '../shared/key.secrets.ts';
import { createPause } from '../shared/pause.ts';
import { OURS } from '../shared/source.ts';
import { createDynamoAddressBook } from '../shared/stores/address-book.dynamo.ts';
import { createDynamoStore } from '../shared/stores/store.dynamo.ts';
import { createBus } from './bus.eventbridge.ts';
import { countEntry } from './counts.ts';
import { createRelay } from './relay.ts';
import { readCommit } from './schema.ts';
import { createDynamoTimeline } from './timeline.dynamo.ts';

const Environment = z.object({
  STAGE: z.string(),
  CUSTOMERS_TABLE: z.string(),
  RECORDS_TABLE: z.string(),
  BUS_NAME: z.string(),
  DUE_QUEUE_URL: z.string(),
  LATER_QUEUE_URL: z.string(),
  ADDRESS_KEY_SECRET: z.string(),
});

const env = readEnvironment(Environment, process.env);
const pause = createPause(Math.random);
const log = createLog('relay');
const metrics = createMetricCounter(env.STAGE);
const dynamo = new DynamoDBClient(CALL_WITH_RETRIES);
const events = new EventBridgeClient(CALL_WITH_RETRIES);
const sqs = new SQSClient(CALL_WITH_RETRIES);
const secrets = new SecretsManagerClient(CALL_WITH_RETRIES);

// Few commits say anything of an address: the key is fetched by the first that does.
const addresses = createDynamoAddressBook({
  client: dynamo,
  table: env.RECORDS_TABLE,
  key: memoizeAsync(() => readKey(secrets, env.ADDRESS_KEY_SECRET)),
  now: Date.now,
});

const relay = createRelay({
  addresses,
  timeline: createDynamoTimeline({ client: dynamo, table: env.RECORDS_TABLE, pause }),
  publisher: createBus({ client: events, bus: env.BUS_NAME, source: OURS, pause }),
  effects: createSqsQueue({
    client: sqs,
    dueUrl: env.DUE_QUEUE_URL,
    laterUrl: env.LATER_QUEUE_URL,
    pause,
    now: Date.now,
  }),
  load: createDynamoStore({ client: dynamo, table: env.CUSTOMERS_TABLE }).load,
  now: Date.now,
});

/** Carries commits on, as the stream of the customers' table brings them. */
export const handler = wrap(
  eachItem(log, async (item) => {
    const commit = readCommit(item);
    await relay(commit);
    for (const entry of commit.journal) countEntry(entry, metrics.count);
  }),
  { service: 'relay', env: process.env, log, metrics, clients: [dynamo, events, sqs, secrets] },
);
