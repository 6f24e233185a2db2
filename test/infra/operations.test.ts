import { describe, expect, it } from 'vitest';
import { templateText } from './support/arns.ts';
import { synth } from './support/synth.ts';

const { main, operations } = synth();
const tablesOf = (resources: typeof main) => resources.of('AWS::DynamoDB::Table');

describe('operations', () => {
  it('rings for everything that somebody must look at, and says where', () => {
    const alarms = operations.of('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    const names = alarms.map(({ AlarmName }) => AlarmName.replace('tactful-dev-', ''));
    for (const name of [
      'intake-dead-letters',
      'rejects',
      'runs-failed',
      'runs-late',
      'timers-late',
      'effects-returned',
      'deliver-errors',
      'stream-late',
      'throttles',
      'console-fails',
      'rules-failed',
      'schedules-failed',
      'set-aside-long',
      'overdue',
      'items-unreadable',
      'channel-busy',
      'channel-down',
      'nothing-sent',
      'canary-missing',
      'sending-paused',
      'send-quota',
      'oldest-due',
      'dead-for-good',
      'stream-given-up',
      'send-failures',
      'complaint-rate',
    ]) {
      expect(names).toContain(name);
    }
    for (const { AlarmActions, AlarmDescription } of alarms) {
      expect(AlarmActions).toHaveLength(1);
      expect(AlarmDescription.length).toBeGreaterThan(40);
    }
  });

  const above = { TreatMissingData: 'notBreaching', ComparisonOperator: 'GreaterThanOrEqualToThreshold' };
  const hourly = { Period: 3600, EvaluationPeriods: 1, Statistic: 'Maximum', ...above };

  it.each([
    [
      'canary-missing',
      'CanarySent',
      {
        Statistic: 'Sum',
        Threshold: 1,
        Period: 3600,
        EvaluationPeriods: 2,
        TreatMissingData: 'breaching',
        ComparisonOperator: 'LessThanThreshold',
      },
    ],
    ['sending-paused', 'SendingPaused', { ...hourly, Threshold: 1 }],
    ['send-quota', 'SendQuotaUsed', { ...hourly, Threshold: 80 }],
    ['oldest-due', 'OldestDue', { ...hourly, Threshold: 3600 }],
    ['dead-for-good', 'DeadForGood', { ...hourly, Threshold: 1 }],
  ])('%s rings for the figure %s as our functions count it', (name, MetricName, expected) => {
    const alarms = operations.of('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    expect(alarms.find(({ AlarmName }) => AlarmName === `tactful-dev-${name}`)).toMatchObject({
      Namespace: 'Tactful',
      MetricName,
      Dimensions: [
        { Name: 'Stage', Value: 'dev' },
        { Name: 'service', Value: 'tactful' },
      ],
      ...expected,
    });
  });

  it('what takes one by one rings where it comes back, whichever version failed: that is no error of the function’s', () => {
    const desk = { desk: 'zendesk', deskUrl: 'https://acme.zendesk.com' };
    const { main: whole, operations: watched } = synth({ stage: 'production', ...desk });
    const partly = whole
      .of('AWS::Lambda::EventSourceMapping')
      .filter(([, { Properties }]) => Properties.FunctionResponseTypes?.[0] === 'ReportBatchItemFailures');
    const alarms = watched.of('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    const returned = alarms.filter(({ MetricName }) => MetricName === 'Returned');
    // Effects takes from two queues, and counts what comes back without its name.
    expect(returned).toHaveLength(partly.length - 1);
    const named = returned.map(({ AlarmName, AlarmActions, Dimensions }) => {
      expect(AlarmActions).toHaveLength(1);
      const dimensions = Object.fromEntries(
        (Dimensions as { Name: string; Value: string }[]).map(({ Name, Value }) => [Name, Value]),
      );
      expect(Object.keys(dimensions).toSorted()).toEqual(
        dimensions.Function === undefined ? ['Stage', 'service'] : ['Function', 'Stage', 'service'],
      );
      return [AlarmName.replace('tactful-production-', ''), dimensions.Function];
    });
    expect(named.toSorted()).toEqual([
      ['broadcast-returned', 'broadcast'],
      ['desk-returned', 'desk'],
      ['effects-returned', undefined],
      ['inbound-returned', 'inbound'],
      ['intake-returned', 'intake'],
      ['relay-returned', 'relay'],
    ]);
  });

  it.each([
    ['stream-unread', 'relay', { Period: 900, DatapointsToAlarm: 2, EvaluationPeriods: 16 }],
    ['census-unread', 'census', { Period: 3600, EvaluationPeriods: 2 }],
  ])(
    '%s rings where customers are changed and %s is not called, which has no age of its iterator then',
    (name, reader, { Period, ...evaluated }) => {
      const [, alarm] = operations
        .of('AWS::CloudWatch::Alarm')
        .find(([, { Properties }]) => Properties.AlarmName === `tactful-dev-${name}`)!;
      expect(alarm.Properties).toMatchObject({ ...above, Threshold: 1, ...evaluated });
      const [{ Expression }, ...figures] = alarm.Properties.Metrics;
      const [, over = '', without = ''] =
        /^IF\(FILL\((\w+), 0\) > 0 AND FILL\((\w+), 0\) == 0, 1, 0\)$/.exec(Expression) ?? [];
      const figureOf = (id: string) => figures.find(({ Id }: { Id: string }) => Id === id)?.MetricStat;
      expect(figureOf(over)).toMatchObject({
        Metric: { MetricName: 'ConsumedWriteCapacityUnits' },
        Stat: 'Sum',
        Period,
      });
      expect(figureOf(without)).toMatchObject({ Metric: { MetricName: 'Invocations' }, Stat: 'Sum', Period });
      const [customers] = tablesOf(main)[0]!;
      const [fn] = main
        .of('AWS::Lambda::Function')
        .find(([, { Properties }]) => Properties.FunctionName === `tactful-dev-${reader}`)!;
      for (const [id, thing] of [
        [over, customers],
        [without, fn],
      ] as const)
        expect(templateText(figureOf(id).Metric.Dimensions[0].Value)).toContain(thing);
    },
  );

  it.each([
    ['intake-in-flight', 'intake'],
    ['runs-in-flight', 'due'],
    ['timers-in-flight', 'later'],
  ])(
    '%s rings while SQS still gives out messages of the queue %s, of which it lets 120,000 be in flight',
    (name, queue) => {
      const [, alarm] = operations
        .of('AWS::CloudWatch::Alarm')
        .find(([, { Properties }]) => Properties.AlarmName === `tactful-dev-${name}`)!;
      expect(alarm.Properties).toMatchObject({
        ...above,
        MetricName: 'ApproximateNumberOfMessagesNotVisible',
        Statistic: 'Maximum',
      });
      expect(alarm.Properties.Threshold).toBeLessThanOrEqual(100_000);
      const [id] = main
        .of('AWS::SQS::Queue')
        .find(([, { Properties }]) => Properties.QueueName === `tactful-dev-${queue}`)!;
      expect(templateText(alarm.Properties.Dimensions[0].Value)).toContain(id);
    },
  );

  it('commits that are given up ring also where Lambda cannot write them into the bucket', () => {
    const [, alarm] = operations
      .of('AWS::CloudWatch::Alarm')
      .find(([, { Properties }]) => Properties.AlarmName === 'tactful-dev-stream-given-up')!;
    const named = alarm.Properties.Metrics.slice(1).map(
      ({ MetricStat }: { MetricStat: { Metric: { MetricName: string } } }) => MetricStat.Metric.MetricName,
    );
    expect(named).toEqual(['OnFailureDestinationDeliveredEventCount', 'DroppedEventCount']);
    expect(main.all.RelayStreamMapping?.Properties.MetricsConfig).toEqual({ Metrics: ['EventCount'] });
  });

  it('nothing sent rings only on a day on which somebody entered a journey', () => {
    const [, alarm] = operations
      .of('AWS::CloudWatch::Alarm')
      .find(([, { Properties }]) => Properties.AlarmName === 'tactful-dev-nothing-sent')!;
    const [sum, ...counts] = alarm.Properties.Metrics;
    expect(sum.Expression).toBe('IF(FILL(entered, 0) > 0 AND FILL(sent, 0) == 0, 1, 0)');
    expect(
      counts.map(({ Id, MetricStat }: { Id: string; MetricStat: { Period: number } }) => [Id, MetricStat.Period]),
    ).toEqual([
      ['entered', 86_400],
      ['sent', 86_400],
    ]);
  });

  it('watches every rule and every function, whichever part made it', () => {
    const namesIn = (alarm: string, dimension: string): string[] =>
      operations
        .of('AWS::CloudWatch::Alarm')
        .filter(([, { Properties }]) => String(Properties.AlarmName).startsWith(`tactful-dev-${alarm}`))
        .flatMap(([, { Properties }]) => Properties.Metrics.slice(1))
        .flatMap(({ MetricStat }: { MetricStat: { Metric: { Dimensions: { Name: string; Value: string }[] } } }) =>
          MetricStat.Metric.Dimensions.filter(({ Name }) => Name === dimension).map(({ Value }) => Value),
        )
        .toSorted();
    const valuesOf = (type: string, name: string) =>
      main
        .of(type)
        .map(([, { Properties }]) => Properties[name])
        .toSorted();
    expect(namesIn('rules-failed', 'RuleName')).toEqual(valuesOf('AWS::Events::Rule', 'Name'));
    expect(namesIn('throttles', 'FunctionName')).toEqual(valuesOf('AWS::Lambda::Function', 'FunctionName'));
  });

  it('lets CloudWatch ring: a topic with a policy of its own has no other', () => {
    const [policy] = operations.of('AWS::SNS::TopicPolicy').map(([, { Properties }]) => Properties.PolicyDocument);
    const allowed = policy?.Statement.filter(({ Effect }: { Effect: string }) => Effect === 'Allow');
    expect(allowed).toMatchObject([{ Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } }]);
  });

  it('keeps events for a month to play them again', () => {
    const [archive] = operations.of('AWS::Events::Archive').map(([, { Properties }]) => Properties);
    expect(archive).toMatchObject({ RetentionDays: 30, ArchiveName: 'tactful-dev' });
  });
});
