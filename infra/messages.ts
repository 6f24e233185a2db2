import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Sendable } from '../language/catalogue/channel.ts';
import { counted } from './alarm.ts';
import type { Email } from './email.ts';
import { type FunctionProps, TactfulFunction } from './function.ts';
import { accept } from './nag.ts';
import type { Preferences } from './preferences.ts';
import { allowBudgets, allowChanges, allowFlags, allowRecords } from './records.ts';
import { type Tables, tableNames } from './tables.ts';
import type { Texts } from './texts.ts';

interface Props extends FunctionProps {
  tables: Tables;
  email: Email;
  texts: Texts;
  preferences: Preferences;
  linkKey: Secret;
  addressKey: Secret;
  /** Where the rule of the canary leaves what it could not hand on. */
  missed: Queue;
}

/** What `deliver` may do to send by each channel. */
const RIGHTS: Record<
  Sendable,
  (deliver: TactfulFunction, props: Pick<Props, 'tables' | 'email' | 'texts' | 'settings'>) => void
> = {
  email: (deliver, { email, tables, settings }) => {
    email.allowSend(deliver);
    // Whose the answers to an email are.
    if (settings.inboundDomain !== undefined) allowRecords(deliver, tables.records, 'reply', ['dynamodb:PutItem']);
  },
  sms: (deliver, { tables, texts }) => {
    texts.allowSend(deliver);
    // Whose the next answer from that number is.
    allowRecords(deliver, tables.records, 'correspondent', ['dynamodb:PutItem']);
    // What the short link of a text stands for.
    allowRecords(deliver, tables.records, 'link', ['dynamodb:PutItem']);
  },
  inbox: (deliver, { tables }) => allowRecords(deliver, tables.records, 'inbox', ['dynamodb:PutItem']),
};

/** The two functions that machines call. Neither has a right on machines, schedules or queues: what follows from a commit is for relay and effects. */
export class Messages extends Construct {
  /** Asks the gate and, if it is clear, sends. */
  readonly deliver: TactfulFunction;
  /** Waits, listens, loops, emits and ends. */
  readonly advance: TactfulFunction;

  constructor(
    scope: Construct,
    id: string,
    { tables, email, texts, preferences, linkKey, addressKey, missed, ...props }: Props,
  ) {
    super(scope, id);
    const environment = tableNames(tables);
    const { sender, postalAddress, smsFrom, maxSendRate, inboundDomain } = props.settings;
    this.deliver = new TactfulFunction(this, 'Deliver', {
      ...props,
      name: 'deliver',
      // Shorter than a reservation's lease of a minute.
      timeout: Duration.seconds(30),
      environment: {
        ...environment,
        CONFIGURATION_SET: email.configurationSet,
        SENDER: sender,
        ...(postalAddress === undefined ? {} : { POSTAL_ADDRESS: postalAddress }),
        SMS_CONFIGURATION_SET: texts.configurationSet,
        ...(smsFrom === undefined ? {} : { SMS_FROM: smsFrom }),
        ...(maxSendRate === undefined ? {} : { MAX_SEND_RATE: String(maxSendRate) }),
        ...(inboundDomain === undefined ? {} : { REPLY_DOMAIN: inboundDomain }),
        LINK_KEY_SECRET: linkKey.secretArn,
        ADDRESS_KEY_SECRET: addressKey.secretArn,
        PREFERENCES_URL: preferences.url,
      },
    });
    props.published.letRead(this.deliver);
    allowChanges(this.deliver, tables.customers);
    allowFlags(this.deliver, tables.records);
    this.deliver.allow(['secretsmanager:GetSecretValue'], [linkKey.secretArn, addressKey.secretArn]);
    // At the last moment: what another id of the same address asked for.
    allowRecords(this.deliver, tables.records, 'address', ['dynamodb:Query']);
    // Whose turn it is, in a channel that must not be given everything at once.
    allowRecords(this.deliver, tables.records, 'pace', ['dynamodb:UpdateItem']);
    // What is left to give, of what a message offers. What is chosen is reserved by advance.
    allowRecords(this.deliver, tables.records, 'budget', ['dynamodb:BatchGetItem']);
    this.#sendCanary(props, missed);
    for (const allow of Object.values(RIGHTS)) allow(this.deliver, { tables, email, texts, settings: props.settings });
    this.advance = new TactfulFunction(this, 'Advance', {
      ...props,
      name: 'advance',
      timeout: Duration.seconds(30),
      environment,
    });
    props.published.letRead(this.advance);
    allowChanges(this.advance, tables.customers);
    allowFlags(this.advance, tables.records);
    allowBudgets(this.advance, tables.records);
    this.#watch(props);
    this.#watchCanary(props);
  }

