import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { readCatalogue } from '../shared/handler/catalogue.ts';
import { PATIENT, UNHURRIED } from '../shared/handler/clients.ts';
import { readEnvironment } from '../shared/handler/environment.ts';
import { createLog } from '../shared/handler/log.ts';
import { once } from '../shared/handler/once.ts';
import { createTally } from '../shared/handler/tally.ts';
import type { Clients } from '../shared/handler/trace.ts';
import { wrap } from '../shared/handler/wrap.ts';
import { createPause } from '../shared/pause.ts';
import { createDynamoCustomers } from '../shared/stores/change.dynamo.ts';
import { createDynamoHeld } from '../shared/stores/held.dynamo.ts';
import { createDynamoFlags } from './flags.dynamo.ts';
import { createOperate } from './operate.ts';
import { createRedrive, type Redrive } from './redrive/redrive.ts';

const Environment = z.object({
  STAGE: z.string(),
  CUSTOMERS_TABLE: z.string(),
  RECORDS_TABLE: z.string(),
  REJECTS_QUEUE_URL: z.string(),
  INTAKE_QUEUE_URL: z.string(),
  INTAKE_DEAD_LETTERS_URL: z.string(),
  GIVEN_UP_BUCKET: z.string(),
  RELAY_FUNCTION: z.string(),
  CATALOGUE_NUMBER: z.coerce.number(),
});

const env = readEnvironment(Environment, process.env);
const client = new DynamoDBClient(PATIENT);
/** Those whose calls a trace shows. */
const clients: Clients = [client];
const catalogue = readCatalogue(new URL('./catalogue.json', import.meta.url));

// Three clients that no other command needs.
const openRedrive = once(async () => {
  const [{ SQSClient, createSqsOutlet, createSqsShelf }, { S3Client, createS3GivenUp }, relay] = await Promise.all([
    import('./redrive/shelf.sqs.ts'),
    import('./redrive/given-up.s3.ts'),
    import('./redrive/relay.lambda.ts'),
  ]);
  const [sqs, s3] = [new SQSClient(PATIENT), new S3Client(PATIENT)];
  const lambda = new relay.LambdaClient(UNHURRIED);
  clients.push(sqs, s3, lambda);
  const pause = createPause(Math.random);
  const shelf = (url: string) => createSqsShelf({ client: sqs, url });
  const outlet = (url: string) => createSqsOutlet({ client: sqs, url, pause });
  return createRedrive({
    rejects: shelf(env.REJECTS_QUEUE_URL),
    intake: { dead: shelf(env.INTAKE_DEAD_LETTERS_URL), queue: outlet(env.INTAKE_QUEUE_URL) },
    givenUp: createS3GivenUp({ client: s3, bucket: env.GIVEN_UP_BUCKET }),
    carry: relay.createLambdaRelay(lambda, env.RELAY_FUNCTION),
    now: Date.now,
  });
});
const redrive: Redrive = {
  look: async (...given) => (await openRedrive()).look(...given),
  pass: async (...given) => (await openRedrive()).pass(...given),
};

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
      catalogueNumber: env.CATALOGUE_NUMBER,
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
    clients,
  },
);
