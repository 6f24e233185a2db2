import { describe, expect, it } from 'vitest';
import { type Resource, synth } from './support/synth.ts';

const { main } = synth();

describe('runs and timers', () => {
  const queueOf = (name: string) =>
    main.of('AWS::SQS::Queue').find(([, { Properties }]) => Properties.QueueName === `tactful-dev-${name}`)!;
  const [, fn] = main
    .of('AWS::Lambda::Function')
    .find(([, { Properties }]) => Properties.FunctionName === 'tactful-dev-effects')!;

  it.each(['due', 'later'])('messages of the queue %s stay until they are done, six time-outs apart', (name) => {
    const [, { Properties }] = queueOf(name);
    expect(Properties).toMatchObject({
      VisibilityTimeout: 6 * fn.Properties.Timeout,
      MessageRetentionPeriod: 1_209_600,
    });
    expect(Properties.RedrivePolicy).toBeUndefined();
  });

  it.each(['due', 'later'])('effects takes from the queue %s with workers of its own', (name) => {
    const [id] = queueOf(name);
    const [mapping] = main
      .of('AWS::Lambda::EventSourceMapping')
      .map(([, { Properties }]) => Properties)
      .filter(({ EventSourceArn }) => EventSourceArn['Fn::GetAtt'][0] === id);
    expect(mapping?.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    expect(mapping?.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(10);
  });

  it('every six hours somebody looks for whom no timer reached, by a rule that alone may send there', () => {
    const [[rule, { Properties }]] = main
      .of('AWS::Events::Rule')
      .filter(([, { Properties }]) => Properties.ScheduleExpression !== undefined) as [[string, Resource]];
    const [later] = queueOf('later');
    expect(Properties.ScheduleExpression).toBe('rate(6 hours)');
    expect(Properties.Targets).toMatchObject([
      { Arn: { 'Fn::GetAtt': [later, 'Arn'] }, Input: '{"type":"sweep","format":1}' },
    ]);
    const policies = main.of('AWS::SQS::QueuePolicy').map(([, policy]) => policy.Properties);
    const own = policies.find(({ Queues }) => Queues[0].Ref === later);
    const allowed = own?.PolicyDocument.Statement.filter(({ Effect }: { Effect: string }) => Effect === 'Allow');
    expect(allowed).toHaveLength(1);
    expect(allowed[0].Condition.ArnEquals).toEqual({ 'aws:SourceArn': { 'Fn::GetAtt': [rule, 'Arn'] } });
  });

  it('what is tried in the console is forgotten within days, every version of it', () => {
    const rules = main
      .of('AWS::S3::Bucket')
      .flatMap(([, { Properties }]) => Properties.LifecycleConfiguration?.Rules ?? [])
      .filter(({ Prefix }: { Prefix?: string }) => Prefix === 'jobs/');
    expect(rules).toMatchObject([{ ExpirationInDays: 1, NoncurrentVersionExpiration: { NoncurrentDays: 1 } }]);
  });

  it('schedules lie in a group of the stage, which goes with it', () => {
    const [[, group]] = main.of('AWS::Scheduler::ScheduleGroup') as [[string, Resource]];
    expect(group.Properties.Name).toBe('tactful-dev');
    expect(group.DeletionPolicy).toBe('Delete');
  });

  it('every function that decides knows where what is published lies, and who publishes it', () => {
    const numbered = main
      .of('AWS::Lambda::Function')
      .map(([, { Properties }]) => Properties)
      .filter(({ Environment }) => Environment.Variables.WORKFLOWS_BUCKET !== undefined);
    expect(numbered.map(({ FunctionName }) => FunctionName.replace('tactful-dev-', '')).toSorted()).toEqual([
      'advance',
      'api',
      'broadcast',
      'capacity',
      'deliver',
      'effects',
      'intake',
      'operate',
      'operate-erase',
      'operate-read',
      'preferences',
      'publish',
    ]);
  });
});
