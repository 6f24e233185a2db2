import { describe, expect, it } from 'vitest';
import { synth } from './support/synth.ts';

const { main, operations } = synth();
const withReserve = synth({ reservedConcurrency: 'on', maxSendRate: 14 }).main;

describe('functions', () => {
  const functions = main.of('AWS::Lambda::Function').map(([, { Properties }]) => Properties);

  it('run on Node 24 and ARM, traced, with a role and a log group each', () => {
    expect(functions).toHaveLength(15);
    for (const fn of functions) {
      expect(fn).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], TracingConfig: { Mode: 'Active' } });
      expect(fn.LoggingConfig).toMatchObject({ LogFormat: 'JSON', SystemLogLevel: 'WARN' });
    }
    expect(new Set(functions.map(({ Role }) => JSON.stringify(Role))).size).toBe(15);
    expect(new Set(functions.map(({ LoggingConfig }) => JSON.stringify(LoggingConfig.LogGroup))).size).toBe(15);
  });

  it('deliver ends before its reservation does', () => {
    const deliver = functions.find(({ FunctionName }) => FunctionName === 'tactful-dev-deliver');
    expect(deliver?.Timeout).toBeLessThan(60);
  });

  it('one event of a batch can fail without the others, and what the stream gives up is kept', () => {
    const mappings = main.of('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties);
    expect(mappings).toHaveLength(7);
    const partly = mappings.filter(
      ({ FunctionResponseTypes }) => FunctionResponseTypes?.[0] === 'ReportBatchItemFailures',
    );
    expect(partly).toHaveLength(6);
    const stream = partly.find(({ StartingPosition }) => StartingPosition !== undefined);
    const bucket = main.of('AWS::S3::Bucket').find(([id]) => id.startsWith('Relay'))?.[0];
    expect(stream).toMatchObject({
      BisectBatchOnFunctionError: true,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [bucket, 'Arn'] } } },
    });
  });

  it('who goes on by messages to a queue of its own is not taken for a loop that Lambda has to stop, and nobody else may go on so', () => {
    const queueOf = (arn: unknown) => (arn as { 'Fn::GetAtt'?: [string, string] })?.['Fn::GetAtt']?.[0];
    const statementsOf = (role: string) =>
      main
        .of('AWS::IAM::Policy')
        .filter(([, { Properties }]) => JSON.stringify(Properties.Roles).includes(`"${role}"`))
        .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Record<string, unknown>[])
        .filter(({ Action }) => [Action].flat().includes('sqs:SendMessage'));
    const sendsTo = ({ Role }: Record<string, unknown>) =>
      statementsOf(queueOf(Role) ?? '').flatMap(({ Resource }) => [Resource].flat().map(queueOf));
    const loops = main
      .of('AWS::Lambda::EventSourceMapping')
      .filter(([, { Properties }]) => {
        const fn = main.all[Properties.FunctionName.Ref]?.Properties;
        return fn !== undefined && sendsTo(fn).includes(queueOf(Properties.EventSourceArn));
      })
      .map(([, { Properties }]) => main.all[Properties.FunctionName.Ref]?.Properties.FunctionName);
    expect([...new Set(loops)].toSorted()).toEqual(['tactful-dev-broadcast', 'tactful-dev-effects']);
    const allowed = functions.filter(({ RecursiveLoop }) => RecursiveLoop === 'Allow');
    expect(allowed.map(({ FunctionName }) => FunctionName).toSorted()).toEqual([...new Set(loops)].toSorted());
  });

  it('what is counted comes in order, says of which shard it is, and comes again, by halves, until it was counted', () => {
    const mapping = main.all.CensusStreamMapping?.Properties;
    expect(mapping).toMatchObject({
      BisectBatchOnFunctionError: true,
      TumblingWindowInSeconds: 900,
      ParallelizationFactor: 1,
      MaximumBatchingWindowInSeconds: 60,
    });
    for (const name of ['FunctionResponseTypes', 'MaximumRetryAttempts', 'MaximumRecordAgeInSeconds'])
      expect(mapping).not.toHaveProperty(name);
  });
});

