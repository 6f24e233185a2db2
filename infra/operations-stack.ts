import { Archive } from 'aws-cdk-lib/aws-events';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { createDashboard } from './dashboard.ts';
import type { Settings } from './settings.ts';
import type { TactfulStack } from './tactful-stack.ts';

interface Props extends StackProps {
  settings: Settings;
  main: TactfulStack;
}

/** What people need to run it: alarms, one page to look at, and the events of the last month, to play again. */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, { settings, main, ...props }: Props) {
    super(scope, id, props);
    const { prefix, stage } = settings;
    const topic = new Topic(this, 'Alarmed', { topicName: `${prefix}-alarms`, enforceSSL: true });
    const alarms = new Alarms(this, 'Alarms', { main, prefix, stage, topic });
    createDashboard(this, prefix, main, alarms);
    new Archive(this, 'Archive', {
      archiveName: prefix,
      description: 'What came over the bus. A replay is safe: an event that was taken is not taken again.',
      sourceEventBus: main.bus.bus,
      eventPattern: { account: [this.account] },
      retention: Duration.days(30),
    });
    new CfnOutput(this, 'AlarmTopic', { value: topic.topicArn, description: 'Subscribe whoever should know' });
  }
}
