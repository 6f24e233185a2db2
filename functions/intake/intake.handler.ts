import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { TextSentiment } from '../../core/sentiment/text.ts';
import { createBeginBroadcast } from '../broadcast/begin.ts';
import { createDynamoRejectionCounter } from '../census/rejections.dynamo.ts';
import { readTags } from '../deliver/tags.ts';
import { eachMessage } from '../shared/handler/batch.ts';
import { CALL_BRIEFLY, CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { keepKeys } from '../shared/handler/keep-keys.ts';
import { memoizeAsync } from '../shared/handler/memoize-async.ts';
import { openPublished, PUBLISHED_AT } from '../shared/handler/published.ts';
import { startFunction } from '../shared/handler/start.ts';
import { createPause } from '../shared/pause.ts';
import { byNewest, madeOf } from '../shared/published.ts';
import { createSeal } from '../shared/seal.ts';
import { createSignature } from '../shared/signature.ts';
import type { Budgets } from '../shared/stores/budgets.ts';
import { createDynamoCustomers } from '../shared/stores/change.dynamo.ts';
import { createMerge } from '../shared/stores/merge.ts';
import { createDynamoPastEventLog } from '../shared/stores/past-events.dynamo.ts';
import { createCountedRejects } from './count-rejects.ts';
import { createIntake } from './intake.ts';
import { createKeepPast } from './keep-past.ts';
import { createTake } from './take.ts';
import type { FallbackReason } from './text/text.fallback.ts';

const { env, log, metrics, traced, wrap } = startFunction(
  'intake',
  process.env,
  z.object({
    STAGE: z.string(),
    CUSTOMERS_TABLE: z.string(),
    RECORDS_TABLE: z.string(),
    REJECTS_QUEUE_URL: z.string(),
    INTAKE_QUEUE_URL: z.string(),
    STEPS_QUEUE_URL: z.string(),
    LINK_KEY_SECRET: z.string(),
    ADDRESS_KEY_SECRET: z.string(),
    TEXT_READER: z.enum(['embedded', 'comprehend', 'bedrock']),
    TEXT_MODEL: z.string(),
    PAST_SHARE: z.coerce.number(),
    PAST_DAYS: z.coerce.number(),
    ...PUBLISHED_AT,
  }),
);
const dynamo = traced(new DynamoDBClient(CALL_WITH_RETRIES));
const now = Date.now;

const published = openPublished({ client: dynamo, env, log, now });
const { store, changeBy, reduceDepsBy } = createDynamoCustomers({
  client: dynamo,
  customers: env.CUSTOMERS_TABLE,
  records: env.RECORDS_TABLE,
  now,
});

// What few events need is loaded when one does: a text to be read, a mark or an address of ours, an event that cannot be taken.
const openEmbedded = memoizeAsync(async () =>
  (await import('../../core/sentiment/text.embedded.ts')).createEmbeddedSentiment(),
);
const embedded: TextSentiment = { read: async (text) => (await openEmbedded()).read(text) };

const openSecrets = memoizeAsync(async () => {
  const { SecretsManagerClient, readSecretKey, readSecretKeyring } = await import('../shared/key.secrets.ts');
  const secrets = traced(new SecretsManagerClient(CALL_WITH_RETRIES));
  return {
    readKey: () => readSecretKey(secrets, env.ADDRESS_KEY_SECRET),
    readKeyring: () => readSecretKeyring(secrets, env.LINK_KEY_SECRET),
  };
});

const openQueues = memoizeAsync(async () => {
  const { SQSClient, createBackOff, createSqsRejects } = await import('./rejects.sqs.ts');
  const client = traced(new SQSClient(CALL_WITH_RETRIES));
  const { hide } = createBackOff({ client, urls: { intake: env.INTAKE_QUEUE_URL } });
  return { rejects: createSqsRejects({ client, url: env.REJECTS_QUEUE_URL }), hide };
});
const rejects = createCountedRejects({
  rejects: async (...args) => (await openQueues()).rejects(...args),
  counter: createDynamoRejectionCounter({ client: dynamo, table: env.RECORDS_TABLE }),
  report: (error) => log.warn('A rejected event was kept, and not counted.', { error }),
  now: Date.now,
});

const keepPast = createKeepPast({
  log: createDynamoPastEventLog({ client: dynamo, table: env.RECORDS_TABLE, days: env.PAST_DAYS }),
  share: env.PAST_SHARE,
  report: (error) => log.warn('An event was taken, and not kept to be played again.', { error }),
  now,
});

/** In milliseconds: of intake's 30 seconds enough are left for the rest, whatever the service does. */
const TEXT_WITHIN = 8000;

const fallback = {
  otherwise: embedded,
  deadline: () => AbortSignal.timeout(TEXT_WITHIN),
  report: (reason: FallbackReason, error: unknown): void => {
    metrics.count('TextFallbacks', { Reader: env.TEXT_READER, Reason: reason });
    log.warn('A text was read by the embedded reader instead.', { reason, error: error as Error });
  },
};

/** The chosen reader; a service's client is loaded only where it is chosen. */
const openText = async (): Promise<TextSentiment> => {
  if (env.TEXT_READER === 'comprehend') {
    const { ComprehendClient, createComprehendSentiment } = await import('./text/text.comprehend.ts');
    const client = traced(new ComprehendClient(CALL_BRIEFLY));
    return createComprehendSentiment({ client, ...fallback });
  }
  if (env.TEXT_READER === 'bedrock') {
    const { BedrockRuntimeClient, createBedrockSentiment } = await import('./text/text.bedrock.ts');
    const client = traced(new BedrockRuntimeClient(CALL_BRIEFLY));
    return createBedrockSentiment({ client, model: env.TEXT_MODEL, ...fallback });
  }
  return embedded;
};

/** Fetched when the first event comes that only the keys can tell for ours. */
const keyed = keepKeys(
  ({ key, others }) => {
    const bytes = Buffer.from(key);
    const more = others.map((other) => Buffer.from(other));
    return { signature: createSignature(bytes, more), seal: createSeal(bytes, more) };
  },
  { read: async () => (await openSecrets()).readKeyring(), log, now },
);

/** Few events are texts that somebody sent us. */
const openCorrespondents = memoizeAsync(async () => {
  const { createDynamoCorrespondents } = await import('../shared/stores/correspondents.dynamo.ts');
  const key = memoizeAsync(async () => (await openSecrets()).readKey());
  return createDynamoCorrespondents({ client: dynamo, table: env.RECORDS_TABLE, key, now });
});

/** Few events are about everyone. */
const openBroadcasts = memoizeAsync(async () => {
  const { SQSClient } = await import('./rejects.sqs.ts');
  const { createSendAll } = await import('../shared/send-all.sqs.ts');
  const { createDynamoBroadcasts } = await import('../shared/stores/broadcasts.dynamo.ts');
  const sendAll = createSendAll({ client: traced(new SQSClient(CALL_WITH_RETRIES)), pause: createPause(Math.random) });
  return createBeginBroadcast({
    broadcasts: createDynamoBroadcasts({ client: dynamo, table: env.RECORDS_TABLE }),
    steps: { send: (message, seconds) => sendAll(env.STEPS_QUEUE_URL, [{ message, seconds }]) },
    now,
  });
});

/** Few events are gestures that somebody gives. */
const openBudgets = memoizeAsync(async () => {
  const { createDynamoBudgets } = await import('../shared/stores/budgets.dynamo.ts');
  return createDynamoBudgets({ client: dynamo, table: env.RECORDS_TABLE, pause: createPause(Math.random), now });
});
const budgets: Pick<Budgets, 'reserve'> = { reserve: async (...args) => (await openBudgets()).reserve(...args) };

const text = await openText();
const takeBy = madeOf((each) =>
  createTake({
    intake: createIntake({
      catalogue: each.catalogue,
      change: changeBy(each),
      merge: createMerge({ store, now, reduceDeps: reduceDepsBy(each) }),
      load: store.load,
      budgets,
      text,
      isSigned: async (type, detail) => (await keyed()).signature.isSigned(type, detail),
      beginBroadcast: async (beginning) => (await openBroadcasts())(beginning),
      now,
    }),
    tagReader: async () => {
      const { seal } = await keyed();
      return (tags) => readTags(tags, seal);
    },
    correspondentAt: async (number) => {
      const correspondent = await (await openCorrespondents()).find(number);
      // Who was erased since is not made known again by an answer.
      return correspondent && (await store.load(correspondent.customer)) ? correspondent : undefined;
    },
    rejects,
    keepPast,
    count: metrics.count,
  }),
);

/** Takes the events of the bus into their customers' items. */
export const handler = wrap(
  eachMessage(
    log,
    async (body, sentAt) => {
      await byNewest(published, (each) => takeBy(each)(body, sentAt));
    },
    async (receipt, seconds) => (await openQueues()).hide('intake', receipt, seconds),
  ),
);
