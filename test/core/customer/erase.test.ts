import { describe, expect, it } from 'vitest';
import { SCHEDULED_BY } from '../../../core/customer/model/erasure.ts';
import { createDeliver } from '../../../functions/deliver/deliver.ts';
import { eachSendable } from '../../../language/catalogue/channel.ts';
import { DAY, HOUR, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { CONTRACT } from '../../../language/catalogue/task.ts';
import { catalogue, eventType, moment } from '../../support/catalogue.ts';
import { words } from '../../support/customer.ts';
import { erasing, listeningCustomer, queuedCustomer, scheduledCustomer } from '../../support/erasing.ts';
import { message } from '../../support/message.ts';

describe('an erasure', () => {
  it('leaves nothing', async () => {
    const ada = await listeningCustomer();
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
    const ada = await listeningCustomer();
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
    const ada = await scheduledCustomer();
    await ada.schedules.put({ timer: { ...ada.scheduled()[0]!, customer: 'bob' } });
    await ada.event('reply', { ref: 'r1' });
    expect(ada.standing('hello')?.due).toBe(ada.clock.now);
    await ada.eraseWhole();
    expect(ada.scheduled().map(({ customer }) => customer)).toEqual(['bob']);
  });

  it('leaves the schedules of who came back where it is done twice at once', async () => {
    const ada = await scheduledCustomer();
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
    const ada = await queuedCustomer();
    const requests = ada.farAhead();
    expect(requests).toHaveLength(1);
    await ada.erase();
    await ada.perform(requests);
    expect(ada.scheduled()).toEqual([]);
    await ada.eraseWhole();
    await ada.perform(requests);
    await ada.event('start');
    await ada.perform(requests);
    expect(ada.scheduled()).toEqual([]);
  });

  it('is done again where a schedule could not be taken back, and until then the mark stays', async () => {
    const ada = await scheduledCustomer();
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
    const ada = await scheduledCustomer();
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
    const ada = await listeningCustomer();
    ada.crash.beforeRemove = true;
    await expect(ada.eraseWhole()).rejects.toThrow('crash');
    const { erased } = await ada.state();
    expect(erased).toBeDefined();
    ada.crash.beforeRemove = false;
    await ada.perform([{ type: 'erase', format: 1, customer: 'ada', at: erased! }]);
    expect(await ada.store.load('ada')).toBeUndefined();
  });
});
