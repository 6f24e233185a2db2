import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Steps } from '../broadcast/ports.ts';
import { CALL_ONCE_SLOWLY, CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { memoizeAsync } from '../shared/handler/memoize-async.ts';
import { openPublished, PUBLISHED_AT } from '../shared/handler/published.ts';
import { startFunction } from '../shared/handler/start.ts';
import type { Keyring } from '../shared/keyring.ts';
import { createPause } from '../shared/pause.ts';
import { byNewest, madeOf } from '../shared/published.ts';
import { createDynamoAuditLog } from '../shared/stores/audit-log.dynamo.ts';
import { createDynamoBroadcasts } from '../shared/stores/broadcasts.dynamo.ts';
import { createDynamoCustomers } from '../shared/stores/change.dynamo.ts';
import { createDynamoCounts } from '../shared/stores/counts.dynamo.ts';
import { createDynamoRecords } from '../shared/stores/customer-records.dynamo.ts';
import { createAudited } from './audited.ts';
import { createStsCallers } from './caller.sts.ts';
import { byRole } from './caller.ts';
import { createDynamoFlags } from './flags.dynamo.ts';
import type { Keys } from './keys.ts';
import { createOperate } from './operate.ts';
import { createRedrive, type Redrive } from './redrive/redrive.ts';
import { onlyWith, RIGHTS } from './rights.ts';

const { env, log, metrics, traced, wrap } = startFunction(
  'operate',
  process.env,
  z.object({
    STAGE: z.string(),
    CUSTOMERS_TABLE: z.string(),
    RECORDS_TABLE: z.string(),
    REJECTS_QUEUE_URL: z.string(),
    INTAKE_QUEUE_URL: z.string(),
    INTAKE_DEAD_LETTERS_URL: z.string(),
    STEPS_QUEUE_URL: z.string(),
    INBOUND_QUEUE_URL: z.string().optional(),
    INBOUND_DEAD_LETTERS_URL: z.string().optional(),
    GIVEN_UP_BUCKET: z.string(),
    RELAY_FUNCTION: z.string(),
    INTAKE_FUNCTION: z.string(),
    LINK_KEY_SECRET: z.string(),
    INBOX_KEY_SECRET: z.string().optional(),
    ...PUBLISHED_AT,
    RIGHT: z.enum(RIGHTS),
    AUDIT_TABLE: z.string(),
    AUDIT_DAYS: z.coerce.number(),
    ADDRESS_KEY_SECRET: z.string(),
    CONSOLE_ROLE: z.string().optional(),
    AWS_REGION: z.string(),
    AWS_ENDPOINT_URL: z.string().optional(),
  }),
);
const client = traced(new DynamoDBClient(CALL_WITH_RETRIES));
const now = Date.now;
const published = openPublished({ client, env, log, now });

// Three clients that no other command needs.
const openRedrive = memoizeAsync(async () => {
  const [{ SQSClient, createSqsOutlet, createSqsHoldingQueue }, { S3Client, createS3GivenUp }, relay] =
    await Promise.all([
      import('./redrive/holding-queue.sqs.ts'),
      import('./redrive/given-up.s3.ts'),
      import('./redrive/relay.lambda.ts'),
    ]);
  const sqs = traced(new SQSClient(CALL_WITH_RETRIES));
  const s3 = traced(new S3Client(CALL_WITH_RETRIES));
  const lambda = traced(new relay.LambdaClient(CALL_ONCE_SLOWLY));
  const pause = createPause(Math.random);
  const holdingQueue = (url: string) => createSqsHoldingQueue({ client: sqs, url });
  const outlet = (url: string) => createSqsOutlet({ client: sqs, url, pause });
  return createRedrive({
    rejects: holdingQueue(env.REJECTS_QUEUE_URL),
    intake: { dead: holdingQueue(env.INTAKE_DEAD_LETTERS_URL), queue: outlet(env.INTAKE_QUEUE_URL) },
    inbound:
      env.INBOUND_QUEUE_URL === undefined || env.INBOUND_DEAD_LETTERS_URL === undefined
        ? undefined
        : { dead: holdingQueue(env.INBOUND_DEAD_LETTERS_URL), queue: outlet(env.INBOUND_QUEUE_URL) },
    givenUp: createS3GivenUp({ client: s3, bucket: env.GIVEN_UP_BUCKET }),
    carry: relay.createLambdaRelay(lambda, env.RELAY_FUNCTION),
    probe: relay.createLambdaIntake(lambda, env.INTAKE_FUNCTION),
    now,
  });
});
const redrive: Redrive = {
  look: async (...args) => (await openRedrive()).look(...args),
  bringBack: async () => (await openRedrive()).bringBack(),
  pass: async (...args) => (await openRedrive()).pass(...args),
};

/** A broadcast that goes on asks for its step. */
const steps: Steps = {
  send: async (message, seconds) => {
    const { SQSClient } = await import('./redrive/holding-queue.sqs.ts');
    const { createSendAll } = await import('../shared/send-all.sqs.ts');
    const sendAll = createSendAll({
      client: traced(new SQSClient(CALL_WITH_RETRIES)),
      pause: createPause(Math.random),
    });
    await sendAll(env.STEPS_QUEUE_URL, [{ message, seconds }]);
  },
};

const openSecrets = memoizeAsync(async () => {
  const { SecretsManagerClient, readSecretKey, readSecretKeyring, writeSecretKeyring } = await import(
    '../shared/key.secrets.ts'
  );
  const secrets = traced(new SecretsManagerClient(CALL_WITH_RETRIES));
  return {
    readKey: (secret: string) => readSecretKey(secrets, secret),
    read: (secret: string) => readSecretKeyring(secrets, secret),
    write: (secret: string, keys: Keyring) => writeSecretKeyring(secrets, secret, keys),
  };
});
const keysIn = (secret: string): Keys => ({
  read: async () => (await openSecrets()).read(secret),
  write: async (all) => (await openSecrets()).write(secret, all),
  make: () => randomBytes(48).toString('base64url'),
});
const keys = {
  links: keysIn(env.LINK_KEY_SECRET),
  ...(env.INBOX_KEY_SECRET !== undefined && { inbox: keysIn(env.INBOX_KEY_SECRET) }),
};

const flags = createDynamoFlags({ client, table: env.RECORDS_TABLE });
const { store, changeBy } = createDynamoCustomers({
  client,
  customers: env.CUSTOMERS_TABLE,
  records: env.RECORDS_TABLE,
  now,
});
const operateBy = madeOf((each) =>
  createOperate({
    catalogue: each.catalogue,
    flags,
    store,
    change: changeBy(each),
    records: createDynamoRecords({ client, table: env.RECORDS_TABLE }),
    counts: createDynamoCounts({ client, table: env.RECORDS_TABLE }),
    broadcasts: createDynamoBroadcasts({ client, table: env.RECORDS_TABLE }),
    steps,
    redrive,
    keys,
    count: metrics.add,
    now,
  }),
);
const operate = (command: unknown) => byNewest(published, (each) => operateBy(each)(command));

const audited = createAudited({
  stage: env.STAGE,
  right: env.RIGHT,
  audit: createDynamoAuditLog({
    client,
    table: env.AUDIT_TABLE,
    days: env.AUDIT_DAYS,
    key: memoizeAsync(async () => (await openSecrets()).readKey(env.ADDRESS_KEY_SECRET)),
    now,
  }),
  caller: createStsCallers({
    region: env.AWS_REGION,
    endpoint: env.AWS_ENDPOINT_URL,
    fetch,
    report: (error) => log.warn('STS did not say who asks.', { error: error as Error }),
  }),
  flags,
  now,
  isConsole: byRole(env.CONSOLE_ROLE),
});
const ask = audited(
  onlyWith(env.RIGHT, operate, ({ command }) => log.info('An operator asked for something.', { command })),
);

/** Does what an operator asks of this stage, as far as it belongs to the right that this function is for. */
export const handler = wrap((payload, { awsRequestId }) => ask(payload, awsRequestId));
