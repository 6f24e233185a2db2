import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createSqsQueue } from '../../../functions/effects/queue.sqs.ts';
import { awsError, noPause } from '../../support/aws.ts';
import { T0, timer } from './support.ts';

const open = () => {
  const client = new SQSClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  mock.on(SendMessageBatchCommand).resolves({});
  const urls = { dueUrl: 'https://due', laterUrl: 'https://later' };
  const queue = createSqsQueue({ client, ...urls, pause: noPause, now: () => T0 });
  /** Each message with its queue and delay. */
  const sent = () =>
    mock.commandCalls(SendMessageBatchCommand).flatMap(({ args: [{ input }] }) =>
      (input.Entries ?? []).map(({ MessageBody = '', DelaySeconds }) => ({
        url: input.QueueUrl,
        message: JSON.parse(MessageBody),
        delay: DelaySeconds,
      })),
    );
  return { mock, queue, sent };
};

describe('the queues of effects', () => {
  it.each([
    [-5000, undefined],
    [0, undefined],
    [1, 1],
    [1000, 1],
    [1001, 2],
    [900_000, 900],
  ])('hold a timer that comes in %i ms back for whole seconds, never too few', async (ahead, delay) => {
    const { queue, sent } = open();
    await queue.send([{ message: timer(), at: T0 + ahead }]);
    expect(sent()).toEqual([{ url: 'https://due', message: timer(), delay }]);
  });

  it('ask for a schedule where a timer lies further ahead than that', async () => {
    const { queue, sent } = open();
    await queue.send([{ message: timer(), at: T0 + 900_001 }]);
    const message = { type: 'schedule', format: 1, at: T0 + 900_001, timer: timer() };
    expect(sent()).toEqual([{ url: 'https://later', message, delay: undefined }]);
  });

  it('keep all else away from runs; it comes after 15 minutes at the latest', async () => {
    const { queue, sent } = open();
    const erase = { type: 'erase' as const, format: 1, customer: 'ada', at: T0 };
    await queue.send([
      { message: erase, at: T0 + 120_000 },
      { message: { type: 'sweep', format: 1 }, at: T0 },
      { message: erase, at: T0 + 9_000_000 },
    ]);
    expect(sent().map(({ url, delay }) => [url, delay])).toEqual([
      ['https://later', 120],
      ['https://later', undefined],
      ['https://later', 900],
    ]);
  });

  it('take ten messages at a time', async () => {
    const { mock, queue, sent } = open();
    await queue.send(Array.from({ length: 12 }, (_, index) => ({ message: timer({ timer: index }), at: T0 })));
    expect(mock.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries?.length)).toEqual([
      10, 2,
    ]);
    expect(sent().map(({ message }) => message.timer)).toEqual(Array.from({ length: 12 }, (_, index) => index));
  });

  it('are given again only what they did not take', async () => {
    const { mock, queue } = open();
    const Failed = [{ Id: '1', Code: 'InternalError', SenderFault: false }];
    mock.on(SendMessageBatchCommand).resolvesOnce({ Failed, Successful: [] }).resolves({});
    await queue.send([1, 2, 3].map((number) => ({ message: timer({ timer: number }), at: T0 })));
    const ids = mock
      .commandCalls(SendMessageBatchCommand)
      .map(({ args }) => args[0].input.Entries?.map(({ Id }) => Id));
    expect(ids).toEqual([['0', '1', '2'], ['1']]);
  });

  it('fail when they go on refusing, and when they are throttled', async () => {
    const { mock, queue } = open();
    const Failed = [{ Id: '0', Code: 'InternalError', SenderFault: false }];
    mock.on(SendMessageBatchCommand).resolves({ Failed, Successful: [] });
    await expect(queue.send([{ message: timer(), at: T0 }])).rejects.toThrow(/did not take 1 messages .*InternalError/);
    mock.on(SendMessageBatchCommand).rejects(awsError('RequestThrottled', 400));
    await expect(queue.send([{ message: timer(), at: T0 }])).rejects.toThrow('RequestThrottled');
  });
});
