import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { createDynamoCustomers } from '../customer/change.dynamo.ts';
import { createDynamoHeld } from '../held/held.dynamo.ts';
import { createS3GivenUp } from '../redrive/given-up.s3.ts';
import { createRedrive } from '../redrive/redrive.ts';
import { createLambdaRelay } from '../redrive/relay.lambda.ts';
import { createSqsOutlet, createSqsShelf } from '../redrive/shelf.sqs.ts';
import { readCatalogue } from '../shared/handler/catalogue.ts';
import { PATIENT } from '../shared/handler/clients.ts';
import { readEnvironment } from '../shared/handler/environment.ts';
import { createLog } from '../shared/handler/log.ts';
import { createTally } from '../shared/handler/tally.ts';
import { wrap } from '../shared/handler/wrap.ts';
import { createPause } from '../shared/pause.ts';
import { createDynamoFlags } from './flags.dynamo.ts';
import { createOperate } from './operate.ts';

const Environment = z.object({
  STAGE: z.string(),
  CUSTOMERS_TABLE: z.string(),
  RECORDS_TABLE: z.string(),
  REJECTS_QUEUE_URL: z.string(),
  INTAKE_QUEUE_URL: z.string(),
  INTAKE_DEAD_LETTERS_URL: z.string(),
  EFFECTS_QUEUE_URL: z.string(),
  EFFECTS_DEAD_LETTERS_URL: z.string(),
  GIVEN_UP_BUCKET: z.string(),
  RELAY_FUNCTION: z.string(),
});

const env = readEnvironment(Environment, process.env);
const client = new DynamoDBClient(PATIENT);
const sqs = new SQSClient(PATIENT);
const s3 = new S3Client(PATIENT);
// Relay may take a minute for a batch, and is not asked for it twice at once.
const lambda = new LambdaClient({
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 70_000 },
});
const pause = createPause(Math.random);
const catalogue = readCatalogue(new URL('./catalogue.json', import.meta.url));

const shelf = (url: string) => createSqsShelf({ client: sqs, url });
const outlet = (url: string) => createSqsOutlet({ client: sqs, url, pause });
const redrive = createRedrive({
  rejects: shelf(env.REJECTS_QUEUE_URL),
  intake: { dead: shelf(env.INTAKE_DEAD_LETTERS_URL), queue: outlet(env.INTAKE_QUEUE_URL) },
  effects: { dead: shelf(env.EFFECTS_DEAD_LETTERS_URL), queue: outlet(env.EFFECTS_QUEUE_URL) },
  givenUp: createS3GivenUp({ client: s3, bucket: env.GIVEN_UP_BUCKET }),
  carry: createLambdaRelay(lambda, env.RELAY_FUNCTION),
  now: Date.now,
});

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
    redrive,
    now: Date.now,
  }),
  {
    service: 'operate',
    env: process.env,
    log: createLog('operate'),
    tally: createTally(env.STAGE),
    clients: [client, sqs, s3, lambda],
  },
);