  /** Of what one email an hour tells. An hour is as often as it comes, so each figure counts until the next. */
  #watchCanary({ alarms, settings }: FunctionProps): void {
    const period = Duration.hours(1);
    alarms.add('canary-missing', {
      metric: counted(settings, 'CanarySent', { period }),
      threshold: 1,
      rings: 'below',
      // Its hour and that of the figure are not the same: one may have none where nothing is wrong.
      periods: 2,
      about:
        'The email that goes out each hour to the mailbox simulator of SES has not gone out for two hours, so messages may not either. Read the log of deliver.',
    });
    alarms.add('sending-paused', {
      metric: counted(settings, 'SendingPaused', { period, statistic: 'Maximum' }),
      threshold: 1,
      about: 'Sending is paused for the account, by its owner or by SES. Messages wait; ask SES why.',
    });
    alarms.add('send-quota', {
      metric: counted(settings, 'SendQuotaUsed', { period, statistic: 'Maximum' }),
      threshold: 80,
      about:
        'Four fifths of the emails that the account may send in 24 hours are sent. Ask for a higher quota, or pause the journey whose wave it is.',
    });
  }

  #watch({ alarms, settings }: FunctionProps): void {
    alarms.add('channel-busy', {
      // A wave makes a channel busy for a while, and what is held goes on by itself.
      metric: counted(settings, 'ChannelBusy'),
      threshold: 1,
      periods: 6,
      about:
        'A channel has taken less than it was given for half an hour: messages wait. Compare the quota of SES, by the second and by the day, with what is sent.',
    });
    alarms.add('channel-down', {
      metric: counted(settings, 'ChannelDown'),
      threshold: 1,
      about:
        'A channel does not let us send: sending is paused or suspended, or a right is missing. Messages wait; read the log of deliver.',
    });
    alarms.add('nothing-sent', {
      metric: new MathExpression({
        expression: 'IF(FILL(entered, 0) > 0 AND FILL(sent, 0) == 0, 1, 0)',
        label: 'Customers entered journeys, and nobody was sent anything',
        period: Duration.days(1),
        usingMetrics: {
          entered: counted(settings, 'Entered', { period: Duration.days(1) }),
          sent: counted(settings, 'Sent', { period: Duration.days(1) }),
        },
      }),
      threshold: 1,
      about: 'Customers entered journeys all day, and no message went out. What were the decisions, and why?',
    });
    alarms.add('copy-failed', {
      metric: counted(settings, 'Decisions', { by: { Outcome: 'failed', Reason: 'copy-failed' } }),
      threshold: 1,
      about:
        'Copy could not be written, and its messages were not sent. The log of deliver says which moment; previewing it with what the customer has says why.',
    });
  }

  /** An email each hour to SES's own mailbox, by deliver as it is deployed: its absence rings before a customer waits. */
  #sendCanary({ settings }: FunctionProps, missed: Queue): void {
    const { lambda, live } = this.deliver;
    new Rule(this, 'Canary', {
      ruleName: `${settings.prefix}-canary`,
      description: 'One email an hour to the mailbox simulator of SES',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [
        new LambdaFunction(live, {
          event: RuleTargetInput.fromObject({ task: 'canary' }),
          deadLetterQueue: missed,
          // By then the next one goes out: after an outage one email tells as much as ten.
          maxEventAge: Duration.hours(1),
        }),
      ],
    });
    this.deliver.allow(['ses:GetAccount'], ['*']);
    accept(lambda.role!, 'IAM5[Resource::*]', 'Traces, and what SES lets the account send, know no resource.');
  }
}
