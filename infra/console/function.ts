import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { ArnFormat, Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { allowAudit, auditEnvironment } from '../audit.ts';
import type { Email } from '../email.ts';
import { type FunctionProps, TactfulFunction } from '../function.ts';
import type { Operator } from '../operator.ts';
import type { Publish } from '../publish.ts';
import { allowRecords } from '../records.ts';
import { isGradual } from '../shift.ts';
import { type Tables, tableNames } from '../tables.ts';
import type { ConsoleSettings } from './settings.ts';
import type { Users } from './user-pool.ts';

export interface ApiProps extends FunctionProps {
  console: ConsoleSettings;
  tables: Tables;
  bus: IEventBus;
  email: Email;
  operator: Operator;
  publish: Publish;
  addressKey: Secret;
  users: Users;
  clientId: string;
}

/** Who asks; and for admins, who may sign in and as what. No right to set anybody's password, or to change the pool. */
const USERS_OF_THE_POOL = [
  'AdminGetUser',
  'ListUsers',
  'AdminListGroupsForUser',
  'AdminCreateUser',
  'AdminAddUserToGroup',
  'AdminRemoveUserFromGroup',
  'AdminEnableUser',
  'AdminDisableUser',
  'AdminUserGlobalSignOut',
].map((action) => `cognito-idp:${action}`);

/** What is held of customers, and what relay keeps of all of them: no table is ever scanned. */
const READ = [
  'customer',
  'inbox',
  'queue',
  'crowd',
  'broadcast',
  'count',
  'resting',
  'people',
  'upcoming',
  'directory',
  'past',
] as const;

/**
 * What answers the console. It reads what is held of customers and changes none of it: to erase and to put back it asks the functions
 * of operators, and what somebody chose or sends goes over the bus.
 */
export class ApiFunction extends Construct {
  readonly fn: TactfulFunction;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    const { console, tables, bus, email, operator, publish, addressKey, users, clientId, ...rest } = props;
    const { settings } = rest;
    const audit = { tables, addressKey };
    // By its name, since a function that referred to itself would make a circle.
    const own = `${settings.prefix}-api${isGradual(settings) ? ':live' : ''}`;
    const testAddresses = console.testAddresses ?? [`*@${settings.domain}`];
    this.fn = new TactfulFunction(this, 'Function', {
      ...rest,
      name: 'api',
      // Compiling and playing workflows takes a processor.
      memorySize: 1769,
      // For work that an answer does not wait for; an HTTP API waits for thirty seconds.
      timeout: Duration.minutes(5),
      reserved: 20,
      environment: {
        ...tableNames(tables),
        ...auditEnvironment(audit, settings),
        BUS_NAME: bus.eventBusName,
        KEPT: settings.kept ? 'yes' : 'no',
        PACE: String(settings.pace),
        INBOX: settings.inbox,
        PAST_SHARE: String(settings.pastShare / 100),
        OPERATE_FUNCTION: operator.fn.live.functionArn,
        ERASE_FUNCTION: operator.erase.live.functionArn,
        PUBLISH_FUNCTION: publish.fn.live.functionArn,
        OWN_FUNCTION: own,
        APPROVAL: settings.approval,
        USER_POOL: users.pool.userPoolId,
        ISSUER: users.issuer,
        CLIENT_ID: clientId,
        SIGN_IN_HOST: users.host,
        ALLOWED_FRAMES: console.allowedFrames.join(','),
        TEST_ADDRESSES: testAddresses.join(','),
        SENDER: settings.sender,
        CONFIGURATION_SET: email.configurationSet,
      },
    });
    // What is published, or answered for many, in the name of who has signed in comes from here, and from nobody else.
    for (const { lambda } of [publish.fn, operator.fn]) lambda.addEnvironment('CONSOLE_ROLE', this.fn.role.roleArn);
    // Work that took too long is given up, and not begun twice more behind the back of whoever asked for it.
    this.fn.live.configureAsyncInvoke({ retryAttempts: 0 });
    this.#allowReading(tables);
    allowAudit(this.fn, audit);
    this.fn.allow(['dynamodb:Query'], [tables.audit.tableArn]);
    this.fn.allow(['events:PutEvents'], [bus.eventBusArn]);
    const ownArn = Stack.of(this).formatArn({
      service: 'lambda',
      resource: 'function',
      resourceName: own,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const functions = [operator.fn, operator.erase, publish.fn].map(({ live }) => live.functionArn);
    this.fn.allow(['lambda:InvokeFunction'], [...functions, ownArn]);
    this.fn.allow(USERS_OF_THE_POOL, [users.pool.userPoolArn]);
    email.allowTests(this.fn, testAddresses);
    rest.published.letWrite(this.fn);
  }

  #allowReading({ customers, records }: Tables): void {
    this.fn.allow(['dynamodb:GetItem'], [customers.tableArn]);
    allowRecords(this.fn, records, READ, ['dynamodb:Query']);
    // The words of the work in a list.
    allowRecords(this.fn, records, 'task', ['dynamodb:BatchGetItem']);
    // A note is added, and gone only with its customer.
    allowRecords(this.fn, records, 'note', ['dynamodb:PutItem', 'dynamodb:Query']);
    // What is left to give: what is given is counted by who commits it.
    allowRecords(this.fn, records, 'budget', ['dynamodb:BatchGetItem']);
    // Who pauses a journey.
    allowRecords(this.fn, records, 'flag', ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:Query']);
  }
}
