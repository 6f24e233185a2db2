import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { createBus } from '../relay/bus.eventbridge.ts';
import { eachMessage } from '../shared/handler/batch.ts';
import { CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { keepKeys } from '../shared/handler/keep-keys.ts';
import { memoizeFor } from '../shared/handler/memoize-for.ts';
import { startFunction } from '../shared/handler/start.ts';
import { readSecretKey, readSecretKeyring } from '../shared/key.secrets.ts';
import { parseJson } from '../shared/parse-json.ts';
import { createPause } from '../shared/pause.ts';
import { createSignature } from '../shared/signature.ts';
import { DESK } from '../shared/source.ts';
import { createBackOff } from '../shared/visibility.sqs.ts';
import { createAnswers } from './answers.ts';
import { createDesk } from './desk.ts';
import { DESK_NAMES, DESKS } from './kinds.ts';
import { createHttpsPost } from './post.https.ts';
import { createSignedSend } from './signed-send.ts';
import { createDynamoTickets } from './tickets.dynamo.ts';

const { env, log, metrics, traced, wrap } = startFunction(
  'desk',
  process.env,
  z.object({
    STAGE: z.string(),
    RECORDS_TABLE: z.string(),
    BUS_NAME: z.string(),
    DESK_QUEUE_URL: z.string(),
    DESK_SECRET: z.string(),
    LINK_KEY_SECRET: z.string(),
    DESK: z.enum(DESK_NAMES),
    DESK_URL: z.string(),
    DESK_TICKET_TYPE: z.string().optional(),
  }),
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

const Secret = z.object({
  key: z.string().min(16),
  authorization: z.string().optional(),
  /** By which the desk signs, where that is a key of its own making. */
  answers: z.string().optional(),
});
/** Who changes the secret is followed within minutes. */
const secret = memoizeFor(async () => Secret.parse(parseJson(await readSecretKey(secrets, env.DESK_SECRET))), {
  lasts: 300_000,
  now,
  report: (error) => log.error('The secret of the desk could not be read anew.', { error: error as Error }),
});

/** What we publish is signed by it. */
const signature = keepKeys(
  ({ key, others }) =>
    createSignature(
      Buffer.from(key),
      others.map((other) => Buffer.from(other)),
    ),
  { read: () => readSecretKeyring(secrets, env.LINK_KEY_SECRET), log, now },
);

const kind = DESKS[env.DESK];
const desk = createDesk({
  kind,
  ticketType: env.DESK_TICKET_TYPE,
  isOurs: async (type, detail) => (await signature()).isSigned(type, detail),
  tickets: createDynamoTickets({ client, table: env.RECORDS_TABLE, now }),
  send: createSignedSend({ url: env.DESK_URL, secret, post: createHttpsPost(), now }),
  count: metrics.count,
});
const answers = createAnswers({
  kind,
  key: async () => {
    const { key, answers: own } = await secret();
    return own ? own : key;
  },
  publish: ({ type, detail }) => bus.publish([{ id: '', type, at: new Date(now()).toISOString(), detail }]),
  now,
  count: metrics.count,
});

const { hide } = createBackOff({ client: sqs, urls: { desk: env.DESK_QUEUE_URL } });
const takeMessages = eachMessage(
  log,
  async (body) => {
    await desk(parseJson(body));
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
  return { statusCode: await answers({ headers: data.headers, body }) };
});
