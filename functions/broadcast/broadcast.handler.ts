import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { eachMessage } from '../shared/handler/batch.ts';
import { CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { openPublished, PUBLISHED_AT } from '../shared/handler/published.ts';
import { createReportUnreadable } from '../shared/handler/report-unreadable.ts';
import { startFunction } from '../shared/handler/start.ts';
import { parseJson } from '../shared/parse-json.ts';
import { createPause } from '../shared/pause.ts';
import { byNewest, madeOf } from '../shared/published.ts';
import { createSendAll } from '../shared/send-all.sqs.ts';
import { createDynamoAskers } from '../shared/stores/askers.dynamo.ts';
import { createDynamoBroadcasts } from '../shared/stores/broadcasts.dynamo.ts';
import { createDynamoQueue } from '../shared/stores/queue.dynamo.ts';
import { createDynamoLook, createDynamoStore } from '../shared/stores/store.dynamo.ts';
import { createBackOff } from '../shared/visibility.sqs.ts';
import { CrowdAnswered, createAnswerCrowd } from './answer-crowd.ts';
import { createBroadcast } from './broadcast.ts';
import { createDynamoEveryone } from './everyone.dynamo.ts';
import { everyoneWhoAsked } from './everyone-who.ts';
import { BroadcastStep, type Steps } from './ports.ts';

const { env, log, metrics, traced, wrap } = startFunction(
  'broadcast',
  process.env,
  z.object({
    STAGE: z.string(),
    CUSTOMERS_TABLE: z.string(),
    RECORDS_TABLE: z.string(),
    STEPS_QUEUE_URL: z.string(),
    INTAKE_QUEUE_URL: z.string(),
    ...PUBLISHED_AT,
  }),
);
const dynamo = traced(new DynamoDBClient(CALL_WITH_RETRIES));
const sqs = traced(new SQSClient(CALL_WITH_RETRIES));
const published = openPublished({ client: dynamo, env, log, now: Date.now });
const sendAll = createSendAll({ client: sqs, pause: createPause(Math.random) });
const { hide } = createBackOff({ client: sqs, urls: { steps: env.STEPS_QUEUE_URL } });

const askers = createDynamoAskers({ client: dynamo, table: env.RECORDS_TABLE });
const work = createDynamoQueue({ client: dynamo, table: env.RECORDS_TABLE });
const customers = { client: dynamo, table: env.CUSTOMERS_TABLE };
const { load } = createDynamoStore(customers);
const report = createReportUnreadable({ log, metrics });
const look = createDynamoLook(customers, report);

const broadcasts = createDynamoBroadcasts({ client: dynamo, table: env.RECORDS_TABLE });
const steps: Steps = { send: (message, seconds) => sendAll(env.STEPS_QUEUE_URL, [{ message, seconds }]) };

const answerBy = madeOf(({ catalogue }) => createAnswerCrowd({ broadcasts, steps, catalogue, now: Date.now }));

const broadcastBy = madeOf(({ catalogue }) =>
  createBroadcast({
    broadcasts,
    everyone: createDynamoEveryone({ ...customers, report }),
    work,
    load,
    whoAsked: (theme) => everyoneWhoAsked(askers, look, theme),
    steps,
    tell: (events) =>
      sendAll(
        env.INTAKE_QUEUE_URL,
        events.map(({ envelope, seconds }) => ({ message: envelope, seconds })),
      ),
    catalogue,
    now: Date.now,
    count: metrics.add,
  }),
);

/** Asks customers, some at a time, whether an event about everyone is about them, and tells those; begins what a desk says of all. */
export const handler = wrap(
  eachMessage(
    log,
    async (body) => {
      const message = z.union([BroadcastStep, CrowdAnswered]).parse(parseJson(body));
      await byNewest(published, async (each) => {
        if ('answer' in message) await answerBy(each)(message.answer);
        else await broadcastBy(each)(message);
      });
    },
    (receipt, seconds) => hide('steps', receipt, seconds),
  ),
);
