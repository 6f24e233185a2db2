import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { createStsCallers } from '../../operate/caller.sts.ts';
import { byRole } from '../../operate/caller.ts';
import { commandDigest, Proof } from '../../operate/proof.ts';
import { CALL_WITH_RETRIES } from '../../shared/handler/clients.ts';
import { memoizeAsync } from '../../shared/handler/memoize-async.ts';
import { startFunction } from '../../shared/handler/start.ts';
import { readSecretKey, SecretsManagerClient } from '../../shared/key.secrets.ts';
import { createDynamoAuditLog } from '../../shared/stores/audit-log.dynamo.ts';
import { createAnswer } from './answer.ts';
import { auditOf } from './audit-of.ts';
import { PublishCommand } from './command.ts';
import { createResource, isAnswerUrl, ResourceEvent } from './custom-resource.ts';
import { createDeploy, type Repository } from './deploy.ts';
import { createDeploying } from './deploying.cloudformation.ts';
import { createS3Drafts } from './drafts.s3.ts';
import { createS3Jobs } from './jobs.s3.ts';
import { CloudFormationClient, createCloudFormationMachines } from './machines.cloudformation.ts';
import { createObjects, S3Client } from './objects.s3.ts';
import { createS3Publications } from './publications.s3.ts';
import { createPublisher } from './publisher.ts';
import { createRelease } from './release.ts';

const { env, log, traced, wrap } = startFunction(
  'publish',
  process.env,
  z.object({
    STAGE: z.string(),
    PREFIX: z.string(),
    PACE: z.coerce.number().positive(),
    INBOX: z.enum(['on', 'off']),
    REPLIES: z.enum(['on', 'off']),
    FIRST_VERSION: z.coerce.number().int().positive(),
    WORKFLOWS_BUCKET: z.string(),
    /** What goes with the stage, with all that is in it; nothing of one that is kept. */
    CLEARED_BUCKETS: z.string().transform((names) => names.split(',').filter((name) => name !== '')),
    APPROVAL: z.enum(['on', 'off']),
    AUDIT_TABLE: z.string(),
    AUDIT_DAYS: z.coerce.number(),
    ADDRESS_KEY_SECRET: z.string(),
    TAGS: z.string(),
    STACK_ID: z.string(),
    MACHINES_STACK: z.string(),
    MACHINES_STACK_ROLE: z.string(),
    MACHINE_ROLE: z.string(),
    MACHINE_LOGS: z.string(),
    DELIVER_FUNCTION: z.string(),
    ADVANCE_FUNCTION: z.string(),
    /** Where there is a console. */
    CONSOLE_ROLE: z.string().optional(),
    AWS_REGION: z.string(),
    AWS_ENDPOINT_URL: z.string().optional(),
  }),
);
const now = Date.now;
const wait = async (milliseconds: number) => void (await setTimeout(milliseconds));
const report = (error: unknown) => log.error('Something went wrong while publishing.', { error: error as Error });

const s3 = traced(new S3Client({ ...CALL_WITH_RETRIES, forcePathStyle: env.AWS_ENDPOINT_URL !== undefined }));
const objects = createObjects({ client: s3, bucket: env.WORKFLOWS_BUCKET });
const publications = createS3Publications(objects, now);

const domain = env.AWS_REGION.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
const urlOf = (key: string) =>
  env.AWS_ENDPOINT_URL === undefined
    ? `https://${env.WORKFLOWS_BUCKET}.s3.${env.AWS_REGION}.${domain}/${key}`
    : `${env.AWS_ENDPOINT_URL}/${env.WORKFLOWS_BUCKET}/${key}`;

const cloudFormation = traced(new CloudFormationClient(CALL_WITH_RETRIES));
const machines = createCloudFormationMachines({
  client: cloudFormation,
  objects,
  wiring: {
    prefix: env.PREFIX,
    role: env.MACHINE_ROLE,
    logGroup: env.MACHINE_LOGS,
    deliver: env.DELIVER_FUNCTION,
    advance: env.ADVANCE_FUNCTION,
    bucket: env.WORKFLOWS_BUCKET,
  },
  stackName: env.MACHINES_STACK,
  roleArn: env.MACHINES_STACK_ROLE,
  tags: JSON.parse(env.TAGS),
  urlOf,
  newName: () => `publish-${randomUUID()}`,
  wait,
  now,
});

const secrets = traced(new SecretsManagerClient(CALL_WITH_RETRIES));
const audit = createDynamoAuditLog({
  client: traced(new DynamoDBClient(CALL_WITH_RETRIES)),
  table: env.AUDIT_TABLE,
  days: env.AUDIT_DAYS,
  key: memoizeAsync(() => readSecretKey(secrets, env.ADDRESS_KEY_SECRET)),
  now,
});

const publisher = createPublisher({
  publications,
  machines,
  traits: { pace: env.PACE, hasInbox: env.INBOX === 'on', hasReplies: env.REPLIES === 'on' },
  first: env.FIRST_VERSION,
  journal: async ({ version }) => {
    log.info('A version was published.', { version: version.version });
    await audit.append(auditOf(version));
  },
  report,
  wait,
  now,
});

/** The workflows that the deploy of this function brought along. */
const brought = (): Repository => JSON.parse(readFileSync(new URL('./workflows.json', import.meta.url), 'utf8'));

const deploy = createDeploy({ publications, publisher, stage: env.STAGE });
const resource = createResource({
  name: `${env.PREFIX}-published`,
  stack: env.STACK_ID,
  takesAnswers: (url) => isAnswerUrl(url, env.AWS_REGION, env.AWS_ENDPOINT_URL),
  isDoing: createDeploying({ client: cloudFormation, stack: env.STACK_ID, wait }),
  publish: () => deploy(brought()),
  remove: async () => {
    await machines.remove();
    for (const bucket of env.CLEARED_BUCKETS) await createObjects({ client: s3, bucket }).clear();
  },
  put: async (url, body) => {
    const { status } = await fetch(url, { method: 'PUT', body, redirect: 'error' });
    if (status >= 400) throw new Error(`CloudFormation took no answer: ${status}.`);
  },
  report,
});

const drafts = createS3Drafts({ objects, publications, now });
const release = createRelease({ publications, drafts, publisher, approval: env.APPROVAL === 'on' });
const answer = createAnswer({
  publications,
  drafts,
  release,
  jobs: createS3Jobs(objects, report),
  isConsole: byRole(env.CONSOLE_ROLE),
});
const identify = createStsCallers({ region: env.AWS_REGION, endpoint: env.AWS_ENDPOINT_URL, fetch, report });

/** What CloudFormation sends has a type; what people ask has a command, and a proof of who they are. */
const PublishRequest = z.union([ResourceEvent, z.looseObject({ command: z.string(), proof: Proof.optional() })]);

/** Publishes the workflows of a stage: what a deploy brings, and what people ask for. */
export const handler = wrap(async (event) => {
  const request = PublishRequest.parse(event);
  if ('RequestType' in request) return resource(ResourceEvent.parse(request));
  const { proof, ...rest } = request;
  const command = PublishCommand.parse(rest);
  log.info('Somebody asked for something.', { command: command.command });
  return answer(command, await identify(proof, commandDigest(env.STAGE, 'publish', command)));
});
