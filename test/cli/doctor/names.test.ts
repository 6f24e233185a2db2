import { expect, it } from 'vitest';
import type { Kind } from '../../../cli/doctor/account.ts';
import { namesOf, reservationsOf } from '../../../cli/doctor/names.ts';
import { synth } from '../../infra/support/synth.ts';

const NAMED: Record<Kind, [type: string, property: string]> = {
  table: ['AWS::DynamoDB::Table', 'TableName'],
  secret: ['AWS::SecretsManager::Secret', 'Name'],
  'user pool': ['AWS::Cognito::UserPool', 'UserPoolName'],
  bus: ['AWS::Events::EventBus', 'Name'],
  queue: ['AWS::SQS::Queue', 'QueueName'],
  'schedule group': ['AWS::Scheduler::ScheduleGroup', 'Name'],
  'email configuration set': ['AWS::SES::ConfigurationSet', 'Name'],
  'log group': ['AWS::Logs::LogGroup', 'LogGroupName'],
};

const DESKS = {
  zendesk: { desk: 'zendesk', deskUrl: 'https://acme.zendesk.com' },
  connect: {
    desk: 'connect',
    deskInstance: 'arn:aws:connect:eu-west-1:123456789012:instance/12345678-1234-1234-1234-123456789012',
    deskFlow: '846ec553-a005-41c0-8341-0123456789ab',
  },
};

it.each(
  Object.entries(NAMED).flatMap((named) =>
    Object.values(DESKS).map((desk) => [named[0], desk.desk, named[1], desk] as const),
  ),
)(
  'the doctor looks for every %s that the templates name where the desk is %s, and no other',
  (kind, desk, [type, property], setting) => {
    const { main, operations } = synth({ stage: 'production', inbox: 'on', ...setting });
    const resourceNames = [main, operations]
      .flatMap((stack) => stack.of(type))
      .map(([, { Properties }]) => Properties[property]);
    const context = { prefix: 'tactful-production', inbox: 'on', inboundDomain: 'reply.acme.com', desk } as const;
    const sought = namesOf(context).flatMap(([each, name]) => (each === kind ? [name] : []));
    expect(sought.toSorted()).toEqual(resourceNames.toSorted());
  },
);

it.each([
  { stage: 'production' },
  { stage: 'dev-ada' },
  { stage: 'test', reservedConcurrency: 'on' },
  { stage: 'live', reservedConcurrency: 'off' },
] as const)('the doctor asks for what the functions of %o reserve, and no more', (context) => {
  const { main } = synth(context);
  const reservations = main
    .of('AWS::Lambda::Function')
    .flatMap(([, { Properties }]) =>
      Properties.ReservedConcurrentExecutions === undefined
        ? []
        : [[Properties.FunctionName, Properties.ReservedConcurrentExecutions]],
    );
  expect(reservationsOf({ ...context, prefix: `tactful-${context.stage}` })).toEqual(reservations);
});
