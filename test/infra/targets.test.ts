import { describe, expect, it } from 'vitest';
import { isAdmitted, type Publisher, type Statement, templateText } from './support/arns.ts';
import { type Resource, synth } from './support/synth.ts';

type Template = ReturnType<typeof synth>['main'];

/** Every target in a template, by what hands it something; each is asked whether it lets that in. */
const targetsIn = (template: Template) => {
  const policiesOf = (type: string, property: string, target: string): Resource[] =>
    template
      .of(type)
      .map(([, policy]) => policy)
      .filter(({ Properties }) => Properties[property].map(templateText).includes(`<${target}>`));

  /** By the id of a queue or topic in its ARN. */
  const admits = (arn: string, publisher: Publisher): boolean => {
    const id = arn.replace(/^<|(\.Arn)?>$/g, '');
    if (template.all[id]?.Type === 'AWS::SQS::Queue')
      return isAdmitted(policiesOf('AWS::SQS::QueuePolicy', 'Queues', id), publisher);
    if (template.all[id]?.Type === 'AWS::SNS::Topic')
      return isAdmitted(policiesOf('AWS::SNS::TopicPolicy', 'Topics', id), publisher);
    if (template.all[id]?.Type === 'AWS::Lambda::Function')
      return template
        .of('AWS::Lambda::Permission')
        .some(
          ([, { Properties }]) =>
            templateText(Properties.FunctionName) === arn &&
            Properties.Principal === publisher.service &&
            publisher.arns.includes(templateText(Properties.SourceArn)),
        );
    return false;
  };

  const roleMay = (role: string, action: string, arn: string): boolean =>
    [
      ...template
        .of('AWS::IAM::Policy')
        .filter(([, { Properties }]) => Properties.Roles.map(templateText).includes(role)),
    ]
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Statement[])
      .some(({ Action, Resource }) => Action === action && templateText(Resource) === arn);

  const rules = template.of('AWS::Events::Rule').flatMap(([id, { Properties }]) => {
    const bus = Properties.EventBusName === undefined ? '' : `${templateText(Properties.EventBusName)}/`;
    const arns = [`<${id}.Arn>`, `arn:<Partition>:events:<Region>:<AccountId>:rule/${bus}${Properties.Name}`];
    const publisher = { service: 'events.amazonaws.com', action: 'sqs:SendMessage', arns };
    return (Properties.Targets as { Arn: unknown; RoleArn?: unknown; DeadLetterConfig?: { Arn: unknown } }[]).flatMap(
      ({ Arn, RoleArn, DeadLetterConfig }) => {
        const role = templateText(RoleArn ?? '').replace('.Arn', '');
        const main = RoleArn
          ? roleMay(role, 'events:PutEvents', templateText(Arn))
          : admits(templateText(Arn), publisher);
        const dead = DeadLetterConfig ? admits(templateText(DeadLetterConfig.Arn), publisher) : true;
        return [
          { what: `${Properties.Name} to ${templateText(Arn)}`, admitted: main },
          { what: `${Properties.Name} to its dead letters`, admitted: dead },
        ];
      },
    );
  });

  const alarms = template.of('AWS::CloudWatch::Alarm').flatMap(([, { Properties }]) => {
    const arn = `arn:<Partition>:cloudwatch:<Region>:<AccountId>:alarm:${Properties.AlarmName}`;
    const publisher = { service: 'cloudwatch.amazonaws.com', action: 'sns:Publish', arns: [arn] };
    return (Properties.AlarmActions as unknown[]).map((action) => ({
      what: `${Properties.AlarmName} to ${templateText(action)}`,
      admitted: admits(templateText(action), publisher),
    }));
  });

  const subscriptions = template
    .of('AWS::SNS::Subscription')
    .filter(([, { Properties }]) => Properties.Protocol === 'sqs')
    .flatMap(([, { Properties }]) => {
      const publisher = {
        service: 'sns.amazonaws.com',
        action: 'sqs:SendMessage',
        arns: [templateText(Properties.TopicArn)],
      };
      const dead: unknown = Properties.RedrivePolicy?.deadLetterTargetArn;
      return [Properties.Endpoint, ...(dead === undefined ? [] : [dead])].map((target) => ({
        what: `${templateText(Properties.TopicArn)} to ${templateText(target)}`,
        admitted: admits(templateText(target), publisher),
      }));
    });

  const texts = template.of('AWS::SMSVOICE::ConfigurationSet').flatMap(([id, { Properties }]) =>
    (Properties.EventDestinations as { SnsDestination: { TopicArn: unknown } }[]).map(({ SnsDestination }) => ({
      what: `${id} to ${templateText(SnsDestination.TopicArn)}`,
      admitted: admits(templateText(SnsDestination.TopicArn), {
        service: 'sms-voice.amazonaws.com',
        action: 'sns:Publish',
        arns: [],
      }),
    })),
  );

  const integrations = template.of('AWS::ApiGatewayV2::Integration').map(([id, { Properties }]) => ({
    what: `${id} to ${templateText(Properties.IntegrationUri)}`,
    admitted: template
      .of('AWS::Lambda::Permission')
      .some(
        ([, permission]) =>
          templateText(permission.Properties.FunctionName) === templateText(Properties.IntegrationUri) &&
          permission.Properties.Principal === 'apigateway.amazonaws.com' &&
          templateText(permission.Properties.SourceArn).includes(templateText(Properties.ApiId)),
      ),
  }));

  return { rules, alarms, subscriptions, texts, integrations };
};

