import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { counted, FIVE_MINUTES } from './alarm.ts';
import { type FunctionProps, TactfulFunction } from './function.ts';
import { createLogGroup } from './logs.ts';
import { accept } from './nag.ts';
import { allowRecords } from './records.ts';
import type { Settings } from './settings.ts';
import { type Tables, tableNames } from './tables.ts';

interface Props extends FunctionProps {
  bus: IEventBus;
  tables: Tables;
  linkKey: Secret;
}

/** The pages behind the links of our messages: choices, one-click unsubscribe, why somebody got this, and what is known of them. It deletes nothing: it asks for that on the bus. */
export class Preferences extends Construct {
  readonly fn: TactfulFunction;
  readonly api: HttpApi;
  /** Where links lead. */
  readonly url: string;

  constructor(scope: Construct, id: string, { bus, tables, linkKey, ...props }: Props) {
    super(scope, id);
    this.fn = new TactfulFunction(this, 'Function', {
      ...props,
      name: 'preferences',
      // Unsubscribing works whatever else the account is busy with.
      reserved: 50,
      timeout: Duration.seconds(10),
      environment: {
        ...tableNames(tables),
        BUS_NAME: bus.eventBusName,
        LINK_KEY_SECRET: linkKey.secretArn,
      },
    });
    props.published.letRead(this.fn);
    this.fn.allow(['dynamodb:GetItem'], [tables.customers.tableArn]);
    allowRecords(this.fn, tables.records, 'customer', ['dynamodb:Query']);
    allowRecords(this.fn, tables.records, 'link', ['dynamodb:GetItem']);
    // Of who takes all of it with them: what lies beside the timeline.
    for (const kind of ['inbox', 'note', 'past'] as const)
      allowRecords(this.fn, tables.records, kind, ['dynamodb:Query']);
    // What is left to give, of what a message offered.
    allowRecords(this.fn, tables.records, 'budget', ['dynamodb:BatchGetItem']);
    this.fn.allow(['events:PutEvents'], [bus.eventBusArn]);
    this.fn.allow(['secretsmanager:GetSecretValue'], [linkKey.secretArn]);
    const accessLog = createLogGroup(this, 'Access', {
      logGroupName: `/aws/apigateway/${props.settings.prefix}`,
      settings: props.settings,
    });
    this.api = this.#createApi(props.settings, accessLog);
    const { linkDomain } = props.settings;
    this.url = linkDomain === undefined ? this.api.apiEndpoint : `https://${linkDomain}`;
    this.#watchThrottle(props, accessLog);
    props.alarms.add('links-refused', {
      metric: counted(props.settings, 'LinkRefused', { period: Duration.hours(1) }),
      threshold: 50,
      about:
        'Fifty links of messages did not work within an hour: keys that are gone, links that were cut on their way, or somebody who guesses.',
    });
  }

  /** Out of the log: what the API throttles reaches no function, and its own figure counts every refusal alike. */
  #watchThrottle({ alarms, settings: { prefix } }: FunctionProps, accessLog: LogGroup): void {
    const throttled = new MetricFilter(this, 'Throttled', {
      logGroup: accessLog,
      filterPattern: FilterPattern.stringValue('$.status', '=', '429'),
      metricNamespace: `Tactful/${prefix}`,
      metricName: 'PagesThrottled',
      metricValue: '1',
    });
    alarms.add('pages-throttled', {
      metric: throttled.metric({ period: FIVE_MINUTES, statistic: 'Sum' }),
      threshold: 100,
      about:
        'A hundred times in five minutes somebody who opened a link was told to come later: a wave of your own, or one who asks for all that everybody may.',
    });
  }

  #createApi(settings: Settings, accessLog: LogGroup): HttpApi {
    const { prefix: apiName, kept } = settings;
    const domainName = this.#createDomain(settings);
    const api = new HttpApi(this, 'Api', {
      apiName,
      description: 'Preferences, unsubscribing and reasons, behind the links of our messages',
      createDefaultStage: false,
      defaultIntegration: new HttpLambdaIntegration('Function', this.fn.live),
    });
    // Ways of their own: who opens pages by the thousand must keep nobody from leaving.
    const ways = [HttpMethod.GET, HttpMethod.POST].flatMap((method) =>
      api.addRoutes({
        path: LEAVE,
        methods: [method],
        integration: new HttpLambdaIntegration(`Leave-${method}`, this.fn.live),
      }),
    );
    // And must keep nobody from where a link of an email leads.
    ways.push(
      ...api.addRoutes({
        path: CLICK,
        methods: [HttpMethod.GET],
        integration: new HttpLambdaIntegration('Click', this.fn.live),
      }),
    );
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      ...(domainName === undefined ? {} : { domainMapping: { domainName } }),
      autoDeploy: true,
      throttle: kept ? { rateLimit: 100, burstLimit: 200 } : { rateLimit: 20, burstLimit: 40 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        // No path: it holds the token.
        format: AccessLogFormat.custom(ACCESS),
      },
    });
    const cfnStage = stage.node.defaultChild as CfnStage;
    cfnStage.routeSettings = {
      ...Object.fromEntries(
        ['GET', 'POST'].map((method) => [
          `${method} ${LEAVE}`,
          { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
        ]),
      ),
      [`GET ${CLICK}`]: { ThrottlingRateLimit: 300, ThrottlingBurstLimit: 600 },
    };
    // A stage that names a way which is not there yet is refused.
    cfnStage.node.addDependency(...ways);
    accept(api, 'APIG4', 'Whoever opens a link is known by the sealed token in it; mail clients cannot sign in.');
    return api;
  }

  /** A name of the company's own. Links that were sent before it lead to the name of AWS's, which stays. */
  #createDomain({ linkDomain, linkCertificate }: Settings): DomainName | undefined {
    if (linkDomain === undefined || linkCertificate === undefined) return undefined;
    const domain = new DomainName(this, 'Domain', {
      domainName: linkDomain,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', linkCertificate),
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    new CfnOutput(Stack.of(this), 'LinkDomainTarget', {
      value: `${linkDomain} CNAME ${domain.regionalDomainName}`,
      description: 'A record to add to your DNS, so that links in messages lead here',
    });
    return domain;
  }
}

/** One click of a mail client, and the page that asks. */
const LEAVE = '/unsubscribe/{token}';

/** Where a counted link of an email leads on. */
const CLICK = '/c/{token}';

const ACCESS = JSON.stringify({
  at: '$context.requestTime',
  id: '$context.requestId',
  method: '$context.httpMethod',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
});
