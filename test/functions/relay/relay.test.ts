import { describe, expect, it } from 'vitest';
import type { AddressMarks } from '../../../core/customer/model/address-mark.ts';
import type { Effect } from '../../../core/customer/model/effect.ts';
import { emptyCustomer } from '../../../core/customer/model/empty-customer.ts';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import type { CustomerState } from '../../../core/customer/model/state.ts';
import type { Outgoing } from '../../../functions/effects/queue.ts';
import type { OutgoingEvent } from '../../../functions/relay/ports.ts';
import { type Commit, createRelay } from '../../../functions/relay/relay.ts';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';

const T0 = Date.parse('2026-03-02T10:00:00Z');
const goal: JournalEntry = {
  kind: 'goal',
  at: '2026-03-02T10:00:00.000Z',
  customer: 'ada',
  journey: 'j',
  enrolment: 'e1',
  event: 'x',
};
const timerEffect: Effect = { type: 'timer', enrolment: 'e1', timer: 3, due: T0, at: T0 + 5000 };
const commit = (more: Partial<Commit> = {}): Commit => ({
  ...emptyCustomer('ada', T0),
  version: 2,
  journal: [goal],
  effects: [timerEffect],
  ...more,
});

/** Where a commit goes, in the order of going. */
const open = (now = T0, present?: Partial<CustomerState>, others: Record<string, Partial<CustomerState>> = {}) => {
  const went: string[] = [];
  const sent: Outgoing[] = [];
  const published: OutgoingEvent[] = [];
  const marks: AddressMarks[] = [];
  const relay = createRelay({
    addresses: {
      write: async (written) => {
        went.push('addresses');
        marks.push(...written);
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

describe('a commit', () => {
  it('goes to the timeline, and its timers to their queue with the time at which they come', async () => {
    const { relay, went, sent } = open();
    await relay(commit());
    expect(went).toEqual(['timeline 1', 'effects']);
    const message = { type: 'timer', format: 1, customer: 'ada', enrolment: 'e1', timer: 3, due: T0, again: 0 };
    expect(sent).toEqual([{ message, at: T0 + 5000 }]);
  });

  it('that means nothing for others goes nowhere', async () => {
    const { relay, went } = open();
    await relay(commit({ journal: [], effects: [] }));
    expect(went).toEqual([]);
  });

  it('tells the bus what an emitted event says, under the id of its decision', async () => {
    const { relay, published } = open();
    const emitted: JournalEntry = {
      kind: 'decision',
      at: '2026-03-02T10:00:00.000Z',
      customer: 'ada',
      journey: 'j',
      enrolment: 'e1',
      step: 'points',
      visit: 4,
      moment: 'points.granted',
      purpose: 'relationship',
      outcome: 'sent',
      reason: 'clear',
      because: 'You stayed.',
      with: { points: 200 },
    };
    await relay(commit({ journal: [emitted] }));
    const detail = { points: 200, customerId: 'ada', decision: 'e1/points/4', signedAs: 'points.granted' };
    expect(published).toEqual([{ id: 'e1/points/4', type: 'points.granted', at: emitted.at, detail }]);
  });

  it('tells the bus what became of a promise, each word of it under an id of its own', async () => {
    const { relay, published } = open();
    const promise = {
      promise: 'e1/send/2',
      customer: 'ada',
      journey: 'j',
      moment: 'sorry',
      madeAt: 'then',
      due: 'soon',
    };
    const statuses = ['made', 'due-soon', 'broken', 'kept-late', 'kept', 'released'] as const;
    const journal = statuses.map(
      (status): JournalEntry => ({ kind: 'promise', at: '2026-03-02T10:00:00.000Z', status, ...promise, because: '' }),
    );
    await relay(commit({ journal }));
    expect(published.map(({ type, id, detail }) => [type, id, detail.late, detail.decision])).toEqual([
      ['promise.due_soon', 'e1/send/2/due-soon', undefined, 'e1/send/2/due-soon'],
      ['promise.broken', 'e1/send/2/broken', undefined, 'e1/send/2/broken'],
      ['promise.kept', 'e1/send/2/kept-late', true, 'e1/send/2/kept-late'],
      ['promise.kept', 'e1/send/2/kept', false, 'e1/send/2/kept'],
    ]);
    expect(published[0]?.detail).toMatchObject({
      customerId: 'ada',
      promise: 'e1/send/2',
      moment: 'sorry',
      due: 'soon',
    });
  });

  it('tells the bus that a message is in the inbox, and not what it says; of an email it tells nothing', async () => {
    const { relay, published } = open();
    const sent: JournalEntry = {
      kind: 'decision',
      at: '2026-03-02T10:00:00.000Z',
      customer: 'ada',
      journey: 'j',
      enrolment: 'e1',
      step: 'tips',
      visit: 4,
      moment: 'tips',
      purpose: 'relationship',
      outcome: 'sent',
      reason: 'clear',
      because: 'You stayed.',
      channel: 'inbox',
    };
    await relay(commit({ journal: [sent, { ...sent, channel: 'email' }, { ...sent, outcome: 'held' }] }));
    const about = { customerId: 'ada', decision: 'e1/tips/4', journey: 'j', moment: 'tips', purpose: 'relationship' };
    const detail = { ...about, signedAs: 'message.ready' };
    expect(published).toEqual([{ id: 'e1/tips/4', type: 'message.ready', at: sent.at, detail }]);
  });

  it('hands the desk what was written while a ticket was open, under the key of the reply', async () => {
    const { relay, published } = open();
    const at = '2026-03-02T10:00:00.000Z';
    const desk = { ticket: 't1', text: 'It still fails.', reply: 'r1' };
    const reply = { kind: 'delivery', at, customer: 'ada', status: 'replied', channel: 'email' } as const;
    await relay(commit({ journal: [reply, { ...reply, desk, enrolment: 'e1', step: 'ask' }] }));
    const detail = { customerId: 'ada', ...desk, channel: 'email', about: 'e1/ask', signedAs: 'desk.reply_received' };
    expect(published).toEqual([{ id: 'r1', type: 'desk.reply_received', at, detail }]);
  });

  it('tells the bus of work that is given, with by when and how much it is needed', async () => {
    const { relay, published } = open();
    const message = { subject: 'Call', text: 'Please.', due: '2026-03-05T10:00:00.000Z', priority: 'high' as const };
    const given: JournalEntry = {
      kind: 'decision',
      at: '2026-03-02T10:00:00.000Z',
      customer: 'ada',
      journey: 'j',
      enrolment: 'e1',
      step: 'call',
      visit: 4,
      moment: 'call',
      purpose: 'care',
      outcome: 'sent',
      reason: 'clear',
      because: 'It failed.',
      channel: 'agent',
      message,
    };
    await relay(commit({ journal: [given, { ...given, visit: 5, message: undefined, merged: 'e1/call/4' }] }));
    const about = { customerId: 'ada', decision: 'e1/call/4', task: 'e1/call/4', journey: 'j', moment: 'call' };
    const detail = { ...about, ...message, signedAs: 'agent.task_created' };
    expect(published).toEqual([{ id: 'e1/call/4', type: 'agent.task_created', at: given.at, detail }]);
  });

  it.each([
    ['done', { by: 'bea', outcome: 'refunded', note: 'Their dog is ill.' }, { by: 'bea', outcome: 'refunded' }],
    ['declined', { reason: 'no number' }, { reason: 'no number' }],
    ['expired', {}, {}],
  ] as const)('tells the bus of work that is %s, without what was noted', async (status, more, said) => {
    const { relay, published } = open();
    const about = { task: 'e1/call/4', moment: 'call', journey: 'j' };
    const entry: JournalEntry = { kind: 'task', at: goal.at, customer: 'ada', ...about, status, ...more };
    await relay(commit({ journal: [entry, { ...entry, status: 'taken' }] }));
    const detail = { customerId: 'ada', ...about, status, ...said, signedAs: 'agent.task_closed' };
    expect(published).toEqual([{ id: `e1/call/4/${status}`, type: 'agent.task_closed', at: goal.at, detail }]);
  });

  it('tells others of work that is one of many no more, and what it was one of, and of its end with what it is of', async () => {
    const { relay, published } = open();
    const about = { task: 'e1/call/4', moment: 'call', journey: 'j', crowd: 'c1' };
    const entry: JournalEntry = { kind: 'task', at: goal.at, customer: 'ada', ...about, status: 'alone' };
    const then = { given: '2026-03-01T10:00:00.000Z', of: 'guest', due: '2026-03-04T10:00:00.000Z' };
    await relay(
      commit({
        journal: [
          { ...entry, ...then },
          { ...entry, status: 'done' },
        ],
      }),
    );
    expect(published.map(({ id, type }) => [id, type])).toEqual([
      ['e1/call/4/alone', 'agent.task_alone'],
      ['e1/call/4/done', 'agent.task_closed'],
    ]);
    const [alone, over] = published.map(({ detail }) => detail);
    expect(alone).toEqual({ customerId: 'ada', ...about, ...then, signedAs: 'agent.task_alone' });
    expect(over).toMatchObject({ crowd: 'c1', status: 'done' });
  });

  it.each([
    ['is there', { bo: {} }, ['timeline 1', 'effects']],
    ['is being erased', { bo: { erased: T0 } }, []],
    ['is gone', {}, []],
  ])(
    'that comes late, of an id that is another’s since, is carried on as long as that person %s',
    async (_, others, went) => {
      const late = open(T0 + MINUTE, { movedTo: 'bo' }, others);
      await late.relay(commit());
      expect(late.went).toEqual(went);
    },
  );

  it('that comes late is carried on where its customer is still the same', async () => {
    const { relay, went } = open(T0 + MINUTE, { firstSeenAt: T0 });
    await relay(commit());
    expect(went).toEqual(['timeline 1', 'effects']);
  });

  it.each([
    ['is gone', undefined],
    ['is being erased', { firstSeenAt: T0, erased: T0 }],
    ['began anew', { firstSeenAt: T0 + 1 }],
  ])('that comes late, of somebody who %s, is not carried on: no timer, no timeline', async (_what, present) => {
    const { relay, went } = open(T0 + MINUTE, present);
    await relay(commit());
    expect(went).toEqual([]);
  });
});

describe('what a commit made known of an address', () => {
  const mark: AddressMarks = {
    channel: 'email',
    address: 'ann@example.com',
    known: [{ about: 'complained', at: T0 }],
  };

  it.each([
    ['first of all', T0, undefined],
    ['of somebody who has been erased since', T0 + MINUTE, { firstSeenAt: T0, erased: T0 }],
  ])('is written, %s', async (_, now, present) => {
    const { relay, went, marks } = open(now, present);
    await relay(commit({ marks: [mark] }));
    expect(went[0]).toBe('addresses');
    expect(marks).toEqual([mark]);
  });
});

describe('the last commit of an erasure', () => {
  it('asks for the rest to be removed after two minutes', async () => {
    const { relay, sent } = open();
    await relay(commit({ erased: T0, journal: [], effects: [] }));
    const message = { type: 'erase', format: 1, customer: 'ada', at: T0 };
    expect(sent).toEqual([{ message, at: T0 + 2 * MINUTE }]);
  });

  it('does nothing about an effect that another version knows', async () => {
    const { relay, sent } = open();
    const cancel = { type: 'cancel', enrolment: 'e1', timer: 3, due: T0 + 90 * MINUTE } as unknown as Effect;
    await relay(commit({ erased: T0, journal: [], effects: [cancel] }));
    await relay(commit({ journal: [], effects: [cancel] }));
    expect(sent.map(({ message }) => message)).toEqual([{ type: 'erase', format: 1, customer: 'ada', at: T0 }]);
  });

  it('that comes late asks for it now', async () => {
    const { relay, sent } = open(T0 + 60 * MINUTE);
    await relay(commit({ erased: T0, journal: [], effects: [] }));
    expect(sent.map(({ at }) => at)).toEqual([T0 + 60 * MINUTE]);
  });
});
