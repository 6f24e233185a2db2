import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { counted, FIVE_MINUTES } from './alarm.ts';
import { EffectsQueues } from './effects-queues.ts';
import { type FunctionProps, TactfulFunction } from './function.ts';
import { everyMachine, machineArnPrefix } from './machine-name.ts';
import { accept } from './nag.ts';
import { allowFlags, allowRecords } from './records.ts';
import { Schedules } from './schedules.ts';
import { type Tables, tableNames } from './tables.ts';

interface Props extends FunctionProps {
  tables: Tables;
  /** Where the rule of the sweep leaves what it could not hand on. */
  missed: Queue;
}

const TIMEOUT = Duration.seconds(60);

/** What follows from a commit: starts runs, keeps timers and ends erasures. The only function with a right on machines and schedules. */
export class Effects extends Construct {
  readonly fn: TactfulFunction;
  readonly queues: EffectsQueues;

  constructor(scope: Construct, id: string, { tables, missed, ...props }: Props) {
    super(scope, id);
    const { settings } = props;
    this.queues = new EffectsQueues(this, 'Queues', { ...props, timeout: TIMEOUT, missed });
    const schedules = new Schedules(this, 'Schedules', { settings, due: this.queues.due });
    this.fn = new TactfulFunction(this, 'Function', {
      ...props,
      name: 'effects',
      isLoop: true,
      timeout: TIMEOUT,
      environment: {
        ...tableNames(tables),
        ...this.queues.urls(),
        ...schedules.environment(),
        DUE_QUEUE_ARN: this.queues.due.queueArn,
        MACHINE_ARN_PREFIX: machineArnPrefix(this, settings),
      },
    });
    props.published.letRead(this.fn);
    this.#allowRuns(props);
    schedules.allowChanges(this.fn);
    this.queues.allowSend(this.fn);
    this.#allowCustomers(tables);
    this.#take();
    this.#watch(props);
  }

  #allowRuns({ settings }: FunctionProps): void {
    const { arn, printed } = everyMachine(this, settings);
    this.fn.allow(['states:StartExecution'], [arn]);
    accept(
      this.fn.lambda.role!,
      `IAM5[Resource::${printed}]`,
      'The machines of this stage, by the beginning of their names: naming each would make a circle.',
    );
  }

  #allowCustomers({ customers, records }: Tables): void {
    // Where somebody stands, whom no timer reached, and at the end of an erasure the item itself.
    this.fn.allow(['dynamodb:GetItem', 'dynamodb:Scan', 'dynamodb:DeleteItem'], [customers.tableArn]);
    allowFlags(this.fn, records);
    const held = ['customer', 'inbox', 'note', 'past'] as const;
    allowRecords(this.fn, records, held, ['dynamodb:Query']);
    allowRecords(this.fn, records, 'directory', ['dynamodb:GetItem']);
    const listed = ['directory', 'task', 'queue', 'crowd'] as const;
    allowRecords(this.fn, records, [...held, ...listed], ['dynamodb:BatchWriteItem']);
  }

  /** Each queue has workers of its own, so that neither starves the other. */
  #take(): void {
    const take = { batchSize: 10, reportBatchItemFailures: true };
    this.fn.take('EffectsDueMapping', new SqsEventSource(this.queues.due, { ...take, maxConcurrency: 50 }));
    this.fn.take('EffectsLaterMapping', new SqsEventSource(this.queues.later, { ...take, maxConcurrency: 10 }));
  }

  #watch({ alarms, settings }: FunctionProps): void {
    alarms.add('overdue', {
      metric: counted(settings, 'Overdue', { period: Duration.hours(1) }),
      threshold: 1,
      about:
        'The sweep found customers who were due more than two hours ago, and sent them on: a timer of theirs was lost or late. Look for what else rang.',
    });
    alarms.add('items-unreadable', {
      metric: counted(settings, 'ItemsUnreadable', { period: Duration.hours(1) }),
      threshold: 1,
      about:
        'Whoever looks at all customers, or counts what changes, left somebody out, whose item no function of this release can read: a later release wrote it, or it is damaged.',
    });
    alarms.add('oldest-due', {
      // A run that died is followed by others after 10, 20 and 40 minutes, then each hour: by now three have, and a shorter period would forget.
      metric: counted(settings, 'OldestDue', { period: Duration.hours(1), statistic: 'Maximum' }),
      threshold: Duration.hours(1).toSeconds(),
      about:
        'Somebody was due for an hour when a run was started for them: timers come late, or their runs begin and do not end. Look for what else rang.',
    });
    const group = (metricName: string) =>
      new Metric({
        namespace: 'AWS/Scheduler',
        metricName,
        dimensionsMap: { ScheduleGroup: settings.prefix },
        period: FIVE_MINUTES,
        statistic: 'Sum',
      });
    alarms.addSum('schedules-failed', [group('TargetErrorCount'), group('InvocationDroppedCount')], {
      label: 'Schedules that reached no queue',
      threshold: 1,
      about:
        'EventBridge Scheduler could not put a timer on its queue. May its role still? The sweep starts within six hours whom it should have.',
    });
    alarms.add('effects-returned', {
      // One message that can never be taken comes back six times in its first hour; one busy moment does not reach this.
      metric: counted(settings, 'Returned', { period: Duration.hours(1) }),
      threshold: 5,
      about:
        'Runs, timers or erasures fail and come back to their queue, for two weeks. The log of effects says which error.',
    });
  }
}
