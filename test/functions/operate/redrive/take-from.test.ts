import { describe, expect, it } from 'vitest';
import type { HeldMessage } from '../../../../functions/operate/redrive/holding-queue.ts';
import { labelEvent, labelReject } from '../../../../functions/operate/redrive/labels.ts';
import { createRedrive } from '../../../../functions/operate/redrive/redrive.ts';
import { lookAt, takeFrom } from '../../../../functions/operate/redrive/take-from.ts';
import { memoryHoldingQueue } from './memory-holding-queue.ts';

const rejected = (reason: string, event: string, more: object = {}): string =>
  JSON.stringify({ reason, message: `Because of ${event}.`, event, ...more });

const setting = (...bodies: (string | Partial<HeldMessage>)[]) => {
  const messages = memoryHoldingQueue(...bodies);
  const sent: string[] = [];
  const outlet = async (all: string[]) => void sent.push(...all);
  return { ...messages, sent, place: { queue: messages.queue, label: labelReject, outlet } };
};
const now = { before: 100 };

describe('redriving refused events', () => {
  it('puts each event back as it came, and counts them by reason', async () => {
    const { place, sent, bodies } = setting(
      rejected('schema', 'a'),
      rejected('schema', 'b'),
      rejected('no-customer', 'c'),
    );
    const answer = await takeFrom(place, now);
    expect(sent).toEqual(['a', 'b', 'c']);
    expect(answer).toMatchObject({ found: { schema: 2, 'no-customer': 1 }, moved: 3, kept: 0, left: 0, done: true });
    expect(bodies()).toEqual([]);
  });

  it('says of each event, in its own text, that it was brought back, and touches no digit of it', async () => {
    const { place, sent } = setting(rejected('stale', ' {"id":"e1","detail":{"n":12345678901234567890}}'));
    await takeFrom(place, now);
    expect(sent).toEqual(['{"redriven":true,"id":"e1","detail":{"n":12345678901234567890}}']);
  });

  it('removes nothing that its queue did not take', async () => {
    const { place, bodies } = setting(rejected('schema', 'a'));
    const outlet = () => Promise.reject(new Error('full'));
    await expect(takeFrom({ ...place, outlet }, now)).rejects.toThrow('full');
    expect(bodies()).toHaveLength(1);
  });

  it('moves the reason that is named, and lets the others be seen again', async () => {
    const { place, sent, visible } = setting(rejected('schema', 'a'), rejected('not-json', 'b'));
    expect(await takeFrom(place, { ...now, reason: 'schema' })).toMatchObject({ moved: 1, kept: 1, left: 1 });
    expect(sent).toEqual(['a']);
    expect(visible()).toBe(1);
  });

  it('leaves alone what was refused again since it began', async () => {
    const { place, sent } = setting({ body: rejected('schema', 'a'), sentAt: 100 });
    expect(await takeFrom(place, now)).toMatchObject({ moved: 0, kept: 1, done: true });
    expect(sent).toEqual([]);
  });

  it.each([
    ['only the beginning of', rejected('too-large', 'a', { cutAt: 5 })],
    ['nothing readable of', 'not ours'],
  ])('keeps what has %s an event, until it is thrown away', async (_, body) => {
    const { place, sent, bodies } = setting(body);
    expect(await takeFrom(place, now)).toMatchObject({ moved: 0, kept: 1 });
    expect(bodies()).toEqual([body]);
    expect(await takeFrom(place, { ...now, discard: true })).toMatchObject({ moved: 1, left: 0 });
    expect(sent).toEqual([]);
  });

  it('does a bounded part of the work, and says that there is more', async () => {
    const { place, sent } = setting(...Array.from({ length: 250 }, (_, index) => rejected('schema', String(index))));
    expect(await takeFrom(place, now)).toMatchObject({ moved: 200, left: 50, done: false });
    expect(await takeFrom(place, now)).toMatchObject({ moved: 50, left: 0, done: true });
    expect(new Set(sent).size).toBe(250);
  });
});

