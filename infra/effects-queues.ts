import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type Alarms, ageOfOldest, watchInFlight } from './alarm.ts';
import type { TactfulFunction } from './function.ts';
import { createLastingQueue } from './queue.ts';
import type { Settings } from './settings.ts';

interface Props {
  settings: Settings;
  alarms: Alarms;
  /** Of the function that takes from them. */
  timeout: Duration;
  /** Where the rule of the sweep leaves what it could not hand on. */
  missed: Queue;
}

/** What the effects function is asked: runs that are due on one queue, all else on another, so that nothing stands in a run's way. */
export class EffectsQueues extends Construct {
  readonly due: Queue;
  readonly later: Queue;

  constructor(scope: Construct, id: string, { settings, alarms, timeout, missed }: Props) {
    super(scope, id);
    const create = (name: string) =>
      createLastingQueue(this, name, `${settings.prefix}-${name.toLowerCase()}`, timeout);
    this.due = create('Due');
    this.later = create('Later');
    this.#sweep(settings, missed);
    this.#watch(alarms);
  }

  urls(): Record<string, string> {
    return { DUE_QUEUE_URL: this.due.queueUrl, LATER_QUEUE_URL: this.later.queueUrl };
  }

  allowSend(fn: TactfulFunction): void {
    fn.allow(['sqs:SendMessage'], [this.due.queueArn, this.later.queueArn]);
  }

  /** Looks for whom an outage of a day has cost their timer: streams and schedules keep what they carry no longer. */
  #sweep({ prefix }: Settings, missed: Queue): void {
    new Rule(this, 'Sweep', {
      ruleName: `${prefix}-sweep`,
      description: 'Looks for customers whom no timer reached',
      schedule: Schedule.rate(Duration.hours(6)),
      targets: [
        new SqsQueue(this.later, {
          message: RuleTargetInput.fromObject({ type: 'sweep', format: 1 }),
          deadLetterQueue: missed,
          // The next one looks for all that it would have.
          maxEventAge: Duration.hours(6),
        }),
      ],
    });
  }

  #watch(alarms: Alarms): void {
    watchInFlight(alarms, 'runs', this.due);
    watchInFlight(alarms, 'timers', this.later);
    alarms.add('runs-late', {
      // A timer may lie there for the 15 minutes by which SQS holds messages back, and is late only after that.
      metric: ageOfOldest(this.due),
      threshold: 1800,
      about: 'A journey has waited for a quarter of an hour to go on. Read the log of effects: is Step Functions busy?',
    });
    alarms.add('timers-late', {
      metric: ageOfOldest(this.later),
      threshold: 900,
      about: 'Schedules and erasures wait. Read the log of effects: is EventBridge Scheduler busy?',
    });
  }
}
