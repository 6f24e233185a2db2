import { describe, expect, it } from 'vitest';
import { templateText } from '../support/arns.ts';
import { consoleApi, main, only, production, withSettings } from '../support/console.ts';
import type { Resource } from '../support/synth.ts';

const ofApi = (type: string) =>
  main.of(type).filter(([, { Properties }]) => Properties.ApiId.Ref === consoleApi()[0]) as [string, Resource][];

it.each([
  ['of a stage that may be thrown away', main],
  ['of one that is kept', production],
])('work %s is done once: what took too long is not begun again', (_, of) => {
  const configs = of.of('AWS::Lambda::EventInvokeConfig').map(([, { Properties }]) => Properties);
  const mine = configs.filter(({ FunctionName }) => JSON.stringify(FunctionName).includes('ConsoleApi'));
  expect(mine).toMatchObject([{ MaximumRetryAttempts: 0 }]);
});

describe('the API of the console', () => {
  it('asks for an access token of this pool and client on every route that has data', () => {
    const authorizer = only('AWS::ApiGatewayV2::Authorizer').Properties;
    const [client] = main.of('AWS::Cognito::UserPoolClient').map(([id]) => id);
    const [pool] = main.of('AWS::Cognito::UserPool').map(([id]) => id);
    expect(authorizer.AuthorizerType).toBe('JWT');
    expect(authorizer.JwtConfiguration.Audience).toEqual([{ Ref: client }]);
    expect(templateText(authorizer.JwtConfiguration.Issuer)).toBe(
      `https://cognito-idp.<Region>.amazonaws.com/<${pool}>`,
    );
    const routes = Object.fromEntries(
      ofApi('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => [Properties.RouteKey, Properties]),
    );
    expect(Object.keys(routes).toSorted()).toEqual(['ANY /api/{proxy+}', 'GET /', 'GET /{proxy+}']);
    // An ID token has no scope, so it opens nothing.
    expect(routes['ANY /api/{proxy+}']).toMatchObject({ AuthorizationType: 'JWT', AuthorizationScopes: ['openid'] });
    for (const key of ['GET /', 'GET /{proxy+}']) expect(routes[key]).toMatchObject({ AuthorizationType: 'NONE' });
  });

  it('lets in only so many at once, and its log names nobody', () => {
    const [[, stage]] = ofApi('AWS::ApiGatewayV2::Stage') as [[string, Resource]];
    expect(stage.Properties.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
    const format = JSON.parse(stage.Properties.AccessLogSettings.Format) as Record<string, string>;
    expect(Object.values(format).join(' ')).not.toMatch(/path|ip|claims|identity|querystring|user/i);
  });

  it('is a function that may change no customer, ask nobody else, and see only its own people', () => {
    const [, fn] = main
      .of('AWS::Lambda::Function')
      .find(([, { Properties }]) => Properties.FunctionName === 'tactful-dev-api')!;
    const role = fn.Properties.Role['Fn::GetAtt'][0];
    const statements = main
      .of('AWS::IAM::Policy')
      .filter(([, { Properties }]) => Properties.Roles[0].Ref === role)
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
    const on = (table: string) =>
      statements
        .filter(({ Resource }) => JSON.stringify(Resource).includes(table))
        .flatMap(({ Action }) => Action as string | string[]);
    const [customers = ''] = main
      .of('AWS::DynamoDB::Table')
      .flatMap(([id, { Properties }]) => (Properties.TableName === 'tactful-dev-customers' ? [id] : []));
    expect(on(customers)).toEqual(['dynamodb:GetItem']);
    const invoked = statements
      .filter(({ Action }) => Action === 'lambda:InvokeFunction')
      .flatMap(({ Resource }) => Resource);
    const names = invoked.map(
      (arn) =>
        main.all[templateText(arn).slice(1, -5)]?.Properties.FunctionName ?? templateText(arn).split(':function:')[1],
    );
    expect(names.toSorted()).toEqual([
      // Work that an answer does not wait for.
      'tactful-dev-api',
      'tactful-dev-operate',
      'tactful-dev-operate-erase',
      'tactful-dev-publish',
    ]);
    const [pool] = statements.filter(({ Action }) => String(Action).startsWith('cognito-idp:'));
    // Who may sign in and as what is an admin's to say. Nobody's password is set, and the pool stays as it was deployed.
    expect(pool?.Action).toContain('cognito-idp:AdminAddUserToGroup');
    for (const right of [
      'AdminSetUserPassword',
      'AdminUpdateUserAttributes',
      'UpdateUserPool',
      'CreateGroup',
      'AdminDeleteUser',
    ])
      expect(pool?.Action).not.toContain(`cognito-idp:${right}`);
    expect(JSON.stringify(pool?.Resource)).not.toContain('*');
  });

  it('is known to whoever acts in the name of who has signed in by its role’s ARN: anybody may name a role of theirs so', () => {
    const roles = main.of('AWS::Lambda::Function').flatMap(([, { Properties }]) => {
      const { CONSOLE_ROLE } = Properties.Environment?.Variables ?? {};
      return CONSOLE_ROLE === undefined ? [] : [[Properties.FunctionName, templateText(CONSOLE_ROLE)]];
    });
    const [, { Properties }] = main
      .of('AWS::Lambda::Function')
      .find(([, fn]) => fn.Properties.FunctionName === 'tactful-dev-api')!;
    const role = templateText(Properties.Role);
    expect(role).toMatch(/^<\w+\.Arn>$/);
    expect(Object.fromEntries(roles)).toEqual({ 'tactful-dev-operate': role, 'tactful-dev-publish': role });
  });

  it('writes the draft and its own work, and nothing of what is published', () => {
    const paths = main
      .of('AWS::IAM::Policy')
      .filter(([id]) => id.startsWith('ConsoleApi'))
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
      .filter(({ Action }) => ['s3:PutObject', 's3:DeleteObject'].includes(Action))
      .flatMap(({ Resource }) => [Resource].flat().map((arn) => templateText(arn).split('>/')[1]));
    expect(paths).toEqual(['draft/*', 'jobs/try-*', 'draft/*']);
  });

  it('sends tests as our sender, to addresses of our own and no others', () => {
    const tests = (of: typeof main) =>
      of
        .of('AWS::IAM::Policy')
        .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
        .flatMap(({ Condition }) => Condition?.['ForAllValues:StringLike']?.['ses:Recipients'] ?? []);
    expect(tests(main)).toEqual(['*@mail.acme.com']);
    expect(tests(withSettings)).toEqual(['test@acme.com', '*@qa.acme.com']);
  });

  it('is told who may show an agent’s page', () => {
    const frames = withSettings
      .of('AWS::Lambda::Function')
      .flatMap(([, { Properties }]) => Properties.Environment.Variables.ALLOWED_FRAMES ?? []);
    expect(frames).toEqual(['https://acme.zendesk.com']);
  });
});