describe('redriving while somebody looks', () => {
  it('says that there is more as long as they hide some of it', async () => {
    const { place, queue } = setting(...Array.from({ length: 50 }, (_, index) => rejected('schema', String(index))));
    const looked = [...(await queue.take()), ...(await queue.take())];
    expect(await takeFrom(place, now)).toMatchObject({ moved: 30, left: 20, done: false });
    await queue.putBack(looked);
    expect(await takeFrom(place, now)).toMatchObject({ moved: 20, left: 0, done: true });
  });

  it('is done where only that is left which passes before have kept', async () => {
    const { place, visible } = setting(...Array.from({ length: 250 }, (_, index) => rejected('stale', String(index))));
    const command = { ...now, reason: 'schema' };
    expect(await takeFrom(place, command)).toMatchObject({ kept: 200, left: 250, done: false });
    expect(await takeFrom(place, { ...command, from: 200 })).toMatchObject({ kept: 50, left: 250, done: true });
    expect(visible()).toBe(50);
  });
});

describe('looking at a queue', () => {
  it('counts by reason with an example of each, and moves nothing', async () => {
    const { place, visible, sent } = setting(rejected('schema', 'a'), rejected('schema', 'b'));
    const seen = await lookAt(place);
    expect(seen).toMatchObject({ found: { schema: 2 }, examples: { schema: 'Because of a.' }, left: 2, done: true });
    expect([visible(), sent.length]).toEqual([2, 0]);
  });

  it('lists each that it saw, the newest first, with which event it was', async () => {
    const about = { type: 'order.placed', id: 'e1', customer: 'ada' };
    const { place } = setting(rejected('schema', 'a', about), rejected('stale', 'b'));
    const { messages = [] } = await lookAt(place);
    expect(messages.map(({ reason }) => reason)).toEqual(
      messages.toSorted((one, other) => other.at - one.at).map(({ reason }) => reason),
    );
    expect(messages.find(({ reason }) => reason === 'schema')).toMatchObject({
      message: 'Because of a.',
      event: 'order.placed',
      id: 'e1',
      customer: 'ada',
    });
  });

  it('tells dead letters by what they are, and by what the bus says of them', () => {
    const messages = (body: string, more = {}) => ({ body, sentAt: 1, handle: 'h', ...more });
    const event = '{"detail-type":"customer.imported"}';
    expect(labelEvent(messages(event))).toEqual({
      reason: 'customer.imported',
      back: event,
      about: { event: 'customer.imported' },
    });
    expect(labelEvent(messages(event, { error: 'NO_PERMISSIONS' })).reason).toBe('NO_PERMISSIONS');
    expect(labelEvent(messages('?'))).toEqual({ reason: 'unreadable', back: '?' });
  });
});

describe('mails that came in and could not be taken', () => {
  const redriveOf = (...bodies: string[]) => {
    const { queue: dead, bodies: left } = memoryHoldingQueue(...bodies);
    const none = memoryHoldingQueue().queue;
    const sent: string[] = [];
    const never = () => Promise.reject(new Error('not asked for'));
    const others = { rejects: none, intake: { dead: none, queue: never }, carry: never, probe: never, now: () => 100 };
    const givenUp = { list: never, read: never, remove: never };
    const inbound = { dead, queue: async (all: string[]) => void sent.push(...all) };
    return {
      redrive: createRedrive({ ...others, givenUp, inbound }),
      without: createRedrive({ ...others, givenUp }),
      sent,
      left,
    };
  };

  it('go back to their queue as they came, and nothing of whose they are is shown', async () => {
    const { redrive, sent, left } = redriveOf('{"mail":{"source":"ada@example.com"}}');
    expect(JSON.stringify(await redrive.look('inbound'))).not.toContain('ada');
    expect(await redrive.pass('inbound', now)).toMatchObject({ found: { mail: 1 }, moved: 1, done: true });
    expect([sent, left()]).toEqual([['{"mail":{"source":"ada@example.com"}}'], []]);
  });

  it('are none on a stage where no mail comes in', async () => {
    const { without } = redriveOf('{}');
    expect(await without.look('inbound')).toMatchObject({ left: 0, done: true });
    expect(await without.pass('inbound', now)).toMatchObject({ moved: 0, done: true });
  });
});
