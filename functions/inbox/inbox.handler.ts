import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { MINUTE } from '../../language/catalogue/milliseconds.ts';
import { createBus } from '../relay/bus.eventbridge.ts';
import { CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { memoizeFor } from '../shared/handler/memoize-for.ts';
import { serve } from '../shared/handler/serve.ts';
import { startFunction } from '../shared/handler/start.ts';
import { readSecretKeyring } from '../shared/key.secrets.ts';
import { goodKeys } from '../shared/keyring.ts';
import { createPause } from '../shared/pause.ts';
import { INBOX } from '../shared/source.ts';
import { follow } from '../shared/stores/follow.ts';
import { createDynamoStore } from '../shared/stores/store.dynamo.ts';
import { createDynamoEntries } from './entries.dynamo.ts';
import { createInbox } from './inbox.ts';
import { createDynamoNonces } from './nonces.dynamo.ts';

const { env, log, metrics, traced, wrap } = startFunction(
  'inbox',
  process.env,
  z.object({
    STAGE: z.string(),
    CUSTOMERS_TABLE: z.string(),
    RECORDS_TABLE: z.string(),
    BUS_NAME: z.string(),
    INBOX_KEY_SECRET: z.string(),
  }),
);
const dynamo = traced(new DynamoDBClient(CALL_WITH_RETRIES));
const events = traced(new EventBridgeClient(CALL_WITH_RETRIES));
const secrets = traced(new SecretsManagerClient(CALL_WITH_RETRIES));
const now = Date.now;
const inRecords = { client: dynamo, table: env.RECORDS_TABLE };
const { load } = createDynamoStore({ client: dynamo, table: env.CUSTOMERS_TABLE });
const bus = createBus({ client: events, bus: env.BUS_NAME, source: INBOX, pause: createPause(Math.random) });

/** A key that leaked is good for nothing so soon after it was thrown away. */
const KEYS_LAST = 5 * MINUTE;
const keyring = memoizeFor(() => readSecretKeyring(secrets, env.INBOX_KEY_SECRET), {
  lasts: KEYS_LAST,
  now,
  report: (error) => log.error('The keys of backends could not be read anew.', { error: error as Error }),
});
keyring().catch((error: Error) => log.error('The keys of backends cannot be read.', { error }));

const answer = serve(
  createInbox({
    keys: async () => goodKeys(await keyring(), now()),
    nonces: createDynamoNonces(inRecords),
    idsOf: async (customer) => {
      const { id, state } = await follow(load, customer);
      return state?.erased === undefined ? [id, ...(state?.aliases ?? [])] : [];
    },
    entries: createDynamoEntries(inRecords),
    publish: async (done) => {
      const at = new Date(now()).toISOString();
      await bus.publish(done.map(({ type, detail }) => ({ id: '', type, at, detail })));
    },
    now,
    clock: now,
    refused: (reason) => {
      metrics.count('InboxRefused');
      log.warn('A request for an inbox was not believed.', { reason });
    },
    report: (error) => log.error('An inbox could not be answered.', { error: error as Error }),
  }),
);

/** What a product's backend asks of its customers' inboxes. */
export const handler = wrap(answer);
