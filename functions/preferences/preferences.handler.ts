import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { createBus } from '../relay/bus.eventbridge.ts';
import { createDynamoDecisions } from '../relay/timeline.dynamo.ts';
import { CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { keepKeys } from '../shared/handler/keep-keys.ts';
import { openPublished, PUBLISHED_AT } from '../shared/handler/published.ts';
import { serve } from '../shared/handler/serve.ts';
import { startFunction } from '../shared/handler/start.ts';
import { readSecretKeyring } from '../shared/key.secrets.ts';
import { createLinks } from '../shared/link.ts';
import { createPause } from '../shared/pause.ts';
import { madeOf } from '../shared/published.ts';
import { createSignature } from '../shared/signature.ts';
import { PREFERENCES } from '../shared/source.ts';
import { createSpentOf } from '../shared/spent.ts';
import { createDynamoBudgets } from '../shared/stores/budgets.dynamo.ts';
import { createDynamoRecords } from '../shared/stores/customer-records.dynamo.ts';
import { follow } from '../shared/stores/follow.ts';
import { createDynamoShortLinks } from '../shared/stores/short-links.dynamo.ts';
import { createDynamoStore } from '../shared/stores/store.dynamo.ts';
import { createExportCustomer } from './export-customer.ts';
import { createPreferences } from './preferences.ts';

const { env, log, metrics, traced, wrap } = startFunction(
  'preferences',
  process.env,
  z.object({
    STAGE: z.string(),
    CUSTOMERS_TABLE: z.string(),
    RECORDS_TABLE: z.string(),
    BUS_NAME: z.string(),
    LINK_KEY_SECRET: z.string(),
    ...PUBLISHED_AT,
  }),
);
const dynamo = traced(new DynamoDBClient(CALL_WITH_RETRIES));
const events = traced(new EventBridgeClient(CALL_WITH_RETRIES));
const secrets = traced(new SecretsManagerClient(CALL_WITH_RETRIES));
const now = Date.now;
const pause = createPause(Math.random);

const bus = createBus({ client: events, bus: env.BUS_NAME, source: PREFERENCES, pause });

const { load } = createDynamoStore({ client: dynamo, table: env.CUSTOMERS_TABLE });

const published = openPublished({ client: dynamo, env, log, now });
const keyed = keepKeys(
  (keys) => ({
    links: createLinks({ ...keys, baseUrl: '/', now: () => new Date(now()) }),
    signature: createSignature(
      Buffer.from(keys.key),
      keys.others.map((other) => Buffer.from(other)),
    ),
  }),
  { read: () => readSecretKeyring(secrets, env.LINK_KEY_SECRET), log, now },
);
const shortLinks = createDynamoShortLinks({ client: dynamo, table: env.RECORDS_TABLE, kind: 'link', now });

const budgets = createDynamoBudgets({ client: dynamo, table: env.RECORDS_TABLE, pause, now });

/** So long until it is looked again what became of a choice, in milliseconds. */
const LOOK = 500;

const exportCustomer = createExportCustomer({
  load,
  records: createDynamoRecords({ client: dynamo, table: env.RECORDS_TABLE }),
});

const appBy = (catalogue: Catalogue) =>
  createPreferences({
    catalogue,
    links: async () => (await keyed()).links,
    load: async (customer) => (await follow(load, customer)).state,
    decisionOf: createDynamoDecisions({ client: dynamo, table: env.RECORDS_TABLE }),
    exportCustomer,
    shortLink: shortLinks.find,
    publish: async (events) => {
      const at = new Date(now()).toISOString();
      const { signature } = await keyed();
      await bus.publish(events.map(({ type, detail }) => ({ id: '', type, at, detail: signature.sign(type, detail) })));
    },
    spentOf: createSpentOf({ budgets, catalogue, now }),
    pause: () => setTimeout(LOOK),
    now,
    count: metrics.count,
    report: (error) => log.error('A page could not be answered.', { error: error as Error }),
  });

const answerBy = madeOf(({ catalogue }) => serve(appBy(catalogue)));

/** The pages behind the links of our messages. */
export const handler = wrap(async (event, context) => {
  const answer = answerBy(await published.current());
  return answer(event, context);
});
