import { DatabaseSync } from 'node:sqlite';
import { hashAssignment } from '../../../core/customer/assignment.ts';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { Beginning } from '../../../functions/broadcast/begin.ts';
import { EventRejected } from '../../../functions/intake/envelope.ts';
import { createIntake } from '../../../functions/intake/intake.ts';
import { createSignature } from '../../../functions/shared/signature.ts';
import { createChange } from '../../../functions/shared/stores/change.ts';
import { createMerge } from '../../../functions/shared/stores/merge.ts';
import type { EventType, Field } from '../../../language/catalogue/event.ts';
import type { FieldType } from '../../../language/catalogue/field-type.ts';
import type { Policy } from '../../../language/catalogue/policy.ts';
import { createMemoryBudgets } from '../../../simulator/world/budgets.memory.ts';
import { createSqliteStore } from '../../../simulator/world/customers.sqlite.ts';
import { catalogue, policy as standard } from '../../support/catalogue.ts';
import { T0 } from '../../support/customer.ts';

/** A field that customers told us. */
export const field = (type: FieldType, optional = true, more: Partial<Field> = {}): Field => ({
  type,
  optional,
  provenance: 'stated',
  ...more,
});

const signature = createSignature(Buffer.from('of these tests alone'));

/** Intake of these events, into a store of its own. */
export const intakeOf = (events: Record<string, EventType>, policy: Partial<Policy> = {}) => {
  const journal: JournalEntry[] = [];
  const store = createSqliteStore(new DatabaseSync(':memory:'), (state) => void journal.push(...state.journal));
  const all = catalogue({ events, policy: { ...standard, ...policy } });
  const clock = { now: T0 };
  const now = () => clock.now;
  const begun: Beginning[] = [];
  const reduceDeps = { catalogue: all, paused: new Set<string>(), assignment: hashAssignment, catalogueNumber: 1 };
  const intake = createIntake({
    catalogue: all,
    change: createChange({ store, now, reduceDeps: async () => reduceDeps }),
    merge: createMerge({ store, now, reduceDeps: async () => reduceDeps }),
    load: (id) => store.load(id),
    text: {
      read: async (text) => ({
        mood: text === '??' ? 'unknown' : 'negative',
        value: text === '??' ? 0 : -1,
        because: text,
      }),
    },
    budgets: createMemoryBudgets(),
    isSigned: async (type, detail) => signature.isSigned(type, detail),
    beginBroadcast: async (beginning) => (begun.push(beginning) === 1 ? 'applied' : 'duplicate'),
    now,
  });
  let count = 0;
  const take = (type: string, detail: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    intake({
      id: `e${++count}`,
      source: 'test',
      'detail-type': type,
      time: new Date(clock.now).toISOString(),
      detail,
      ...more,
    });
  /** One of our own, as relay publishes it. */
  const takeOurs = (type: string, detail: Record<string, unknown>) =>
    take(type, signature.sign(type, detail), { source: 'tactful' });
  return { store, journal, intake, take, takeOurs, clock, begun, sign: signature.sign };
};

/** What an event was refused with. */
export const refusal = async (result: Promise<unknown>): Promise<EventRejected> => {
  const error = await result.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof EventRejected) return error;
  throw new Error(`not rejected: ${String(error)}`);
};
