import type { DecisionEntry, JournalEntry } from '../customer/journal.ts';
import type { CustomerState } from '../customer/state.ts';
import type { EffectQueue, OutgoingEvent, Publisher, Timeline } from './ports.ts';

export interface RelayDeps {
  timeline: Timeline;
  publisher: Publisher;
  effects: EffectQueue;
}

/** What work for a person is called on the bus. */
export const TASK_EVENT = 'agent.task_created';

/** Carries one commit on: its journal to the timeline, what it gave to the bus, its effects to their queue. */
export const createRelay =
  ({ timeline, publisher, effects }: RelayDeps) =>
  async ({
    id,
    version,
    journal,
    effects: following,
  }: Pick<CustomerState, 'id' | 'version' | 'journal' | 'effects'>) => {
    if (journal.length > 0) {
      await timeline.write(journal.map((entry, index) => ({ customer: id, version, index, entry })));
    }
    const outgoing = journal.flatMap(outgoingOf);
    if (outgoing.length > 0) await publisher.publish(outgoing);
    if (following.length > 0) await effects.queue(following);
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
