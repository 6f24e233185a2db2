import { describe, expect, it } from 'vitest';
import { GivenSettings } from '../../infra/settings.ts';
import { type Resource, synth } from './support/synth.ts';

const PSEUDO: Record<string, string> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-west-1',
  'AWS::AccountId': '111122223333',
};

/** The property with the name of a resource, and what its ARNs are. Two stages share an account and a region. */
const NAMED: Record<string, [property: string, arns: (name: string) => string[]]> = {
  'AWS::Lambda::Function': ['FunctionName', (name) => [`lambda:eu-west-1:111122223333:function:${name}`]],
  'AWS::CodeDeploy::Application': [
    'ApplicationName',
    (name) => [`codedeploy:eu-west-1:111122223333:application:${name}`],
  ],
  'AWS::CodeDeploy::DeploymentGroup': [
    'DeploymentGroupName',
    (name) => [`codedeploy:eu-west-1:111122223333:deploymentgroup:any/${name}`],
  ],
  'AWS::DynamoDB::Table': ['TableName', (name) => [`dynamodb:eu-west-1:111122223333:table/${name}`]],
  'AWS::SQS::Queue': ['QueueName', (name) => [`sqs:eu-west-1:111122223333:${name}`]],
  'AWS::SNS::Topic': ['TopicName', (name) => [`sns:eu-west-1:111122223333:${name}`]],
  'AWS::StepFunctions::StateMachine': [
    'StateMachineName',
    (name) => [
      `states:eu-west-1:111122223333:stateMachine:${name}`,
      `states:eu-west-1:111122223333:express:${name}:a:b`,
    ],
  ],
  'AWS::Scheduler::ScheduleGroup': [
    'Name',
    (name) => [
      `scheduler:eu-west-1:111122223333:schedule-group/${name}`,
      `scheduler:eu-west-1:111122223333:schedule/${name}/one`,
    ],
  ],
  'AWS::Events::Rule': [
    'Name',
    (name) => [
      `events:eu-west-1:111122223333:rule/${name}`,
      `events:eu-west-1:111122223333:rule/aws.partner/shop/${name}`,
    ],
  ],
  'AWS::Events::EventBus': ['Name', (name) => [`events:eu-west-1:111122223333:event-bus/${name}`]],
  'AWS::Events::Archive': ['ArchiveName', (name) => [`events:eu-west-1:111122223333:archive/${name}`]],
  'AWS::Logs::LogGroup': ['LogGroupName', (name) => [`logs:eu-west-1:111122223333:log-group:${name}:log-stream:a`]],
  'AWS::SecretsManager::Secret': ['Name', (name) => [`secretsmanager:eu-west-1:111122223333:secret:${name}-Ab12Cd`]],
  'AWS::SES::ConfigurationSet': ['Name', (name) => [`ses:eu-west-1:111122223333:configuration-set/${name}`]],
  'AWS::SES::ReceiptRuleSet': [
    'RuleSetName',
    (name) => [
      `ses:eu-west-1:111122223333:receipt-rule-set/${name}`,
      `ses:eu-west-1:111122223333:receipt-rule-set/${name}:receipt-rule/${name}`,
    ],
  ],
  'AWS::SMSVOICE::ConfigurationSet': [
    'ConfigurationSetName',
    (name) => [`sms-voice:eu-west-1:111122223333:configuration-set/${name}`],
  ],
  'AWS::CloudWatch::Alarm': ['AlarmName', (name) => [`cloudwatch:eu-west-1:111122223333:alarm:${name}`]],
  'AWS::CloudWatch::Dashboard': ['DashboardName', (name) => [`cloudwatch::111122223333:dashboard/${name}`]],
  'AWS::ApiGatewayV2::Api': ['Name', () => []],
  // Known by an id that AWS gives it.
  'AWS::Cognito::UserPool': ['UserPoolName', () => []],
  'AWS::Cognito::UserPoolDomain': ['Domain', () => []],
};

const OTHERS = ['prod-eu', 'prod-from', 'prod-from-eu', 'prod-intake', 'prod-link'];

/** What each stage has, made before any test is timed. */
const resourcesByStage = new Map(
  ['prod', ...OTHERS].map((stage) => {
    const { main, operations } = synth({ stage });
    return [stage, [main, operations].flatMap(({ all }) => Object.values(all))];
  }),
);

const of = (stage: string): Resource[] => resourcesByStage.get(stage) ?? [];

const nameOf = ({ Type, Properties }: Resource): unknown => Properties?.[NAMED[Type]?.[0] ?? ''];

const arnsOf = (stage: string): string[] =>
  of(stage).flatMap((resource) => {
    const name = nameOf(resource);
    return typeof name === 'string' ? (NAMED[resource.Type]?.[1](name) ?? []).map((arn) => `arn:aws:${arn}`) : [];
  });

/** A text of a template as IAM gets it; what is known only when it is deployed stands in angle brackets. */
const text = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value);
  const { Ref, 'Fn::Join': join, 'Fn::GetAtt': attribute } = value as Record<string, unknown>;
  if (typeof Ref === 'string') return PSEUDO[Ref] ?? `<${Ref}>`;
  if (Array.isArray(join)) return (join[1] as unknown[]).map(text).join(String(join[0]));
  if (Array.isArray(attribute)) return `<${attribute.join('.')}>`;
  return '';
};

