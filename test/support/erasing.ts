import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { createAdvance } from '../../functions/advance/advance.ts';
import { createEffects } from '../../functions/effects/effects.ts';
import { createErase } from '../../functions/effects/erase.ts';
import type { Outgoing } from '../../functions/effects/queue.ts';
import { FORMAT, type Schedule, type Timer } from '../../functions/effects/schema.ts';
import type { OutgoingEvent } from '../../functions/relay/ports.ts';
import { type Commit, createRelay } from '../../functions/relay/relay.ts';
import { HOUR, MINUTE } from '../../language/catalogue/milliseconds.ts';
import { createMemoryAddressBook } from '../../simulator/world/address-book.memory.ts';
import { createMemoryBudgets } from '../../simulator/world/budgets.memory.ts';
import { createSqliteStore } from '../../simulator/world/customers.sqlite.ts';
import { createSqliteTimeline } from '../../simulator/world/timeline.sqlite.ts';
import { catalogue } from './catalogue.ts';
import { oneCustomer } from './customer.ts';

/** One customer and everything from the commit to the start of runs, moved on by hand. */
export const erasing = (workflows = catalogue()) => {
  const db = new DatabaseSync(':memory:');
  const stream: Commit[] = [];
  let seen: (state: CustomerState) => void = () => {};
  const store = createSqliteStore(db, (state) => {
    stream.push(state);
    seen(state);
  });
  const ada = oneCustomer(workflows, {}, (onCommit) => {
    seen = onCommit;
    return store;
  });
  const { clock } = ada;
  const timeline = createSqliteTimeline(db);
  const wipe = (id: string, before: number): void => {
    const old = db.prepare("DELETE FROM timeline WHERE customer = ? AND json_extract(entry, '$.at') < ?");
    old.run(id, new Date(before).toISOString());
  };
  const inbox = new Map<string, number>();
  const queue: Outgoing[] = [];
  const published: OutgoingEvent[] = [];
  const started: string[] = [];
  const scheduled = new Map<Timer, number>();
  const crash = { beforeWipe: false, beforeRemove: false };
  const schedules = {
    put: async ({ timer }: { timer: Timer }) => void scheduled.set(timer, clock.now),
    wipe: async (id: string, before: number) => {
      if (crash.beforeWipe) throw new Error('crash');
      for (const [timer, madeAt] of scheduled) if (timer.customer === id && madeAt < before) scheduled.delete(timer);
    },
  };
  const records = {
    wipe: async (id: string, before: number) => {
      wipe(id, before);
      for (const [message, at] of inbox) if (at < before) inbox.delete(message);
      if (crash.beforeRemove) throw new Error('crash');
    },
  };
  const effects = { send: async (all: Outgoing[]) => void queue.push(...all) };
  const addresses = createMemoryAddressBook();
  const budgets = createMemoryBudgets();
  const relay = createRelay({
    addresses,
    budgets,
    sign: async (_type, detail) => detail,
    timeline,
    publisher: { publish: async (all) => void published.push(...all) },
    effects,
    load: store.load,
    now: () => clock.now,
  });
  const perform = createEffects({
    load: store.load,
    catalogueFor: async () => workflows,
    runs: { start: async (_, { enrolment }) => void started.push(enrolment) },
    schedules,
    overdue: { page: async () => ({ timers: [] }) },
    erase: createErase({ store, schedules, records }),
    queue: effects,
    now: () => clock.now,
  });
  const relayAll = async () => {
    for (let commit = stream.shift(); commit; commit = stream.shift()) await relay(commit);
  };
  /** What is due by now; who is asked again much later stays on the queue. */
  const performAll = async () => {
    for (const { message } of queue.splice(0).filter(({ at }) => at <= clock.now)) {
      const [error] = await perform([message]);
      if (error) throw error;
    }
  };
  /** Takes those that lie far ahead off the queue, as requests for schedules. */
  const farAhead = (): Schedule[] => {
    const isFar = ({ message, at }: Outgoing) => message.type === 'timer' && at > clock.now + HOUR;
    return queue
      .splice(0, queue.length, ...queue.filter((one) => !isFar(one)))
      .filter(isFar)
      .map(({ message, at }) => ({ type: 'schedule', format: FORMAT, at, timer: message as Timer }));
  };
  return {
    ...ada,
    schedules,
    farAhead,
    addresses,
    store,
    stream,
    timeline,
    wipe,
    inbox,
    queue,
    published,
    started,
    /** The timers that lie with Scheduler. */
    scheduled: () => [...scheduled.keys()],
    crash,
    relay,
    perform,
    relayAll,
    performAll,
    settle: async () => {
      await relayAll();
      await performAll();
    },
    /** Two minutes later the message comes, as its queue holds it back. */
    eraseWhole: async () => {
      await ada.erase();
      await relayAll();
      clock.now += 2 * MINUTE;
      await performAll();
    },
    asMachine: createAdvance({ change: ada.change, budgets }),
  };
};

/** One who listens in `hello`, with a word in the timeline; their timer is on the queue. */
export const queuedCustomer = async () => {
  const ada = erasing();
  await ada.event('start');
  await ada.advance(ada.at('hello', 'listen-reply'));
  await ada.relayAll();
  expect(ada.timeline.of('ada')).not.toEqual([]);
  return ada;
};

/** One whose timer has come to its run. */
export const listeningCustomer = async () => {
  const ada = await queuedCustomer();
  await ada.performAll();
  return ada;
};

/** One whose timer lies with Scheduler. */
export const scheduledCustomer = async () => {
  const ada = await queuedCustomer();
  await ada.perform(ada.farAhead());
  await ada.performAll();
  expect(ada.scheduled()).toHaveLength(1);
  return ada;
};
