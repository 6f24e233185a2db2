import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { createBus } from '../relay/bus.eventbridge.ts';
import { eachMessage } from '../shared/handler/batch.ts';
import { CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { keepKeys } from '../shared/handler/keep-keys.ts';
import { startFunction } from '../shared/handler/start.ts';
import { readSecretKey, readSecretKeyring } from '../shared/key.secrets.ts';
import { parseJson } from '../shared/parse-json.ts';
import { createPause } from '../shared/pause.ts';
import { createSendAll } from '../shared/send-all.sqs.ts';
import { createSignature } from '../shared/signature.ts';
import { DESK } from '../shared/source.ts';
import { createDynamoQueue } from '../shared/stores/queue.dynamo.ts';
import { createDynamoStore } from '../shared/stores/store.dynamo.ts';
import { createBackOff } from '../shared/visibility.sqs.ts';
import { createDesk } from './desk.ts';
import { createHear } from './hear.ts';
import { ContactEvent } from './kinds/connect-contact.ts';
import { DESK_NAMES, DESKS } from './kinds.ts';
import { openConnect, openWebhook } from './places.ts';
import { createHttpsPost } from './post.https.ts';
import { createConnectSend } from './send.connect.ts';
import { createDynamoTaskWords } from './task-words.dynamo.ts';
import { createDynamoTickets } from './tickets.dynamo.ts';

const Common = z.object({
  STAGE: z.string(),
  CUSTOMERS_TABLE: z.string(),
  RECORDS_TABLE: z.string(),
  STEPS_QUEUE_URL: z.string(),
  BUS_NAME: z.string(),
  DESK_QUEUE_URL: z.string(),
  LINK_KEY_SECRET: z.string(),
  AWS_ENDPOINT_URL: z.string().optional(),
});

const { env, log, metrics, traced, wrap } = startFunction(
  'desk',
  process.env,
  Common.and(
    z.discriminatedUnion('DESK', [
      z.object({
        DESK: z.enum(DESK_NAMES),
        DESK_URL: z.string(),
        DESK_SECRET: z.string(),
        DESK_TICKET_TYPE: z.string().optional(),
      }),
      z.object({
        DESK: z.literal('connect'),
        CONNECT_INSTANCE: z.string(),
        CONNECT_FLOW: z.string(),
        CONSOLE_URL: z.string().optional(),
      }),
    ]),
  ),
);
const client = traced(new DynamoDBClient(CALL_WITH_RETRIES));
const secrets = traced(new SecretsManagerClient(CALL_WITH_RETRIES));
const sqs = traced(new SQSClient(CALL_WITH_RETRIES));
const bus = createBus({
  client: traced(new EventBridgeClient(CALL_WITH_RETRIES)),
  bus: env.BUS_NAME,
  source: DESK,
  pause: createPause(Math.random),
});
const now = Date.now;

/** What we publish is signed by it. */
const signature = keepKeys(
  ({ key, others }) =>
    createSignature(
      Buffer.from(key),
      others.map((other) => Buffer.from(other)),
    ),
  { read: () => readSecretKeyring(secrets, env.LINK_KEY_SECRET), log, now },
);

const tickets = createDynamoTickets({ client, table: env.RECORDS_TABLE, now });
const sendAll = createSendAll({ client: sqs, pause: createPause(Math.random) });
const publish = createHear({
  tickets,
  publish: ({ type, detail, at = now() }) => bus.publish([{ id: '', type, at: new Date(at).toISOString(), detail }]),
  answerAll: (answer) => sendAll(env.STEPS_QUEUE_URL, [{ message: { format: 1, answer }, seconds: 0 }]),
  now,
});

const place =
  env.DESK === 'connect'
    ? openConnect({
        setup: { instance: env.CONNECT_INSTANCE, flow: env.CONNECT_FLOW, console: env.CONSOLE_URL },
        send: createConnectSend({ client, endpoint: env.AWS_ENDPOINT_URL }),
        tickets,
        publish,
        count: metrics.count,
      })
    : openWebhook({
        kind: DESKS[env.DESK],
        url: env.DESK_URL,
        ticketType: env.DESK_TICKET_TYPE,
        secret: () => readSecretKey(secrets, env.DESK_SECRET),
        post: createHttpsPost(),
        publish,
        now,
        report: (error) => log.error('The secret of the desk could not be read anew.', { error: error as Error }),
        count: metrics.count,
      });
const desk = createDesk({
  ...place.telling,
  isOurs: async (type, detail) => (await signature()).isSigned(type, detail),
  tickets,
  work: createDynamoQueue({ client, table: env.RECORDS_TABLE }),
  load: createDynamoStore({ client, table: env.CUSTOMERS_TABLE }).load,
  wordsOf: createDynamoTaskWords({ client, table: env.RECORDS_TABLE }),
  now,
  count: metrics.count,
});

const { hide } = createBackOff({ client: sqs, urls: { desk: env.DESK_QUEUE_URL } });
const takeMessages = eachMessage(
  log,
  async (body) => {
    const message = parseJson(body);
    const { success, data } = ContactEvent.safeParse(message);
    await (success ? place.contacts(data) : desk(message));
  },
  (receipt, seconds) => hide('desk', receipt, seconds),
);

/** A request of an HTTP API, payload 2.0. */
const Call = z.looseObject({
  version: z.literal('2.0'),
  headers: z.record(z.string(), z.string()),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/** Tells the company's desk of work and replies, and takes what colleagues say there. */
export const handler = wrap(async (event, context) => {
  const { success, data } = Call.safeParse(event);
  if (!success) return takeMessages(event, context);
  const body = data.isBase64Encoded ? Buffer.from(data.body, 'base64').toString('utf8') : data.body;
  return { statusCode: await place.answers({ headers: data.headers, body }) };
});
