import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { Match, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { ageOfOldest, waitingIn, watchInFlight } from './alarm.ts';
import { type FunctionProps, TactfulFunction } from './function.ts';
import { accept } from './nag.ts';
import { createShelf, WorkQueue } from './queue.ts';
import { allowBudgets, allowChanges, allowFlags, allowRecords } from './records.ts';
import { type Tables, tableNames } from './tables.ts';
import { allowTextReader, textReaderEnvironment, watchTextReader } from './text-reader.ts';

interface Props extends FunctionProps {
  bus: IEventBus;
  tables: Tables;
  linkKey: Secret;
  addressKey: Secret;
  /** Where it asks that everybody be asked. */
  steps: Queue;
}

/** As many at once as the queue asks for: with it reserved, nothing else in the account takes their place. */
const CONCURRENCY = 100;

/** Every event of the bus, through a queue, into its customer's item; what cannot be taken, onto a shelf with the reason. */
export class Intake extends Construct {
  readonly fn: TactfulFunction;
  readonly events: WorkQueue;
  readonly rejects: Queue;

  constructor(scope: Construct, id: string, { bus, tables, linkKey, addressKey, steps, ...props }: Props) {
    super(scope, id);
    const { prefix } = props.settings;
    const timeout = Duration.seconds(30);
    this.events = new WorkQueue(this, 'Events', {
      name: `${prefix}-intake`,
      // Six times the function's time-out, as Lambda asks for.
      visibility: Duration.seconds(6 * timeout.toSeconds()),
      // With an hour between two, six days of a fault that we know of; then it still keeps for eight among the dead letters.
      attempts: 150,
    });
    this.rejects = createShelf(this, 'Rejects', `${prefix}-rejects`);
    accept(this.rejects, 'SQS3', 'It is where messages end: people take from it, so nothing can fail to.');
    new Rule(this, 'All', {
      eventBus: bus,
      ruleName: `${prefix}-all`,
      description: 'Everything on the bus goes to intake',
      eventPattern: { source: Match.prefix('') },
      targets: [new SqsQueue(this.events.queue, { deadLetterQueue: this.events.deadLetters })],
    });
    this.fn = new TactfulFunction(this, 'Intake', {
      ...props,
      name: 'intake',
      timeout,
      reserved: CONCURRENCY,
      environment: {
        ...tableNames(tables),
        REJECTS_QUEUE_URL: this.rejects.queueUrl,
        INTAKE_QUEUE_URL: this.events.queue.queueUrl,
        STEPS_QUEUE_URL: steps.queueUrl,
        LINK_KEY_SECRET: linkKey.secretArn,
        ADDRESS_KEY_SECRET: addressKey.secretArn,
        ...textReaderEnvironment(props.settings),
        PAST_SHARE: String(props.settings.pastShare / 100),
        PAST_DAYS: String(props.settings.archiveDays),
      },
    });
    props.published.letRead(this.fn);
    allowChanges(this.fn, tables.customers);
    allowFlags(this.fn, tables.records);
    allowBudgets(this.fn, tables.records);
    // What providers report names its customer under this seal; of a text that was sent to us the number does.
    this.fn.allow(['secretsmanager:GetSecretValue'], [linkKey.secretArn, addressKey.secretArn]);
    allowRecords(this.fn, tables.records, 'correspondent', ['dynamodb:GetItem']);
    // How many events were refused: they are in no commit.
    allowRecords(this.fn, tables.records, 'count', ['dynamodb:UpdateItem']);
    // An event about everyone.
    allowRecords(this.fn, tables.records, 'broadcast', ['dynamodb:GetItem', 'dynamodb:PutItem']);
    // What came for a share of customers, for who tries other workflows.
    allowRecords(this.fn, tables.records, 'past', ['dynamodb:PutItem']);
    this.fn.allow(['sqs:SendMessage'], [this.rejects.queueArn, steps.queueArn]);
    allowTextReader(this.fn, props.settings);
    this.fn.take(
      'IntakeEventsMapping',
      new SqsEventSource(this.events.queue, {
        batchSize: 10,
        reportBatchItemFailures: true,
        maxConcurrency: CONCURRENCY,
      }),
    );
    this.#watch(props);
    watchTextReader(props.alarms, props.settings);
  }

  #watch(props: FunctionProps): void {
    const { alarms } = props;
    this.fn.watchReturned(props);
    alarms.add('intake-dead-letters', {
      metric: waitingIn(this.events.deadLetters),
      threshold: 1,
      about: 'Events that intake could not take for a fault of our own. Read its log, mend it, then redrive intake.',
    });
    alarms.add('rejects', {
      metric: waitingIn(this.rejects),
      threshold: 1,
      about:
        'Events that were refused. Each message says why: mend events.yaml or the system that sends it, then redrive rejects.',
    });
    alarms.add('set-aside-long', {
      metric: ageOfOldest(this.events.deadLetters),
      // The age counts from when a letter came there, and the fortnight from when it was sent, up to six days before.
      threshold: Duration.days(5).toSeconds(),
      about:
        'Events that were set aside five days ago may be forgotten in three: mend what they failed on, then redrive.',
    });
    alarms.add('rejects-long', {
      metric: ageOfOldest(this.rejects),
      threshold: Duration.days(10).toSeconds(),
      about: 'Events that were refused ten days ago are forgotten in four: redrive them, or discard them.',
    });
    watchInFlight(alarms, 'intake', this.events.queue);
    alarms.add('intake-late', {
      metric: ageOfOldest(this.events.queue),
      threshold: 300,
      about: 'An event has waited for five minutes to be taken. Look for errors and throttles of intake.',
    });
  }
}
