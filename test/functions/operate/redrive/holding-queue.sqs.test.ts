import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import {
  createSqsHoldingQueue,
  createSqsOutlet,
  OutletIncomplete,
} from '../../../../functions/operate/redrive/holding-queue.sqs.ts';
import { createLambdaIntake, createLambdaRelay } from '../../../../functions/operate/redrive/relay.lambda.ts';
import { noPause } from '../../../support/aws.ts';

const open = () => {
  const client = new SQSClient({ region: 'eu-west-1' });
  const deps = { client, url: 'https://queue' };
  return {
    mock: mockClient(client),
    queue: createSqsHoldingQueue(deps),
    outlet: createSqsOutlet({ ...deps, pause: noPause }),
  };
};

describe('the intake function, asked on trial', () => {
  it('says which events it took, and that it took none where it fails', async () => {
    const client = new LambdaClient({ region: 'eu-west-1' });
    const mock = mockClient(client);
    const probe = createLambdaIntake(client, 'intake');
    const payload = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)) as never;
    mock.on(InvokeCommand).resolves({ Payload: payload({ batchItemFailures: [{ itemIdentifier: '1' }] }) });
    expect(await probe(['a', 'b', 'c'])).toEqual([true, false, true]);
    const { Records } = JSON.parse(String(mock.commandCalls(InvokeCommand)[0]?.args[0].input.Payload));
    expect(
      Records.map(({ body, receiptHandle }: { body: string; receiptHandle: string }) => [body, receiptHandle]),
    ).toEqual([
      ['a', ''],
      ['b', ''],
      ['c', ''],
    ]);
    mock.on(InvokeCommand).resolves({ FunctionError: 'Unhandled', Payload: payload({}) });
    expect(await probe(['a'])).toEqual([false]);
  });
});

describe('a queue as a queue', () => {
  it('says how often a message came back by itself, and nothing of one that a person brings back', async () => {
    const { mock, outlet } = open();
    mock.on(SendMessageBatchCommand).resolves({});
    await outlet(['a'], 2);
    await outlet(['b']);
    const [first, second] = mock.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries?.[0]);
    expect(first?.MessageAttributes).toEqual({ RETURNS: { DataType: 'Number', StringValue: '2' } });
    expect(second?.MessageAttributes).toBeUndefined();
  });

  it('counts what is hidden too', async () => {
    const { mock, queue } = open();
    const Attributes = { ApproximateNumberOfMessages: '3', ApproximateNumberOfMessagesNotVisible: '2' };
    mock.on(GetQueueAttributesCommand).resolves({ Attributes });
    expect(await queue.count()).toBe(5);
  });

  it('is taken from with the time of each message and what the bus says of it', async () => {
    const { mock, queue } = open();
    const MessageAttributes = {
      ERROR_CODE: { DataType: 'String', StringValue: 'THROTTLED' },
      RETURNS: { DataType: 'Number', StringValue: '2' },
    };
    const Messages = [
      { Body: 'a', ReceiptHandle: 'h1', Attributes: { SentTimestamp: '17' } },
      { Body: 'b', ReceiptHandle: 'h2', Attributes: { SentTimestamp: '18' }, MessageAttributes },
    ];
    mock.on(ReceiveMessageCommand).resolves({ Messages });
    expect(await queue.take()).toEqual([
      { body: 'a', sentAt: 17, handle: 'h1' },
      { body: 'b', sentAt: 18, handle: 'h2', error: 'THROTTLED', returns: 2 },
    ]);
  });

  it('is put back and removed from ten at a time, and not asked about nothing', async () => {
    const { mock, queue } = open();
    const batch = Array.from({ length: 12 }, (_, index) => ({ body: '', sentAt: 1, handle: `h${index}` }));
    for (const all of [[], batch]) {
      await queue.putBack(all);
      await queue.remove(all);
    }
    const back = mock.commandCalls(ChangeMessageVisibilityBatchCommand).map(({ args }) => args[0].input.Entries ?? []);
    expect(back.map(({ length }) => length)).toEqual([10, 2]);
    expect(back[0]?.[0]).toEqual({ Id: '0', ReceiptHandle: 'h0', VisibilityTimeout: 0 });
    const gone = mock.commandCalls(DeleteMessageBatchCommand).map(({ args }) => args[0].input.Entries ?? []);
    expect(gone.map(({ length }) => length)).toEqual([10, 2]);
  });

  it('sends again what was not taken, and says so when it never is', async () => {
    const { mock, outlet } = open();
    const Failed = [{ Id: '1', Code: 'InternalError', SenderFault: false }];
    mock.on(SendMessageBatchCommand).resolvesOnce({ Failed, Successful: [] }).resolves({});
    await outlet(['a', 'b']);
    const bodies = mock
      .commandCalls(SendMessageBatchCommand)
      .map(({ args }) => args[0].input.Entries?.map(({ MessageBody }) => MessageBody).join());
    expect(bodies).toEqual(['a,b', 'b']);
    mock.on(SendMessageBatchCommand).resolves({ Failed, Successful: [] });
    await expect(outlet(['a', 'b'])).rejects.toThrow(OutletIncomplete);
  });
});

describe('relay, asked as its stream asks it', () => {
  it.each([
    ['carried all on', { Payload: '{"batchItemFailures":[]}' }, true],
    ['left some', { Payload: '{"batchItemFailures":[{"itemIdentifier":"1"}]}' }, false],
    ['failed', { Payload: '{"errorMessage":"x"}', FunctionError: 'Unhandled' }, false],
  ])('says that it %s', async (_, { Payload, ...more }, all) => {
    const client = new LambdaClient({ region: 'eu-west-1' });
    const answer = { ...more, Payload: new TextEncoder().encode(Payload) as never };
    mockClient(client).on(InvokeCommand).resolves(answer);
    expect(await createLambdaRelay(client, 'relay')({ Records: [] })).toBe(all);
  });
});
