import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { counted, waitingIn } from './alarm.ts';
import { allowConnect, connectIn, environmentOf, hearContacts } from './desk-connect.ts';
import { keyOf } from './encryption.ts';
import { type FunctionProps, TactfulFunction } from './function.ts';
import { createLogGroup } from './logs.ts';
import { accept } from './nag.ts';
import { WorkQueue } from './queue.ts';
import { allowRecords } from './records.ts';
import type { Settings } from './settings.ts';
import { type Tables, tableNames } from './tables.ts';

interface Props extends FunctionProps {
  bus: IEventBus;
  tables: Tables;
  linkKey: Secret;
  /** Where what is said of many begins. */
  steps: IQueue;
  /** Where the console is, if the stage has one. */
  consoleUrl: string | undefined;
}

/** What the desk is told of. */
const TOLD = ['agent.task_created', 'agent.task_alone', 'agent.task_closed', 'desk.reply_received'];

const TIMEOUT = Duration.seconds(30);

const ACCESS = JSON.stringify({
  at: '$context.requestTime',
  id: '$context.requestId',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
});

const webhookIn = ({ desk, deskUrl = '', deskTicketType }: Settings): Record<string, string> => ({
  DESK: desk ?? '',
  DESK_URL: deskUrl,
  ...(deskTicketType === undefined ? {} : { DESK_TICKET_TYPE: deskTicketType }),
});

/** The company's desk: it is told of work and replies, and tells what colleagues say there. */
export class Desk extends Construct {
  readonly fn: TactfulFunction;

  constructor(scope: Construct, id: string, { bus, tables, linkKey, steps, consoleUrl, ...props }: Props) {
    super(scope, id);
    const { settings } = props;
    const { prefix } = settings;
    const events = new WorkQueue(this, 'Events', {
      name: `${prefix}-desk`,
      visibility: Duration.seconds(6 * TIMEOUT.toSeconds()),
      // With an hour between two, six days in which a desk may be away.
      attempts: 150,
    });
    new Rule(this, 'Told', {
      eventBus: bus,
      ruleName: `${prefix}-desk`,
      description: 'Work for people, and replies, go to the desk',
      eventPattern: { source: ['tactful'], detailType: TOLD },
      targets: [new SqsQueue(events.queue, { deadLetterQueue: events.deadLetters })],
    });
    const connect = connectIn(settings);
    const secret = connect ? undefined : this.#createSecret(settings);
    this.fn = new TactfulFunction(this, 'Function', {
      ...props,
      name: 'desk',
      timeout: TIMEOUT,
      environment: {
        ...tableNames(tables),
        STEPS_QUEUE_URL: steps.queueUrl,
        BUS_NAME: bus.eventBusName,
        DESK_QUEUE_URL: events.queue.queueUrl,
        LINK_KEY_SECRET: linkKey.secretArn,
        ...(connect
          ? environmentOf(connect, consoleUrl)
          : { ...webhookIn(settings), DESK_SECRET: secret?.secretArn ?? '' }),
      },
    });
    this.fn.allow(['secretsmanager:GetSecretValue'], [...(secret ? [secret.secretArn] : []), linkKey.secretArn]);
    if (connect) {
      allowConnect(this.fn, connect);
      hearContacts(this, { connect, prefix, events });
    }
    allowRecords(this.fn, tables.records, 'desk', ['dynamodb:GetItem', 'dynamodb:PutItem']);
    // Who of many waits, and the words of whoever is one of them no more.
    allowRecords(this.fn, tables.records, 'crowd', ['dynamodb:Query']);
    allowRecords(this.fn, tables.records, 'task', ['dynamodb:GetItem']);
    this.fn.allow(['dynamodb:GetItem'], [tables.customers.tableArn]);
    this.fn.allow(['sqs:SendMessage'], [steps.queueArn]);
    this.fn.allow(['events:PutEvents'], [bus.eventBusArn]);
    this.fn.take(
      'DeskEventsMapping',
      // Desks let few ask at once.
      new SqsEventSource(events.queue, { batchSize: 5, reportBatchItemFailures: true, maxConcurrency: 5 }),
    );
    if (!connect) this.#createApi(props);
    this.#watch(props, events);
  }

  /** A key of chance, and room for what the desk's own API wants of us. */
  #createSecret(settings: Settings): Secret {
    const encryptionKey = keyOf(this, settings);
    const secret = new Secret(this, 'Secret', {
      secretName: `${settings.prefix}-desk`,
      description: 'By key we sign what is posted to the desk; write its API token into authorization.',
      ...(encryptionKey && { encryptionKey }),
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ authorization: '', answers: '' }),
        generateStringKey: 'key',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: settings.kept ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    accept(secret, 'SMG4', 'Half of it is the desk’s to give: whoever looks after the desk changes both together.');
    return secret;
  }

  /** Where the desk sends what colleagues say. */
  #createApi({ settings, alarms }: FunctionProps): void {
    const { prefix, kept } = settings;
    const apiName = `${prefix}-desk`;
    const api = new HttpApi(this, 'Api', {
      apiName,
      description: 'What colleagues say at the desk',
      createDefaultStage: false,
    });
    api.addRoutes({
      path: '/answers',
      methods: [HttpMethod.POST],
      integration: new HttpLambdaIntegration('Answers', this.fn.live),
    });
    new HttpStage(this, 'Stage', {
      httpApi: api,
      autoDeploy: true,
      throttle: kept ? { rateLimit: 50, burstLimit: 100 } : { rateLimit: 10, burstLimit: 20 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          createLogGroup(this, 'Access', { logGroupName: `/aws/apigateway/${apiName}`, settings }),
        ),
        format: AccessLogFormat.custom(ACCESS),
      },
    });
    accept(api, 'APIG4', 'A desk signs what it sends; the function reads nothing that is not signed.');
    new CfnOutput(Stack.of(this), 'DeskAnswersUrl', {
      value: `${api.apiEndpoint}/answers`,
      description: 'Where the webhook of your desk sends what colleagues say',
    });
    alarms.add('desk-unsigned', {
      metric: counted(settings, 'DeskUnsigned', { period: Duration.hours(1) }),
      threshold: 20,
      about:
        'Twenty requests to the desk’s webhook within an hour were not signed by it: another key, or somebody who tries.',
    });
  }

  #watch(props: FunctionProps, events: WorkQueue): void {
    const { alarms, settings } = props;
    this.fn.watchReturned(props);
    alarms.add('desk-dead-letters', {
      metric: waitingIn(events.deadLetters),
      threshold: 1,
      about: 'Tasks or replies that the desk did not take for six days. Colleagues see them in the console alone.',
    });
    alarms.add('desk-refused', {
      metric: counted(settings, 'DeskRefused', { period: Duration.hours(1) }),
      threshold: 5,
      about: 'The desk does not take tasks or replies. Read the log of desk: which status does it answer?',
    });
  }
}
