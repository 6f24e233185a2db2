import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { type Alarms, counted } from './alarm.ts';
import type { MainStack } from './main-stack.ts';
import type { Settings } from './settings.ts';

const graph = (title: string, left: IMetric[], width = 12): GraphWidget =>
  new GraphWidget({ title, left, width, height: 6 });

/** One page: is it well, what goes in, what goes out, how far behind. */
export const createDashboard = (
  scope: Construct,
  settings: Settings,
  main: MainStack,
  { all: alarms }: Alarms,
): Dashboard => {
  const { prefix } = settings;
  const { intake, relay, effects, messages, journeys } = main;
  const dashboard = new Dashboard(scope, 'Dashboard', {
    dashboardName: prefix,
    defaultInterval: Duration.days(1),
  });
  const ses = (metricName: string) => new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Sum' });
  const ours = (metricName: string) => counted(settings, metricName);
  dashboard.addWidgets(new TextWidget({ markdown: `# Tactful, ${prefix}`, width: 24, height: 1 }));
  dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 4 }));
  dashboard.addWidgets(
    graph('Events taken and waiting', [
      intake.events.queue.metricNumberOfMessagesReceived(),
      intake.events.queue.metricApproximateNumberOfMessagesVisible(),
    ]),
    graph('Set aside', [
      intake.rejects.metricApproximateNumberOfMessagesVisible({ label: 'rejects' }),
      intake.events.deadLetters.metricApproximateNumberOfMessagesVisible({ label: 'intake dead letters' }),
    ]),
  );
  dashboard.addWidgets(
    graph('Runs started', journeys.metrics('ExecutionsStarted'), 8),
    graph('Runs failed', journeys.metrics('ExecutionsFailed'), 8),
    graph('Runs that took too long', journeys.metrics('ExecutionsTimedOut'), 8),
  );
  dashboard.addWidgets(
    graph('Behind: stream and timers', [
      relay.fn.lambda.metric('IteratorAge', { statistic: 'Maximum', label: 'stream, milliseconds' }),
      effects.queues.due.metricApproximateAgeOfOldestMessage({ label: 'due, seconds' }),
      effects.queues.later.metricApproximateAgeOfOldestMessage({ label: 'later, seconds' }),
    ]),
    graph('Messages', ['Sent', 'Held', 'Suppressed', 'Failed', 'ChannelBusy', 'Paced'].map(ours)),
    graph('Email of the whole account', ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject'].map(ses)),
  );
  dashboard.addWidgets(
    graph(
      'Time of a decision, milliseconds',
      [messages.deliver, messages.advance].map(({ lambda }) => lambda.metricDuration({ statistic: 'p95' })),
    ),
    graph('Customers table, consumed', [
      main.tables.customers.metricConsumedReadCapacityUnits(),
      main.tables.customers.metricConsumedWriteCapacityUnits(),
    ]),
  );
  return dashboard;
};
