import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { FIVE_MINUTES, unread } from './alarm.ts';
import { type FunctionProps, TactfulFunction } from './function.ts';
import { accept } from './nag.ts';
import { allowRecords } from './records.ts';
import type { Tables } from './tables.ts';

interface Props extends FunctionProps {
  tables: Tables;
}

/** Counts every commit, beside relay: by minutes at a time, so that many are written as one. */
export class Census extends Construct {
  readonly fn: TactfulFunction;

  constructor(scope: Construct, id: string, { tables, ...props }: Props) {
    super(scope, id);
    this.fn = new TactfulFunction(this, 'Census', {
      ...props,
      name: 'census',
      timeout: Duration.minutes(2),
      environment: { RECORDS_TABLE: tables.records.tableName },
    });
    const { records } = tables;
    // How far each shard of the stream is counted, in one transaction with what is added up.
    allowRecords(this.fn, records, 'census', ['dynamodb:GetItem']);
    const counted = ['census', 'count', 'resting', 'upcoming', 'crowd'] as const;
    allowRecords(this.fn, records, counted, ['dynamodb:PutItem', 'dynamodb:UpdateItem']);
    const listed = ['people', 'queue', 'crowd', 'theme', 'directory'] as const;
    allowRecords(this.fn, records, listed, ['dynamodb:BatchWriteItem']);
    allowRecords(this.fn, records, 'directory', ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem']);
    const stream = new DynamoEventSource(tables.customers, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 1000,
      maxBatchingWindow: Duration.minutes(1),
      // In order, and for as long as the stream has it. With a window Lambda says of which shard it is: how far that is counted is noted.
      parallelizationFactor: 1,
      // What fails in a batch is found by halves, so that no more than that waits with it. It is not given up: nothing counts later what lay elsewhere.
      bisectBatchOnError: true,
      tumblingWindow: Duration.minutes(15),
    });
    this.fn.take('CensusStreamMapping', stream);
    const role = this.fn.lambda.role!;
    accept(role, 'IAM5[Resource::*]', 'Traces and ListStreams know no resource; a function on a stream needs both.');
    props.alarms.add('census-late', {
      metric: this.fn.lambda.metric('IteratorAge', { period: FIVE_MINUTES, statistic: 'Maximum' }),
      threshold: 3_600_000,
      about:
        'The console shows counts and people of an hour ago, and alarms about messages are as late. Journeys go on. Read the log of census.',
    });
    props.alarms.add('census-unread', {
      metric: unread(tables.customers, this.fn.lambda, Duration.hours(1)),
      threshold: 1,
      // What is written as an hour ends is counted a minute later, in the next.
      periods: 2,
      about:
        'Customers are changed and census is not called: nothing is counted. Is the mapping of its stream enabled, and may it read stream and key?',
    });
  }
}
