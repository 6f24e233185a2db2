import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnConfigurationSet } from 'aws-cdk-lib/aws-smsvoice';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { ArnFormat, CfnOutput, Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type Alarms, counted } from './alarm.ts';
import { keyOf } from './encryption.ts';
import type { TactfulFunction } from './function.ts';
import { accept } from './nag.ts';
import type { WorkQueue } from './queue.ts';
import type { Settings } from './settings.ts';

interface Props {
  settings: Settings;
  alarms: Alarms;
  /** Where intake takes events from. */
  events: WorkQueue;
}

/** What our text messages come from, what becomes of them, and what people answer. */
export class Texts extends Construct {
  readonly configurationSet: string;
  readonly #from: string | undefined;

  constructor(scope: Construct, id: string, { settings, alarms, events }: Props) {
    super(scope, id);
    const { prefix, smsFrom } = settings;
    this.#from = smsFrom;
    this.configurationSet = prefix;
    const topic = this.#createTopic(settings);
    topic.addSubscription(
      new SqsSubscription(events.queue, { rawMessageDelivery: true, deadLetterQueue: events.deadLetters }),
    );
    // Not by EventBridge: what is documented to arrive there does not name the decision.
    new CfnConfigurationSet(this, 'Set', {
      configurationSetName: prefix,
      eventDestinations: [
        {
          eventDestinationName: 'intake',
          enabled: true,
          matchingEventTypes: ['TEXT_ALL'],
          snsDestination: { topicArn: topic.topicArn },
        },
      ],
    }).node.addDependency(topic);
    new CfnOutput(Stack.of(this), 'SmsTopic', {
      value: topic.topicArn,
      description: 'Where a phone number with two-way messages sends what people answer',
    });
    alarms.add('texts-from-nobody', {
      metric: counted(settings, 'TextsFromNobody', { period: Duration.hours(1) }),
      threshold: 20,
      about:
        'Twenty texts came within an hour from numbers to which we wrote nothing lately: a number of ours that others use too, or that somebody floods.',
    });
  }

  /** Lets a function send texts from what was named, else from whatever the account has. */
  allowSend(fn: TactfulFunction): void {
    const origins = originsOf(this.#from).map((origin) => this.#arnOf(origin));
    fn.allow(['sms-voice:SendTextMessage'], [...origins, this.#arnOf(`configuration-set/${this.configurationSet}`)]);
    for (const origin of originsOf(this.#from).filter((each) => each.endsWith('*'))) {
      accept(
        fn.lambda.role!,
        `IAM5[Resource::arn:<AWS::Partition>:sms-voice:<AWS::Region>:<AWS::AccountId>:${origin}]`,
        'A sender id is one for each country; where nothing is named, the account chooses what a text comes from.',
      );
    }
  }

  /** It carries numbers and what people wrote: under the company's key where there is one, whose own policy lets End User Messaging use it. */
  #createTopic(settings: Settings): Topic {
    const masterKey = keyOf(this, settings);
    const topic = new Topic(this, 'Topic', {
      topicName: `${settings.prefix}-texts`,
      enforceSSL: true,
      ...(masterKey && { masterKey }),
    });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    return topic;
  }

  #arnOf(name: string): string {
    const [resource = '', ...rest] = name.split('/');
    const arnFormat = ArnFormat.SLASH_RESOURCE_NAME;
    return Stack.of(this).formatArn({ service: 'sms-voice', resource, resourceName: rest.join('/'), arnFormat });
  }
}

const originsOf = (from: string | undefined): string[] => {
  if (from === undefined) return ['phone-number/*', 'pool/*', 'sender-id/*'];
  if (from.startsWith('pool-')) return [`pool/${from}`];
  return [from.startsWith('phone-') ? `phone-number/${from}` : `sender-id/${from}/*`];
};
