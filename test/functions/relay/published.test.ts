import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../core/customer/model/journal.ts';
import { commit, goal, openRelay } from './support.ts';

describe('a commit', () => {
  it('tells the bus what an emitted event says, under the id of its decision', async () => {
    const { relay, published } = openRelay();
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
    const { relay, published } = openRelay();
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
    const { relay, published } = openRelay();
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
    const { relay, published } = openRelay();
    const at = '2026-03-02T10:00:00.000Z';
    const desk = { ticket: 't1', text: 'It still fails.', reply: 'r1' };
    const reply = { kind: 'delivery', at, customer: 'ada', status: 'replied', channel: 'email' } as const;
    await relay(commit({ journal: [reply, { ...reply, desk, enrolment: 'e1', step: 'ask' }] }));
    const detail = { customerId: 'ada', ...desk, channel: 'email', about: 'e1/ask', signedAs: 'desk.reply_received' };
    expect(published).toEqual([{ id: 'r1', type: 'desk.reply_received', at, detail }]);
  });

  it('tells the bus of work that is given, with by when and how much it is needed', async () => {
    const { relay, published } = openRelay();
    const message = { subject: 'Call', text: 'Please.', due: '2026-03-05T10:00:00.000Z', priority: 'high' as const };
    const entry: JournalEntry = {
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
    await relay(commit({ journal: [entry, { ...entry, visit: 5, message: undefined, merged: 'e1/call/4' }] }));
    const about = { customerId: 'ada', decision: 'e1/call/4', task: 'e1/call/4', journey: 'j', moment: 'call' };
    const detail = { ...about, ...message, signedAs: 'agent.task_created' };
    expect(published).toEqual([{ id: 'e1/call/4', type: 'agent.task_created', at: entry.at, detail }]);
  });

  it.each([
    ['done', { by: 'bea', outcome: 'refunded', note: 'Their dog is ill.' }, { by: 'bea', outcome: 'refunded' }],
    ['declined', { reason: 'no number' }, { reason: 'no number' }],
    ['expired', {}, {}],
  ] as const)('tells the bus of work that is %s, without what was noted', async (status, more, fields) => {
    const { relay, published } = openRelay();
    const about = { task: 'e1/call/4', moment: 'call', journey: 'j' };
    const entry: JournalEntry = { kind: 'task', at: goal.at, customer: 'ada', ...about, status, ...more };
    await relay(commit({ journal: [entry, { ...entry, status: 'taken' }] }));
    const detail = { customerId: 'ada', ...about, status, ...fields, signedAs: 'agent.task_closed' };
    expect(published).toEqual([{ id: `e1/call/4/${status}`, type: 'agent.task_closed', at: goal.at, detail }]);
  });

  it('tells others of work that is one of many no more, and what it was one of, and of its end with what it is of', async () => {
    const { relay, published } = openRelay();
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
});
