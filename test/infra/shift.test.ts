import { describe, expect, it } from 'vitest';
import { templateText } from './support/arns.ts';
import { type Resource, rulesBrokenWith, synth } from './support/synth.ts';

const production = synth({ stage: 'production' });
const { main } = production;

/** What is called by machines, queues, the stream, rules and the web. */
const SHIFTED = [
  'advance',
  'api',
  'broadcast',
  'capacity',
  'census',
  'deliver',
  'effects',
  'inbound',
  'intake',
  'preferences',
  'relay',
];

const nameOf = (id: string): string => String(main.all[id]?.Properties.FunctionName).replace('tactful-production-', '');

/** The function whose alias has a logical id. */
const functionOf = (alias: string): string => nameOf(main.all[alias]?.Properties.FunctionName.Ref);

/** The one resource that a value is made of. */
const aliasIn = (value: unknown): string =>
  /"(?:Ref|Fn::GetAtt)":\[?"([A-Za-z0-9]+)"/.exec(JSON.stringify(value))?.[1] ?? '';

describe('a gradual deploy', () => {
  it('stands before every function that others call, and before none that people ask by its name', () => {
    const aliases = main.of('AWS::Lambda::Alias').map(([id, { Properties }]) => [functionOf(id), Properties.Name]);
    expect(aliases.toSorted()).toEqual(SHIFTED.map((name) => [name, 'live']));
  });

  it.each(SHIFTED)('gives a tenth of the calls of %s to the new version, then all, unless that fails', (name) => {
    const [, alias] = main.of('AWS::Lambda::Alias').find(([id]) => functionOf(id) === name) as [string, Resource];
    const { ApplicationName, DeploymentGroupName } = (
      alias as unknown as { UpdatePolicy: { CodeDeployLambdaAliasUpdate: Record<string, { Ref: string }> } }
    ).UpdatePolicy.CodeDeployLambdaAliasUpdate;
    const group = main.all[DeploymentGroupName?.Ref ?? '']!;
    expect(group.Properties).toMatchObject({
      ApplicationName,
      DeploymentGroupName: `tactful-production-${name}`,
      DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent10Minutes',
      AutoRollbackConfiguration: {
        Enabled: true,
        Events: expect.arrayContaining(['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM']),
      },
    });
    const alarms = group.Properties.AlarmConfiguration.Alarms.map(({ Name }: { Name: { Ref: string } }) => Name.Ref);
    expect(alarms.map((id: string) => main.all[id]?.Properties.AlarmName)).toEqual([
      `tactful-production-${name}-new-version`,
    ]);
  });

  it.each(SHIFTED)('looks at what the new version of %s fails on, alone, also one by one in a batch', (name) => {
    const [, alias] = main.of('AWS::Lambda::Alias').find(([id]) => functionOf(id) === name) as [string, Resource];
    const version = alias.Properties.FunctionVersion;
    const [, alarm] = main
      .of('AWS::CloudWatch::Alarm')
      .find(([, { Properties }]) => Properties.AlarmName === `tactful-production-${name}-new-version`) as [
      string,
      Resource,
    ];
    const metrics = alarm.Properties.Metrics.flatMap(
      ({ MetricStat }: { MetricStat?: { Metric: { MetricName: string; Dimensions: object[] } } }) =>
        MetricStat ? [MetricStat.Metric] : [],
    );
    expect(metrics).toMatchObject([
      { MetricName: 'Errors', Dimensions: expect.arrayContaining([{ Name: 'ExecutedVersion', Value: version }]) },
      {
        MetricName: 'Returned',
        Dimensions: expect.arrayContaining([
          { Name: 'Function', Value: name },
          { Name: 'Version', Value: version },
        ]),
      },
    ]);
    expect(alarm.Properties.TreatMissingData).toBe('notBreaching');
  });

  it('reaches who calls: queues and the stream, machines, the web and rules all call an alias', () => {
    const mappings = main.of('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties.FunctionName);
    // Machines are of a stack of their own, which is made with what publish is told.
    const machines = main.of('AWS::Lambda::Function').flatMap(
      ([
        ,
        {
          Properties: { Environment },
        },
      ]) => {
        const { DELIVER_FUNCTION, ADVANCE_FUNCTION } = Environment?.Variables ?? {};
        return [DELIVER_FUNCTION, ADVANCE_FUNCTION].filter((arn) => arn !== undefined);
      },
    );
    const integrations = main
      .of('AWS::ApiGatewayV2::Integration')
      .map(([, { Properties }]) => Properties.IntegrationUri);
    const permitted = main.of('AWS::Lambda::Permission').map(([, { Properties }]) => Properties.FunctionName);
    const isAlias = (target: unknown) => main.all[aliasIn(target)]?.Type === 'AWS::Lambda::Alias';
    // What the clock invokes is permitted by its alias.
    const called = [...mappings, ...machines, ...integrations, ...permitted.filter(isAlias)];
    expect(called.map(aliasIn).map((id) => main.all[id]?.Type)).toEqual(called.map(() => 'AWS::Lambda::Alias'));
    expect(new Set(called.map(aliasIn).map(functionOf))).toEqual(new Set(SHIFTED));
    // What a rule may invoke it does; `operate`, which people ask by its name, is asked by the clock too.
    const direct = permitted.filter((target) => !isAlias(target)).map((target) => nameOf(aliasIn(target)));
    expect(direct).toEqual(['operate']);
  });

  it('lets machines and operators call the alias, and nothing past it', () => {
    const allowed = main
      .of('AWS::IAM::Policy')
      .map(([, { Properties }]) => Properties.PolicyDocument.Statement)
      .concat(
        main
          .of('AWS::IAM::Role')
          .flatMap(([, { Properties }]) => Properties.Policies ?? [])
          .map(({ PolicyDocument }) => PolicyDocument.Statement),
      )
      .flat()
      .filter(({ Action }: { Action: string | string[] }) => [Action].flat().includes('lambda:InvokeFunction'))
      .flatMap(({ Resource }: { Resource: unknown }) => [Resource].flat());
    const nameIn = (arn: unknown): string => {
      const id = aliasIn(arn);
      if (main.all[id] === undefined) return templateText(arn).split(':function:tactful-production-')[1] ?? '';
      return main.all[id]?.Type === 'AWS::Lambda::Alias' ? `${functionOf(id)}:live` : nameOf(id);
    };
    // The console asks operators' functions by their names, as people do.
    expect(allowed.map(nameIn).toSorted()).toEqual([
      'advance:live',
      'api:live',
      'deliver:live',
      'intake:live',
      'operate',
      'operate-erase',
      'publish',
      'relay:live',
    ]);
  });

  it('moves aliases of this stage by a role that may do nothing else', () => {
    const [role] = main
      .of('AWS::IAM::Role')
      .find(([, { Properties }]) =>
        JSON.stringify(Properties.AssumeRolePolicyDocument).includes('codedeploy.amazonaws.com'),
      ) as [string, Resource];
    expect(main.all[role]?.Properties.ManagedPolicyArns).toBeUndefined();
    const [, policy] = main.of('AWS::IAM::Policy').find(([, { Properties }]) => Properties.Roles[0].Ref === role)!;
    const statements = policy.Properties.PolicyDocument.Statement as { Action: string[]; Resource: unknown[] }[];
    expect(new Set(statements.flatMap(({ Action }) => Action))).toEqual(
      new Set(['lambda:GetAlias', 'lambda:GetProvisionedConcurrencyConfig', 'lambda:UpdateAlias']),
    );
    const functions = statements
      .flatMap(({ Resource }) => Resource.map(templateText))
      .map((arn) => arn.split(':function:')[1]);
    expect(functions.toSorted()).toEqual(
      SHIFTED.flatMap((name) => [`tactful-production-${name}`, `tactful-production-${name}:*`]).toSorted(),
    );
  });

  it('keeps what a function reserves, which is of all its versions together', () => {
    const reserved = main
      .of('AWS::Lambda::Function')
      .flatMap(([id, { Properties }]) => (Properties.ReservedConcurrentExecutions ? [nameOf(id)] : []));
    expect(reserved).toEqual(expect.arrayContaining(['intake', 'preferences']));
  });

  it.each([
    [{ stage: 'dev' }, 0],
    [{ stage: 'dev', deployment: 'gradual' }, SHIFTED.length],
    [{ stage: 'production' }, SHIFTED.length],
    [{ stage: 'production', deployment: 'all-at-once' }, 0],
  ])('is the way of a stage that is kept, unless said otherwise: %o', (context, groups) => {
    const stage = synth(context).main;
    expect(stage.of('AWS::CodeDeploy::DeploymentGroup')).toHaveLength(groups);
    expect(stage.of('AWS::Lambda::Version')).toHaveLength(groups);
  });

  it('leaves cdk-nag nothing to find', () => {
    expect(rulesBrokenWith({ stage: 'production' })).toEqual([]);
  });
});
