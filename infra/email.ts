import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { EventBus as BusTarget } from 'aws-cdk-lib/aws-events-targets';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type Alarms, counted, FIVE_MINUTES } from './alarm.ts';
import type { TactfulFunction } from './function.ts';
import type { WorkQueue } from './queue.ts';
import type { Settings } from './settings.ts';

interface Props {
  settings: Settings;
  bus: IEventBus;
  alarms: Alarms;
  /** Where intake takes events from. */
  events: WorkQueue;
}

const FEEDBACK = [
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.RENDERING_FAILURE,
  EmailSendingEvent.DELIVERY_DELAY,
];

const FEEDBACK_TYPES = [
  'Email Bounced',
  'Email Complaint Received',
  'Email Delivered',
  'Email Rejected',
  'Email Rendering Failed',
  'Email Delivery Delayed',
];

/** Who our emails come from, and what becomes of them, back on our bus. */
export class Email extends Construct {
  readonly configurationSet: string;
  readonly #arns: string[];
  readonly #address: string;

  constructor(scope: Construct, id: string, { settings, bus, alarms, events }: Props) {
    super(scope, id);
    const { prefix, address, domain, emailTls } = settings;
    this.configurationSet = prefix;
    this.#address = address;
    const set = new ConfigurationSet(this, 'Set', {
      configurationSetName: prefix,
      reputationMetrics: true,
      tlsPolicy: emailTls === 'require' ? ConfigurationSetTlsPolicy.REQUIRE : ConfigurationSetTlsPolicy.OPTIONAL,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const defaultBus = EventBus.fromEventBusName(this, 'DefaultBus', 'default');
    // SES publishes to the default bus alone.
    set.addEventDestination('Feedback', { destination: EventDestination.eventBus(defaultBus), events: FEEDBACK });
    if (settings.busName !== 'default') {
      new Rule(this, 'FeedbackRule', {
        ruleName: `${prefix}-feedback`,
        description: 'What became of our emails, forwarded to our bus',
        eventPattern: {
          source: ['aws.ses'],
          detailType: FEEDBACK_TYPES,
          detail: { mail: { tags: { 'ses:configuration-set': [prefix] } } },
        },
        // Intake's, since it reads the same envelope: what lies there goes on as if it had come over the bus.
        targets: [new BusTarget(bus, { deadLetterQueue: events.deadLetters })],
      });
    }
    const arnOf = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    const identities = [address, ...domainsAbove(domain)].map((name) => arnOf('identity', name));
    this.#arns = [...identities, arnOf('configuration-set', prefix)];
    watch(alarms, settings);
  }

  /** Lets a function send as our sender and nobody else, through our configuration set. */
  allowSend(fn: TactfulFunction): void {
    fn.allow(['ses:SendEmail'], this.#arns, { StringEquals: { 'ses:FromAddress': this.#address } });
  }

  /** Lets a function send as our sender, and to these addresses alone; `*` stands for any part of one. */
  allowTests(fn: TactfulFunction, addresses: string[]): void {
    fn.allow(['ses:SendEmail'], this.#arns, {
      StringEquals: { 'ses:FromAddress': this.#address },
      'ForAllValues:StringLike': { 'ses:Recipients': addresses },
    });
  }
}

/** A domain and those that it is in: whoever has verified one of them may send as all below. */
const domainsAbove = (domain: string): string[] => {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
};

const watch = (alarms: Alarms, settings: Settings): void => {
  const reputation = (metricName: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: 'Average' });
  alarms.add('send-failures', {
    metric: new MathExpression({
      expression: 'FILL(failed, 0) + FILL(unknown, 0) + FILL(rejected, 0)',
      label: 'Messages refused, or of which nobody knows',
      period: FIVE_MINUTES,
      usingMetrics: {
        failed: counted(settings, 'Failed'),
        unknown: counted(settings, 'Unknown'),
        rejected: counted(settings, 'MessageRejected'),
      },
    }),
    threshold: 5,
    about:
      'Messages that a channel refused, or of which nobody knows. Is the sender verified? Is SES out of its sandbox?',
  });
  alarms.add('complaint-rate', {
    metric: reputation('Reputation.ComplaintRate'),
    threshold: 0.0008,
    about:
      'More people than AWS accepts call our email spam (0.1 % is where it warns). Pause what they complain about.',
  });
  alarms.add('bounce-rate', {
    metric: reputation('Reputation.BounceRate'),
    threshold: 0.04,
    about: 'More addresses than AWS accepts do not exist (5 % is where it warns). Where do they come from?',
  });
};
