import { describe, expect, it, vi } from 'vitest';
import { takeBatch } from '../../../functions/effects/batch.ts';
import type { EffectMessage } from '../../../functions/effects/schema.ts';
import { timer } from './support.ts';

const DUE = 'arn:aws:sqs:eu-west-1:1:due';

const record = (id: string, body: unknown, received = 1, eventSourceARN = DUE) => ({
  messageId: id,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  receiptHandle: `receipt-${id}`,
  eventSourceARN,
  attributes: { ApproximateReceiveCount: String(received) },
});

const open = (fails: (message: EffectMessage) => unknown = () => undefined) => {
  const hidden: [string, string, number][] = [];
  const counts: string[] = [];
  const performed: EffectMessage[] = [];
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const backOff = {
    hide: async (queue: string, receipt: string, seconds: number) => void hidden.push([queue, receipt, seconds]),
  };
  const take = takeBatch({
    perform: async (messages) => {
      performed.push(...messages);
      return messages.map(fails);
    },
    backOff,
    dueArn: DUE,
    log,
    metrics: { count: (name) => counts.push(name), add: () => {}, longest: () => {}, publish: () => {} },
  });
  return { take: (...Records: object[]) => take({ Records }), hidden, counts, performed, log, backOff };
};

describe('a batch of effects', () => {
  it('is gone from its queue when all of it was done', async () => {
    const { take, hidden, counts } = open();
    expect(await take(record('m1', timer()), record('m2', timer()))).toEqual({ batchItemFailures: [] });
    expect(hidden).toEqual([]);
    expect(counts).toEqual(['Done', 'Done']);
  });

  it('keeps the message that failed, and only that', async () => {
    const { take, counts, log } = open((message) =>
      message.type === 'timer' && message.enrolment === 'bad' ? new Error('busy') : undefined,
    );
    const answer = await take(record('m1', timer()), record('m2', timer({ enrolment: 'bad' })), record('m3', timer()));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm2' }] });
    expect(counts.toSorted()).toEqual(['Done', 'Done', 'Returned']);
    expect(log.error).toHaveBeenCalledWith(expect.any(String), { messageId: 'm2', error: new Error('busy') });
  });

  it.each([
    [1, 60],
    [2, 120],
    [4, 480],
    [7, 3600],
    [4000, 3600],
  ])('hides what failed for the %ith time for %i seconds', async (received, seconds) => {
    const { take, hidden } = open(() => new Error('busy'));
    await take(record('m1', timer(), received));
    expect(hidden).toEqual([['due', 'receipt-m1', seconds]]);
  });

  it('hides each on the queue that it came from', async () => {
    const { take, hidden } = open(() => new Error('busy'));
    await take(record('m1', { type: 'sweep', format: 1 }, 1, 'arn:aws:sqs:eu-west-1:1:later'));
    expect(hidden.map(([queue]) => queue)).toEqual(['later']);
  });

  it.each(['no JSON', '{"type":"other","format":1}', '{"type":"timer"}'])(
    'keeps a message that it cannot read (%s), and does the others of its batch',
    async (body) => {
      const { take, performed, hidden } = open();
      const answer = await take(record('m1', body), record('m2', timer()));
      expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
      expect(performed).toEqual([timer()]);
      expect(hidden).toEqual([['due', 'receipt-m1', 60]]);
    },
  );

  it('lays an error to the message that it belongs to, also behind one that it cannot read', async () => {
    const { take } = open((message) => (message.type === 'sweep' ? new Error('busy') : undefined));
    const answer = await take(record('m1', '{'), record('m2', timer()), record('m3', { type: 'sweep', format: 1 }));
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m1', 'm3']);
  });

  it('comes back all the same when it cannot be hidden', async () => {
    const { take, backOff, log } = open(() => new Error('busy'));
    backOff.hide = () => Promise.reject(new Error('no'));
    expect(await take(record('m1', timer()))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(log.warn.mock.calls).toEqual([[expect.any(String), { messageId: 'm1', error: new Error('no') }]]);
  });
});
