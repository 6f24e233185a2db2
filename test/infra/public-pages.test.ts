import { describe, expect, it } from 'vitest';
import { templateText } from './support/arns.ts';
import { type Resource, synth } from './support/synth.ts';

const { main, operations } = synth();
const linkDomain = 'hello.acme.com';
const linkCertificate = 'arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d';
const withDomain = synth({ linkDomain, linkCertificate }).main;

describe('public pages', () => {
  it('are throttled, and their log has no path, since it holds the token', () => {
    const [stage] = main.of('AWS::ApiGatewayV2::Stage').map(([, { Properties }]) => Properties);
    expect(stage?.DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 40, ThrottlingRateLimit: 20 });
    // Leaving has a throttle of its own, so that nobody who opens pages by the thousand keeps others from it.
    const own = { ThrottlingBurstLimit: 200, ThrottlingRateLimit: 100 };
    expect(stage?.RouteSettings).toEqual({
      'GET /unsubscribe/{token}': own,
      'POST /unsubscribe/{token}': own,
      // Where a link of an email leads, nobody is kept from by those either.
      'GET /c/{token}': { ThrottlingBurstLimit: 600, ThrottlingRateLimit: 300 },
    });
    const routes = main.of('AWS::ApiGatewayV2::Route');
    const named = routes.filter(([, { Properties }]) => Object.hasOwn(stage?.RouteSettings, Properties.RouteKey));
    const [[, whole]] = main.of('AWS::ApiGatewayV2::Stage') as [[string, Resource & { DependsOn: string[] }]];
    expect(named.map(([id]) => id).filter((id) => !whole.DependsOn.includes(id))).toEqual([]);
    expect(named).toHaveLength(3);
    expect(stage?.AccessLogSettings.Format).not.toMatch(/path|routeKey/i);
  });
});

describe('public pages that are asked for more than they may', () => {
  it('ring by what their log says was throttled, which no function hears of', () => {
    const [stage] = main.of('AWS::ApiGatewayV2::Stage').map(([, { Properties }]) => Properties);
    const filters = main.of('AWS::Logs::MetricFilter').map(([, { Properties }]) => Properties);
    const ofPages = filters.find(({ LogGroupName }) =>
      templateText(stage?.AccessLogSettings.DestinationArn).includes(templateText(LogGroupName).replace(/[<>]/g, '')),
    );
    // The log writes a status as a text.
    expect(JSON.parse(stage?.AccessLogSettings.Format)).toMatchObject({ status: '$context.status' });
    expect(ofPages?.FilterPattern).toBe('{ $.status = "429" }');
    const [{ MetricName, MetricNamespace }] = ofPages?.MetricTransformations ?? [{}];
    const [, alarm] = operations
      .of('AWS::CloudWatch::Alarm')
      .find(([, { Properties }]) => Properties.AlarmName === 'tactful-dev-pages-throttled')!;
    expect(alarm.Properties).toMatchObject({ MetricName, Namespace: MetricNamespace, Statistic: 'Sum', Period: 300 });
  });
});

describe('public pages under a name of the company', () => {
  const linksOf = (resources: typeof main) =>
    resources
      .of('AWS::Lambda::Function')
      .map(([, { Properties }]) => Properties.Environment.Variables.PREFERENCES_URL)
      .filter((url) => url !== undefined);

  it('the links of messages have it, by its certificate and no less than TLS 1.2', () => {
    expect(linksOf(withDomain)).toEqual([`https://${linkDomain}`]);
    const [[domain, { Properties }]] = withDomain.of('AWS::ApiGatewayV2::DomainName') as [[string, Resource]];
    expect(Properties).toMatchObject({
      DomainName: linkDomain,
      DomainNameConfigurations: [
        { CertificateArn: linkCertificate, EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' },
      ],
    });
    const [mapping] = withDomain.of('AWS::ApiGatewayV2::ApiMapping').map(([, resource]) => resource.Properties);
    expect(mapping).toMatchObject({ DomainName: { Ref: domain } });
    expect(JSON.stringify(withDomain.json)).toContain(`"${linkDomain} CNAME "`);
  });

  it('links that were sent before it lead where they did: the API keeps its own name', () => {
    const [api] = withDomain.of('AWS::ApiGatewayV2::Api').map(([, { Properties }]) => Properties);
    expect(api?.DisableExecuteApiEndpoint ?? false).toBe(false);
  });

  it('without one nothing of it is there', () => {
    expect(main.of('AWS::ApiGatewayV2::DomainName')).toEqual([]);
    expect(JSON.stringify(linksOf(main))).toContain('ApiEndpoint');
  });
});
