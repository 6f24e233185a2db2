import { describe, expect, it } from 'vitest';
import { CustomerBeingErased } from '../../../core/customer/commands/on-erase.ts';
import { SCHEDULED_BY } from '../../../core/customer/model/erasure.ts';
import { createDeliver } from '../../../functions/deliver/deliver.ts';
import type { Commit } from '../../../functions/relay/relay.ts';
import { eachSendable } from '../../../language/catalogue/channel.ts';
import { DAY, HOUR, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { CONTRACT } from '../../../language/catalogue/task.ts';
import { catalogue, eventType, moment } from '../../support/catalogue.ts';
import { oneCustomer, words } from '../../support/customer.ts';
import { erasing } from '../../support/erasing.ts';
import { message } from '../../support/message.ts';

/** One who listens in `hello`, with a word in the timeline; their timer is on the queue. */
const beginning = async () => {
  const ada = erasing();
  await ada.event('start');
  await ada.advance(ada.at('hello', 'listen-reply'));
  await ada.relayAll();
  expect(ada.timeline.of('ada')).not.toEqual([]);
  return ada;
};

const listening = async () => {
  const ada = await beginning();
  await ada.performAll();
  return ada;
};

/** One whose timer lies with Scheduler. */
const scheduled = async () => {
  const ada = await beginning();
  await ada.perform(ada.farAhead());
  await ada.performAll();
  expect(ada.scheduled()).toHaveLength(1);
  return ada;
};

describe('an erasure', () => {
  it('leaves nothing', async () => {
    const ada = await listening();
    await ada.eraseWhole();
    expect(await ada.store.load('ada')).toBeUndefined();
    expect(ada.timeline.of('ada')).toEqual([]);
  });

  it('leaves what the address is known for, and the customer who comes back by it is left alone until they say yes', async () => {
    const text = { type: 'text' as const, optional: true, provenance: 'stated' as const };
    const workflows = catalogue({
      events: {
        address: eventType({ fields: { email: text }, sets: { email: 'email' } }),
        chose: eventType({
          fields: { choice: text, channel: text },
          consent: { channel: 'channel', choice: 'choice' },
        }),
      },
      moments: { welcome: moment('welcome', { channels: ['email'] }) },
    });
    const ada = erasing(workflows);
    const mails: string[] = [];
    const deliver = createDeliver({
      spentOf: async () => [],
      catalogue: workflows,
      addresses: ada.addresses,
      change: ada.change,
      words,
      compose: () => message(),
      channels: eachSendable(() => ({
        send: async ({ moment }) => {
          mails.push(moment);
          return { result: 'accepted' as const };
        },
      })),
      newAttempt: () => `a${ada.clock.now}`,
      lease: MINUTE,
      report: () => {},
    });
    const welcome = async () => {
      await ada.event('start');
      const task = { contract: CONTRACT, customer: 'ada', ...ada.task('hello', 'welcome') };
      await deliver(task);
      await deliver(task);
      await ada.relayAll();
    };
    await ada.event('address', { email: 'ada@example.com' });
    await ada.event('chose', { channel: 'email', choice: 'withdrawn' });
    await ada.eraseWhole();
    ada.clock.now += DAY;
    await ada.event('address', { email: 'Ada@example.com' });
    await welcome();
    expect(mails).toEqual([]);
    expect(ada.decisions().at(-1)).toMatchObject({ outcome: 'suppressed', reason: 'unsubscribed' });
    await ada.finish('hello');
    ada.clock.now += DAY;
    await ada.event('chose', { channel: 'email', choice: 'granted' });
    await welcome();
    expect(mails).toEqual(['welcome']);
  });

  it('empties the item at once, and keeps in it no more than when it was first seen', async () => {
    const ada = await listening();
    const { firstSeenAt, version } = await ada.state();
    await ada.erase();
    const { id, erased, effects, journal, enrolments, seen, ...rest } = await ada.state();
    expect({ erased, journal, enrolments, seen }).toEqual({
      erased: ada.clock.now,
      journal: [],
      enrolments: {},
      seen: {},
    });
    expect(rest).toMatchObject({ firstSeenAt, version: version + 1, attributes: {}, occurrences: {}, ended: {} });
  });

  it('takes every schedule back, also of timers that were replaced while they lay ahead, and nobody else’s', async () => {
    const ada = await scheduled();
    await ada.schedules.put({ timer: { ...ada.scheduled()[0]!, customer: 'bob' } });
    await ada.event('reply', { ref: 'r1' });
    expect(ada.standing('hello')?.due).toBe(ada.clock.now);
    await ada.eraseWhole();
    expect(ada.scheduled().map(({ customer }) => customer)).toEqual(['bob']);
  });

  it('leaves the schedules of who came back where it is done twice at once', async () => {
    const ada = await scheduled();
    const at = ada.clock.now;
    await ada.eraseWhole();
    await ada.event('start');
    await ada.advance(ada.at('hello', 'listen-reply'));
    await ada.relayAll();
    await ada.perform(ada.farAhead());
    expect(ada.scheduled()).toHaveLength(1);
    await ada.schedules.wipe('ada', at + SCHEDULED_BY);
    expect(ada.scheduled()).toHaveLength(1);
  });

  it('is followed by no schedule that was asked for before it', async () => {
    const ada = await beginning();
    const asked = ada.farAhead();
    expect(asked).toHaveLength(1);
    await ada.erase();
    await ada.perform(asked);
    expect(ada.scheduled()).toEqual([]);
    await ada.eraseWhole();
    await ada.perform(asked);
    await ada.event('start');
    await ada.perform(asked);
    expect(ada.scheduled()).toEqual([]);
  });

  it('is done again where a schedule could not be taken back, and until then the mark stays', async () => {
    const ada = await scheduled();
    ada.crash.beforeWipe = true;
    await expect(ada.eraseWhole()).rejects.toThrow('crash');
    const { erased } = await ada.state();
    ada.crash.beforeWipe = false;
    await ada.perform([{ type: 'erase', format: 1, customer: 'ada', at: erased! }]);
    expect([ada.scheduled(), await ada.store.load('ada')]).toEqual([[], undefined]);
  });

  it('starts no run of a timer that comes after it', async () => {
    const ada = erasing();
    await ada.event('start');
    await ada.relayAll();
    const [start] = ada.queue.splice(0);
    expect(start?.message.type).toBe('timer');
    await ada.eraseWhole();
    await ada.perform([start!.message]);
    await ada.event('start');
    await ada.perform([start!.message]);
    expect(ada.started).toEqual([]);
  });

  it('asked for again goes through the stream again, and comes to the same end', async () => {
    const ada = await scheduled();
    await ada.erase();
    const { erased, effects } = await ada.state();
    expect(effects).toEqual([]);
    ada.stream.length = 0;
    ada.clock.now += HOUR;
    await ada.erase();
    expect(await ada.state()).toMatchObject({ erased, effects });
    await ada.settle();
    expect(await ada.store.load('ada')).toBeUndefined();
    expect(ada.scheduled()).toEqual([]);
  });

  it('that crashed before the item went is done again', async () => {
    const ada = await listening();
    ada.crash.beforeRemove = true;
    await expect(ada.eraseWhole()).rejects.toThrow('crash');
    const { erased } = await ada.state();
    expect(erased).toBeDefined();
    ada.crash.beforeRemove = false;
    await ada.perform([{ type: 'erase', format: 1, customer: 'ada', at: erased! }]);
    expect(await ada.store.load('ada')).toBeUndefined();
  });
});

describe('while somebody is being erased', () => {
  it('an event comes again, and then makes them new', async () => {
    const ada = await listening();
    await ada.erase();
    await expect(ada.event('start')).rejects.toThrow(CustomerBeingErased);
    await ada.relayAll();
    ada.clock.now += 2 * MINUTE;
    await ada.performAll();
    expect(await ada.event('start')).toBe('applied');
    expect(await ada.state()).toMatchObject({ version: 1, firstSeenAt: ada.clock.now });
  });

  it('nothing is removed before whatever was on its way has been written', async () => {
    const ada = await listening();
    await ada.erase();
    await ada.relayAll();
    expect(ada.queue.find(({ message }) => message.type === 'erase')?.at).toBe(ada.clock.now + 2 * MINUTE);
  });

  it('a message that was on its way goes with the others, and its receipt creates nothing', async () => {
    const ada = erasing();
    await ada.event('start');
    const task = ada.task('hello', 'welcome');
    expect(await ada.send(task)).toHaveProperty('reserved');
    await ada.erase();
    const { version } = await ada.state();
    ada.inbox.set('m1', ada.clock.now + 30_000);
    expect(await ada.record(task)).toBe('ended');
    expect((await ada.state()).version).toBe(version);
    await ada.relayAll();
    ada.clock.now += 2 * MINUTE;
    await ada.performAll();
    expect([...ada.inbox]).toEqual([]);
  });

  it('a commit that the stream brings late is not written any more', async () => {
    const ada = erasing();
    await ada.event('start');
    ada.clock.now += MINUTE;
    await ada.erase();
    await ada.relayAll();
    expect(ada.timeline.of('ada')).toEqual([]);
  });
});

describe('after an erasure', () => {
  const erased = async () => {
    const ada = await listening();
    const enrolment = ada.enrolment('hello');
    await ada.eraseWhole();
    const isNobody = async () => (await ada.store.load('ada')) === undefined && ada.stream.length === 0;
    const payload = { contract: CONTRACT, customer: 'ada', journey: 'hello', enrolment, step: 'x', visit: 1 };
    return { ...ada, isNobody, payload };
  };

  it('a run that asks to send is told that it is over', async () => {
    const ada = await erased();
    const deliver = createDeliver({
      spentOf: async () => [],
      catalogue: catalogue(),
      addresses: { read: async () => [] },
      change: ada.change,
      words,
      compose: () => {
        throw new Error('nothing is to be sent');
      },
      channels: {} as never,
      newAttempt: () => 'a',
      lease: MINUTE,
      report: () => {},
    });
    expect(await deliver({ ...ada.payload, task: 'send' })).toMatchObject({ outcome: 'ended' });
    expect(await ada.isNobody()).toBe(true);
  });

  it.each(['emit', 'wait', 'wait-until', 'listen', 'repeat', 'finish', 'lost'])(
    'a run that comes to %s is told so too, and creates nobody',
    async (task) => {
      const ada = await erased();
      expect(await ada.asMachine({ ...ada.payload, task })).toMatchObject({ outcome: 'ended' });
      expect(await ada.isNobody()).toBe(true);
    },
  );

  it('word of an old message creates nobody', async () => {
    const ada = erasing();
    const { events, ...rest } = catalogue();
    const bounced = { ...events.start!, feedback: 'bounced' as const };
    const bob = oneCustomer({ ...rest, events: { ...events, bounced } }, {}, () => ada.store);
    expect(await bob.event('bounced')).toBe('skipped');
    expect(await ada.store.load('ada')).toBeUndefined();
  });

  it('an old commit that comes again writes, publishes and starts nothing', async () => {
    const ada = erasing();
    await ada.event('start');
    const first = ada.stream[0] as Commit;
    await ada.eraseWhole();
    ada.clock.now += DAY;
    await ada.relay(first);
    await ada.performAll();
    expect([ada.timeline.of('ada'), ada.published, ada.started]).toEqual([[], [], []]);
  });

  it('who came back keeps what is theirs when the old life comes again', async () => {
    const ada = erasing();
    await ada.event('start');
    await ada.event('fail', { ref: 'f1' });
    const second = ada.stream[1] as Commit;
    expect(second.journal).not.toEqual([]);
    await ada.relayAll();
    await ada.erase();
    const mark = ada.stream[0] as Commit;
    await ada.relayAll();
    ada.clock.now += 2 * MINUTE;
    await ada.performAll();
    await ada.event('start');
    await ada.settle();
    const before = { state: await ada.state(), timeline: ada.timeline.of('ada') };
    ada.clock.now += HOUR;
    await ada.relay(second);
    await ada.relay(mark);
    ada.clock.now += 2 * MINUTE;
    await ada.performAll();
    expect({ state: await ada.state(), timeline: ada.timeline.of('ada') }).toEqual(before);
    expect(before.timeline.length).toBeGreaterThan(0);
  });

  it('a second worker that wipes late leaves what came after the first', async () => {
    const ada = await listening();
    const at = ada.clock.now;
    await ada.eraseWhole();
    await ada.event('start');
    await ada.settle();
    const before = ada.timeline.of('ada');
    expect(before).not.toEqual([]);
    ada.wipe('ada', at + MINUTE);
    expect(ada.timeline.of('ada')).toEqual(before);
  });
});
