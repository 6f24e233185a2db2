import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { createDynamoCustomers } from '../customer/change.dynamo.ts';
import { createWords } from '../deliver/compose.ts';
import { createRenderer } from '../deliver/copy/render.ts';
import { readTags } from '../deliver/tags.ts';
import { createEmbeddedSentiment } from '../sentiment/text.embedded.ts';
import { eachMessage } from '../shared/handler/batch.ts';
import { readCatalogue } from '../shared/handler/catalogue.ts';
import { PATIENT } from '../shared/handler/clients.ts';
import { readEnvironment } from '../shared/handler/environment.ts';
import { createLog } from '../shared/handler/log.ts';
import { once } from '../shared/handler/once.ts';
import { createTally } from '../shared/handler/tally.ts';
import { wrap } from '../shared/handler/wrap.ts';
import { createSeal } from '../shared/link.ts';
import { readLinkKey } from '../shared/link-key.secrets.ts';
import { createIntake } from './intake.ts';
import { createSqsRejects } from './rejects.sqs.ts';
import { createTake } from './take.ts';

const Environment = z.object({
  STAGE: z.string(),
  CUSTOMERS_TABLE: z.string(),
  RECORDS_TABLE: z.string(),
  REJECTS_QUEUE_URL: z.string(),
  LINK_KEY_SECRET: z.string(),
});

const env = readEnvironment(Environment, process.env);
const log = createLog('intake');
const tally = createTally(env.STAGE);
const catalogue = readCatalogue(new URL('./catalogue.json', import.meta.url));
const dynamo = new DynamoDBClient(PATIENT);
const sqs = new SQSClient(PATIENT);
const secrets = new SecretsManagerClient(PATIENT);
const now = Date.now;

const { store, change } = createDynamoCustomers({
  client: dynamo,
  customers: env.CUSTOMERS_TABLE,
  records: env.RECORDS_TABLE,
  catalogue,
  words: createWords(createRenderer({ catalogue })),
  now,
});

const zoneOf = async (id: string): Promise<string | undefined> => {
  const zone = (await store.load(id))?.attributes.zone?.value;
  return typeof zone === 'string' ? zone : undefined;
};

const take = createTake({
  intake: createIntake({ catalogue, change, zoneOf, text: createEmbeddedSentiment(), now }),
  tagReader: once(async () => {
    const seal = createSeal(Buffer.from(await readLinkKey(secrets, env.LINK_KEY_SECRET)));
    return (tags: Record<string, string | undefined>) => readTags(tags, seal);
  }),
  rejects: createSqsRejects({ client: sqs, url: env.REJECTS_QUEUE_URL }),
  count: tally.count,
});

/** Takes the events of the bus into their customers' items. */
export const handler = wrap(
  eachMessage(log, async (body) => {
    await take(body);
  }),
  { service: 'intake', env: process.env, log, tally, clients: [dynamo, sqs, secrets] },
);
