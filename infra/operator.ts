import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { counted } from './alarm.ts';
import { allowAudit, auditEnvironment } from './audit.ts';
import { type FunctionProps, TactfulFunction } from './function.ts';
import type { Inbound } from './inbound.ts';
import type { Intake } from './intake.ts';
import { accept } from './nag.ts';
import { allowChanges, allowFlags, allowRecords } from './records.ts';
import type { Relay } from './relay.ts';
import { type Tables, tableNames } from './tables.ts';

interface Props extends FunctionProps {
  tables: Tables;
  /** Of events about everyone. */
  steps: Queue;
  intake: Intake;
  inbound: Inbound | undefined;
  relay: Relay;
  linkKey: Secret;
  addressKey: Secret;
  /** Where the rule that brings back leaves what it could not hand on. */
  missed: Queue;
  /** Where inboxes are read. */
  inboxKey?: Secret;
}

/** As functions/operate/rights.ts has them. */
export type OperatorRight = 'operate' | 'operate-read' | 'operate-erase';

/**
 * What the commands about a deployed stage ask: a function for running it, one for reading what is held of a customer, one for
 * erasing that, so that IAM can let people do the one and not the other. Nobody is granted any of them here.
 */
export class Operator extends Construct {
  readonly fn: TactfulFunction;
  readonly read: TactfulFunction;
  readonly erase: TactfulFunction;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    const { tables, linkKey, inboxKey } = props;
    this.fn = this.#create('Function', 'operate', props);
    this.read = this.#create('Read', 'operate-read', props);
    this.erase = this.#create('Erase', 'operate-erase', props);
    for (const each of [this.fn, this.read, this.erase]) props.published.letRead(each);
    allowRecords(this.fn, tables.records, 'flag', ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:Query']);
    allowRecords(this.fn, tables.records, 'broadcast', [
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    ]);
    this.fn.allow(['sqs:SendMessage'], [props.steps.queueArn]);
    this.fn.allow(
      ['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'],
      [linkKey.secretArn, ...(inboxKey ? [inboxKey.secretArn] : [])],
    );
    this.#allowRedrive(props);
    this.#watch(props);
    this.read.allow(['dynamodb:GetItem'], [tables.customers.tableArn]);
    for (const fn of [this.read, this.erase])
      allowRecords(fn, tables.records, ['customer', 'inbox', 'note', 'past'], ['dynamodb:Query']);
    allowRecords(this.read, tables.records, 'count', ['dynamodb:Query']);
    allowFlags(this.read, tables.records);
    allowFlags(this.erase, tables.records);
    allowChanges(this.erase, tables.customers);
  }

  #create(id: string, right: OperatorRight, props: Props): TactfulFunction {
    const { tables, intake, inbound, relay, linkKey, addressKey, inboxKey, steps, missed, ...rest } = props;
    const audit = { tables, addressKey };
    const fn = new TactfulFunction(this, id, {
      ...rest,
      name: 'operate',
      called: right,
      isAskedByName: true,
      // Longer than relay, which it asks to carry batches on.
      timeout: Duration.minutes(2),
      environment: {
        ...tableNames(tables),
        RIGHT: right,
        REJECTS_QUEUE_URL: intake.rejects.queueUrl,
        INTAKE_QUEUE_URL: intake.events.queue.queueUrl,
        INTAKE_DEAD_LETTERS_URL: intake.events.deadLetters.queueUrl,
        STEPS_QUEUE_URL: steps.queueUrl,
        ...(inbound && {
          INBOUND_QUEUE_URL: inbound.notices.queue.queueUrl,
          INBOUND_DEAD_LETTERS_URL: inbound.notices.deadLetters.queueUrl,
        }),
        GIVEN_UP_BUCKET: relay.givenUp.bucketName,
        RELAY_FUNCTION: relay.fn.live.functionArn,
        INTAKE_FUNCTION: intake.fn.live.functionArn,
        LINK_KEY_SECRET: linkKey.secretArn,
        ...(inboxKey && { INBOX_KEY_SECRET: inboxKey.secretArn }),
        ...auditEnvironment(audit, props.settings),
      },
    });
    allowAudit(fn, audit);
    return fn;
  }

  #watch({ alarms, settings }: FunctionProps): void {
    alarms.add('dead-for-good', {
      // Counted each quarter of an hour, for as long as they lie there.
      metric: counted(settings, 'DeadForGood', { period: Duration.hours(1), statistic: 'Maximum' }),
      threshold: 1,
      about:
        'Dead letters of intake that came back three times, and are brought back by nobody but you. Read the log of intake, mend it, then redrive intake.',
    });
  }

  /** What could not be taken goes back where it came from: messages to their queues, batches of the stream through relay. */
  #allowRedrive({ intake, inbound, relay, missed, settings: { prefix } }: Props): void {
    const shelves = [intake.rejects, intake.events.deadLetters, ...(inbound ? [inbound.notices.deadLetters] : [])];
    const queues = [intake.events.queue, ...(inbound ? [inbound.notices.queue] : [])];
    this.fn.allow(
      ['sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      shelves.map(({ queueArn }) => queueArn),
    );
    this.fn.allow(
      ['sqs:SendMessage'],
      queues.map(({ queueArn }) => queueArn),
    );
    this.fn.allow(['s3:ListBucket'], [relay.givenUp.bucketArn]);
    this.fn.allow(['s3:GetObject', 's3:DeleteObject'], [relay.givenUp.arnForObjects('*')]);
    this.fn.allow(['lambda:InvokeFunction'], [relay.fn.live.functionArn, intake.fn.live.functionArn]);
    new Rule(this, 'BringBack', {
      ruleName: `${prefix}-bring-back`,
      description: 'Brings dead letters of intake back once their cause is gone',
      schedule: Schedule.rate(Duration.minutes(15)),
      targets: [
        new LambdaFunction(this.fn.lambda, {
          event: RuleTargetInput.fromObject({ command: 'bring-back' }),
          deadLetterQueue: missed,
          // The next one brings back all that it would have.
          maxEventAge: Duration.minutes(15),
        }),
      ],
    });
    const bucketId = Stack.of(this).getLogicalId(relay.givenUp.node.defaultChild as CfnBucket);
    const reason = 'Lambda itself names the batches that it gave up on.';
    accept(this.fn.lambda.role!, `IAM5[Resource::<${bucketId}.Arn>/*]`, reason);
  }
}
