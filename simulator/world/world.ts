import { asKnown } from '../../core/customer/as-known.ts';
import { hashAssignment } from '../../core/customer/assignment.ts';
import type { Assignment, Words } from '../../core/customer/draft.ts';
import type { Attribute } from '../../core/customer/model/attribute.ts';
import { emptyCustomer } from '../../core/customer/model/empty-customer.ts';
import type { JournalEntry } from '../../core/customer/model/journal.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { TextSentiment } from '../../core/sentiment/text.ts';
import { everyoneWhoAsked } from '../../functions/broadcast/everyone-who.ts';
import type { Tell } from '../../functions/broadcast/ports.ts';
import type { ChannelAdapter } from '../../functions/deliver/channel.ts';
import type { DeliverDeps } from '../../functions/deliver/deliver.ts';
import type { BroadcastCommand } from '../../functions/operate/broadcasts.ts';
import type { OperatorAnswer } from '../../functions/operate/command.ts';
import type { SpentOf } from '../../functions/shared/spent.ts';
import type { Broadcast } from '../../functions/shared/stores/broadcasts.ts';
import { follow, idsOf } from '../../functions/shared/stores/follow.ts';
import type { Catalogue } from '../../language/catalogue/catalogue.ts';
import { eachSendable } from '../../language/catalogue/channel.ts';
import type { Machine } from '../../language/compile/asl.ts';
import { createAct } from './act.ts';
import { type Arrival, type ArrivalAnswer, createArrive } from './arrive.ts';
import { type Census, createLocalCensus } from './census.ts';
import type { Clock } from './clock.ts';
import { createEffectQueue } from './effect-queue.ts';
import { createLookAhead } from './look-ahead.ts';
import { nextDraw } from './panel.ts';
import { createPassTime } from './pass-time.ts';
import { createRuns } from './runs.ts';
import { createServices } from './services.ts';
import { createSettle } from './settle.ts';
import type { OpenStorage, Storage } from './storage.ts';
import { createStorageWatch } from './storage-watch.ts';
import { createTimeline } from './timeline.ts';
import { createUnderWay } from './under-way.ts';

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

/** Everything that runs in AWS, in one process and in virtual time. */
export interface World {
  readonly now: number;
  /** Takes one event off the bus, now. */
  arrive(raw: unknown): Promise<ArrivalAnswer>;
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

export const createWorld = (options: WorldOptions): World => {
  const {
    catalogue,
    onEntry = () => {},
    onArrival = () => {},
    beforeCommit = () => {},
    onErased = () => {},
    report = () => {},
  } = options;
  const clock: Clock = { now: options.now };
  const now = () => clock.now;
  const underWay = createUnderWay();
  const watch = createStorageWatch();
  const storage = options.storage({ now, onCommit: (state) => underWay.commits.push(state) });
  const { customers, outbox, timers } = storage;
  const tell: Tell = async (announcements) => void underWay.announcements.push(...announcements);
  const store = {
    ...customers,
    commit: watch.guard(customers.commit),
    commitBoth: watch.guard(customers.commitBoth),
  };
  const timeline = createTimeline({ storage, underWay, onEntry });
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
    publisher: { publish: async (events) => void underWay.events.push(...events) },
    queue: createEffectQueue({ timers, underWay, clock }),
    runs: { start: (...given) => runs.start(...given) },
    schedules: { put: async () => {}, wipe: async (customer) => timers.wipe(customer) },
    overdue: { page: async () => ({ timers: [] }) },
    records: {
      wipe: async (customer) => {
        storage.wipe(customer);
        underWay.erased.push(customer);
      },
    },
    addresses: storage.addresses,
    budgets: storage.budgets,
    channels: eachSendable(() => channel),
    text: options.text,
    words: options.words,
    compose: options.compose,
    pace: options.pace?.(now),
    newAttempt: () => `${clock.now}-${++attempts}`,
    now,
    report,
    broadcasting: {
      broadcasts: storage.broadcasts,
      everyone: customers.everyone,
      work: storage.census?.read.queue ?? { page: async () => ({ items: [] }) },
      whoAsked: askers && ((theme) => everyoneWhoAsked(askers, customers.load, theme)),
      steps: { send: async (step) => void underWay.steps.push(step) },
      tell,
    },
  });
  const takeCensus = storage.census && createLocalCensus(storage.census);
  const runs = createRuns({ machines: options.machines, tasks: services.tasks, report, storage: watch });
  const arrive = createArrive({ intake: services.intake, timeline, census: storage.census, onEntry, clock });
  const settle = createSettle({ underWay, services, runs, arrive });
  const act = createAct({ storage, watch, underWay, runs, settle, takeCensus, beforeCommit, onErased, clock });
  const lookAhead = createLookAhead({ catalogue, census: storage.census?.read, tell, now });

  return {
    get now() {
      return clock.now;
    },
    arrive: (raw) =>
      act(async () => {
        const arrived = await arrive(raw);
        onArrival({ raw, ...arrived });
        return arrived.answer;
      }),
    passUntil: createPassTime({ clock, catalogue, storage, underWay, lookAhead, act, arrive }),
    next: () => timers.next()?.at,
    nextDraw: () => nextDraw(catalogue, clock.now),
    running: () => timers.count(),
    introduce: (id, attributes) =>
      act(async () => {
        const state = emptyCustomer(id, clock.now);
        for (const [name, value] of Object.entries(attributes)) {
          state.attributes[name] = { value, provenance: 'stated', event: 'scenario', at: clock.now };
        }
        await store.commit({ ...state, version: 1 });
      }),
    bring: (person) =>
      act(async () => {
        await store.commit({ ...asKnown(person, clock.now), version: 1 });
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
