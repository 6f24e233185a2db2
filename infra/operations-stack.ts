import { Archive, Match } from 'aws-cdk-lib/aws-events';
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Alarms } from './alarm.ts';
import { createDashboard } from './dashboard.ts';
import type { MainStack } from './main-stack.ts';
import type { Settings } from './settings.ts';
import { watchRules, watchThrottles } from './watch-all.ts';

interface Props extends StackProps {
  settings: Settings;
}

/** What people need to run it: alarms, one page to look at, and the events of the last month, to play again. */
export class OperationsStack extends Stack {
  /** Filled by what runs, each part with its own. */
  readonly alarms: Alarms;
  readonly #settings: Settings;

  constructor(scope: Construct, id: string, { settings, ...props }: Props) {
    super(scope, id, props);
    this.#settings = settings;
    this.alarms = new Alarms(this, 'Alarms', settings);
    new CfnOutput(this, 'AlarmTopic', {
      value: this.alarms.topic.topicArn,
      description: 'Subscribe whoever should know',
    });
  }

  /** Shows what runs, and keeps what comes over its bus. */
  watch(main: MainStack): void {
    watchRules(main, this.alarms);
    watchThrottles(main, this.alarms);
    createDashboard(this, this.#settings, main, this.alarms);
    const { archiveDays } = this.#settings;
    new Archive(this, 'Archive', {
      archiveName: this.#settings.prefix,
      description: 'What came over the bus. A replay is safe: an event that was taken is not taken again.',
      sourceEventBus: main.bus.bus,
      // Everything, also of other accounts: what we could not take of theirs is to be played again too.
      eventPattern: { source: Match.prefix('') },
      retention: Duration.days(archiveDays),
    });
  }
}