const stage = synth({ sourceBuses: 'default,company', identity: 'existing' });
const targets = { main: targetsIn(stage.main), operations: targetsIn(stage.operations) };

describe('whoever hands something on is let in where it goes', () => {
  it.each([
    ['rules of EventBridge', targets.main.rules, 8],
    ['alarms', targets.operations.alarms, 20],
    ['topics', targets.main.subscriptions, 2],
    ['text messages', targets.main.texts, 1],
    ['the API', targets.main.integrations, 1],
  ])('%s, and no other of their kind by the same policy', (_, targets, least) => {
    expect(targets.length).toBeGreaterThanOrEqual(least);
    expect(targets.filter(({ admitted }) => !admitted).map(({ what }) => what)).toEqual([]);
  });

  it('Scheduler, by a role that it alone may take, for the group of the stage', () => {
    const [[, role]] = stage.main
      .of('AWS::IAM::Role')
      .filter(([, { Properties }]) => JSON.stringify(Properties.AssumeRolePolicyDocument).includes('scheduler.')) as [
      [string, Resource],
    ];
    const [trust] = role.Properties.AssumeRolePolicyDocument.Statement;
    expect(templateText(trust.Condition.StringEquals['aws:SourceAccount'])).toBe('<AccountId>');
    expect(templateText(trust.Condition.StringEquals['aws:SourceArn'])).toContain('schedule-group/tactful-dev');
    const [[due]] = stage.main
      .of('AWS::SQS::Queue')
      .filter(([, { Properties }]) => Properties.QueueName === 'tactful-dev-due') as [[string, Resource]];
    const [allowed] = role.Properties.Policies[0].PolicyDocument.Statement;
    expect([allowed.Action, templateText(allowed.Resource)]).toEqual(['sqs:SendMessage', `<${due}.Arn>`]);
  });

  it('a queue whose policy forgets a rule would be seen', () => {
    const { all } = stage.main;
    const queues = Object.entries(all).filter(([, { Type }]) => Type === 'AWS::SQS::QueuePolicy');
    const without = Object.fromEntries(Object.entries(all).filter(([id]) => queues.every(([queue]) => queue !== id)));
    const of = (type: string) => Object.entries(without).filter(([, { Type }]) => Type === type);
    const refused = targetsIn({ ...stage.main, all: without, of }).rules.filter(({ admitted }) => !admitted);
    expect(refused.length).toBeGreaterThan(3);
  });

  it('people, where an address is given for alarms, and nobody else', () => {
    const addressesOf = (context: Record<string, unknown>) =>
      synth(context)
        .operations.of('AWS::SNS::Subscription')
        .map(([, { Properties }]) => [Properties.Protocol, Properties.Endpoint]);
    expect(addressesOf({ alarmEmail: 'ada@acme.com, ben@acme.com' })).toEqual([
      ['email', 'ada@acme.com'],
      ['email', 'ben@acme.com'],
    ]);
    expect(addressesOf({})).toEqual([]);
  });
});
