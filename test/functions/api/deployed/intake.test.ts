import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { BusRefused, createIntake } from '../../../../functions/api/deployed/intake.ts';
import { createPutOnBus } from '../../../../functions/api/deployed/put.eventbridge.ts';

const NOW = Date.parse('2026-03-02T09:00:00Z');

class BusAway extends Error {
  override name = 'TimeoutError';
}

const open = (answer: { items?: unknown[] } = {}) => {
  const client = new EventBridgeClient({ region: 'eu-west-1' });
  const mock = mockClient(client);
  mock.on(PutEventsCommand).callsFake(({ Entries }: { Entries: { Detail: string }[] }) => {
    if (Entries.some(({ Detail }) => Detail.includes('away'))) throw new BusAway();
    return {
      Entries: Entries.map(({ Detail }, index) =>
        Detail.includes('busy') ? { ErrorCode: 'ThrottlingException' } : { EventId: `e-${index}` },
      ),
    };
  });
  const commands: unknown[] = [];
  const reported: unknown[] = [];
  const intake = createIntake({
    put: createPutOnBus({ client, bus: 'tactful-dev', report: (error) => reported.push(error) }),
    ask: async (command) => {
      commands.push(command);
      return { ok: true, lines: [], items: answer.items ?? [] };
    },
    past: { events: { sample: async () => ({ events: [], share: 1 }) }, load: async () => undefined },
    newId: () => 'n',
    now: () => NOW,
  });
  const put = () => mock.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries ?? []);
  return { intake, put, commands, reported };
};

const event = (customerId: string, more = {}) => ({
  source: 'acme.shop',
  'detail-type': 'order.placed',
  detail: { customerId },
  ...more,
});

describe('events that somebody sends from the console', () => {
  it('go to the bus of the stage, with the source and the time that they have', async () => {
    const { intake, put } = open();
    const time = '2026-03-01T10:00:00Z';
    const { entries } = await intake.receive(
      JSON.stringify([event('ada', { time }), { ...event('bob'), source: undefined }]),
    );
    expect(entries).toEqual([
      { id: 'e-0', status: 'accepted' },
      { id: 'e-1', status: 'accepted' },
    ]);
    expect(put()).toMatchObject([
      [
        { EventBusName: 'tactful-dev', Source: 'acme.shop', DetailType: 'order.placed', Time: new Date(time) },
        { Source: 'console', Detail: '{"customerId":"bob"}' },
      ],
    ]);
  });

  it('are told one by one: which the bus did not take, and which are none', async () => {
    const { intake } = open();
    const { entries } = await intake.receive(JSON.stringify([event('ada'), { hello: 1 }, event('busy'), event('bob')]));
    expect(entries.map(({ status }) => status)).toEqual(['accepted', 'rejected', 'failed', 'accepted']);
    expect(entries[2]?.message).toMatch(/ThrottlingException.*Send it again/);
  });

  it('that the bus took before it was away are told as taken, and all the others as failed', async () => {
    const { intake, put, reported } = open();
    const people = [...Array.from({ length: 10 }, (_, n) => `c-${n}`), 'away', ...Array(19).fill('bob')];
    const { entries } = await intake.receive(JSON.stringify(people.map((id) => event(id))));
    expect(entries.map(({ status }) => status)).toEqual([...Array(10).fill('accepted'), ...Array(20).fill('failed')]);
    expect(entries[29]?.message).toMatch(/TimeoutError.*Send it again/);
    expect(put()).toHaveLength(2);
    expect(reported).toEqual([expect.any(BusAway)]);
  });

  it('are put ten at a time', async () => {
    const { intake, put } = open();
    await intake.receive(JSON.stringify(Array.from({ length: 23 }, (_, n) => event(`c-${n}`))));
    expect(put().map((entries) => entries.length)).toEqual([10, 10, 3]);
  });
});

describe('what is chosen on behalf of a customer', () => {
  it('goes to the bus as their own choice does', async () => {
    const { intake, put } = open();
    await intake.publish([{ type: 'customer.paused', detail: { customerId: 'ada' } }]);
    expect(put()[0]).toMatchObject([
      { Source: 'tactful.preferences', DetailType: 'customer.paused', Time: new Date(NOW) },
    ]);
  });

  it('is told where the bus does not take it', async () => {
    const { intake } = open();
    await expect(intake.publish([{ type: 'customer.paused', detail: { customerId: 'busy' } }])).rejects.toThrow(
      BusRefused,
    );
  });
});

describe('events that were not taken', () => {
  it('are counted by their reason, with an example', async () => {
    const { intake, commands } = open({
      items: [{ found: { schema: 3, stale: 1 }, examples: { schema: 'plan is missing' } }],
    });
    expect(await intake.rejects({ place: 'rejects', count: 50 })).toEqual({
      items: [
        { place: 'rejects', reason: 'schema', count: 3, message: 'plan is missing' },
        { place: 'rejects', reason: 'stale', count: 1 },
      ],
      byReason: { schema: 3, stale: 1 },
    });
    expect(commands).toEqual([{ command: 'look', place: 'rejects' }]);
  });

  it('may be mails that came in, of which nobody is shown', async () => {
    const { intake, commands } = open({
      items: [{ found: { mail: 1 }, messages: [{ at: NOW, reason: 'mail' }] }],
    });
    const { items } = await intake.rejects({ place: 'inbound', count: 50 });
    expect(items).toEqual([{ place: 'inbound', at: '2026-03-02T09:00:00.000Z', reason: 'mail' }]);
    expect(commands).toEqual([{ command: 'look', place: 'inbound' }]);
  });

  it('are listed one by one where a look saw them, those of one reason where it is asked for', async () => {
    const messages = [
      { at: NOW, reason: 'schema', message: 'plan is missing', event: 'order.placed', id: 'e2', customer: 'ada' },
      { at: NOW - 1000, reason: 'stale' },
    ];
    const { intake } = open({ items: [{ found: { schema: 1, stale: 1 }, messages }] });
    const { items } = await intake.rejects({ place: 'rejects', count: 50 });
    expect(items).toEqual([
      {
        place: 'rejects',
        at: '2026-03-02T09:00:00.000Z',
        reason: 'schema',
        message: 'plan is missing',
        event: 'order.placed',
        id: 'e2',
        customer: 'ada',
      },
      { place: 'rejects', at: '2026-03-02T08:59:59.000Z', reason: 'stale' },
    ]);
    expect((await intake.rejects({ place: 'rejects', reason: 'stale', count: 50 })).items).toHaveLength(1);
  });

  it.each([
    [false, { putBack: 4, discarded: 0 }],
    [true, { putBack: 0, discarded: 4 }],
  ])('go back, or away where that is asked (%s)', async (discard, done) => {
    const { intake, commands } = open({ items: [{ moved: 4, done: false }] });
    expect(await intake.redrive({ place: 'rejects', reason: 'schema', discard })).toEqual({ ...done, isMore: true });
    expect(commands).toEqual([{ command: 'redrive', place: 'rejects', before: NOW, discard, reason: 'schema' }]);
  });
});
