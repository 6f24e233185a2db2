import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type FunctionProps, TactfulFunction } from './function.ts';
import type { Intake } from './intake.ts';
import { allowRecords } from './records.ts';
import type { Tables } from './tables.ts';

interface Props extends FunctionProps {
  tables: Tables;
  intake: Intake;
  /** Where its rule leaves what it could not hand on. */
  missed: Queue;
}

/** Looks each hour at what teams have to do, and leaves in time what they will not reach. Without `teams` in policy.yaml it does nothing. */
export class Capacity extends Construct {
  readonly fn: TactfulFunction;

  constructor(scope: Construct, id: string, { tables, intake, missed, ...props }: Props) {
    super(scope, id);
    const { queue } = intake.events;
    this.fn = new TactfulFunction(this, 'Function', {
      ...props,
      name: 'capacity',
      timeout: Duration.minutes(2),
      environment: { RECORDS_TABLE: tables.records.tableName, INTAKE_QUEUE_URL: queue.queueUrl },
    });
    props.published.letRead(this.fn);
    allowRecords(this.fn, tables.records, ['queue', 'crowd'], ['dynamodb:Query']);
    this.fn.allow(['sqs:SendMessage'], [queue.queueArn]);
    new Rule(this, 'Hourly', {
      ruleName: `${props.settings.prefix}-capacity`,
      description: 'Looks at what teams can do, and what they have to',
      schedule: Schedule.rate(Duration.hours(1)),
      // What is an hour old is asked anew by then.
      targets: [new LambdaFunction(this.fn.live, { deadLetterQueue: missed, maxEventAge: Duration.hours(1) })],
    });
  }
}
