import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { createDynamoCustomers } from '../customer/change.dynamo.ts';
import { readTags } from '../deliver/tags.ts';
import { createEmbeddedSentiment } from '../sentiment/text.embedded.ts';
import type { FallbackReason } from '../sentiment/text.fallback.ts';
import type { TextSentiment } from '../sentiment/text.ts';
import { eachMessage } from '../shared/handler/batch.ts';
import { readCatalogue } from '../shared/handler/catalogue.ts';
import { PATIENT, QUICK } from '../shared/handler/clients.ts';
import { readEnvironment } from '../shared/handler/environment.ts';
import { createLog } from '../shared/handler/log.ts';
import { once } from '../shared/handler/once.ts';
import { createTally } from '../shared/handler/tally.ts';
import type { Clients } from '../shared/handler/trace.ts';
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
  TEXT_READER: z.enum(['embedded', 'comprehend', 'bedrock']),
  TEXT_MODEL: z.string(),
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
  now,
});

const embedded = createEmbeddedSentiment();
const fallback = {
  otherwise: embedded,
  report: (reason: FallbackReason, error: unknown): void => {
    tally.count('TextFallbacks', { Reader: env.TEXT_READER, Reason: reason });
    log.warn('A text was read by the embedded reader instead.', { reason, error: error as Error });
  },
};

/** The chosen reader; a service's client is loaded only where it is chosen. */
const openText = async (): Promise<{ reader: TextSentiment; clients: Clients }> => {
  if (env.TEXT_READER === 'comprehend') {
    const { ComprehendClient } = await import('@aws-sdk/client-comprehend');
    const { createComprehendSentiment } = await import('../sentiment/text.comprehend.ts');
    const client = new ComprehendClient(QUICK);
    return { reader: createComprehendSentiment({ client, ...fallback }), clients: [client] };
  }
  if (env.TEXT_READER === 'bedrock') {
    const { BedrockRuntimeClient } = await import('@aws-sdk/client-bedrock-runtime');
    const { createBedrockSentiment } = await import('../sentiment/text.bedrock.ts');
    const client = new BedrockRuntimeClient(QUICK);
    return { reader: createBedrockSentiment({ client, model: env.TEXT_MODEL, ...fallback }), clients: [client] };
  }
  return { reader: embedded, clients: [] };
};
const text = await openText();

const take = createTake({
  intake: createIntake({ catalogue, change, load: store.load, text: text.reader, now }),
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
  { service: 'intake', env: process.env, log, tally, clients: [dynamo, sqs, secrets, ...text.clients] },
);
