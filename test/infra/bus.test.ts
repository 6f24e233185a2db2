import { describe, expect, it } from 'vitest';
import { synth } from './support/synth.ts';

const { main } = synth();
const onCompanyBus = synth({ busName: 'company' }).main;

describe('bus', () => {
  const rulesOf = (resources: typeof main) => resources.of('AWS::Events::Rule').map(([, { Properties }]) => Properties);

  it('everything on it goes to intake', () => {
    const all = rulesOf(main).find(({ Description }) => Description.includes('goes to intake'));
    expect(all?.EventPattern).toEqual({ source: [{ prefix: '' }] });
    expect(all?.EventBusName).toEqual({ Ref: main.of('AWS::Events::EventBus')[0]?.[0] });
  });

  it('what a rule could not hand on lies among dead letters', () => {
    const { main: whole } = synth({ stage: 'production', desk: 'zendesk', deskUrl: 'https://acme.zendesk.com' });
    const without = rulesOf(whole).filter(({ Targets }) =>
      Targets.some(({ DeadLetterConfig }: { DeadLetterConfig?: unknown }) => DeadLetterConfig === undefined),
    );
    expect(without.map(({ Name }) => Name)).toEqual([]);
  });

  it('what goes by the clock is not tried beyond its next turn, which makes up for it', () => {
    const tried = rulesOf(main)
      .filter(({ ScheduleExpression }) => ScheduleExpression?.startsWith('rate'))
      .map(({ Name, ScheduleExpression, Targets: [{ RetryPolicy }] }) => [
        Name,
        ScheduleExpression,
        RetryPolicy?.MaximumEventAgeInSeconds,
      ]);
    expect(tried.toSorted()).toEqual([
      ['tactful-dev-bring-back', 'rate(15 minutes)', 900],
      ['tactful-dev-canary', 'rate(1 hour)', 3600],
      ['tactful-dev-capacity', 'rate(1 hour)', 3600],
      ['tactful-dev-sweep', 'rate(6 hours)', 21_600],
    ]);
  });

  it('feedback on our own emails is forwarded, and no other; what could not be lies where intake takes it from', () => {
    const feedback = rulesOf(main).find(({ EventPattern }) => EventPattern?.source?.[0] === 'aws.ses');
    const [deadLetters] = main
      .of('AWS::SQS::Queue')
      .find(([, { Properties }]) => Properties.QueueName === 'tactful-dev-intake-dead-letters')!;
    expect(feedback?.Targets[0].DeadLetterConfig).toEqual({ Arn: { 'Fn::GetAtt': [deadLetters, 'Arn'] } });
    expect(feedback?.EventPattern.detail).toEqual({ mail: { tags: { 'ses:configuration-set': ['tactful-dev'] } } });
  });

  it('one that was brought is used and not made', () => {
    expect(onCompanyBus.of('AWS::Events::EventBus')).toEqual([]);
    const all = rulesOf(onCompanyBus).find(({ Description }) => Description.includes('goes to intake'));
    expect(all?.EventBusName).toBe('company');
  });
});
