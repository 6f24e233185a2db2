import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createBus } from '../../../functions/relay/bus.eventbridge.ts';
import { awsError, noPause, timeOut } from '../../support/aws.ts';

const event = (id: string, detail: Record<string, unknown> = {}) => ({
  id,
  type: 'loyalty.points_granted',
  at: '2026-03-02T10:00:00.000Z',
  detail: { customerId: 'ada', decision: id, ...detail },
});
const many = (count: number, detail = {}) =>
  Array.from({ length: count }, (_, index) => event(`e1/emit-${index}`, detail));

const open = () => {
  const client = new EventBridgeClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  const put = () => mock.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries ?? []);
  return { mock, put, bus: createBus({ client, bus: 'journeys', source: 'tactful', pause: noPause }) };
};

describe('the bus', () => {
  it('carries an event with its own time and detail', async () => {
    const { mock, put, bus } = open();
    mock.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [{ EventId: '1' }] });
    await bus.publish([event('e1/emit-points', { points: 100 })]);
    expect(put()[0]).toEqual([
      {
        EventBusName: 'journeys',
        Source: 'tactful',
        DetailType: 'loyalty.points_granted',
        Time: new Date('2026-03-02T10:00:00Z'),
        Detail: '{"customerId":"ada","decision":"e1/emit-points","points":100}',
      },
    ]);
  });

  it('takes ten entries at a time, and no more than 256 KiB', async () => {
    const { mock, put, bus } = open();
    mock.on(PutEventsCommand).resolves({});
    await bus.publish(many(23));
    expect(put().map(({ length }) => length)).toEqual([10, 10, 3]);
    mock.resetHistory();
    await bus.publish(many(4, { text: 'é'.repeat(50 * 1024) }));
    expect(put().map(({ length }) => length)).toEqual([2, 2]);
  });

  it('puts again only what the bus did not take', async () => {
    const { mock, put, bus } = open();
    const failed = { ErrorCode: 'ThrottlingException', ErrorMessage: 'slow down' };
    mock
      .on(PutEventsCommand)
      .resolvesOnce({ FailedEntryCount: 1, Entries: [{ EventId: '1' }, failed, { EventId: '3' }] })
      .resolves({ FailedEntryCount: 0, Entries: [{ EventId: '2' }] });
    await bus.publish(many(3));
    expect(put()[1]?.map(({ Detail }) => JSON.parse(String(Detail)).decision)).toEqual(['e1/emit-1']);
  });

  it('fails when the bus goes on refusing, so that the stream brings the commit again', async () => {
    const { mock, bus } = open();
    mock.on(PutEventsCommand).resolves({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] });
    await expect(bus.publish(many(1))).rejects.toThrow(/did not take 1 events after several tries \(InternalFailure\)/);
  });

  it.each([awsError('ThrottlingException', 400), timeOut()])('fails after $name', async (error) => {
    const { mock, bus } = open();
    mock.on(PutEventsCommand).rejects(error);
    await expect(bus.publish(many(1))).rejects.toThrow(error.message);
  });
});
