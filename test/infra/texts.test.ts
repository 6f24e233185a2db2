import { describe, expect, it } from 'vitest';
import { list, listOf, type Statement } from './support/arns.ts';

import { synth } from './support/synth.ts';

const { main } = synth();

const only = (type: string): [string, Record<string, unknown>] => {
  // Those of mails that come in are looked at beside them.
  const matches = main.of(type).filter(([id]) => !id.startsWith('Inbound'));
  expect(matches).toHaveLength(1);
  const [[id, { Properties }] = ['', { Properties: {} }]] = matches;
  return [id, Properties];
};

describe('text messages', () => {
  const [topic] = only('AWS::SNS::Topic');

  it('what becomes of them goes to a topic, by the configuration set that they are sent with', () => {
    const [, set] = only('AWS::SMSVOICE::ConfigurationSet');
    expect(set).toMatchObject({
      ConfigurationSetName: 'tactful-dev',
      EventDestinations: [
        { Enabled: true, MatchingEventTypes: ['TEXT_ALL'], SnsDestination: { TopicArn: { Ref: topic } } },
      ],
    });
    const deliver = main
      .of('AWS::Lambda::Function')
      .find(([, { Properties }]) => Properties.FunctionName === 'tactful-dev-deliver');
    expect(deliver?.[1].Properties.Environment.Variables.SMS_CONFIGURATION_SET).toBe(set.ConfigurationSetName);
  });

  it('the topic goes to intake as it is, and what cannot be handed on to its dead letters', () => {
    const [, subscription] = only('AWS::SNS::Subscription');
    const queueNamed = (name: string) =>
      main.of('AWS::SQS::Queue').find(([, { Properties }]) => Properties.QueueName === name)?.[0];
    expect(subscription).toMatchObject({
      Protocol: 'sqs',
      RawMessageDelivery: true,
      TopicArn: { Ref: topic },
      Endpoint: { 'Fn::GetAtt': [queueNamed('tactful-dev-intake'), 'Arn'] },
      RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': [queueNamed('tactful-dev-intake-dead-letters'), 'Arn'] } },
    });
  });

  it('none but End User Messaging of this account may put anything there, and only encrypted on its way', () => {
    const [, policy] = only('AWS::SNS::TopicPolicy');
    expect((policy.PolicyDocument as { Statement: object[] }).Statement).toMatchObject([
      { Effect: 'Deny', Action: 'sns:Publish', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      {
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'sms-voice.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
  });

  it('a person finds the topic, to let a phone number send answers there', () => {
    expect((main.json as { Outputs?: Record<string, { Value: unknown }> }).Outputs?.SmsTopic?.Value).toEqual({
      Ref: topic,
    });
  });

  it('they come from what was named, and else from what the account has', () => {
    const from = (smsFrom?: string) => {
      const { main } = synth(smsFrom === undefined ? {} : { smsFrom });
      const statements = main
        .of('AWS::IAM::Policy')
        .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Statement[]);
      const [send, ...others] = statements.filter(({ Action }) => listOf(Action).includes('sms-voice:SendTextMessage'));
      expect(others).toEqual([]);
      return list(send?.Resource).map((arn) => /:sms-voice:.*:([^:"]+)"/.exec(JSON.stringify(arn))?.[1]);
    };
    const set = 'configuration-set/tactful-dev';
    expect(from()).toEqual([set, 'phone-number/*', 'pool/*', 'sender-id/*']);
    expect(from('pool-0123456789abcdef')).toEqual([set, 'pool/pool-0123456789abcdef']);
    expect(from('phone-0123456789abcdef')).toEqual([set, 'phone-number/phone-0123456789abcdef']);
    expect(from('Acme')).toEqual([set, 'sender-id/Acme/*']);
  });
});
