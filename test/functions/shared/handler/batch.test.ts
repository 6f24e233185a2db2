import { readFileSync } from 'node:fs';
import type { Context } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { secondsHidden } from '../../../../functions/shared/handler/back-off.ts';
import { eachItem, eachMessage, shardOf } from '../../../../functions/shared/handler/batch.ts';

const golden = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../events/${name}.json`, import.meta.url), 'utf8'));
const context = { awsRequestId: 'r1', getRemainingTimeInMillis: () => 1000 } as Context;

const open = () => {
  const error = vi.fn();
  return { log: { info: vi.fn(), warn: vi.fn(), error }, error };
};

const nothing = async () => {};

describe('a batch of a queue', () => {
  it.each([
    [1, 60],
    [2, 120],
    [6, 1920],
    [7, 3600],
    [149, 3600],
  ])('hides what failed for the %i. time for %i seconds', (received, seconds) => {
    expect(secondsHidden(received)).toBe(seconds);
  });

  it('brings a message back though it cannot be hidden, and says so', async () => {
    const { log } = open();
    const fail = () => Promise.reject(new Error('away'));
    const answer = await eachMessage(log, fail, fail)(golden('sqs-batch'), context);
    expect(answer.batchItemFailures).toHaveLength(2);
    expect(log.warn).toHaveBeenCalledTimes(2);
  });

  it('is done when each message was taken, with the time at which it came to the queue', async () => {
    const messages: unknown[] = [];
    const answer = await eachMessage(
      open().log,
      async (body, sentAt) => void messages.push([body, sentAt]),
      nothing,
    )(golden('sqs-batch'), context);
    expect(messages).toEqual([
      ['{"id":"e1"}', 1772445600000],
      ['{"id":"e2"}', 1772445600000],
    ]);
    expect(answer).toEqual({ batchItemFailures: [] });
  });

  it('goes on when one message fails, and that one comes back', async () => {
    const { log, error } = open();
    const hidden: [string, number][] = [];
    const hide = async (receipt: string, seconds: number) => void hidden.push([receipt, seconds]);
    const take = async (body: string) => {
      if (body.includes('e1')) throw new Error('throttled');
    };
    const answer = await eachMessage(log, take, hide)(golden('sqs-batch'), context);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: golden('sqs-batch').Records[0].messageId }] });
    const { messageId, receiptHandle } = golden('sqs-batch').Records[0];
    expect(hidden).toEqual([[receiptHandle, 60]]);
    expect(error.mock.calls).toEqual([[expect.any(String), { messageId, error: new Error('throttled') }]]);
  });

  it('comes back message by message when all fail, without failing the function', async () => {
    const { log } = open();
    const answer = await eachMessage(
      log,
      () => Promise.reject(new Error('throttled')),
      nothing,
    )(golden('sqs-batch'), context);
    expect(answer.batchItemFailures).toHaveLength(2);
  });

  it('is refused where it is none', async () => {
    await expect(eachMessage(open().log, async () => {}, nothing)({ Records: [{}] }, context)).rejects.toThrow(
      'messageId',
    );
  });
});

describe('a batch of a stream', () => {
  it('brings each item as it was written, and passes over deletions', async () => {
    const items: string[] = [];
    const answer = await eachItem(open().log, async (item) => void items.push(item))(
      golden('dynamodb-stream-batch'),
      context,
    );
    expect(items).toEqual(['one', 'two']);
    expect(answer).toEqual({ batchItemFailures: [] });
  });

  it('names the item that failed, from which on the stream brings them again', async () => {
    const { log } = open();
    const take = async (item: string) => {
      if (item === 'two') throw new Error('throttled');
    };
    const answer = await eachItem(log, take)(golden('dynamodb-stream-batch'), context);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '111000000000000000002' }] });
  });

  it('has a shard and its items by their places, without deletions', () => {
    expect(shardOf({ ...golden('dynamodb-stream-batch'), shardId: 'shard-1' })).toEqual({
      shard: 'shard-1',
      items: [
        { sequence: '111000000000000000001', item: 'one' },
        { sequence: '111000000000000000002', item: 'two' },
      ],
    });
  });

  it('is the only shard of an emulator, which does not name it', () => {
    expect(shardOf(golden('dynamodb-stream-batch')).shard).toBe('only');
  });
});
