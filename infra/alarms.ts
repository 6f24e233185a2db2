import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { ArnFormat, Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { TactfulStack } from './tactful-stack.ts';

interface Props {
  main: TactfulStack;
  prefix: string;
  stage: string;
  topic: Topic;
}

interface Condition {
  metric: IMetric;
  /** Rings at this and above. */
  threshold: number;
  /** What it means and where to look first. */
  about: string;
  periods?: number;
}

const FIVE_MINUTES = Duration.minutes(5);
/** Metrics that one alarm can add up. */
const MOST_METRICS = 10;

/** What somebody should look at, each with a sentence on where. */
export class Alarms extends Construct {
  readonly alarms: Alarm[] = [];
  readonly #props: Props;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id);
    this.#props = props;
    this.#queues();
    this.#machines();
    this.#stream();
    this.#functions();
    this.#email();
  }

  #ring(id: string, { metric, threshold, about, periods = 1 }: Condition): void {
    const alarm = new Alarm(this, id, {
      alarmName: `${this.#props.prefix}-${id}`,
      alarmDescription: `${about} More in docs/runbook.md under ${id.replace(/-\d+$/, '')}.`,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.#props.topic));
    this.alarms.push(alarm);
  }

  #queues(): void {
    const { intake, effects } = this.#props.main;
    const waiting = (queue: Queue) =>
      queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: 'Maximum' });
    const oldest = (queue: Queue) =>
      queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES, statistic: 'Maximum' });
    this.#ring('intake-dead-letters', {
      metric: waiting(intake.events.deadLetters),
      threshold: 1,
      about: 'Events that intake could not take for a fault of our own. Read its log, mend it, then redrive intake.',
    });
    this.#ring('effects-dead-letters', {
      metric: waiting(effects.work.deadLetters),
      threshold: 1,
      about:
        'Starts or resumes of journeys that failed for hours. Read the log of effects, mend it, then redrive effects.',
    });
    this.#ring('rejects', {
      metric: waiting(intake.rejects),
      threshold: 1,
      about:
        'Events that were refused. Each message says why: mend events.yaml or the system that sends it, then redrive rejects.',
    });
    this.#ring('intake-late', {
      metric: oldest(intake.events.queue),
      threshold: 300,
      about: 'An event has waited for five minutes to be taken. Look for errors and throttles of intake.',
    });
    this.#ring('effects-late', {
      metric: oldest(effects.work.queue),
      threshold: 900,
      about:
        'A journey has waited for a quarter of an hour to go on. Is its machine deployed? Is Step Functions throttling?',
    });
  }

  #machines(): void {
    const { names } = this.#props.main.journeys;
    // By name: a machine that was exported to this stack could never be removed.
    const machines = names.map((name) =>
      Stack.of(this).formatArn({
        service: 'states',
        resource: 'stateMachine',
        resourceName: name,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    );
    for (let first = 0; first < machines.length; first += MOST_METRICS) {
      const some = machines.slice(first, first + MOST_METRICS);
      const part = machines.length > MOST_METRICS ? `-${1 + first / MOST_METRICS}` : '';
      this.#ring(`executions-failed${part}`, {
        metric: sumOf(some, 'ExecutionsFailed'),
        threshold: 1,
        about:
          'A run of a journey failed: its customer stays in it until its longest path is over. Open it in Step Functions.',
      });
      this.#ring(`executions-throttled${part}`, {
        metric: sumOf(some, 'ExecutionThrottled'),
        threshold: 1,
        about: 'Journeys start or go on slower than they should. Ask for a higher quota of state transitions.',
        periods: 3,
      });
    }
    this.#ring('open-executions', {
      metric: new MathExpression({
        expression: '100 * open / limit',
        label: 'Percent of the open executions that this region allows',
        period: FIVE_MINUTES,
        usingMetrics: { open: statesMetric('OpenExecutionCount'), limit: statesMetric('OpenExecutionLimit') },
      }),
      threshold: 80,
      about: 'Near the ceiling of open executions. Ask AWS for a higher one; nothing starts above it.',
    });
  }

  #stream(): void {
    const { fn, mapping } = this.#props.main.relay;
    this.#ring('stream-late', {
      metric: fn.lambda.metric('IteratorAge', { period: FIVE_MINUTES, statistic: 'Maximum' }),
      threshold: 300_000,
      about: 'Commits are carried on five minutes late: no timeline, no next step. Read the log of relay.',
    });
    this.#ring('stream-given-up', {
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'OnFailureDestinationDeliveredEventCount',
        dimensionsMap: { EventSourceMappingUUID: mapping },
        period: FIVE_MINUTES,
        statistic: 'Sum',
      }),
      threshold: 1,
      about:
        'Commits were given up and kept in the bucket: read why in the log of relay, mend it, then redrive stream.',
    });
  }

  #functions(): void {
    const { intake, relay, effects, preferences, operator, messages } = this.#props.main;
    const all = {
      intake: intake.fn,
      relay: relay.fn,
      effects: effects.fn,
      preferences: preferences.fn,
      operate: operator.fn,
      ...messages,
    };
    for (const name of ['intake', 'relay', 'effects', 'preferences', 'operate', 'deliver', 'advance'] as const) {
      this.#ring(`${name}-errors`, {
        metric: new MathExpression({
          expression: 'errors + throttles',
          label: `Errors and throttles of ${name}`,
          period: FIVE_MINUTES,
          usingMetrics: {
            errors: all[name].lambda.metricErrors({ period: FIVE_MINUTES }),
            throttles: all[name].lambda.metricThrottles({ period: FIVE_MINUTES }),
          },
        }),
        threshold: 1,
        periods: 2,
        about: `The function ${name} fails, or may not run as often as it is asked. Everything it does is tried again; read its log.`,
      });
    }
  }

  #email(): void {
    const reputation = (metricName: string) =>
      new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: 'Average' });
    const counted = (metricName: string) =>
      new Metric({
        namespace: 'Tactful',
        metricName,
        dimensionsMap: { service: 'tactful', Stage: this.#props.stage },
        period: FIVE_MINUTES,
        statistic: 'Sum',
      });
    this.#ring('send-failures', {
      metric: new MathExpression({
        expression: 'FILL(failed, 0) + FILL(unknown, 0)',
        label: 'Messages refused, or of which nobody knows',
        period: FIVE_MINUTES,
        usingMetrics: { failed: counted('Failed'), unknown: counted('Unknown') },
      }),
      threshold: 5,
      about:
        'Messages that a channel refused, or of which nobody knows. Is the sender verified? Is SES out of its sandbox?',
    });
    this.#ring('complaint-rate', {
      metric: reputation('Reputation.ComplaintRate'),
      threshold: 0.0008,
      about:
        'More people than AWS accepts call our email spam (0.1 % is where it warns). Pause what they complain about.',
    });
    this.#ring('bounce-rate', {
      metric: reputation('Reputation.BounceRate'),
      threshold: 0.04,
      about: 'More addresses than AWS accepts do not exist (5 % is where it warns). Where do they come from?',
    });
  }
}

const statesMetric = (metricName: string): Metric =>
  new Metric({ namespace: 'AWS/States', metricName, period: FIVE_MINUTES, statistic: 'Maximum' });

const machineMetric = (StateMachineArn: string, metricName: string): Metric =>
  new Metric({
    namespace: 'AWS/States',
    metricName,
    dimensionsMap: { StateMachineArn },
    period: FIVE_MINUTES,
    statistic: 'Sum',
  });

const sumOf = (machines: string[], metricName: string): MathExpression => {
  const entries = machines.map((machine, index) => [`m${index}`, machineMetric(machine, metricName)]);
  return new MathExpression({
    expression: 'SUM(METRICS())',
    label: metricName,
    period: FIVE_MINUTES,
    usingMetrics: Object.fromEntries(entries),
  });
};
