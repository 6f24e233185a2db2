import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { CustomerBeingErased } from '../../../core/customer/commands/on-erase.ts';
import type { Effect } from '../../../core/customer/model/effect.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import { createAdvance } from '../../../functions/advance/advance.ts';
import { createDeliver } from '../../../functions/deliver/deliver.ts';
import { createEffects } from '../../../functions/effects/effects.ts';
import { createErase } from '../../../functions/effects/erase.ts';
import type { OutgoingEvent } from '../../../functions/relay/ports.ts';
import { type Commit, createRelay } from '../../../functions/relay/relay.ts';
import { NOT_HEARD, type TaskAnswer } from '../../../language/catalogue/task.ts';
import { createSqliteStore } from '../../../simulator/world/customers.sqlite.ts';
import { createSqliteTimeline } from '../../../simulator/world/timeline.sqlite.ts';
import { createSqliteTokens } from '../../../simulator/world/tokens.sqlite.ts';
import { catalogue, journey } from '../../support/catalogue.ts';
import { HOUR, oneCustomer, words } from '../../support/customer.ts';

const MINUTE = 60_000;

/** Everything from the commit to the machines, moved on by hand; what machines are told is in `told`. */
const setting = () => {
  const db = new DatabaseSync(':memory:');
  const stream: Commit[] = [];
  let seen: (state: CustomerState) => void = () => {};
  const store = createSqliteStore(db, (state) => {
    stream.push(state);
    seen(state);
  });
  const ada = oneCustomer(catalogue(), {}, (onCommit) => {
    seen = onCommit;
    return store;
  });
  const { clock } = ada;
  const timeline = createSqliteTimeline(db);
  const tokens = createSqliteTokens(db);
  const wipe = (id: string, before: number): void => {
    const old = db.prepare("DELETE FROM timeline WHERE customer = ? AND json_extract(entry, '$.at') < ?");
    old.run(id, new Date(before).toISOString());
  };
  const inbox = new Map<string, number>();
  const queue: Effect[] = [];
  const published: OutgoingEvent[] = [];
  const told: string[] = [];
  const crash = { beforeRemove: false };
  const held = {
    wipe: async (id: string, before: number) => {
      wipe(id, before);
      for (const [message, at] of inbox) if (at < before) inbox.delete(message);
      if (crash.beforeRemove) throw new Error('crash');
    },
  };
  const effects = { queue: async (all: Effect[]) => void queue.push(...all) };
  const relay = createRelay({
    timeline,
    publisher: { publish: async (all) => void published.push(...all) },
    effects,
    load: store.load,
    now: () => clock.now,
  });
  const perform = createEffects({
    machines: {
      stop: async (_, execution) => void told.push(`stop ${execution}`),
      start: async (_, execution) => void told.push(`start ${execution}`),
      succeed: async (token, { outcome }: TaskAnswer) => void told.push(`${token} ${outcome}`),
      fail: async (token, error) => void told.push(`${token} ${error}`),
    },
    tokens,
    load: store.load,
    erase: createErase({ store, held }),
    now: () => clock.now,
  });
  const relayAll = async () => {
    for (let commit = stream.shift(); commit; commit = stream.shift()) await relay(commit);
  };
  const performAll = async () => {
    for (let effect = queue.shift(); effect; effect = queue.shift()) await perform(effect);
  };
  const settle = async () => {
    await relayAll();
    await performAll();
  };
  /** Two minutes later the effect comes, as its queue delays it. */
  const eraseWhole = async () => {
    await ada.erase();
    await relayAll();
    clock.now += 2 * MINUTE;
    await performAll();
  };
  return {
    ...ada,
    store,
    stream,
    timeline,
    tokens,
    wipe,
    inbox,
    queue,
    published,
    told,
    crash,
    relay,
    perform,
    relayAll,
    performAll,
    settle,
    eraseWhole,
    advance: createAdvance({ change: ada.change, tokens, effects }),
  };
};

/** One who listens in `hello`, with a word in the timeline. */
const listening = async () => {
  const ada = setting();
  await ada.event('start');
  const task = { ...ada.listening('hello', 'reply'), task: 'listen' as const, token: 'T' };
  await ada.advance(task);
  await ada.settle();
  expect(ada.timeline.of('ada')).not.toEqual([]);
  return { ...ada, listen: task };
};

