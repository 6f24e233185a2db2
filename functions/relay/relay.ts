import { decisionId } from '../../core/customer/decision-id.ts';
import type { Effect } from '../../core/customer/model/effect.ts';
import { ERASED_AFTER, isLate } from '../../core/customer/model/erasure.ts';
import type { DecisionEntry, JournalEntry } from '../../core/customer/model/journal.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import { BUS_EVENTS } from '../../language/catalogue/bus-events.ts';
import { channelKind } from '../../language/catalogue/channel.ts';
import type { EffectQueue, Outgoing } from '../effects/queue.ts';
import { FORMAT } from '../effects/schema.ts';
import type { AddressBook } from '../shared/stores/address-book.ts';
import type { Budgets } from '../shared/stores/budgets.ts';
import { follow } from '../shared/stores/follow.ts';
import type { CustomerStore } from '../shared/stores/store.ts';
import { deskEvents } from './desk-events.ts';
import { eventsOfGesture } from './gesture-events.ts';
import type { OutgoingEvent, Publisher, Timeline } from './ports.ts';
import { promiseEvents } from './promise-events.ts';
import { becameOf, workOf } from './task-events.ts';

export type Commit = Pick<
  CustomerState,
  'id' | 'version' | 'at' | 'firstSeenAt' | 'erased' | 'freed' | 'journal' | 'effects' | 'marks'
>;

export interface RelayDeps {
  addresses: Pick<AddressBook, 'write'>;
  /** What is not given, or taken back, is free to be given again. */
  budgets: Pick<Budgets, 'release'>;
  timeline: Timeline;
  publisher: Publisher;
  effects: EffectQueue;
  load: CustomerStore['load'];
  /** Marks a detail as ours, for intake to know it by. */
  sign: (type: string, detail: Record<string, unknown>) => Promise<Record<string, unknown>>;
  now: () => number;
}

/** Carries one commit on: its journal to the timeline, what it gave to the bus, its timers to their queue. */
export const createRelay = (deps: RelayDeps) => async (commit: Commit) => {
  const { addresses, budgets, timeline, publisher, effects } = deps;
  const { id, version, journal, marks = [], freed = [] } = commit;
  // Also for a customer who has been erased since: what an address is marked for outlives the erasure.
  if (marks.length > 0) await addresses.write(marks);
  const isErased = await isOfErased(deps, commit);
  if (journal.length > 0 && !isErased) {
    await timeline.write(journal.map((entry, index) => ({ customer: id, version, index, entry })));
  }
  for (const entry of journal) if (entry.kind === 'gesture' && entry.frees) await budgets.release(entry.gesture);
  for (const gesture of freed) await budgets.release(gesture);
  const outgoing = isErased ? [] : journal.flatMap(outgoingOf);
  if (outgoing.length > 0) await publisher.publish(await Promise.all(outgoing.map((event) => signEvent(deps, event))));
  const messages = isErased ? [] : messagesOf(commit, deps.now());
  if (messages.length > 0) await effects.send(messages);
};

const signEvent = async ({ sign }: RelayDeps, event: OutgoingEvent): Promise<OutgoingEvent> => ({
  ...event,
  detail: await sign(event.type, event.detail),
});

/** What the effects function is asked because of a commit. */
const messagesOf = ({ id, erased, effects }: Commit, now: number): Outgoing[] => {
  if (erased === undefined) return effects.flatMap((effect) => timerOf(id, effect));
  // An erasure waits until every write that was under way is done, so that none brings back what it removes.
  const at = Math.max(now, erased + ERASED_AFTER * 1000);
  return [{ message: { type: 'erase', format: FORMAT, customer: id, at: erased }, at }];
};

/** An effect of another version is none here. */
const timerOf = (customer: string, { type, enrolment, timer, due, at }: Effect): Outgoing[] =>
  type === 'timer' ? [{ message: { type, format: FORMAT, customer, enrolment, timer, due, again: 0 }, at }] : [];

const isOver = (state: CustomerState | undefined, firstSeenAt: number): boolean =>
  state === undefined || state.erased !== undefined || state.firstSeenAt !== firstSeenAt;

/** Whether a commit that comes late is of somebody who has been erased since: then nothing of it is carried on. */
const isOfErased = async ({ load, now }: RelayDeps, { id, at, firstSeenAt, erased }: Commit): Promise<boolean> => {
  if (erased !== undefined || !isLate(at, now())) return false;
  const state = await load(id);
  if (state?.movedTo === undefined || state.firstSeenAt !== firstSeenAt) return isOver(state, firstSeenAt);
  // An erasure takes all ids of a person, so for an alias the item that it leads to counts.
  const { state: person } = await follow(load, id, state);
  return person === undefined || person.erased !== undefined;
};

const outgoingOf = (entry: JournalEntry): OutgoingEvent[] => {
  if (entry.kind === 'promise') return promiseEvents(entry);
  if (entry.kind === 'delivery') return deskEvents(entry);
  if (entry.kind === 'task') return becameOf(entry);
  if (entry.kind === 'gesture') return eventsOfGesture(entry);
  if (entry.kind !== 'decision') return [];
  if (entry.message) return [workOf(entry, entry.message)];
  if (entry.outcome === 'sent' && entry.channel && channelKind(entry.channel)?.isShownByProduct)
    return [readyOf(entry)];
  if (entry.outcome !== 'sent' || entry.with === undefined) return [];
  const id = decisionId(entry);
  return [
    { id, type: entry.moment, at: entry.at, detail: { ...entry.with, customerId: entry.customer, decision: id } },
  ];
};

/** It was in the inbox before its decision was committed. Nothing of it is said here: whoever shows it asks for it. */
const readyOf = (entry: DecisionEntry): OutgoingEvent => {
  const { customer, journey, moment, purpose, at } = entry;
  const id = decisionId(entry);
  return {
    id,
    type: BUS_EVENTS.messageReady,
    at,
    detail: { customerId: customer, decision: id, journey, moment, purpose },
  };
};
