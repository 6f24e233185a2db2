import { asKnown } from '../../core/customer/as-known.ts';
import { hashAssignment } from '../../core/customer/assignment.ts';
import type { Assignment, Words } from '../../core/customer/draft.ts';
import type { Attribute } from '../../core/customer/model/attribute.ts';
import { emptyCustomer } from '../../core/customer/model/empty-customer.ts';
import type { JournalEntry, RejectedEntry } from '../../core/customer/model/journal.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { TextSentiment } from '../../core/sentiment/text.ts';
import { everyoneWhoAsked } from '../../functions/broadcast/everyone-who.ts';
import type { BroadcastStep, TimedEvent } from '../../functions/broadcast/ports.ts';
import type { ChannelAdapter } from '../../functions/deliver/channel.ts';
import type { DeliverDeps } from '../../functions/deliver/deliver.ts';
import type { EffectQueue } from '../../functions/effects/queue.ts';
import type { Erase, Timer } from '../../functions/effects/schema.ts';
import { EventRejected } from '../../functions/intake/envelope.ts';
import type { IntakeAnswer } from '../../functions/intake/intake.ts';
import type { BroadcastCommand } from '../../functions/operate/broadcasts.ts';
import type { OperatorAnswer } from '../../functions/operate/command.ts';
import type { OutgoingEvent } from '../../functions/relay/ports.ts';
import { OURS } from '../../functions/shared/source.ts';
import type { SpentOf } from '../../functions/shared/spent.ts';
import type { Broadcast } from '../../functions/shared/stores/broadcasts.ts';
import { follow, idsOf } from '../../functions/shared/stores/follow.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { eachSendable } from '../../language/catalogue/channel.ts';
import type { Machine } from '../../language/compile/asl.ts';
import { type Census, createLocalCensus } from './census.ts';
import { createLookAhead } from './look-ahead.ts';
import { drawEnvelope, nextDraw } from './panel.ts';
import { createRuns } from './runs.ts';
import { createServices } from './services.ts';
import type { OpenStorage, Storage } from './storage.ts';
import { createStorageWatch } from './storage-watch.ts';

export interface WorldOptions {
  storage: OpenStorage;
  catalogue: Catalogue;
  machines: Record<string, Machine>;
  text: TextSentiment;
  words: Words;
  compose: DeliverDeps['compose'];
  /** Where the clock stands at first, in milliseconds. */
  now: number;
  draw?: Assignment;
  paused?: ReadonlySet<string>;
  /** In place of the outbox. */
  channel?: ChannelAdapter;
  /** Whose turn it is in that channel, by this world's clock. */
  pace?: (now: () => number) => DeliverDeps['pace'];
  /** Each journal entry, in the order of happening. */
  onEntry?: (entry: JournalEntry) => void;
  /** Each event off the bus and what became of it, within its transaction; not those that journeys sent. */
  onArrival?: (arrival: Arrival) => void;
  /** Within each transaction, as its last: what must be kept together with it. */
  beforeCommit?: (now: number) => void;
  /** After a transaction that erased somebody, who is known by these ids: what else is held of them has to go. */
  onErased?: (ids: string[]) => void;
  report?: (error: unknown) => void;
}

export interface Arrival {
  raw: unknown;
  answer: IntakeAnswer | { status: 'rejected'; message: string };
  /** Why it was refused. */
  refused?: RejectedEntry;
}

/** Everything that runs in AWS, in one process and in virtual time. */
export interface World {
  readonly now: number;
  /** Takes one event off the bus, now. */
  arrive(raw: unknown): Promise<IntakeAnswer | { status: 'rejected'; message: string }>;
  /** Lets time pass until `at`, and all happen that is due by then. */
  passUntil(at: number): Promise<void>;
  /** When something happens next by itself. */
  next(): number | undefined;
  /** When the next week of a panel begins: that alone keeps no world going. */
  nextDraw(): number | undefined;
  /** How many are under way in a journey. */
  running(): number;
  /** Somebody of whom these attributes are known from the first, as stated by themselves. */
  introduce(id: string, attributes: Record<string, Attribute['value']>): Promise<void>;
  /** Somebody who is known elsewhere: who they are and what they chose, and nothing of what happened to them. */
  bring(person: CustomerState): Promise<void>;
  /** Marks a detail as of our own pages. */
  sign(type: string, detail: Record<string, unknown>): Record<string, unknown>;
  /** Of gestures those for which the budgets that all share have no room now. */
  spentOf: SpentOf;
  /** Who an id is by now. */
  customer(id: string): Promise<CustomerState | undefined>;
  /** All ids of a person, the one that they go on under first. */
  idsOf(id: string): Promise<string[]>;
  /** Events about everyone, the newest first; and what people ask of them. */
  broadcasts(count: number): Promise<Broadcast[]>;
  askBroadcasts(command: BroadcastCommand): Promise<OperatorAnswer>;
  customers(from?: number, count?: number): string[];
  timeline: Storage['timeline'];
  outbox: Storage['outbox'];
  /** What is known of everybody; not where a world was opened without history. */
  census?: Census;
}

