import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type FunctionProps, TactfulFunction } from './function.ts';
import { createLogGroup } from './logs.ts';
import { accept } from './nag.ts';
import { allowRecords } from './records.ts';
import type { Tables } from './tables.ts';

interface Props extends FunctionProps {
  bus: IEventBus;
  tables: Tables;
}

/** The pages behind the links of our messages: choices, one-click unsubscribe, and why somebody got this. */
export class Preferences extends Construct {
  readonly fn: TactfulFunction;
  readonly api: HttpApi;
  /** Seals the links; whoever has it can speak for any customer. */
  readonly linkKey: Secret;

  constructor(scope: Construct, id: string, { bus, tables, ...props }: Props) {
    super(scope, id);
    const { prefix, kept } = props.settings;
    this.linkKey = new Secret(this, 'LinkKey', {
      secretName: `${prefix}-link-key`,
      description: 'Seals the links in messages. A new one makes all links that were sent invalid.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    accept(
      this.linkKey,
      'SMG4',
      'Links in messages are good for two years, so a key that turns over would break them.',
    );
    this.fn = new TactfulFunction(this, 'Function', {
      ...props,
      name: 'preferences',
      timeout: Duration.seconds(10),
      environment: {
        CUSTOMERS_TABLE: tables.customers.tableName,
        RECORDS_TABLE: tables.records.tableName,
        BUS_NAME: bus.eventBusName,
        LINK_KEY_SECRET: this.linkKey.secretArn,
      },
    });
    this.fn.allow(['dynamodb:GetItem'], [tables.customers.tableArn]);
    allowRecords(this.fn, tables.records, 'customer', ['dynamodb:Query']);
    this.fn.allow(['events:PutEvents'], [bus.eventBusArn]);
    this.fn.allow(['secretsmanager:GetSecretValue'], [this.linkKey.secretArn]);
    this.api = this.#createApi(prefix, kept);
  }

  #createApi(apiName: string, kept: boolean): HttpApi {
    const api = new HttpApi(this, 'Api', {
      apiName,
      description: 'Preferences, unsubscribing and reasons, behind the links of our messages',
      createDefaultStage: false,
      defaultIntegration: new HttpLambdaIntegration('Function', this.fn.lambda),
    });
    new HttpStage(this, 'Stage', {
      httpApi: api,
      autoDeploy: true,
      throttle: kept ? { rateLimit: 100, burstLimit: 200 } : { rateLimit: 20, burstLimit: 40 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(createLogGroup(this, 'Access', `/aws/apigateway/${apiName}`)),
        // No path: it holds the token.
        format: AccessLogFormat.custom(ACCESS),
      },
    });
    accept(api, 'APIG4', 'Whoever opens a link is known by the sealed token in it; mail clients cannot sign in.');
    return api;
  }
}

const ACCESS = JSON.stringify({
  at: '$context.requestTime',
  id: '$context.requestId',
  method: '$context.httpMethod',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
});
