import type { CustomerState } from '../../core/customer/model/state.ts';
import type { BroadcastStep, TimedEvent } from '../../functions/broadcast/ports.ts';
import type { Erase, Timer } from '../../functions/effects/schema.ts';
import type { OutgoingEvent } from '../../functions/relay/ports.ts';

/** What an action has caused and nobody has taken yet, each list in the order of happening. */
export interface UnderWay {
  commits: CustomerState[];
  /** Due now. */
  timers: Timer[];
  events: OutgoingEvent[];
  /** Of events about everyone: what is to be asked next, and who is to be told. No pace is kept here. */
  steps: BroadcastStep[];
  announcements: TimedEvent[];
  erasures: Erase[];
  /** Commits that were carried on. */
  relayed: CustomerState[];
  /** Whom it has erased, by each of their ids. */
  erased: string[];
  /** Enrolments and promises that ended in it: a timer of theirs that comes after that is none. */
  ended: Set<string>;
}

export const createUnderWay = (): UnderWay => ({
  commits: [],
  timers: [],
  events: [],
  steps: [],
  announcements: [],
  erasures: [],
  relayed: [],
  erased: [],
  ended: new Set(),
});

/** After a failed action nothing that it caused goes on. */
export const dropAll = ({ ended, ...lists }: UnderWay): void => {
  ended.clear();
  for (const list of Object.values(lists)) list.length = 0;
};