/** What no timer comes for any more: an enrolment that ended, a promise that was kept or broken. */
const overIn = (entry: JournalEntry): string | undefined => {
  if (entry.kind === 'ended') return entry.enrolment;
  return entry.kind === 'promise' && entry.status !== 'made' && entry.status !== 'due-soon' ? entry.promise : undefined;
};

export const createWorld = (options: WorldOptions): World => {
  const {
    catalogue,
    onEntry = () => {},
    onArrival = () => {},
    beforeCommit = () => {},
    onErased = () => {},
    report = () => {},
  } = options;
  let clock = options.now;
  const now = () => clock;
  const stream: CustomerState[] = [];
  const due: Timer[] = [];
  const erasing: Erase[] = [];
  /** Whom the action under way has erased, by each of their ids. */
  const gone: string[] = [];
  /** Those that ended in the action under way: a timer of theirs that comes after that is none. */
  const ended = new Set<string>();
  const bus: OutgoingEvent[] = [];
  /** Of events about everyone: what is to be asked next, and who is to be told. No pace is kept here. */
  const steps: BroadcastStep[] = [];
  const told: TimedEvent[] = [];

  const watch = createStorageWatch();
  const storage = options.storage({ now, onCommit: (state) => stream.push(state) });
  const { customers, outbox, timers } = storage;
  const queue: EffectQueue = {
    send: async (outgoing) => {
      for (const { message, at } of outgoing) {
        if (message.type === 'erase') erasing.push(message);
        // An action here is a transaction: no run dies, so nothing has to come again.
        if (message.type !== 'timer' || message.again > 0 || ended.has(message.enrolment)) continue;
        timers.delete(message.enrolment);
        if (at <= clock) due.push(message);
        else timers.set({ at, timer: message });
      }
    },
  };
  const store = {
    ...customers,
    commit: watch.guard(customers.commit),
    commitBoth: watch.guard(customers.commitBoth),
  };
  const timeline: Storage['timeline'] = {
    ...storage.timeline,
    write: async (entries) => {
      await storage.timeline.write(entries);
      for (const { entry } of entries) {
        const over = overIn(entry);
        if (over !== undefined) {
          ended.add(over);
          timers.delete(over);
        }
        onEntry(entry);
      }
    },
  };
  const channel = options.channel ?? { send: watch.guard(outbox.send) };
  let attempts = 0;
  // Where nothing is kept of everybody, everybody is asked.
  const askers = storage.census?.read.askers;
  const services = createServices({
    reduceDeps: {
      catalogue,
      paused: options.paused ?? new Set<string>(),
      assignment: options.draw ?? hashAssignment,
      catalogueNumber: 1,
    },
    store,
    timeline,
    publisher: { publish: async (events) => void bus.push(...events) },
    queue,
    runs: { start: (...given) => runs.start(...given) },
    schedules: { put: async () => {}, wipe: async (customer) => timers.wipe(customer) },
    overdue: { page: async () => ({ timers: [] }) },
    records: {
      wipe: async (customer) => {
        storage.wipe(customer);
        gone.push(customer);
      },
    },
    addresses: storage.addresses,
    budgets: storage.budgets,
    channels: eachSendable(() => channel),
    text: options.text,
    words: options.words,
    compose: options.compose,
    pace: options.pace?.(now),
    newAttempt: () => `${clock}-${++attempts}`,
    now,
    report,
    broadcasting: {
      broadcasts: storage.broadcasts,
      everyone: customers.everyone,
      work: storage.census?.read.queue ?? { page: async () => ({ items: [] }) },
      whoAsked: askers && ((theme) => everyoneWhoAsked(askers, customers.load, theme)),
      steps: { send: async (step) => void steps.push(step) },
      tell: async (some) => void told.push(...some),
    },
  });
  /** The commits of the action under way. */
  const streamed: CustomerState[] = [];
  const takeCensus = storage.census && createLocalCensus(storage.census);
  const runs = createRuns({ machines: options.machines, tasks: services.tasks, report, storage: watch });

  const arrive = async (raw: unknown): Promise<Omit<Arrival, 'raw'>> => {
    try {
      return { answer: await services.intake(raw) };
    } catch (error) {
      if (!(error instanceof EventRejected)) throw error;
      const { reason, message, event, id, customer } = error;
      const about = { ...(event ? { event } : {}), ...(id ? { id } : {}), ...(customer ? { customer } : {}) };
      const refused: RejectedEntry = { at: new Date(clock).toISOString(), kind: 'rejected', reason, message, ...about };
      timeline.reject(refused);
      onEntry(refused);
      await storage.census?.rejections.rejected(reason, clock);
      return { answer: { status: 'rejected', message }, refused };
    }
  };

  /** Carries everything on that an action caused, in a fixed order, until only time can move anything. */
  const settle = async (): Promise<void> => {
    for (;;) {
      const committed = stream.shift();
      if (committed) {
        await services.relay(committed);
        streamed.push(committed);
        continue;
      }
      const timer = due.shift();
      if (timer) {
        const [error] = await services.effects([timer]);
        if (error) throw error;
        continue;
      }
      const outgoing = bus.shift();
      if (outgoing) {
        const { id, type, at, detail } = outgoing;
        await arrive({ id, source: OURS, 'detail-type': type, time: at, detail });
        continue;
      }
      if (await runs.runNext()) continue;
      const one = told.shift();
      const step = one ? undefined : steps.shift();
      if (one) await arrive(one.envelope);
      else if (step) await services.broadcast(step);
      if (one || step) continue;
      // Nothing of theirs is under way any more.
      const erase = erasing.shift();
      if (!erase) return;
      const [error] = await services.effects([erase]);
      if (error) throw error;
    }
  };

  /** One action and all that follows from it is one transaction: a process that dies in the middle repeats it. */
  const act = async <Result>(action: () => Promise<Result>): Promise<Result> => {
    storage.begin();
    try {
      const result = await action();
      await settle();
      ended.clear();
      await takeCensus?.(streamed.splice(0));
      beforeCommit(clock);
      storage.commit();
      if (gone.length > 0) onErased(gone.splice(0));
      return result;
    } catch (error) {
      watch.forget();
      stream.length =
        streamed.length =
        due.length =
        bus.length =
        erasing.length =
        gone.length =
        steps.length =
        told.length =
          0;
      ended.clear();
      runs.forget();
      storage.rollback();
      throw error;
    }
  };

  const lookAhead = createLookAhead({
    catalogue,
    census: storage.census?.read,
    tell: async (some) => void told.push(...some),
    now,
  });

  return {
    get now() {
      return clock;
    },
    arrive: (raw) =>
      act(async () => {
        const arrived = await arrive(raw);
        onArrival({ raw, ...arrived });
        return arrived.answer;
      }),
    passUntil: async (at) => {
      for (;;) {
        const next = timers.next();
        const draw = nextDraw(catalogue, clock);
        const hour = await lookAhead.next(Math.min(at + 1, next?.at ?? at + 1, draw ?? at + 1));
        if (hour !== undefined) {
          clock = hour;
          await act(lookAhead.look);
          continue;
        }
        if (draw !== undefined && draw <= Math.min(at, next?.at ?? at)) {
          clock = draw;
          // Nobody can be drawn of none.
          if (customers.ids(0, 1).length > 0) await act(() => arrive(drawEnvelope(draw)));
          continue;
        }
        if (next === undefined || next.at > at) break;
        const { timer } = next;
        clock = Math.max(clock, next.at);
        await act(async () => {
          timers.delete(timer.enrolment);
          due.push(timer);
        });
      }
      clock = Math.max(clock, at);
    },
    next: () => timers.next()?.at,
    nextDraw: () => nextDraw(catalogue, clock),
    running: () => timers.count(),
    introduce: (id, attributes) =>
      act(async () => {
        const state = emptyCustomer(id, clock);
        for (const [name, value] of Object.entries(attributes)) {
          state.attributes[name] = { value, provenance: 'stated', event: 'scenario', at: clock };
        }
        await store.commit({ ...state, version: 1 });
      }),
    bring: (person) =>
      act(async () => {
        await store.commit({ ...asKnown(person, clock), version: 1 });
      }),
    sign: services.sign,
    spentOf: services.spentOf,
    customer: async (id) => (await follow(store.load, id)).state,
    idsOf: (id) => idsOf(store.load, id),
    broadcasts: (count) => storage.broadcasts.list(count),
    askBroadcasts: (command) => act(() => services.askBroadcasts(command)),
    customers: store.ids,
    timeline,
    outbox,
    ...(storage.census && { census: storage.census.read }),
  };
};
