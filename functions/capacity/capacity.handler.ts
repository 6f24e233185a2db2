import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { openPublished, PUBLISHED_AT } from '../shared/handler/published.ts';
import { startFunction } from '../shared/handler/start.ts';
import { createPause } from '../shared/pause.ts';
import { byNewest } from '../shared/published.ts';
import { createSendAll } from '../shared/send-all.sqs.ts';
import { createDynamoCrowds } from '../shared/stores/crowds.dynamo.ts';
import { createDynamoQueue } from '../shared/stores/queue.dynamo.ts';
import { createPlan } from './plan.ts';

const { env, log, metrics, traced, wrap } = startFunction(
  'capacity',
  process.env,
  z.object({ STAGE: z.string(), RECORDS_TABLE: z.string(), INTAKE_QUEUE_URL: z.string(), ...PUBLISHED_AT }),
);
const client = traced(new DynamoDBClient(CALL_WITH_RETRIES));
const published = openPublished({ client, env, log, now: Date.now });
const sendAll = createSendAll({
  client: traced(new SQSClient(CALL_WITH_RETRIES)),
  pause: createPause(Math.random),
});

/** Looks each hour at what teams can do and what they have to, and says what they will not reach in time. */
export const handler = wrap(async () => {
  const plans = await byNewest(published, ({ catalogue }) =>
    createPlan({
      catalogue,
      queue: createDynamoQueue({ client, table: env.RECORDS_TABLE }),
      crowds: createDynamoCrowds({ client, table: env.RECORDS_TABLE }),
      tell: (events) =>
        sendAll(
          env.INTAKE_QUEUE_URL,
          events.map(({ envelope, seconds }) => ({ message: envelope, seconds })),
        ),
      now: Date.now,
    })(),
  );
  for (const { team, calls, done, open, unreached } of plans) {
    log.info('A team looks ahead.', { team, calls, done, open, unreached: unreached.length });
    metrics.add('TasksUnreached', unreached.length);
  }
});