describe('what has to work on a bad day', () => {
  const reservedIn = (resources: typeof main) =>
    Object.fromEntries(
      resources.of('AWS::Lambda::Function').flatMap(([, { Properties }]) => {
        const { FunctionName, ReservedConcurrentExecutions: reserved } = Properties;
        return reserved === undefined ? [] : [[FunctionName.replace(/^tactful-[a-z]+-/, ''), reserved]];
      }),
    );

  it('has a part of the account’s concurrency to itself, where the stage is kept or says so', () => {
    const both = { intake: 100, preferences: 50, api: 20 };
    expect(reservedIn(synth({ stage: 'production' }).main)).toEqual(both);
    expect(reservedIn(main)).toEqual({});
    expect(reservedIn(synth({ stage: 'production', reservedConcurrency: 'off' }).main)).toEqual({});
    expect(reservedIn(withReserve)).toEqual(both);
  });

  it('events stay for days: hidden for six time-outs, tried for about a week, and then brought back', () => {
    const queue = main
      .of('AWS::SQS::Queue')
      .find(([, { Properties }]) => Properties.QueueName === 'tactful-dev-intake');
    const { VisibilityTimeout, RedrivePolicy, MessageRetentionPeriod } = queue![1].Properties;
    expect(VisibilityTimeout).toBe(6 * 30);
    // An hour between two once it is late, and the rest of the fortnight among the dead letters, whose time does not begin again.
    const days = RedrivePolicy.maxReceiveCount / 24;
    expect(days).toBeGreaterThan(5);
    expect(days).toBeLessThan(MessageRetentionPeriod / 86_400 / 2);
    const rules = main.of('AWS::Events::Rule').map(([, { Properties }]) => Properties);
    const back = rules.find(({ Targets }) => Targets[0].Input === '{"command":"bring-back"}');
    expect(back).toMatchObject({ ScheduleExpression: 'rate(15 minutes)', State: 'ENABLED' });
  });

  it('dead letters that were tried for days ring three days before SQS forgets them, and rejects, which are not tried, four', () => {
    const queues = main.of('AWS::SQS::Queue').map(([, { Properties }]) => Properties);
    const intake = queues.find(({ QueueName }) => QueueName === 'tactful-dev-intake');
    const { MessageRetentionPeriod: retention, RedrivePolicy } = intake!;
    // A letter keeps the time at which it was sent, while the age of its shelf begins when it comes there.
    const tried = RedrivePolicy.maxReceiveCount * 3600;
    const thresholdOf = (name: string) =>
      operations
        .of('AWS::CloudWatch::Alarm')
        .map(([, { Properties }]) => Properties)
        .find(({ AlarmName }) => AlarmName === `tactful-dev-${name}`)?.Threshold;
    expect((retention - tried - thresholdOf('set-aside-long')) / 86_400).toBeGreaterThan(2.5);
    expect((retention - tried - thresholdOf('set-aside-long')) / 86_400).toBeLessThan(3);
    expect((retention - thresholdOf('rejects-long')) / 86_400).toBe(4);
  });

  it('an email goes to the mailbox simulator each hour, by deliver itself', () => {
    const rules = main.of('AWS::Events::Rule').map(([, { Properties }]) => Properties);
    const [canary, ...others] = rules.filter(({ Targets }) => Targets[0].Input === '{"task":"canary"}');
    expect(others).toEqual([]);
    expect(canary).toMatchObject({ ScheduleExpression: 'rate(1 hour)', State: 'ENABLED' });
    const called = main.all[canary?.Targets[0].Arn['Fn::GetAtt'][0]]?.Properties.FunctionName;
    expect(called).toBe('tactful-dev-deliver');
  });

  it('emails are given to SES at the rate that the account has', () => {
    const rateIn = (resources: typeof main) =>
      resources
        .of('AWS::Lambda::Function')
        .flatMap(([, { Properties }]) => Properties.Environment?.Variables.MAX_SEND_RATE ?? []);
    expect(rateIn(withReserve)).toEqual(['14']);
    expect(rateIn(main)).toEqual([]);
  });
});
