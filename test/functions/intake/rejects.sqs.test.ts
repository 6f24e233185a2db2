import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { EventRejected } from '../../../functions/intake/envelope.ts';
import { createSqsRejects } from '../../../functions/intake/rejects.sqs.ts';
import { awsError } from '../../support/aws.ts';

const rejected = new EventRejected('schema', 'feedback.received: the field score is 11.', {
  event: 'feedback.received',
  id: 'e1',
  customer: 'ada',
});

const open = () => {
  const client = new SQSClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  const body = () => String(mock.commandCalls(SendMessageCommand)[0]?.args[0].input.MessageBody);
  return { mock, body, reject: createSqsRejects({ client, url: 'https://rejects' }) };
};

describe('the rejects queue', () => {
  it('keeps the event as it came, with the reason', async () => {
    const { mock, body, reject } = open();
    mock.on(SendMessageCommand).resolves({});
    await reject(rejected, '{"id":"e1"}');
    expect(JSON.parse(body())).toEqual({
      reason: 'schema',
      message: 'feedback.received: the field score is 11.',
      type: 'feedback.received',
      id: 'e1',
      customer: 'ada',
      event: '{"id":"e1"}',
    });
  });

  it.each(['x', '"', '\u0001', '日'])(
    'cuts an event of many %j that is too large for a queue, and says where',
    async (sign) => {
      const { mock, body, reject } = open();
      mock.on(SendMessageCommand).resolves({});
      await reject(rejected, sign.repeat(300 * 1024));
      expect(Buffer.byteLength(body())).toBeLessThan(256 * 1024);
      expect(JSON.parse(body())).toMatchObject({ reason: 'schema', cutAt: expect.any(Number) });
    },
  );

  it('fails when the queue does, so that the event is not lost', async () => {
    const { mock, reject } = open();
    mock.on(SendMessageCommand).rejects(awsError('RequestThrottled', 400));
    await expect(reject(rejected, '{}')).rejects.toThrow('RequestThrottled');
  });
});
