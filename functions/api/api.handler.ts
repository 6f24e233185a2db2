import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { Hono } from 'hono';
import * as z from 'zod';
import type { ChannelAdapter } from '../deliver/channel.ts';
import { createDynamoFlags } from '../operate/flags.dynamo.ts';
import { CALL_ONCE, CALL_ONCE_SLOWLY, CALL_WITH_RETRIES } from '../shared/handler/clients.ts';
import { memoizeAsync } from '../shared/handler/memoize-async.ts';
import { serve } from '../shared/handler/serve.ts';
import { startFunction } from '../shared/handler/start.ts';
import { createPause } from '../shared/pause.ts';
import { createDynamoAuditLog } from '../shared/stores/audit-log.dynamo.ts';
import { createDynamoBroadcasts } from '../shared/stores/broadcasts.dynamo.ts';
import { createDynamoBudgets } from '../shared/stores/budgets.dynamo.ts';
import { createDynamoCounts } from '../shared/stores/counts.dynamo.ts';
import { createDynamoCrowds } from '../shared/stores/crowds.dynamo.ts';
import { createDynamoRecords } from '../shared/stores/customer-records.dynamo.ts';
import { createDynamoDirectory } from '../shared/stores/directory.dynamo.ts';
import { createDynamoPastEvents } from '../shared/stores/past-events.dynamo.ts';
import { createDynamoPeople } from '../shared/stores/people.dynamo.ts';
import { createDynamoQueue } from '../shared/stores/queue.dynamo.ts';
import { createDynamoStore } from '../shared/stores/store.dynamo.ts';
import { createDynamoUpcoming } from '../shared/stores/upcoming.dynamo.ts';
import { createApi } from './api.ts';
import { createCustomers } from './deployed/customers.ts';
import { ApiEnvironment } from './deployed/environment.ts';
import { createIdentify } from './deployed/identify.ts';
import { createIntake } from './deployed/intake.ts';
import { createJobRunner, createStageJobs } from './deployed/jobs.ts';
import { createDynamoNotes } from './deployed/notes.dynamo.ts';
import type { AskOperator } from './deployed/operators.lambda.ts';
import { createStagePublishing } from './deployed/publishing.ts';
import { createPutOnBus } from './deployed/put.eventbridge.ts';
import { createRunning } from './deployed/running.ts';
import { signInOf } from './deployed/sign-in.ts';
import { createCognitoStageUsers } from './deployed/stage-users.cognito.ts';
import { createDynamoTasks } from './deployed/tasks.dynamo.ts';
import { createTestSend } from './deployed/test-send.ts';
import { createCognitoUsers } from './deployed/users.cognito.ts';
import { createWork } from './drafts/work.ts';
import { createS3Drafts } from './publish/drafts.s3.ts';
import { findJob } from './publish/jobs.s3.ts';
import { createObjects, S3Client } from './publish/objects.s3.ts';
import { createS3Publications } from './publish/publications.s3.ts';
import { createSite } from './site/site.ts';
import { createTooOften } from './too-often.ts';

const { env, log, metrics, traced, wrap } = startFunction('api', process.env, ApiEnvironment);
const now = Date.now;
const report = (error: unknown): void => {
  metrics.count('ConsoleFailed');
  log.error('The console was not answered.', { error: error as Error });
};
const dynamo = traced(new DynamoDBClient(CALL_WITH_RETRIES));
const events = traced(new EventBridgeClient(CALL_WITH_RETRIES));
const cognito = traced(new CognitoIdentityProviderClient(CALL_WITH_RETRIES));

// What few requests need is loaded by the first of them.
const openOperators = memoizeAsync(async () => {
  const { createLambdaOperators, LambdaClient } = await import('./deployed/operators.lambda.ts');
  const functions = { operate: env.OPERATE_FUNCTION, 'operate-erase': env.ERASE_FUNCTION };
  const client = traced(new LambdaClient(CALL_ONCE_SLOWLY));
  return createLambdaOperators(client, functions, async (right, command) => {
    const { signCommand, signerOf } = await import('../operate/sign-command.sts.ts');
    return signCommand(env.STAGE, right, command, await signerOf(client, env.AWS_ENDPOINT_URL));
  });
});
const ask: AskOperator = async (command) => (await openOperators())(command);

const readAddressKey = memoizeAsync(async () => {
  const { readSecretKey, SecretsManagerClient } = await import('../shared/key.secrets.ts');
  return readSecretKey(traced(new SecretsManagerClient(CALL_WITH_RETRIES)), env.ADDRESS_KEY_SECRET);
});

const inRecords = { client: dynamo, table: env.RECORDS_TABLE };
const records = createDynamoRecords(inRecords);
const { load } = createDynamoStore({ client: dynamo, table: env.CUSTOMERS_TABLE });

