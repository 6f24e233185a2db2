import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse } from 'aws-lambda';
import * as z from 'zod';
import { refuseNewer } from '../../core/customer/catalogue-older.ts';
import { CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { memoizeAsync } from '../shared/handler/memoize-async.ts';
import { openPublished, PUBLISHED_AT } from '../shared/handler/published.ts';
import { createReportUnreadable } from '../shared/handler/report-unreadable.ts';
import { startFunction } from '../shared/handler/start.ts';
import { createPause } from '../shared/pause.ts';
import { byNewest } from '../shared/published.ts';
import { createDynamoEraser } from '../shared/stores/customer-records.dynamo.ts';
import { createDynamoStore } from '../shared/stores/store.dynamo.ts';
import { createBackOff } from '../shared/visibility.sqs.ts';
import { takeBatch } from './batch.ts';
import { createEffects } from './effects.ts';
import { createErase } from './erase.ts';
import { createDynamoOverdue } from './overdue.dynamo.ts';
import { createSqsQueue } from './queue.sqs.ts';
import { createSfnRuns } from './runs.sfn.ts';
import type { Schedules } from './schedules.ts';

const { env, log, metrics, traced, wrap } = startFunction(
  'effects',
  process.env,
  z.object({
    STAGE: z.string(),
    CUSTOMERS_TABLE: z.string(),
    RECORDS_TABLE: z.string(),
    MACHINE_ARN_PREFIX: z.string(),
    DUE_QUEUE_URL: z.string(),
    DUE_QUEUE_ARN: z.string(),
    LATER_QUEUE_URL: z.string(),
    SCHEDULE_GROUP: z.string(),
    SCHEDULE_ROLE_ARN: z.string(),
    ...PUBLISHED_AT,
  }),
);
const pause = createPause(Math.random);
const dynamo = traced(new DynamoDBClient(CALL_WITH_RETRIES));
const sfn = traced(new SFNClient(CALL_WITH_RETRIES));
const sqs = traced(new SQSClient(CALL_WITH_RETRIES));

const published = openPublished({ client: dynamo, env, log, now: Date.now });
const store = createDynamoStore({ client: dynamo, table: env.CUSTOMERS_TABLE });

// Most timers are due within minutes: the client is loaded when one is not.
const openSchedules = memoizeAsync(async (): Promise<Schedules> => {
  const { SchedulerClient } = await import('@aws-sdk/client-scheduler');
  const { createSchedules } = await import('./schedules.scheduler.ts');
  const client = traced(new SchedulerClient(CALL_WITH_RETRIES));
  const { SCHEDULE_GROUP: group, DUE_QUEUE_ARN: queueArn, SCHEDULE_ROLE_ARN: roleArn } = env;
  return createSchedules({ client, group, queueArn, roleArn });
});

const schedules: Schedules = {
  put: async (schedule) => (await openSchedules()).put(schedule),
  wipe: async (customer, before) => (await openSchedules()).wipe(customer, before),
};

const perform = createEffects({
  load: store.load,
  catalogueFor: (item) =>
    byNewest(published, async ({ catalogue, number }) => {
      refuseNewer(item, { catalogue, catalogueNumber: number });
      return catalogue;
    }),
  runs: createSfnRuns({ client: sfn, machineArnPrefix: env.MACHINE_ARN_PREFIX }),
  schedules,
  overdue: createDynamoOverdue({
    client: dynamo,
    table: env.CUSTOMERS_TABLE,
    report: createReportUnreadable({ log, metrics }),
  }),
  erase: createErase({
    store,
    schedules,
    records: createDynamoEraser({ client: dynamo, table: env.RECORDS_TABLE, pause }),
  }),
  queue: createSqsQueue({
    client: sqs,
    dueUrl: env.DUE_QUEUE_URL,
    laterUrl: env.LATER_QUEUE_URL,
    pause,
    now: Date.now,
  }),
  now: Date.now,
  onLate: (milliseconds) => metrics.longest('OldestDue', milliseconds / 1000),
  onOverdue: (timers) => metrics.add('Overdue', timers),
});

const takeMessages = takeBatch({
  perform,
  backOff: createBackOff({ client: sqs, urls: { due: env.DUE_QUEUE_URL, later: env.LATER_QUEUE_URL } }),
  dueArn: env.DUE_QUEUE_ARN,
  log,
  metrics,
});

/** Starts runs when they are due, keeps timers, looks for who was lost, and removes what is left of whom an operator erased. */
export const handler = wrap((event): Promise<SQSBatchResponse> => takeMessages(event));
