import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { MetricType, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { FIVE_MINUTES, unread } from './alarm.ts';
import type { EffectsQueues } from './effects-queues.ts';
import { keyOf } from './encryption.ts';
import { type FunctionProps, TactfulFunction } from './function.ts';
import { accept } from './nag.ts';
import { allowBudgets, allowRecords } from './records.ts';
import type { Settings } from './settings.ts';
import { type Tables, tableNames } from './tables.ts';

interface Props extends FunctionProps {
  bus: IEventBus;
  tables: Tables;
  addressKey: Secret;
  queues: EffectsQueues;
  linkKey: Secret;
}

/** Carries every commit on, in order per customer: to the timeline, the bus and the effects. */
export class Relay extends Construct {
  readonly fn: TactfulFunction;
  /** Batches that the stream gave up on. It is here because the stream's mapping names it. */
  readonly givenUp: Bucket;

  constructor(scope: Construct, id: string, { bus, tables, addressKey, queues, linkKey, ...props }: Props) {
    super(scope, id);
    this.givenUp = this.#createBucket(props.settings);
    const { timelineDays } = props.settings;
    this.fn = new TactfulFunction(this, 'Relay', {
      ...props,
      name: 'relay',
      timeout: Duration.seconds(60),
      environment: {
        ...tableNames(tables),
        ...queues.urls(),
        BUS_NAME: bus.eventBusName,
        ADDRESS_KEY_SECRET: addressKey.secretArn,
        LINK_KEY_SECRET: linkKey.secretArn,
        ...(timelineDays === undefined ? {} : { TIMELINE_DAYS: String(timelineDays) }),
      },
    });
    allowRecords(this.fn, tables.records, ['customer', 'task'], ['dynamodb:BatchWriteItem']);
    // What is known of an address from now on, under a hash.
    allowRecords(this.fn, tables.records, 'address', ['dynamodb:UpdateItem']);
    this.fn.allow(['secretsmanager:GetSecretValue'], [addressKey.secretArn]);
    // What was not given, or was taken back, is free to be given again.
    allowBudgets(this.fn, tables.records);
    // A commit that comes late may be of somebody who has been erased.
    this.fn.allow(['dynamodb:GetItem'], [tables.customers.tableArn]);
    this.fn.allow(['events:PutEvents'], [bus.eventBusArn]);
    // What we publish is signed with it, so that intake knows it from what others write under our name.
    this.fn.allow(['secretsmanager:GetSecretValue'], [linkKey.secretArn]);
    queues.allowSend(this.fn);
    this.fn.allow(['s3:PutObject'], [this.givenUp.arnForObjects('*')]);
    this.fn.allow(['s3:ListBucket'], [this.givenUp.bucketArn]);
    const stream = new DynamoEventSource(tables.customers, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      parallelizationFactor: 4,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      // A commit that cannot be carried on holds up its shard: half a day of attempts, then the bucket and an alarm.
      retryAttempts: 1000,
      maxRecordAge: Duration.hours(12),
      onFailure: { bind: () => ({ destination: this.givenUp.bucketArn }) },
      metricsConfig: { metrics: [MetricType.EVENT_COUNT] },
    });
    this.fn.take('RelayStreamMapping', stream);
    const role = this.fn.lambda.role!;
    accept(role, 'IAM5[Resource::*]', 'Traces and ListStreams know no resource; a function on a stream needs both.');
    const bucketId = Stack.of(this).getLogicalId(this.givenUp.node.defaultChild as CfnBucket);
    accept(role, `IAM5[Resource::<${bucketId}.Arn>/*]`, 'Lambda itself names the objects that it writes there.');
    this.#watch(props, tables, stream.eventSourceMappingId);
  }

  #watch(props: FunctionProps, { customers }: Tables, EventSourceMappingUUID: string): void {
    const { alarms } = props;
    this.fn.watchReturned(props);
    alarms.add('stream-late', {
      metric: this.fn.lambda.metric('IteratorAge', { period: FIVE_MINUTES, statistic: 'Maximum' }),
      threshold: 300_000,
      about: 'Commits are carried on five minutes late: no timeline, no next step. Read the log of relay.',
    });
    alarms.add('stream-unread', {
      metric: unread(customers, this.fn.lambda, Duration.minutes(15)),
      threshold: 1,
      // What is written as a quarter of an hour ends is read in the next: one may be chance. A quiet stage writes seldom.
      periods: 2,
      within: 16,
      about:
        'Customers are changed and relay is not called: no timeline, no next step. Is the mapping of its stream enabled, and may it read stream and key?',
    });
    const given = (metricName: string) =>
      new Metric({
        namespace: 'AWS/Lambda',
        metricName,
        dimensionsMap: { EventSourceMappingUUID },
        period: FIVE_MINUTES,
        statistic: 'Sum',
      });
    // What is dropped is in the bucket, unless Lambda could not write there.
    alarms.addSum('stream-given-up', ['OnFailureDestinationDeliveredEventCount', 'DroppedEventCount'].map(given), {
      label: 'Commits that were given up',
      threshold: 1,
      about:
        'Commits were given up and kept in the bucket: read why in the log of relay, mend it, then redrive stream.',
    });
  }

  #createBucket(settings: Settings): Bucket {
    const { kept } = settings;
    const encryptionKey = keyOf(this, settings);
    const bucket = new Bucket(this, 'GivenUp', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      ...(encryptionKey
        ? { encryption: BucketEncryption.KMS, encryptionKey, bucketKeyEnabled: true }
        : { encryption: BucketEncryption.S3_MANAGED }),
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ expiration: Duration.days(90), noncurrentVersionExpiration: Duration.days(1) }],
      removalPolicy: kept ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    accept(
      bucket,
      'S1',
      'Only Lambda writes here and only operate reads, each by its own role; access logs would be one more bucket to guard.',
    );
    return bucket;
  }
}
