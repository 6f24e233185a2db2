import { refuseNewer } from '../../core/customer/catalogue-older.ts';
import type { ReduceDeps, Words } from '../../core/customer/draft.ts';
import type { Command } from '../../core/customer/reduce.ts';
import { digest } from '../../core/hash.ts';
import type { TextSentiment } from '../../core/sentiment/text.ts';
import { createAdvance } from '../../functions/advance/advance.ts';
import { createBeginBroadcast } from '../../functions/broadcast/begin.ts';
import { type BroadcastDeps, createBroadcast } from '../../functions/broadcast/broadcast.ts';
import { createDeliver, type DeliverDeps, LEASE } from '../../functions/deliver/deliver.ts';
import { createEffects, type Overdue, type Runs } from '../../functions/effects/effects.ts';
import { createErase } from '../../functions/effects/erase.ts';
import type { EffectQueue } from '../../functions/effects/queue.ts';
import type { Schedules } from '../../functions/effects/schedules.ts';
import { createIntake } from '../../functions/intake/intake.ts';
import { type BroadcastCommand, operateBroadcasts } from '../../functions/operate/broadcasts.ts';
import type { Publisher, Timeline } from '../../functions/relay/ports.ts';
import { createRelay } from '../../functions/relay/relay.ts';
import type { Signature } from '../../functions/shared/signature.ts';
import { createSpentOf } from '../../functions/shared/spent.ts';
import type { AddressBook } from '../../functions/shared/stores/address-book.ts';
import type { Broadcasts } from '../../functions/shared/stores/broadcasts.ts';
import type { Budgets } from '../../functions/shared/stores/budgets.ts';
import { type ChangeCustomer, createChange } from '../../functions/shared/stores/change.ts';
import type { RecordEraser } from '../../functions/shared/stores/customer-records.ts';
import { createMerge, type MergeCustomers } from '../../functions/shared/stores/merge.ts';
import type { PairStore, RemovingStore } from '../../functions/shared/stores/store.ts';

/** What the functions stand on: as good or as bad as whoever gives them makes them. */
export interface Ports {
  reduceDeps: ReduceDeps;
  store: RemovingStore & PairStore;
  timeline: Timeline;
  publisher: Publisher;
  queue: EffectQueue;
  runs: Runs;
  schedules: Schedules;
  overdue: Overdue;
  records: RecordEraser;
  addresses: AddressBook;
  budgets: Budgets;
  channels: DeliverDeps['channels'];
  text: TextSentiment;
  words: Words;
  compose: DeliverDeps['compose'];
  /** Where a channel must not be given everything at once. */
  pace?: DeliverDeps['pace'];
  newAttempt: () => string;
  now: () => number;
  report: (error: unknown) => void;
  /** What events about everyone stand on. */
  broadcasting: Pick<BroadcastDeps, 'everyone' | 'whoAsked' | 'work' | 'steps' | 'tell'> & { broadcasts: Broadcasts };
  /** Sees each command before it is decided. */
  onCommand?: (command: Command) => void;
}

/** Of one process alone: whatever arrives under our source's name from outside of it is not ours. */
const LOCAL_KEY = 'the key of a world that is in one process';

const markOf = (type: string, { signature: _, ...detail }: Record<string, unknown>): string =>
  digest([LOCAL_KEY, type, JSON.stringify(detail)]);

/** Marks what a world publishes for itself alone. A stage takes more care and time: its bus may carry anything, in any order. */
const signature: Signature = {
  sign: (type, detail) => ({ ...detail, signature: markOf(type, detail) }),
  isSigned: (type, detail) => detail.signature === markOf(type, detail),
};

/** The functions as a stage wires them together. */
export const createServices = (ports: Ports) => {
  const { reduceDeps, store, now, queue } = ports;
  const { catalogue } = reduceDeps;
  const readDeps = async () => reduceDeps;
  const commit = createChange({ store, now, reduceDeps: readDeps });
  const change: ChangeCustomer = (customer, command, loaded) => {
    ports.onCommand?.(command);
    return commit(customer, command, loaded);
  };
  const mergeBoth = createMerge({ store, now, reduceDeps: readDeps });
  const merge: MergeCustomers = (from, into, event) => {
    ports.onCommand?.({ kind: 'event', event });
    return mergeBoth(from, into, event);
  };
  const spentOf = createSpentOf({ budgets: ports.budgets, catalogue, now });
  return {
    change,
    spentOf,
    sign: signature.sign,
    intake: createIntake({
      catalogue,
      change,
      merge,
      load: store.load,
      budgets: ports.budgets,
      text: ports.text,
      isSigned: async (type, detail) => signature.isSigned(type, detail),
      beginBroadcast: createBeginBroadcast({ ...ports.broadcasting, now }),
      now,
    }),
    broadcast: createBroadcast({ ...ports.broadcasting, load: store.load, catalogue, now }),
    askBroadcasts: (command: BroadcastCommand) => operateBroadcasts({ ...ports.broadcasting, catalogue, now }, command),
    effects: createEffects({
      ...ports,
      catalogueFor: async (item) => {
        refuseNewer(item, reduceDeps);
        return catalogue;
      },
      load: store.load,
      erase: createErase(ports),
    }),
    relay: createRelay({
      ...ports,
      effects: queue,
      load: store.load,
      sign: async (type, detail) => signature.sign(type, detail),
    }),
    /** By the name that stands in a task's arguments. */
    tasks: {
      '${DeliverFunction}': createDeliver({ ...ports, catalogue, change, spentOf, lease: LEASE }),
      '${AdvanceFunction}': createAdvance({ change, budgets: ports.budgets }),
    },
  };
};

export type Services = ReturnType<typeof createServices>;
