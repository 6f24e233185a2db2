import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Settings } from './settings.ts';

export interface Condition {
  metric: IMetric;
  /** Rings at this and above, or with `rings: 'below'` under this, also where nobody has counted anything. */
  threshold: number;
  rings?: 'above' | 'below';
  /** What it means and where to look first. */
  about: string;
  /** One after another; one if not given. */
  periods?: number;
  /** Not one after another, but any of so many. */
  within?: number;
}

const RINGING = {
  above: {
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  },
  below: {
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.BREACHING,
  },
};

/** Metrics that one alarm can add up. */
const MOST_METRICS = 10;

export const FIVE_MINUTES = Duration.minutes(5);

/** In seconds: how long the oldest message has been in a queue. */
export const ageOfOldest = (queue: IQueue): Metric =>
  queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES, statistic: 'Maximum' });

/** How many messages nobody has taken. */
export const waitingIn = (queue: IQueue): Metric =>
  queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: 'Maximum' });

/** Rings before a queue holds as many messages that were received and are not done as SQS allows: 120,000. One that failed is among them for as long as it is hidden. */
export const watchInFlight = (alarms: Alarms, name: string, queue: IQueue): void =>
  alarms.add(`${name}-in-flight`, {
    metric: queue.metricApproximateNumberOfMessagesNotVisible({ period: FIVE_MINUTES, statistic: 'Maximum' }),
    threshold: 80_000,
    about:
      'So many messages failed and are hidden that SQS may soon give out none of this queue. Mend what they fail on.',
  });

/** 1 where a table was written and its stream called a function not once, as where its mapping is disabled or lacks a right: then it has no `IteratorAge` either. */
export const unread = (table: ITable, reader: IFunction, period: Duration): IMetric =>
  new MathExpression({
    expression: 'IF(FILL(written, 0) > 0 AND FILL(called, 0) == 0, 1, 0)',
    label: 'Written, and the stream not read',
    period,
    usingMetrics: {
      written: table.metricConsumedWriteCapacityUnits({ period, statistic: 'Sum' }),
      called: reader.metricInvocations({ period }),
    },
  });

/** A figure that our functions count themselves. */
export const counted = (
  { stage }: Pick<Settings, 'stage'>,
  metricName: string,
  {
    period = FIVE_MINUTES,
    by = {},
    statistic = 'Sum',
  }: { period?: Duration; by?: Record<string, string>; statistic?: 'Sum' | 'Maximum' } = {},
): Metric =>
  new Metric({
    namespace: 'Tactful',
    metricName,
    dimensionsMap: { service: 'tactful', Stage: stage, ...by },
    period,
    statistic,
  });

/** The alarms of a stage, on one topic. Each construct adds those that watch it, so that they stand beside what they watch. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  readonly topic: Topic;
  readonly #prefix: string;

  constructor(scope: Construct, id: string, { prefix, alarmEmail = [] }: Pick<Settings, 'prefix' | 'alarmEmail'>) {
    super(scope, id);
    this.#prefix = prefix;
    this.topic = new Topic(this, 'Topic', { topicName: `${prefix}-alarms`, enforceSSL: true });
    // A topic with a policy of its own has no other: without this none of them rings.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    for (const address of alarmEmail) this.topic.addSubscription(new EmailSubscription(address));
  }

  /**
   * One alarm for the sum of many metrics, or more, numbered from the second on, where they are more than an alarm can add up.
   */
  addSum(
    name: string,
    metrics: IMetric[],
    { label, ...condition }: Omit<Condition, 'metric'> & { label: string },
  ): void {
    for (let first = 0; first < metrics.length; first += MOST_METRICS) {
      const some = metrics.slice(first, first + MOST_METRICS).map((metric, index) => [`m${index}`, metric]);
      const usingMetrics: Record<string, IMetric> = Object.fromEntries(some);
      const number = first === 0 ? '' : `-${1 + first / MOST_METRICS}`;
      const metric = new MathExpression({ expression: 'SUM(METRICS())', label, period: FIVE_MINUTES, usingMetrics });
      this.add(`${name}${number}`, { ...condition, metric });
    }
  }

  /** An alarm of this name, which is also its heading in docs/runbook.md; `name-2` shares that of `name`. */
  add(name: string, { metric, threshold, about, periods = 1, within = periods, rings = 'above' }: Condition): void {
    const alarm = new Alarm(this, name, {
      alarmName: `${this.#prefix}-${name}`,
      alarmDescription: `${about} More in docs/runbook.md under ${name.replace(/-\d+$/, '')}.`,
      metric,
      threshold,
      evaluationPeriods: within,
      ...(within === periods ? {} : { datapointsToAlarm: periods }),
      ...RINGING[rings],
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    this.all.push(alarm);
  }
}
