import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { createLogGroup } from '../logs.ts';
import { accept } from '../nag.ts';
import type { Settings } from '../settings.ts';

interface Signed {
  fn: IFunction;
  issuer: string;
  /** The only client whose tokens are good here. */
  clientId: string;
}

/** What a browser talks to: the program to anybody, the API to who has signed in. */
export class Web extends Construct {
  readonly api: HttpApi;
  readonly #settings: Settings;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.#settings = settings;
    this.api = new HttpApi(this, 'Api', {
      apiName: `${settings.prefix}-console`,
      description: 'The console, and what it asks',
      createDefaultStage: false,
    });
    accept(
      this.api,
      'APIG4',
      'What anybody gets is the program of the console and where one signs in; data is below /api.',
    );
    const { kept } = settings;
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      throttle: kept ? { rateLimit: 50, burstLimit: 100 } : { rateLimit: 20, burstLimit: 40 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          createLogGroup(this, 'Access', {
            logGroupName: `/aws/apigateway/${settings.prefix}-console`,
            settings: this.#settings,
          }),
        ),
        // No path, which may have a customer's id in it, and nobody's name.
        format: AccessLogFormat.custom(ACCESS),
      },
    });
  }

  /** Opens it: every route of the API asks for an access token of ours, which an ID token is not, since it has no scope. */
  serve({ fn, issuer, clientId }: Signed): void {
    const authorizer = new HttpJwtAuthorizer('Jwt', issuer, { jwtAudience: [clientId] });
    const integration = new HttpLambdaIntegration('Integration', fn);
    this.api.addRoutes({
      path: '/api/{proxy+}',
      methods: [HttpMethod.ANY],
      integration,
      authorizer,
      authorizationScopes: ['openid'],
    });
    for (const path of ['/{proxy+}', '/']) this.api.addRoutes({ path, methods: [HttpMethod.GET], integration });
  }
}

const ACCESS = JSON.stringify({
  at: '$context.requestTime',
  id: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  refused: '$context.authorizer.error',
});