describe('an erasure', () => {
  it('tells machines that wait, then leaves nothing', async () => {
    const ada = await listening();
    await ada.eraseWhole();
    expect(ada.told.at(-1)).toBe(`T ${NOT_HEARD}`);
    expect(await ada.store.load('ada')).toBeUndefined();
    expect(ada.timeline.of('ada')).toEqual([]);
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
    expect(effects).toEqual([{ type: 'resume', enrolment: ada.listen.enrolment, step: ada.listen.step }]);
  });

  it('sends a parked machine back to its step, where it learns that it is over', async () => {
    const ada = setting();
    await ada.event('start');
    await ada.event('fail', { ref: 'f1' });
    const task = ada.task('hello', 'welcome');
    expect(await ada.send(task)).toMatchObject({ outcome: 'held' });
    await ada.advance({ ...task, customer: 'ada', task: 'park', token: 'P' });
    await ada.eraseWhole();
    expect(ada.told).toContain('P done');
    expect(await ada.send(task)).toEqual({ outcome: 'ended' });
  });

  it('stops a machine that waits for a date alone, and one that last words have left behind', async () => {
    const ada = setting();
    await ada.event('start');
    const id = ada.enrolment('hello');
    await ada.erase();
    expect((await ada.state()).effects).toEqual([{ type: 'stop', journey: 'hello', execution: id }]);
    const hello = journey('hello', 'start', { exits: [{ on: 'done', phase: 'exit-1' }] });
    const bob = oneCustomer(catalogue({ journeys: { hello } }));
    await bob.event('start');
    await bob.event('done');
    await bob.listen({ ...bob.listening('hello', 'reply'), phase: 'exit-1' });
    await bob.erase();
    const enrolment = bob.enrolment('hello');
    expect((await bob.state()).effects).toEqual([
      { type: 'resume', enrolment, step: 'listen-reply' },
      { type: 'stop', journey: 'hello', execution: enrolment },
    ]);
  });

  it('that a start comes after starts nothing, which nothing would stop', async () => {
    const ada = setting();
    await ada.event('start');
    await ada.relayAll();
    const [start] = ada.queue.splice(0);
    expect(start?.type).toBe('start');
    await ada.eraseWhole();
    await ada.perform(start as Effect);
    await ada.event('start');
    await ada.perform(start as Effect);
    expect(ada.told.filter((one) => one.startsWith('start'))).toEqual([]);
  });

  it('asked for again goes through the stream again, and comes to the same end', async () => {
    const ada = await listening();
    await ada.erase();
    const { erased } = await ada.state();
    ada.stream.length = 0;
    ada.clock.now += HOUR;
    await ada.erase();
    expect(await ada.state()).toMatchObject({ erased, effects: [] });
    await ada.settle();
    expect(await ada.store.load('ada')).toBeUndefined();
  });

  it('that crashed before the item went is done again', async () => {
    const ada = await listening();
    ada.crash.beforeRemove = true;
    await expect(ada.eraseWhole()).rejects.toThrow('crash');
    expect((await ada.state()).erased).toBeDefined();
    ada.crash.beforeRemove = false;
    const erased = (await ada.state()).erased as number;
    await ada.perform({ type: 'erase', customer: 'ada', at: erased });
    expect(await ada.store.load('ada')).toBeUndefined();
  });
});

