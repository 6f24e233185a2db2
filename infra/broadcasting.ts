import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { ageOfOldest, waitingIn } from './alarm.ts';
import { type FunctionProps, TactfulFunction } from './function.ts';
import type { Intake } from './intake.ts';
import { WorkQueue } from './queue.ts';
import { allowRecords } from './records.ts';
import type { Settings } from './settings.ts';
import { type Tables, tableNames } from './tables.ts';

interface Props extends FunctionProps {
  tables: Tables;
  steps: WorkQueue;
  intake: Intake;
}

const TIMEOUT = Duration.seconds(60);

/** Where it stands that everybody is to be asked on: intake begins it, and each step asks for the next. */
export const createSteps = (scope: Construct, { prefix }: Settings): WorkQueue =>
  new WorkQueue(scope, 'Steps', {
    name: `${prefix}-broadcasts`,
    // Six times the function's time-out, as Lambda asks for.
    visibility: Duration.seconds(6 * TIMEOUT.toSeconds()),
    // With an hour between two, six days of a fault that we know of.
    attempts: 150,
  });

/** Events about everyone: asks customers page by page, and hands what is about one of them to intake. */
export class Broadcasting extends Construct {
  readonly fn: TactfulFunction;

  constructor(scope: Construct, id: string, { tables, steps, intake, ...props }: Props) {
    super(scope, id);
    this.fn = new TactfulFunction(this, 'Function', {
      ...props,
      name: 'broadcast',
      isLoop: true,
      timeout: TIMEOUT,
      environment: {
        ...tableNames(tables),
        STEPS_QUEUE_URL: steps.queue.queueUrl,
        INTAKE_QUEUE_URL: intake.events.queue.queueUrl,
      },
    });
    props.published.letRead(this.fn);
    this.fn.allow(['dynamodb:Scan', 'dynamodb:DescribeTable', 'dynamodb:GetItem'], [tables.customers.tableArn]);
    allowRecords(this.fn, tables.records, 'broadcast', [
      'dynamodb:GetItem',
      'dynamodb:UpdateItem',
      // What a desk says of many begins here.
      'dynamodb:PutItem',
      'dynamodb:Query',
    ]);
    allowRecords(this.fn, tables.records, 'theme', ['dynamodb:Query']);
    allowRecords(this.fn, tables.records, 'crowd', ['dynamodb:Query']);
    this.fn.allow(['sqs:SendMessage'], [steps.queue.queueArn, intake.events.queue.queueArn]);
    this.fn.take(
      'BroadcastStepsMapping',
      // One step at a time, as near as Lambda comes to it: the pace is that of a step.
      new SqsEventSource(steps.queue, { batchSize: 1, reportBatchItemFailures: true, maxConcurrency: 2 }),
    );
    this.fn.watchReturned(props);
    props.alarms.add('broadcast-dead-letters', {
      metric: waitingIn(steps.deadLetters),
      threshold: 1,
      about:
        'An event about everyone has stopped for a fault of our own: some were told and others were not. Read the log of broadcast, mend it, then `tactful broadcasts --resume`.',
    });
    props.alarms.add('broadcast-late', {
      // A step may be held back for the 15 minutes that SQS allows.
      metric: ageOfOldest(steps.queue),
      threshold: 1800,
      about: 'An event about everyone does not get on. Read the log of broadcast: is it throttled, or does it fail?',
    });
  }
}
