import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { counted } from './alarm.ts';
import { type FunctionProps, TactfulFunction } from './function.ts';
import { createLogGroup } from './logs.ts';
import { accept } from './nag.ts';
import { allowRecords } from './records.ts';
import type { Settings } from './settings.ts';
import { type Tables, tableNames } from './tables.ts';

interface Props extends FunctionProps {
  bus: IEventBus;
  tables: Tables;
  /** What backends sign their requests with. */
  key: Secret;
}

/** The API by which a product's backend shows customers their inbox. */
export class Inbox extends Construct {
  readonly fn: TactfulFunction;
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { bus, tables, key, ...props }: Props) {
    super(scope, id);
    this.fn = new TactfulFunction(this, 'Function', {
      ...props,
      name: 'inbox',
      timeout: Duration.seconds(10),
      environment: { ...tableNames(tables), BUS_NAME: bus.eventBusName, INBOX_KEY_SECRET: key.secretArn },
    });
    // Under which ids somebody is known.
    this.fn.allow(['dynamodb:GetItem'], [tables.customers.tableArn]);
    allowRecords(this.fn, tables.records, 'inbox', ['dynamodb:Query', 'dynamodb:UpdateItem']);
    // A signature is good for one request.
    allowRecords(this.fn, tables.records, 'nonce', ['dynamodb:PutItem']);
    this.fn.allow(['events:PutEvents'], [bus.eventBusArn]);
    this.fn.allow(['secretsmanager:GetSecretValue'], [key.secretArn]);
    this.api = this.#createApi(props.settings);
    for (const [name, value] of Object.entries({ InboxUrl: this.api.apiEndpoint, InboxKeySecret: key.secretName }))
      new CfnOutput(Stack.of(this), name, { value });
    props.alarms.add('inbox-refused', {
      metric: counted(props.settings, 'InboxRefused', { period: Duration.hours(1) }),
      threshold: 50,
      about:
        'Fifty requests to the API of inboxes were not believed within an hour: a backend with an old key or a wrong clock, or somebody who tries.',
    });
  }

  #createApi(settings: Settings): HttpApi {
    const { prefix, kept } = settings;
    const api = new HttpApi(this, 'Api', {
      apiName: `${prefix}-inbox`,
      description: 'Inboxes of customers, for the backend of a product that shows them',
      createDefaultStage: false,
    });
    const integration = new HttpLambdaIntegration('Function', this.fn.live);
    api.addRoutes({ path: '/inbox', methods: [HttpMethod.GET], integration });
    for (const path of ['/inbox/read', '/inbox/dismiss'])
      api.addRoutes({ path, methods: [HttpMethod.POST], integration });
    new HttpStage(this, 'Stage', {
      httpApi: api,
      autoDeploy: true,
      throttle: kept ? { rateLimit: 200, burstLimit: 400 } : { rateLimit: 20, burstLimit: 40 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          createLogGroup(this, 'Access', { logGroupName: `/aws/apigateway/${prefix}-inbox`, settings }),
        ),
        // No query: it names a customer.
        format: AccessLogFormat.custom(ACCESS),
      },
    });
    accept(api, 'APIG4', 'Each request is signed with a key of the backend; the function refuses any other.');
    return api;
  }
}

const ACCESS = JSON.stringify({
  at: '$context.requestTime',
  id: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
});
