import type { AddressMarks } from '../../../core/customer/model/address-mark.ts';
import type { Effect } from '../../../core/customer/model/effect.ts';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Outgoing } from '../../../functions/effects/queue.ts';
import type { OutgoingEvent } from '../../../functions/relay/ports.ts';
import { type Commit, createRelay } from '../../../functions/relay/relay.ts';

export const T0 = Date.parse('2026-03-02T10:00:00Z');
export const goal: JournalEntry = {
  kind: 'goal',
  at: '2026-03-02T10:00:00.000Z',
  customer: 'ada',
  journey: 'j',
  enrolment: 'e1',
  event: 'x',
};
const timerEffect: Effect = { type: 'timer', enrolment: 'e1', timer: 3, due: T0, at: T0 + 5000 };
export const commit = (more: Partial<Commit> = {}): Commit => ({
  ...emptyCustomer('ada', T0),
  version: 2,
  journal: [goal],
  effects: [timerEffect],
  ...more,
});

/** Where a commit goes, in the order of going. */
export const openRelay = (
  now = T0,
  present?: Partial<CustomerState>,
  others: Record<string, Partial<CustomerState>> = {},
) => {
  const went: string[] = [];
  const sent: Outgoing[] = [];
  const published: OutgoingEvent[] = [];
  const marks: AddressMarks[] = [];
  const relay = createRelay({
    addresses: {
      write: async (newMarks) => {
        went.push('addresses');
        marks.push(...newMarks);
      },
    },
    budgets: { release: async (gesture) => void went.push(`release ${gesture}`) },
    sign: async (type, detail) => ({ ...detail, signedAs: type }),
    timeline: { write: async (entries) => void went.push(`timeline ${entries.length}`) },
    publisher: {
      publish: async (events) => {
        went.push('bus');
        published.push(...events);
      },
    },
    effects: {
      send: async (outgoing) => {
        went.push('effects');
        sent.push(...outgoing);
      },
    },
    load: async (id) => {
      const item = id === 'ada' ? present : others[id];
      return item && { ...emptyCustomer(id, T0), ...item };
    },
    now: () => now,
  });
  return { relay, went, sent, published, marks };
};
