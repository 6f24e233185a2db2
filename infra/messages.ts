import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Sendable } from '../language/catalogue/channel.ts';
import { counted } from './alarm.ts';
import type { Email } from './email.ts';
import { type FunctionProps, TactfulFunction } from './function.ts';
import { accept } from './nag.ts';
import type { Preferences } from './preferences.ts';
import { allowChanges, allowFlags, allowRecords } from './records.ts';
import { decidesWith, type Tables } from './tables.ts';

interface Props extends FunctionProps {
  tables: Tables;
  email: Email;
  preferences: Preferences;
  linkKey: Secret;
  addressKey: Secret;
}

/** What `deliver` may do to send by each channel. */
const RIGHTS: Record<Sendable, (deliver: TactfulFunction, props: Pick<Props, 'tables' | 'email'>) => void> = {
  email: (deliver, { email }) => email.allowSend(deliver),
  // A phone is no resource with a name: everything that is not a topic.
  sms: (deliver) => {
    deliver.lambda.addToRolePolicy(
      new PolicyStatement({ effect: Effect.ALLOW, actions: ['sns:Publish'], notResources: ['arn:*:sns:*:*:*'] }),
    );
    // This one SNS asks for on `arn:…:sns:…:*`, which the line above leaves out.
    deliver.allow(['sns:CheckIfPhoneNumberIsOptedOut'], ['*']);
    accept(deliver.lambda.role!, 'IAM5[Resource::*]', 'Traces, and whether a phone has opted out, know no resource.');
  },
  inbox: (deliver, { tables }) => allowRecords(deliver, tables.records, 'inbox', ['dynamodb:PutItem']),
};

/** The two functions that machines call. Neither has a right on machines, schedules or queues: what follows from a commit is for relay and effects. */
export class Messages extends Construct {
  /** Asks the gate and, if it is clear, sends. */
  readonly deliver: TactfulFunction;
  /** Waits, listens, loops, emits and ends. */
  readonly advance: TactfulFunction;

  constructor(scope: Construct, id: string, { tables, email, preferences, linkKey, addressKey, ...props }: Props) {
    super(scope, id);
    const environment = decidesWith(tables, props.settings);
    const { sender, postalAddress, smsSenderId } = props.settings;
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
        ...(smsSenderId === undefined ? {} : { SMS_SENDER_ID: smsSenderId }),
        LINK_KEY_SECRET: linkKey.secretArn,
        ADDRESS_KEY_SECRET: addressKey.secretArn,
        PREFERENCES_URL: preferences.api.apiEndpoint,
      },
    });
    allowChanges(this.deliver, tables.customers);
    allowFlags(this.deliver, tables.records);
    this.deliver.allow(['secretsmanager:GetSecretValue'], [linkKey.secretArn, addressKey.secretArn]);
    // At the last moment: what another id of the same address asked for.
    allowRecords(this.deliver, tables.records, 'address', ['dynamodb:Query']);
    for (const allow of Object.values(RIGHTS)) allow(this.deliver, { tables, email });
    this.advance = new TactfulFunction(this, 'Advance', {
      ...props,
      name: 'advance',
      timeout: Duration.seconds(30),
      environment,
    });
    allowChanges(this.advance, tables.customers);
    allowFlags(this.advance, tables.records);
    props.alarms.add('copy-failed', {
      metric: counted(props.settings, 'Decisions', { by: { Outcome: 'failed', Reason: 'copy-failed' } }),
      threshold: 1,
      about:
        'Copy could not be written, and its messages were not sent. The log of deliver says which moment; previewing it with what the customer has says why.',
    });
  }
}
