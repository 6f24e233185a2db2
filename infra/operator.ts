import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type FunctionProps, TactfulFunction } from './function.ts';
import type { Intake } from './intake.ts';
import { accept } from './nag.ts';
import { allowChanges, allowRecords } from './records.ts';
import type { Relay } from './relay.ts';
import { decidesWith, type Tables } from './tables.ts';

interface Props extends FunctionProps {
  tables: Tables;
  intake: Intake;
  relay: Relay;
  linkKey: Secret;
}

/** What the commands about a deployed stage ask. Whoever may invoke it may operate the stage; nobody is granted that here. */
export class Operator extends Construct {
  readonly fn: TactfulFunction;

  constructor(scope: Construct, id: string, { tables, intake, relay, linkKey, ...props }: Props) {
    super(scope, id);
    this.fn = new TactfulFunction(this, 'Function', {
      ...props,
      name: 'operate',
      // Longer than relay, which it asks to carry batches on.
      timeout: Duration.minutes(2),
      environment: {
        ...decidesWith(tables, props.settings),
        REJECTS_QUEUE_URL: intake.rejects.queueUrl,
        INTAKE_QUEUE_URL: intake.events.queue.queueUrl,
        INTAKE_DEAD_LETTERS_URL: intake.events.deadLetters.queueUrl,
        GIVEN_UP_BUCKET: relay.givenUp.bucketName,
        RELAY_FUNCTION: relay.fn.lambda.functionName,
        INTAKE_FUNCTION: intake.fn.lambda.functionName,
        LINK_KEY_SECRET: linkKey.secretArn,
      },
    });
    allowRecords(this.fn, tables.records, 'flag', ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:Query']);
    // To export and to erase.
    allowChanges(this.fn, tables.customers);
    for (const kind of ['customer', 'inbox'] as const) {
      allowRecords(this.fn, tables.records, kind, ['dynamodb:Query']);
    }
    this.fn.allow(['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'], [linkKey.secretArn]);
    this.#allowRedrive({ settings: props.settings, intake, relay });
  }

  /** What could not be taken goes back where it came from: messages to their queues, batches of the stream through relay. */
  #allowRedrive({ settings, intake, relay }: Pick<Props, 'settings' | 'intake' | 'relay'>): void {
    const shelves = [intake.rejects, intake.events.deadLetters];
    this.fn.allow(
      ['sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      shelves.map(({ queueArn }) => queueArn),
    );
    this.fn.allow(['sqs:SendMessage'], [intake.events.queue.queueArn]);
    this.fn.allow(['s3:ListBucket'], [relay.givenUp.bucketArn]);
    this.fn.allow(['s3:GetObject', 's3:DeleteObject'], [relay.givenUp.arnForObjects('*')]);
    this.fn.allow(['lambda:InvokeFunction'], [relay.fn.lambda.functionArn, intake.fn.lambda.functionArn]);
    new Rule(this, 'BringBack', {
      ruleName: `${settings.prefix}-bring-back`,
      description: 'Brings dead letters of intake back once their cause is gone',
      schedule: Schedule.rate(Duration.minutes(15)),
      targets: [new LambdaFunction(this.fn.lambda, { event: RuleTargetInput.fromObject({ command: 'bring-back' }) })],
    });
    const bucketId = Stack.of(this).getLogicalId(relay.givenUp.node.defaultChild as CfnBucket);
    const reason = 'Lambda itself names the batches that it gave up on.';
    accept(this.fn.lambda.role!, `IAM5[Resource::<${bucketId}.Arn>/*]`, reason);
  }
}