describe('while somebody is being erased', () => {
  it('an event comes again, and then makes them new', async () => {
    const ada = await listening();
    await ada.erase();
    await expect(ada.event('start')).rejects.toThrow(CustomerBeingErased);
    await ada.relayAll();
    await ada.performAll();
    expect(await ada.event('start')).toBe('applied');
    expect(await ada.state()).toMatchObject({ version: 1, firstSeenAt: ada.clock.now });
  });

  it('a message that was on its way goes with the others, and its receipt creates nothing', async () => {
    const ada = setting();
    await ada.event('start');
    const task = ada.task('hello', 'welcome');
    expect(await ada.send(task)).toMatchObject({ outcome: 'reserved' });
    await ada.erase();
    const { version } = await ada.state();
    ada.inbox.set('m1', ada.clock.now + 30_000);
    expect(await ada.record(task)).toEqual({ outcome: 'ended' });
    expect((await ada.state()).version).toBe(version);
    await ada.relayAll();
    await ada.performAll();
    expect([...ada.inbox]).toEqual([]);
  });

  it('a commit that the stream brings late is not written any more', async () => {
    const ada = setting();
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
    await ada.eraseWhole();
    ada.told.length = 0;
    const isNobody = async () => (await ada.store.load('ada')) === undefined && ada.stream.length === 0;
    return { ...ada, isNobody };
  };

  it('a machine that asks to send is told that it is over', async () => {
    const ada = await erased();
    const deliver = createDeliver({
      change: ada.change,
      words,
      compose: () => {
        throw new Error('nothing is to be sent');
      },
      channels: {} as never,
      newAttempt: () => 'a',
      lease: MINUTE,
      now: () => ada.clock.now,
      report: () => {},
    });
    const answer = await deliver({ ...ada.task('hello', 'welcome'), customer: 'ada', task: 'send' });
    expect(answer).toMatchObject({ outcome: 'ended' });
    expect(await ada.isNobody()).toBe(true);
  });

  it.each([
    ['listen', NOT_HEARD],
    ['park', 'done'],
  ] as const)('a machine that comes to %s goes on at once', async (kind, word) => {
    const ada = await erased();
    const listen = { ...ada.listen, token: 'late' };
    const park = { ...ada.task('hello', 'welcome'), customer: 'ada', task: 'park', token: 'late' };
    expect(await ada.advance(kind === 'listen' ? listen : park)).toMatchObject({ outcome: 'ended' });
    await ada.performAll();
    expect(ada.told.at(-1)).toBe(`late ${word}`);
    expect(await ada.isNobody()).toBe(true);
  });

  it.each(['decide', 'emit', 'finish', 'facts'] as const)('a machine that asks to %s creates nobody', async (kind) => {
    const ada = await erased();
    const { on, token: _, ...at } = ada.listen;
    const more = { decide: { on }, emit: { event: 'gift' }, finish: {}, facts: {} }[kind];
    const { outcome } = await ada.advance({ ...at, ...more, task: kind });
    expect(outcome).toBe(kind === 'finish' || kind === 'facts' ? 'done' : 'ended');
    expect(await ada.isNobody()).toBe(true);
  });

  it('word of an old message creates nobody', async () => {
    const ada = setting();
    const { events, ...rest } = catalogue();
    const bounced = { ...events.start!, feedback: 'bounced' as const };
    const bob = oneCustomer({ ...rest, events: { ...events, bounced } }, {}, () => ada.store);
    expect(await bob.event('bounced')).toBe('skipped');
    expect(await ada.store.load('ada')).toBeUndefined();
  });

  it('an old commit that comes again writes and starts nothing, but answers what waits', async () => {
    const ada = setting();
    await ada.event('start');
    const first = ada.stream[0] as Commit;
    await ada.eraseWhole();
    ada.told.length = 0;
    const { enrolment } = ada.listening('hello', 'reply');
    await ada.tokens.put(enrolment, 's', 'old');
    await ada.relay({ ...first, effects: [...first.effects, { type: 'resume', enrolment, step: 's' }] });
    await ada.performAll();
    expect(ada.timeline.of('ada')).toEqual([]);
    expect(ada.published).toEqual([]);
    expect(ada.told).toEqual([`old ${NOT_HEARD}`]);
  });

  it('who came back keeps what is theirs when the old life comes again', async () => {
    const ada = setting();
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
    await ada.performAll();
    expect({ state: await ada.state(), timeline: ada.timeline.of('ada') }).toEqual(before);
    expect(before.timeline.length).toBeGreaterThan(0);
  });

  it('a second worker that wipes late leaves what came after the first', async () => {
    const ada = await listening();
    await ada.erase();
    const at = ada.clock.now;
    await ada.relayAll();
    ada.clock.now += 2 * MINUTE;
    await ada.performAll();
    await ada.event('start');
    await ada.settle();
    const before = ada.timeline.of('ada');
    ada.wipe('ada', at + MINUTE);
    expect(ada.timeline.of('ada')).toEqual(before);
  });
});
