import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Email } from './email.ts';
import { type FunctionProps, TactfulFunction } from './function.ts';
import type { Preferences } from './preferences.ts';
import { allowChanges, allowFlags, allowRecords } from './records.ts';
import { decidesWith, type Tables } from './tables.ts';

interface Props extends FunctionProps {
  tables: Tables;
  email: Email;
  preferences: Preferences;
  linkKey: Secret;
}

/** The two functions that machines call. Neither has a right on machines, schedules or queues: what follows from a commit is for relay and effects. */
export class Messages extends Construct {
  /** Asks the gate and, if it is clear, sends. */
  readonly deliver: TactfulFunction;
  /** Waits, listens, loops, emits and ends. */
  readonly advance: TactfulFunction;

  constructor(scope: Construct, id: string, { tables, email, preferences, linkKey, ...props }: Props) {
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
        PREFERENCES_URL: preferences.api.apiEndpoint,
      },
    });
    allowChanges(this.deliver, tables.customers);
    allowFlags(this.deliver, tables.records);
    allowRecords(this.deliver, tables.records, 'inbox', ['dynamodb:PutItem']);
    this.deliver.allow(['secretsmanager:GetSecretValue'], [linkKey.secretArn]);
    email.allowSend(this.deliver);
    // A phone is no resource with a name: everything that is not a topic.
    this.deliver.lambda.addToRolePolicy(
      new PolicyStatement({ effect: Effect.ALLOW, actions: ['sns:Publish'], notResources: ['arn:*:sns:*:*:*'] }),
    );
    this.advance = new TactfulFunction(this, 'Advance', {
      ...props,
      name: 'advance',
      timeout: Duration.seconds(30),
      environment,
    });
    allowChanges(this.advance, tables.customers);
    allowFlags(this.advance, tables.records);
  }
}