const s3 = traced(new S3Client({ ...CALL_WITH_RETRIES, forcePathStyle: env.AWS_ENDPOINT_URL !== undefined }));
const objects = createObjects({ client: s3, bucket: env.WORKFLOWS_BUCKET });
const publications = createS3Publications(objects, now);
const drafts = createS3Drafts({ objects, publications, now });
const traits = { pace: env.PACE, hasInbox: env.INBOX === 'on' };
const running = createRunning({ publications, traits, now });

const openEmail = memoizeAsync(async () => {
  const [{ SESv2Client }, { createSesEmail }] = await Promise.all([
    import('@aws-sdk/client-sesv2'),
    import('../deliver/email.ses.ts'),
  ]);
  const client = traced(new SESv2Client(CALL_ONCE));
  // A test email belongs to no customer, so it carries no tags by which SES's events would find one.
  return createSesEmail({
    client,
    configurationSet: env.CONFIGURATION_SET,
    sender: env.SENDER,
    tagsOf: () => ({}),
    report,
  });
});
const email: ChannelAdapter = { send: async (message) => (await openEmail()).send(message) };

const openBackground = memoizeAsync(async () => {
  const [{ LambdaClient }, { createBackground }, { signCommand, signerOf }] = await Promise.all([
    import('./deployed/operators.lambda.ts'),
    import('./deployed/background.lambda.ts'),
    import('../operate/sign-command.sts.ts'),
  ]);
  const client = traced(new LambdaClient(CALL_WITH_RETRIES));
  return {
    client,
    signCommand,
    signerOf,
    publish: createBackground(client, env.PUBLISH_FUNCTION),
    self: createBackground(client, env.OWN_FUNCTION),
  };
});
const clock = { now };
/** As fast as people click, and pages that ask for several things at once. */
const tooOften = createTooOften({ burst: 120, perSecond: 12, now });
const jobs = createStageJobs({
  objects,
  start: async (job) => (await openBackground()).self({ job }),
  newId: randomUUID,
  clock,
});
const intake = createIntake({
  put: createPutOnBus({ client: events, bus: env.BUS_NAME, report }),
  ask,
  past: { events: createDynamoPastEvents({ ...inRecords, share: env.PAST_SHARE }), load },
  newId: randomUUID,
  now,
});
const runJob = createJobRunner({
  objects,
  clock,
  work: createWork({ drafts, running, intake, clock, traits }),
  report,
});

const api = createApi({
  identify: createIdentify({
    find: createCognitoUsers({ client: cognito, pool: env.USER_POOL }),
    now,
    report: (error) => log.warn('The user pool did not say who somebody is.', { error: error as Error }),
  }),
  report,
  tooOften,
  newId: randomUUID,
  stage: {
    name: env.STAGE,
    isLocal: false,
    isKept: env.KEPT === 'yes',
    settings: async () => ({
      draft: env.WORKFLOWS_BUCKET,
      needsSecondPair: env.APPROVAL === 'on',
      frameOrigins: env.ALLOWED_FRAMES,
      sends: true,
    }),
  },
  users: createCognitoStageUsers({ client: cognito, pool: env.USER_POOL }),
  clock,
  running,
  drafts,
  publications,
  publishing: createStagePublishing({
    ask: async (command) => {
      const { client, signCommand, signerOf, publish } = await openBackground();
      const proof = await signCommand(env.STAGE, 'publish', command, await signerOf(client, env.AWS_ENDPOINT_URL));
      await publish({ ...command, proof });
    },
    find: findJob(objects),
    newId: randomUUID,
    now,
  }),
  jobs,
  counts: createDynamoCounts(inRecords),
  people: createDynamoPeople(inRecords),
  upcoming: createDynamoUpcoming(inRecords),
  queue: createDynamoQueue(inRecords),
  crowds: createDynamoCrowds(inRecords),
  broadcasting: { list: createDynamoBroadcasts(inRecords).list, ask },
  directory: createDynamoDirectory({ ...inRecords, load }),
  customers: createCustomers({ load, records, ask }),
  budgets: createDynamoBudgets({ ...inRecords, pause: createPause(Math.random), now }),
  notes: createDynamoNotes({ ...inRecords, records, newId: randomUUID }),
  tasks: createDynamoTasks(inRecords),
  intake,
  flags: createDynamoFlags(inRecords),
  testSend: createTestSend({ channels: { email }, addresses: env.TEST_ADDRESSES }),
  audit: createDynamoAuditLog({
    client: dynamo,
    table: env.AUDIT_TABLE,
    days: env.AUDIT_DAYS,
    key: readAddressKey,
    now,
  }),
});

const { signIn, connects } = signInOf(env);
const site = createSite({
  root: fileURLToPath(new URL('./site', import.meta.url)),
  signIn,
  allowedFrames: env.ALLOWED_FRAMES,
  connects,
});
const app = new Hono().route('/', api).route('/', site);
const answer = serve(app);

/** Work that an earlier request has left. */
const LeftWork = z.strictObject({ job: z.string() });

/** The console: its program, and what it asks. */
export const handler = wrap(async (event, context) => {
  const { data: left } = LeftWork.safeParse(event);
  if (left) return runJob(left.job);
  return answer(event, context);
});
