import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { createSqsQueue } from '../effects/queue.sqs.ts';
import { eachItem } from '../shared/handler/batch.ts';
import { CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { keepKeys } from '../shared/handler/keep-keys.ts';
import { memoizeAsync } from '../shared/handler/memoize-async.ts';
import { startFunction } from '../shared/handler/start.ts';
import { createPause } from '../shared/pause.ts';
import { OURS } from '../shared/source.ts';
import { createDynamoAddressBook } from '../shared/stores/address-book.dynamo.ts';
import { createDynamoStore } from '../shared/stores/store.dynamo.ts';
import { createBus } from './bus.eventbridge.ts';
import { createRelay } from './relay.ts';
import { readCommit } from './schema.ts';
import { createDynamoTimeline } from './timeline.dynamo.ts';

const { env, log, traced, wrap } = startFunction(
  'relay',
  process.env,
  z.object({
    STAGE: z.string(),
    CUSTOMERS_TABLE: z.string(),
    RECORDS_TABLE: z.string(),
    BUS_NAME: z.string(),
    LINK_KEY_SECRET: z.string(),
    DUE_QUEUE_URL: z.string(),
    LATER_QUEUE_URL: z.string(),
    ADDRESS_KEY_SECRET: z.string(),
    TIMELINE_DAYS: z.coerce.number().optional(),
  }),
);
const pause = createPause(Math.random);
const dynamo = traced(new DynamoDBClient(CALL_WITH_RETRIES));
const events = traced(new EventBridgeClient(CALL_WITH_RETRIES));
const sqs = traced(new SQSClient(CALL_WITH_RETRIES));

// Few commits publish anything, or say anything of an address: what reads keys is loaded by the first that does.
const openSecrets = memoizeAsync(async () => {
  const { SecretsManagerClient, readSecretKey, readSecretKeyring } = await import('../shared/key.secrets.ts');
  const client = traced(new SecretsManagerClient(CALL_WITH_RETRIES));
  return {
    key: (secret: string) => readSecretKey(client, secret),
    keyring: (secret: string) => readSecretKeyring(client, secret),
  };
});
const openSignature = keepKeys(
  async ({ key }) => {
    const { createSignature } = await import('../shared/signature.ts');
    return createSignature(Buffer.from(key));
  },
  { read: async () => (await openSecrets()).keyring(env.LINK_KEY_SECRET), log, now: Date.now },
);
const addresses = createDynamoAddressBook({
  client: dynamo,
  table: env.RECORDS_TABLE,
  key: memoizeAsync(async () => (await openSecrets()).key(env.ADDRESS_KEY_SECRET)),
  now: Date.now,
});

const openBudgets = memoizeAsync(async () => {
  const { createDynamoBudgets } = await import('../shared/stores/budgets.dynamo.ts');
  return createDynamoBudgets({ client: dynamo, table: env.RECORDS_TABLE, pause, now: Date.now });
});

const relay = createRelay({
  addresses,
  budgets: { release: async (gesture) => (await openBudgets()).release(gesture) },
  timeline: createDynamoTimeline({ client: dynamo, table: env.RECORDS_TABLE, pause, days: env.TIMELINE_DAYS }),
  publisher: createBus({ client: events, bus: env.BUS_NAME, source: OURS, pause }),
  effects: createSqsQueue({
    client: sqs,
    dueUrl: env.DUE_QUEUE_URL,
    laterUrl: env.LATER_QUEUE_URL,
    pause,
    now: Date.now,
  }),
  load: createDynamoStore({ client: dynamo, table: env.CUSTOMERS_TABLE }).load,
  sign: async (type, detail) => (await openSignature()).sign(type, detail),
  now: Date.now,
});

/** Carries commits on, as the stream of the customers' table brings them. */
export const handler = wrap(eachItem(log, (item) => relay(readCommit(item))));
