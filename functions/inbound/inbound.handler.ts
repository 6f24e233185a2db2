import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { eachMessage } from '../shared/handler/batch.ts';
import { CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { keepKeys } from '../shared/handler/keep-keys.ts';
import { startFunction } from '../shared/handler/start.ts';
import { readSecretKeyring } from '../shared/key.secrets.ts';
import { createLinks } from '../shared/link.ts';
import { follow } from '../shared/stores/follow.ts';
import { createDynamoShortLinks } from '../shared/stores/short-links.dynamo.ts';
import { createDynamoStore } from '../shared/stores/store.dynamo.ts';
import { createBackOff } from '../shared/visibility.sqs.ts';
import { createSqsEvents } from './events.sqs.ts';
import { createInbound } from './inbound.ts';
import { createS3Mailbox } from './mailbox.s3.ts';

const { env, log, metrics, traced, wrap } = startFunction(
  'inbound',
  process.env,
  z.object({
    STAGE: z.string(),
    CUSTOMERS_TABLE: z.string(),
    RECORDS_TABLE: z.string(),
    MAIL_BUCKET: z.string(),
    INBOUND_QUEUE_URL: z.string(),
    INTAKE_QUEUE_URL: z.string(),
    LINK_KEY_SECRET: z.string(),
    REPLY_DOMAIN: z.string(),
    SENDER_ADDRESS: z.string(),
    /** Where AWS is, if not where it always is. */
    AWS_ENDPOINT_URL: z.string().optional(),
  }),
);
const dynamo = traced(new DynamoDBClient(CALL_WITH_RETRIES));
const secrets = traced(new SecretsManagerClient(CALL_WITH_RETRIES));
const sqs = traced(new SQSClient(CALL_WITH_RETRIES));
const s3 = traced(new S3Client({ ...CALL_WITH_RETRIES, forcePathStyle: env.AWS_ENDPOINT_URL !== undefined }));
const now = Date.now;

const links = keepKeys((keys) => createLinks({ ...keys, baseUrl: '/', now: () => new Date(now()) }), {
  read: () => readSecretKeyring(secrets, env.LINK_KEY_SECRET),
  log,
  now,
});
const { load } = createDynamoStore({ client: dynamo, table: env.CUSTOMERS_TABLE });
const { hide } = createBackOff({ client: sqs, urls: { inbound: env.INBOUND_QUEUE_URL } });

const inbound = createInbound({
  domain: env.REPLY_DOMAIN,
  sender: env.SENDER_ADDRESS.toLowerCase(),
  mailbox: createS3Mailbox({ client: s3, bucket: env.MAIL_BUCKET }),
  find: createDynamoShortLinks({ client: dynamo, table: env.RECORDS_TABLE, kind: 'reply', now }).find,
  links,
  load: async (customer) => (await follow(load, customer)).state,
  send: createSqsEvents({ client: sqs, url: env.INTAKE_QUEUE_URL }),
  count: metrics.count,
});

/** Takes mails that answer ours, as SES tells of them. */
export const handler = wrap(
  eachMessage(
    log,
    async (body) => {
      await inbound(body);
    },
    (receipt, seconds) => hide('inbound', receipt, seconds),
  ),
);
