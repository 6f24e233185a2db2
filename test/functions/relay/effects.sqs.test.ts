import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../../../core/customer/model/effect.ts';
import { createSqsEffects } from '../../../functions/relay/effects.sqs.ts';
import { awsError, noPause } from '../../support/aws.ts';

const many = (count: number): Effect[] =>
  Array.from({ length: count }, (_, index) => ({ type: 'resume', enrolment: 'e1', step: `listen-${index}` }));

const open = () => {
  const client = new SQSClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  const sent = () => mock.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries ?? []);
  return { mock, sent, effects: createSqsEffects({ client, url: 'https://queue', pause: noPause }) };
};

describe('the effects queue', () => {
  it('takes each effect as a message of its own, ten at a time', async () => {
    const { mock, sent, effects } = open();
    mock.on(SendMessageBatchCommand).resolves({});
    await effects.queue(many(12));
    expect(sent().map(({ length }) => length)).toEqual([10, 2]);
    expect(JSON.parse(String(sent()[1]?.[1]?.MessageBody))).toEqual({
      type: 'resume',
      enrolment: 'e1',
      step: 'listen-11',
    });
  });

  it('keeps an erasure and its stops back for two minutes, and nothing else', async () => {
    const { mock, sent, effects } = open();
    mock.on(SendMessageBatchCommand).resolves({});
    const stop: Effect = { type: 'stop', journey: 'renewal', execution: 'e1' };
    await effects.queue([...many(1), stop, { type: 'erase', customer: 'ada', at: 1 }]);
    expect(sent()[0]?.map(({ DelaySeconds }) => DelaySeconds)).toEqual([undefined, 120, 120]);
  });

  it('is given again only what it did not take', async () => {
    const { mock, sent, effects } = open();
    const Failed = [{ Id: '1', Code: 'InternalError', SenderFault: false }];
    mock.on(SendMessageBatchCommand).resolvesOnce({ Failed, Successful: [] }).resolves({});
    await effects.queue(many(3));
    expect(sent()[1]?.map(({ Id }) => Id)).toEqual(['1']);
  });

  it('fails when it goes on refusing, and when it is throttled', async () => {
    const { mock, effects } = open();
    const Failed = [{ Id: '0', Code: 'InternalError', SenderFault: false }];
    mock.on(SendMessageBatchCommand).resolves({ Failed, Successful: [] });
    await expect(effects.queue(many(1))).rejects.toThrow(/did not take 1 effects/);
    mock.on(SendMessageBatchCommand).rejects(awsError('RequestThrottled', 400));
    await expect(effects.queue(many(1))).rejects.toThrow('RequestThrottled');
  });
});