/** Whatever a policy, of a role or of a resource, says about more than one thing: each string with a wildcard in it. What it leaves out it does not reach. */
const patternsIn = (value: unknown): string[] => {
  const whole = text(value);
  if (whole !== '' && typeof value === 'object') return whole.includes('*') ? [whole] : [];
  if (typeof value === 'string') return value.includes('*') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'NotResource' ? [] : patternsIn(inner)));
};

const patternsOf = (stage: string): string[] => {
  const statements = of(stage).flatMap(({ Properties = {} }) => [
    Properties.PolicyDocument,
    Properties.AssumeRolePolicyDocument,
    // Those of a pool are about passwords.
    ...(Array.isArray(Properties.Policies) ? (Properties.Policies as { PolicyDocument: unknown }[]) : []).map(
      ({ PolicyDocument }) => PolicyDocument,
    ),
  ]);
  // `*` alone is of actions that know no resource, as test/infra/permissions/actions.test.ts has it.
  return [...new Set(statements.flatMap(patternsIn))].filter((pattern) => pattern !== '*');
};

const matches = (pattern: string, arn: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^$(){}|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(arn);

const PAIRS = OTHERS.map((other) => ['prod', other] as const);

describe('two stages whose names overlap', () => {
  // It synthesizes a stage first, which on a busy machine takes its time.
  it('there are patterns, and each that names what a stage has is of that stage', () => {
    const patterns = patternsOf('prod').filter((pattern) => pattern.includes('tactful'));
    expect(patterns.length).toBeGreaterThan(2);
    expect(patterns).toContain('arn:aws:states:eu-west-1:111122223333:stateMachine:tactful-prod__*');
    expect(arnsOf('prod').length).toBeGreaterThan(40);
  }, 120_000);

  it.each(PAIRS)('no pattern of %s matches what %s has', (stage, other) => {
    const reached = patternsOf(stage).flatMap((pattern) =>
      arnsOf(other).flatMap((arn) => (matches(pattern, arn) ? [`${pattern} matches ${arn}`] : [])),
    );
    expect(reached).toEqual([]);
  });

  it.each(PAIRS)('nothing of %s has the name of anything of %s', (stage, other) => {
    const namesOf = (one: string) =>
      of(one).flatMap((resource) => (nameOf(resource) ? [`${resource.Type} ${JSON.stringify(nameOf(resource))}`] : []));
    const names = new Set(namesOf(stage));
    expect(namesOf(other).filter((name) => names.has(name))).toEqual([]);
  });

  it('every resource that has a name is looked at', () => {
    const named = of('prod').filter(({ Properties }) => JSON.stringify(Properties ?? {}).includes('"tactful-prod'));
    const types = [...new Set(named.map(({ Type }) => Type))];
    // What only speaks of another resource by its name.
    const speaking = [
      'AWS::Lambda::EventInvokeConfig',
      'AWS::SES::ConfigurationSetEventDestination',
      'AWS::IAM::Policy',
      'AWS::IAM::Role',
      'AWS::SQS::QueuePolicy',
      // It has the name of its stage in a set that may be shared.
      'AWS::SES::ReceiptRule',
      'AWS::SNS::TopicPolicy',
      'AWS::S3::BucketPolicy',
    ];
    expect(types.filter((type) => !(type in NAMED) && !speaking.includes(type))).toEqual([]);
  });

  it('none of which would take a name of the other, unless it may not be called so', () => {
    const whole = { stage: 'prod', inbox: 'on', desk: 'zendesk', deskUrl: 'https://acme.zendesk.com' };
    const { main, operations } = synth(whole);
    const stacks = ['tactful-prod', 'tactful-prod-operations', 'tactful-prod-machines'].map((name) => ['stack', name]);
    // What AWS knows by an id may be called the same.
    const named = [main, operations]
      .flatMap(({ all }) => Object.values(all))
      .filter(({ Type }) => (NAMED[Type]?.[1]('any') ?? []).length > 0)
      .map((resource) => [resource.Type, text(nameOf(resource))]);
    const ofProd = [...stacks, ...named].map(([type = '', name = '']) => `${type} ${name}`);
    const ends = ofProd.flatMap((name) => {
      const words = name.split('tactful-prod-')[1]?.split('-') ?? [];
      return words.map((_, index) => words.slice(0, index + 1).join('-'));
    });
    expect(ends.length).toBeGreaterThan(40);
    const clashing = [...new Set(ends)].filter((end) => {
      const ofOther = ofProd.map((name) => name.replace('tactful-prod', `tactful-prod-${end}`));
      return ofOther.some((name) => ofProd.includes(name));
    });
    const refused = clashing.filter((end) => !GivenSettings.shape.stage.safeParse(`prod-${end}`).success);
    expect(refused.toSorted()).toEqual(clashing.toSorted());
    expect(clashing.toSorted()).toEqual(['console', 'desk', 'inbox', 'machines', 'operations']);
  });
});
