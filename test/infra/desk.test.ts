import { describe, expect, it } from 'vitest';
import { synth } from './support/synth.ts';

const { main } = synth({ desk: 'zendesk', deskUrl: 'https://acme.zendesk.com' });

interface Statement {
  Action: string | string[];
  Resource?: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}

const [[, fn] = [undefined, undefined]] = main
  .of('AWS::Lambda::Function')
  .filter(([, { Properties }]) => Properties.FunctionName === 'tactful-dev-desk');
const role = fn?.Properties.Role['Fn::GetAtt'][0] as string;
const statements = main
  .of('AWS::IAM::Policy')
  .filter(([, { Properties }]) => (Properties.Roles as { Ref: string }[]).some(({ Ref }) => Ref === role))
  .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Statement[]);

describe('a desk', () => {
  it('is there only where one is named', () => {
    const names = (template: typeof main) =>
      template.of('AWS::Lambda::Function').map(([, { Properties }]) => Properties.FunctionName);
    expect(names(main)).toContain('tactful-dev-desk');
    expect(names(synth().main)).not.toContain('tactful-dev-desk');
    expect(synth().main.of('AWS::SecretsManager::Secret')).toHaveLength(2);
  });

  it('is told of work and replies that are ours, through a queue with dead letters', () => {
    const [, rule] = main.of('AWS::Events::Rule').find(([, { Properties }]) => Properties.Name === 'tactful-dev-desk')!;
    expect(rule.Properties.EventPattern).toEqual({
      source: ['tactful'],
      'detail-type': ['agent.task_created', 'agent.task_alone', 'agent.task_closed', 'desk.reply_received'],
    });
    const [, queue] = main
      .of('AWS::SQS::Queue')
      .find(([, { Properties }]) => Properties.QueueName === 'tactful-dev-desk')!;
    expect(queue.Properties.RedrivePolicy.maxReceiveCount).toBe(150);
  });

  it('may read its own secret and the key of our signature, keep what it made, and put answers on the bus', () => {
    const actions = statements.flatMap(({ Action }) => Action);
    expect([...new Set(actions)].filter((action) => !/^(logs|xray):/.test(action)).toSorted()).toEqual([
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'events:PutEvents',
      'secretsmanager:GetSecretValue',
      'sqs:ChangeMessageVisibility',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:ReceiveMessage',
      'sqs:SendMessage',
    ]);
    const keys = statements.flatMap(
      ({ Condition }) => Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? [],
    );
    expect(keys.toSorted()).toEqual(['crowd#*', 'desk#*', 'task#*']);
  });

  it('answers by one way, which is throttled', () => {
    const routes = main.of('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties.RouteKey);
    expect(routes).toContain('POST /answers');
    const stages = main.of('AWS::ApiGatewayV2::Stage').map(([, { Properties }]) => Properties.DefaultRouteSettings);
    for (const settings of stages) expect(settings.ThrottlingRateLimit).toBeGreaterThan(0);
  });

  it('has a key of chance, and room for a token of its own', () => {
    const [, secret] = main
      .of('AWS::SecretsManager::Secret')
      .find(([, { Properties }]) => Properties.Name === 'tactful-dev-desk')!;
    expect(secret.Properties.GenerateSecretString).toMatchObject({ GenerateStringKey: 'key', PasswordLength: 64 });
    expect(JSON.parse(secret.Properties.GenerateSecretString.SecretStringTemplate)).toEqual({
      authorization: '',
      answers: '',
    });
  });
});
