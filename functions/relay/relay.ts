import type { Effect } from '../../core/customer/model/effect.ts';
import { isLate } from '../../core/customer/model/erasure.ts';
import type { DecisionEntry, JournalEntry } from '../../core/customer/model/journal.ts';
import type { CustomerState } from '../../core/customer/model/state.ts';
import type { CustomerStore } from '../shared/stores/store.ts';
import type { EffectQueue, OutgoingEvent, Publisher, Timeline } from './ports.ts';

export type Commit = Pick<CustomerState, 'id' | 'version' | 'at' | 'firstSeenAt' | 'erased' | 'journal' | 'effects'>;

export interface RelayDeps {
  timeline: Timeline;
  publisher: Publisher;
  effects: EffectQueue;
  load: CustomerStore['load'];
  now: () => number;
}

/** What work for a person is called on the bus. */
export const TASK_EVENT = 'agent.task_created';

/** Carries one commit on: its journal to the timeline, what it gave to the bus, its effects to their queue. */
export const createRelay = (deps: RelayDeps) => async (commit: Commit) => {
  const { timeline, publisher, effects } = deps;
  const { id, version, journal, effects: following, erased } = commit;
  const isOver = await isOfErased(deps, commit);
  if (journal.length > 0 && !isOver) {
    await timeline.write(journal.map((entry, index) => ({ customer: id, version, index, entry })));
  }
  const outgoing = isOver ? [] : journal.flatMap(outgoingOf);
  if (outgoing.length > 0) await publisher.publish(outgoing);
  const queued: Effect[] = isOver ? following.filter(({ type }) => type === 'resume') : [...following];
  if (erased !== undefined) queued.push({ type: 'erase', customer: id, at: erased });
  if (queued.length > 0) await effects.queue(queued);
};

/** Whether a commit that comes late is of somebody who has been erased since: then only what waits is still answered. */
const isOfErased = async ({ load, now }: RelayDeps, { id, at, firstSeenAt, erased }: Commit): Promise<boolean> => {
  if (erased !== undefined || !isLate(at, now())) return false;
  const state = await load(id);
  return state === undefined || state.erased !== undefined || state.firstSeenAt !== firstSeenAt;
};

const outgoingOf = (entry: JournalEntry): OutgoingEvent[] => {
  if (entry.kind !== 'decision') return [];
  if (entry.message) return [taskOf(entry, entry.message)];
  if (entry.outcome !== 'sent' || entry.with === undefined) return [];
  const id = `${entry.enrolment}/${entry.step}`;
  return [
    { id, type: entry.moment, at: entry.at, detail: { ...entry.with, customerId: entry.customer, decision: id } },
  ];
};

const taskOf = (entry: DecisionEntry, { subject, text }: { subject: string; text: string }): OutgoingEvent => {
  const { enrolment, step, customer, journey, at, instead, moment } = entry;
  const id = `${enrolment}/${step}`;
  const detail = { customerId: customer, decision: id, journey, moment: instead ?? moment, subject, text };
  return { id, type: TASK_EVENT, at, detail };
};
