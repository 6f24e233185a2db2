import { describe, expect, it } from 'vitest';
import { createDeliver } from '../../../functions/deliver/deliver.ts';
import type { Commit } from '../../../functions/relay/relay.ts';
import { DAY, HOUR, MINUTE } from '../../../language/catalogue/milliseconds.ts';
import { CONTRACT } from '../../../language/catalogue/task.ts';
import { catalogue } from '../../support/catalogue.ts';
import { oneCustomer, words } from '../../support/customer.ts';
import { erasing, listeningCustomer } from '../../support/erasing.ts';

describe('after an erasure', () => {
  const eraseListening = async () => {
    const ada = await listeningCustomer();
    const enrolment = ada.enrolment('hello');
    await ada.eraseWhole();
    const isNobody = async () => (await ada.store.load('ada')) === undefined && ada.stream.length === 0;
    const payload = { contract: CONTRACT, customer: 'ada', journey: 'hello', enrolment, step: 'x', visit: 1 };
    return { ...ada, isNobody, payload };
  };

  it('a run that asks to send is told that it is over', async () => {
    const ada = await eraseListening();
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
      const ada = await eraseListening();
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
    const ada = await listeningCustomer();
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
