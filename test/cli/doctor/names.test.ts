import { expect, it } from 'vitest';
import type { Kind } from '../../../cli/doctor/account.ts';
import { namesOf, reservationsOf } from '../../../cli/doctor/names.ts';
import { synth } from '../../infra/support/synth.ts';

const NAMED: Record<Kind, [type: string, property: string]> = {
  table: ['AWS::DynamoDB::Table', 'TableName'],
  secret: ['AWS::SecretsManager::Secret', 'Name'],
  bus: ['AWS::Events::EventBus', 'Name'],
  queue: ['AWS::SQS::Queue', 'QueueName'],
  'schedule group': ['AWS::Scheduler::ScheduleGroup', 'Name'],
  'email configuration set': ['AWS::SES::ConfigurationSet', 'Name'],
  'log group': ['AWS::Logs::LogGroup', 'LogGroupName'],
};

it.each(Object.entries(NAMED))(
  'the doctor looks for every %s that the templates name, and no other',
  (kind, [type, property]) => {
    const { main, operations } = synth({ stage: 'production', inbox: 'on' });
    const made = [main, operations]
      .flatMap((stack) => stack.of(type))
      .map(([, { Properties }]) => Properties[property]);
    const given = { prefix: 'tactful-production', inbox: 'on', inboundDomain: 'reply.acme.com' } as const;
    const sought = namesOf(given).flatMap(([each, name]) => (each === kind ? [name] : []));
    expect(sought.toSorted()).toEqual(made.toSorted());
  },
);

it.each([
  { stage: 'production' },
  { stage: 'dev-ada' },
  { stage: 'test', reservedConcurrency: 'on' },
  { stage: 'live', reservedConcurrency: 'off' },
] as const)('the doctor asks for what the functions of %o reserve, and no more', (given) => {
  const { main } = synth(given);
  const made = main
    .of('AWS::Lambda::Function')
    .flatMap(([, { Properties }]) =>
      Properties.ReservedConcurrentExecutions === undefined
        ? []
        : [[Properties.FunctionName, Properties.ReservedConcurrentExecutions]],
    );
  expect(reservationsOf({ ...given, prefix: `tactful-${given.stage}` })).toEqual(made);
});
