import { expect, it } from 'vitest';
import { synth } from './support/synth.ts';

it('each hour it is invoked, and an alarm says when it fails', () => {
  const { main, operations } = synth();
  const [[, rule] = []] = main
    .of('AWS::Events::Rule')
    .filter(([, { Properties }]) => Properties.Name === 'tactful-dev-capacity');
  expect(rule?.Properties).toMatchObject({ ScheduleExpression: 'rate(1 hour)', State: 'ENABLED' });
  const [target, ...others] = rule?.Properties.Targets ?? [];
  expect(others).toEqual([]);
  const [id] = target.Arn['Fn::GetAtt'];
  expect(main.all[id]?.Properties.FunctionName).toBe('tactful-dev-capacity');
  const [shelf] = target.DeadLetterConfig.Arn['Fn::GetAtt'];
  expect(main.all[shelf]?.Properties.QueueName).toBe('tactful-dev-clock-dead-letters');
  expect(target.RetryPolicy).toMatchObject({ MaximumEventAgeInSeconds: 3600 });
  const alarms = [...main.of('AWS::CloudWatch::Alarm'), ...operations.of('AWS::CloudWatch::Alarm')];
  expect(alarms.map(([, { Properties }]) => Properties.AlarmName)).toEqual(
    expect.arrayContaining(['tactful-dev-capacity-errors', 'tactful-dev-clock-dead-letters']),
  );
});
