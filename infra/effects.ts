import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { ArnFormat, Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type FunctionProps, TactfulFunction } from './function.ts';
import { accept } from './nag.ts';
import { WorkQueue } from './queue.ts';
import { allowRecords } from './records.ts';
import type { Tables } from './tables.ts';

interface Props extends FunctionProps {
  tables: Tables;
}

/** Before a journey's id in the name of its machine. */
export const machineName = (prefix: string, journey: string): string => `${prefix}-${journey}`;

/** What follows from a commit: starts and resumes machines, the only function with a right on them, and ends erasures. */
export class Effects extends Construct {
  readonly fn: TactfulFunction;
  readonly work: WorkQueue;

  constructor(scope: Construct, id: string, { tables, ...props }: Props) {
    super(scope, id);
    const { prefix } = props.settings;
    const timeout = Duration.seconds(30);
    this.work = new WorkQueue(this, 'Effects', {
      name: `${prefix}-effects`,
      visibility: Duration.minutes(1),
      // A machine that is about to be deployed, and throttling, must not use these up: they are five hours.
      attempts: 300,
    });
    // By name: machines call functions, so a function that refers to machines would make a circle.
    const arnOf = (name: string) =>
      Stack.of(this).formatArn({
        service: 'states',
        resource: 'stateMachine',
        resourceName: name,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      });
    const executionOf = (name: string) =>
      Stack.of(this).formatArn({
        service: 'states',
        resource: 'execution',
        resourceName: `${name}:*`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      });
    this.fn = new TactfulFunction(this, 'Function', {
      ...props,
      name: 'effects',
      timeout,
      environment: {
        CUSTOMERS_TABLE: tables.customers.tableName,
        RECORDS_TABLE: tables.records.tableName,
        MACHINE_ARN_PREFIX: arnOf(machineName(prefix, '')),
      },
    });
    allowRecords(this.fn, tables.records, 'token', ['dynamodb:Query']);
    // An erasure removes what is left of somebody whose item is emptied and marked.
    this.fn.allow(['dynamodb:GetItem', 'dynamodb:DeleteItem'], [tables.customers.tableArn]);
    for (const kind of ['customer', 'inbox'] as const) {
      allowRecords(this.fn, tables.records, kind, ['dynamodb:Query', 'dynamodb:BatchWriteItem']);
    }
    this.fn.allow(['states:StartExecution'], [arnOf(machineName(prefix, '*'))]);
    // Only an erasure stops one, that nothing else could reach before its date.
    this.fn.allow(['states:StopExecution'], [executionOf(machineName(prefix, '*'))]);
    // Whoever has a task's token may answer it; IAM knows no resource for these.
    this.fn.allow(['states:SendTaskSuccess', 'states:SendTaskFailure'], ['*']);
    this.fn.lambda.addEventSource(
      new SqsEventSource(this.work.queue, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 50 }),
    );
    accept(
      this.fn.lambda.role!,
      'IAM5[Resource::*]',
      'Traces and answers to task tokens know no resource; a token that nobody can guess names its task.',
    );
    const executions = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${machineName(prefix, '*')}:*`;
    accept(
      this.fn.lambda.role!,
      `IAM5[Resource::${executions}]`,
      'Executions are named by their enrolments, which nobody knows beforehand.',
    );
    const machines = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:stateMachine:${machineName(prefix, '*')}`;
    accept(
      this.fn.lambda.role!,
      `IAM5[Resource::${machines}]`,
      'The machines of this stage, by the beginning of their names: naming each would make a circle.',
    );
  }
}
