import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../language/catalogue/built-in.ts';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import type { RunStepOf } from '../../../language/catalogue/step.ts';
import { catalogue, eventType, journey, moment, policy } from '../../support/catalogue.ts';
import { oneCustomer } from '../../support/customer.ts';
import { MERGED, twoIds } from '../../support/two-ids.ts';

const call = moment('call', { channels: ['agent'], purpose: 'care' });
const visit = moment('visit', { channels: ['agent'], purpose: 'care', team: 'field' });
const AGENT = Object.fromEntries(
  Object.entries(BUILT_IN).flatMap(([name, type]) =>
    type.work ? [[name, { ...type, kept: ['outcome'], awaited: name === 'agent.task_done' }]] : [],
  ),
);
const severity = { type: ['minor', 'odd', 'major'], optional: true, provenance: 'observed' as const };
const start = eventType({ fields: { severity } });
const task = (more: Partial<RunStepOf<'task'>> = {}): RunStepOf<'task'> => ({
  kind: 'task',
  moment: 'call',
  purpose: 'care',
  ...more,
});

const world = (one: RunStepOf<'task'>, two = task(), more = {}) =>
  catalogue({
    events: { ...AGENT, ...MERGED, start, fail: eventType({ fields: { severity } }) },
    moments: { call, visit },
    journeys: {
      hello: journey('hello', 'never'),
      repair: journey('repair', 'never'),
      one: journey('one', 'start', { fields: ['severity'], steps: { act: one } }),
      two: journey('two', 'fail', { fields: ['severity'], steps: { act: two } }),
    },
    ...more,
  });

const day = { within: 86_400 };

/** A customer whose journey has given work. */
const given = async (one = task(day), two?: RunStepOf<'task'>, fields = {}, more = {}) => {
  const ada = oneCustomer(world(one, two, more));
  await ada.event('start', fields);
  const answer = await ada.send(ada.at('one', 'act'));
  const [id = ''] = Object.keys((await ada.state()).tasks ?? {});
  return {
    ...ada,
    id,
    answer,
    work: async () => (await ada.state()).tasks?.[id],
    asks: () => ada.send(ada.at('one', 'act')),
    told: () =>
      ada.journal.flatMap((entry) =>
        entry.kind === 'task' ? [`${entry.status}${entry.late ? ' late' : ''} ${entry.by ?? '-'}`] : [],
      ),
    refused: () => ada.journal.flatMap((entry) => (entry.kind === 'rejected' ? [entry.message] : [])),
  };
};

describe('work for a person', () => {
  it('without a time goes on at once, and stands in the item, due in three days', async () => {
    const ada = await given(task());
    expect(ada.answer).toBe('sent');
    expect(await ada.work()).toEqual({
      moment: 'call',
      journey: 'one',
      at: ada.clock.now,
      due: ada.clock.now + 3 * DAY,
      rank: ada.clock.now + 3 * DAY,
      state: 'open',
    });
    expect(ada.id).toBe(`${ada.enrolment('one')}/act/1`);
    expect(ada.decisions().at(-1)?.message).toEqual({
      subject: 'call',
      text: 'call',
      due: new Date(ada.clock.now + 3 * DAY).toISOString(),
      priority: 'normal',
    });
  });

  it('is due when the policy says, and is its team’s', async () => {
    const tasks = { policy: { ...policy, tasks: { due: 3600 } } };
    const ada = await given(task({ moment: 'visit' }), task(), {}, tasks);
    expect(await ada.work()).toMatchObject({ due: ada.clock.now + HOUR, team: 'field' });
    expect(ada.decisions().at(-1)?.message).toMatchObject({ team: 'field', priority: 'urgent' });
  });

  it.each([
    ['minor', 0],
    ['odd', 0.5],
    ['major', 1],
  ])('is needed the more the graver it is what happened: %s', async (said, grave) => {
    const ada = await given(task(day), task(), { severity: said });
    const due = ada.clock.now + DAY;
    expect(await ada.work()).toMatchObject({ due, severity: grave, rank: due - grave * DAY });
  });

  it('is needed more by who is unhappy, as soon as they say so', async () => {
    const ada = await given();
    await ada.event('start', {}, { signals: [{ value: -1, weight: 2, because: 'angry' }] });
    expect(await ada.work()).toMatchObject({ due: ada.clock.now + DAY, rank: ada.clock.now });
  });

  it('with a time is waited for, and decided once', async () => {
    const ada = await given();
    expect(ada.answer).toBe('later');
    expect(await ada.asks()).toBe('later');
    expect(ada.standing('one')).toMatchObject({ due: ada.clock.now + DAY, awaits: ada.id });
    expect(ada.outcomes()).toEqual(['act sent clear']);
  });

  it('that is done goes on in that commit, with what was said', async () => {
    const ada = await given();
    ada.clock.now += HOUR;
    await ada.event('agent.task_done', { task: ada.id, outcome: 'refunded', note: 'All is well.', by: 'bea' });
    expect(ada.standing('one')).toMatchObject({ answer: 'done', due: ada.clock.now, heard: { outcome: 'refunded' } });
    expect(await ada.asks()).toBe('done');
    expect(await ada.work()).toMatchObject({ state: 'done', by: 'bea', said: 'refunded', since: ada.clock.now });
    expect(ada.journal.at(-1)).toMatchObject({
      kind: 'task',
      status: 'done',
      outcome: 'refunded',
      note: 'All is well.',
    });
    ada.clock.now += 2 * DAY;
    expect(await ada.asks()).toBe('done');
    expect(ada.outcomes()).toEqual(['act sent clear']);
  });

  it('that is declined is undone at once, and leaves what was heard', async () => {
    const ada = await given();
    await ada.event('agent.task_declined', { task: ada.id, reason: 'No number.', by: 'bea' });
    expect(ada.standing('one')).toMatchObject({ answer: 'undone', heard: {} });
    expect(await ada.work()).toMatchObject({ state: 'declined', by: 'bea', said: 'No number.' });
  });

  it('that nobody does is undone when its time is over, and has expired', async () => {
    const ada = await given();
    ada.clock.now += DAY;
    expect(await ada.asks()).toBe('undone');
    expect(await ada.work()).toMatchObject({ state: 'expired' });
    expect(ada.told()).toEqual(['expired -']);
  });

  it('that was done in time counts as done, though its time is over when we hear of it and nobody has gone on', async () => {
    const ada = await given();
    ada.clock.now += DAY + 1000;
    await ada.event('agent.task_done', { task: ada.id });
    expect(await ada.asks()).toBe('done');
    expect(ada.told()).toEqual(['done -']);
  });

  it('that is done after it has expired is told, and does not change what followed', async () => {
    const ada = await given();
    ada.clock.now += DAY;
    await ada.asks();
    await ada.event('agent.task_done', { task: ada.id, by: 'bea' });
    expect(await ada.asks()).toBe('undone');
    expect(await ada.work()).toMatchObject({ state: 'done' });
    expect(ada.told()).toEqual(['expired -', 'done late bea']);
  });

  it('does not wait for its customer’s leaving, and stays for who has it', async () => {
    const ada = await given(task(day), task());
    ada.publish({ ...world(task(day)), journeys: {} });
    await ada.event('fail');
    expect(ada.standing('one')).toBeUndefined();
    expect(ada.outcomes()).toEqual(['act sent clear']);
    await ada.event('agent.task_done', { task: ada.id });
    expect(ada.told()).toEqual(['done -']);
  });

  it('is not given again by a catalogue that does not wait for it any more, and goes on', async () => {
    const ada = await given();
    ada.publish(world(task()));
    expect(await ada.asks()).toBe('sent');
    expect(ada.outcomes()).toEqual(['act sent clear']);
  });

  it('that nothing waits for is forgotten two weeks after it was due, with the next that happens', async () => {
    const ada = await given(task());
    ada.clock.now += 17 * DAY - 1;
    await ada.event('fail');
    expect(ada.told()).toEqual([]);
    ada.clock.now += 1;
    await ada.event('fail');
    expect(ada.told()).toEqual(['expired -']);
  });
});

describe('who takes it', () => {
  it('has it, and whoever comes second is refused with who has it', async () => {
    const ada = await given();
    await ada.event('agent.task_taken', { task: ada.id, by: 'bea' });
    await ada.event('agent.task_taken', { task: ada.id, by: 'cem' });
    expect(await ada.work()).toMatchObject({ state: 'taken', by: 'bea' });
    expect(ada.told()).toEqual(['taken bea']);
    expect(ada.refused()).toEqual([expect.stringContaining("bea's, who took it first")]);
  });

  it('takes it once, however often they click', async () => {
    const ada = await given();
    for (let click = 0; click < 2; click++) await ada.event('agent.task_taken', { task: ada.id, by: 'bea' });
    expect(ada.told()).toEqual(['taken bea']);
    expect(ada.refused()).toEqual([]);
  });

  it('gives it back, and then another may take it', async () => {
    const ada = await given();
    await ada.event('agent.task_taken', { task: ada.id, by: 'bea' });
    await ada.event('agent.task_returned', { task: ada.id, by: 'bea' });
    expect(await ada.work()).not.toHaveProperty('by');
    await ada.event('agent.task_taken', { task: ada.id, by: 'cem' });
    expect(ada.told()).toEqual(['taken bea', 'returned bea', 'taken cem']);
    expect(await ada.asks()).toBe('later');
  });

  it('need not be who does it', async () => {
    const ada = await given();
    await ada.event('agent.task_taken', { task: ada.id, by: 'bea' });
    await ada.event('agent.task_done', { task: ada.id, by: 'cem' });
    expect(await ada.work()).toMatchObject({ state: 'done', by: 'cem' });
  });
});

describe('work that has gone to another', () => {
  /** Bea had it and gave it back; Cem has it since. */
  const gone = async () => {
    const ada = await given();
    const say = (type: string, by: string | undefined, at: number) =>
      ada.event(
        `agent.task_${type}`,
        { task: ada.id, ...(by !== undefined && { by }) },
        { at: new Date(at).toISOString() },
      );
    const start = ada.clock.now;
    await say('taken', 'bea', start);
    ada.clock.now += HOUR;
    await say('returned', 'bea', ada.clock.now);
    ada.clock.now += HOUR;
    await say('taken', 'cem', ada.clock.now);
    ada.clock.now += HOUR;
    return { ...ada, say, start };
  };

  it.each(['returned', 'declined', 'taken'])('is not %s by whoever had it before', async (said) => {
    const ada = await gone();
    await ada.say(said, 'bea', ada.clock.now);
    expect(await ada.work()).toMatchObject({ state: 'taken', by: 'cem' });
    expect(ada.refused()).toEqual([expect.stringContaining("cem's")]);
    expect(ada.standing('one')?.answer).toBeUndefined();
  });

  it.each(['returned', 'declined'])('is not %s by word without a name from before', async (said) => {
    const ada = await gone();
    await ada.say(said, undefined, ada.start + HOUR);
    expect(await ada.work()).toMatchObject({ state: 'taken', by: 'cem' });
    expect(ada.refused()).toEqual([
      expect.stringContaining(`before cem took task ${ada.id} at 2026-03-02T12:00:00.000Z`),
    ]);
  });

  it.each(['returned', 'declined'])('is %s by word without a name from since then', async (said) => {
    const ada = await gone();
    await ada.say(said, undefined, ada.clock.now);
    expect(ada.refused()).toEqual([]);
    expect(ada.told().at(-1)).toBe(`${said} -`);
  });

  it('is not taken from whoever took it a second time by their first word of giving it back', async () => {
    const ada = await gone();
    await ada.say('returned', 'cem', ada.start);
    expect(await ada.work()).toMatchObject({ state: 'taken', by: 'cem' });
  });

  it('is not taken again by the word of before it was given back', async () => {
    const ada = await gone();
    await ada.say('returned', 'cem', ada.clock.now);
    await ada.say('taken', 'cem', ada.start + 2 * HOUR);
    expect(await ada.work()).toMatchObject({ state: 'open' });
    expect(ada.refused()).toEqual([expect.stringContaining('before task')]);
    await ada.say('taken', 'bea', ada.clock.now);
    expect(await ada.work()).toMatchObject({ state: 'taken', by: 'bea' });
  });

  it('may be given back by the clock of another system, seconds behind', async () => {
    const ada = await gone();
    await ada.say('returned', 'cem', ada.start + 2 * HOUR - 4000);
    expect(await ada.work()).toMatchObject({ state: 'open' });
  });

  it('is whose who takes it, in whichever order it is heard that one gave it back and the other took it', async () => {
    const ada = await gone();
    const takenAt = ada.clock.now;
    await ada.say('taken', 'dee', takenAt);
    expect(await ada.work()).toMatchObject({ state: 'taken', by: 'cem' });
    await ada.say('returned', 'cem', takenAt - 60_000);
    expect(await ada.work()).toMatchObject({ state: 'taken', by: 'dee', since: takenAt });
    expect(await ada.work()).not.toHaveProperty('next');
    expect(ada.told().slice(-2)).toEqual(['returned cem', 'taken dee']);
  });

  it('is nobody’s once it is given back, where another clicked on it long before', async () => {
    const ada = await gone();
    await ada.say('taken', 'dee', ada.start + 2 * HOUR);
    await ada.say('returned', 'cem', ada.clock.now);
    expect(await ada.work()).toMatchObject({ state: 'open' });
    expect(await ada.work()).not.toHaveProperty('next');
  });

  it('is done all the same, whoever did it', async () => {
    const ada = await gone();
    await ada.say('done', 'bea', ada.clock.now);
    expect(await ada.work()).toMatchObject({ state: 'done', by: 'bea' });
  });
});

describe('word of work', () => {
  it('that comes twice is a duplicate', async () => {
    const ada = await given();
    const again = { id: 'd1' };
    expect(await ada.event('agent.task_done', { task: ada.id }, again)).toBe('applied');
    expect(await ada.event('agent.task_done', { task: ada.id }, again)).toBe('duplicate');
    expect(ada.told()).toEqual(['done -']);
  });

  it.each([
    ['a task that nobody knows', 'agent.task_done', 'no task e/act/9 is known of this customer', 'e/act/9', []],
    ['work that is done', 'agent.task_done', 'is done already, by bea', undefined, ['agent.task_done']],
    ['taking what is done', 'agent.task_taken', 'is done already', undefined, ['agent.task_done']],
    ['declining what is done', 'agent.task_declined', 'is done already', undefined, ['agent.task_done']],
    ['taking what is declined', 'agent.task_taken', 'is declined already', undefined, ['agent.task_declined']],
    ['giving back what nobody has', 'agent.task_returned', 'nobody has taken task', undefined, []],
  ])('about %s changes nothing, and says why', async (_, type, why, id, before) => {
    const ada = await given();
    for (const earlier of before) await ada.event(earlier, { task: ada.id, by: 'bea' });
    const told = ada.told();
    await ada.event(type, { task: id ?? ada.id, by: 'cem' });
    expect(ada.told()).toEqual(told);
    expect(ada.refused()).toEqual([expect.stringContaining(why)]);
  });

  it('moves no journey where it changes nothing', async () => {
    const ada = await given();
    await ada.event('agent.task_done', { task: 'e/act/9' });
    expect((await ada.state()).occurrences).toEqual({});
    await ada.event('agent.task_done', { task: ada.id });
    expect((await ada.state()).occurrences['agent.task_done']).toHaveLength(1);
  });

  it('may name the work by its moment: what is open of it is meant', async () => {
    const ada = await given();
    await ada.event('agent.task_done', { task: 'call' });
    expect(ada.told()).toEqual(['done -']);
    expect(ada.journal.at(-1)).toMatchObject({ task: ada.id });
    await ada.event('agent.task_taken', { task: 'call' });
    expect(ada.refused()).toEqual([expect.stringContaining(`task ${ada.id} is done already`)]);
  });

  it('makes nobody known', async () => {
    const ada = oneCustomer(world(task()));
    expect(await ada.event('agent.task_done', { task: 'e/act/1' })).toBe('skipped');
    expect(await ada.event('agent.note_added', { text: 'Hello' })).toBe('skipped');
  });

  it('may be a note, which stands in the journal', async () => {
    const ada = await given();
    await ada.event('agent.note_added', { text: 'Prefers mornings.', by: 'bea', task: ada.id });
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'note', text: 'Prefers mornings.', by: 'bea', task: ada.id });
  });
});

describe('the same work twice', () => {
  const both = async (one = task(day), two = task({ within: 7200 })) => {
    const ada = await given(one, two);
    await ada.event('fail');
    const answer = await ada.send(ada.at('two', 'act'));
    return { ...ada, answer, other: () => ada.send(ada.at('two', 'act')) };
  };

  it('is given once; the second waits for the first, which is due by the earlier of both', async () => {
    const ada = await both();
    expect(ada.answer).toBe('later');
    expect(Object.keys((await ada.state()).tasks ?? {})).toEqual([ada.id]);
    expect(await ada.work()).toMatchObject({ due: ada.clock.now + 2 * HOUR });
    expect(ada.decisions().at(-1)).toMatchObject({ outcome: 'sent', channel: 'agent', merged: ada.id });
    expect(ada.decisions().at(-1)).not.toHaveProperty('message');
  });

  it('is done for both', async () => {
    const ada = await both();
    await ada.event('agent.task_done', { task: ada.id });
    expect([await ada.asks(), await ada.other()]).toEqual(['done', 'done']);
  });

  it('is open as long as one of them still waits, and each goes on by its own time', async () => {
    const ada = await both();
    ada.clock.now += 2 * HOUR;
    expect(await ada.other()).toBe('undone');
    expect(await ada.work()).toMatchObject({ state: 'open' });
    expect(await ada.asks()).toBe('later');
    ada.clock.now += 22 * HOUR;
    expect(await ada.asks()).toBe('undone');
    expect(ada.told()).toEqual(['expired -']);
  });

  it('goes on at once where the second does not wait', async () => {
    const ada = await both(task(day), task());
    expect(ada.answer).toBe('sent');
    expect(ada.standing('one')?.answer).toBeUndefined();
  });

  it('is no reason not to ask: a cap counts what was given, and nothing is left out for what is open', async () => {
    const capped = { policy: { ...policy, caps: { tasks: { count: 1, seconds: 86_400 } } } };
    const ada = await given(task(day), task(day), {}, capped);
    await ada.event('fail');
    expect(await ada.send(ada.at('two', 'act'))).toBe('later');
    expect((await ada.state()).worked).toMatchObject({ 'task/call': [ada.clock.now] });
  });

  it('is given anew where the first is late, which counts no more', async () => {
    const ada = await given(task(), task());
    ada.clock.now += 3 * DAY;
    await ada.event('fail');
    await ada.send(ada.at('two', 'act'));
    expect(ada.told()).toEqual(['expired -']);
    expect(Object.values((await ada.state()).tasks ?? {}).map(({ state }) => state)).toEqual(['expired', 'open']);
  });

  it('is another where it says another thing', async () => {
    const ada = await both(task(day), task({ moment: 'visit' }));
    expect(Object.values((await ada.state()).tasks ?? {}).map((work) => work.moment)).toEqual(['call', 'visit']);
  });
});

describe('work of two ids that are one person’s', () => {
  it('goes on, and is found by the id under which it was given', async () => {
    const { guest, ada, merge } = twoIds(world(task(day)));
    await guest.event('start');
    await guest.send(guest.at('one', 'act'));
    const [id = ''] = Object.keys((await guest.state()).tasks ?? {});
    await ada.event('fail');
    expect(await merge()).toBe('applied');
    expect((await ada.state()).tasks?.[id]).toMatchObject({ state: 'open', customer: 'guest' });
    await guest.event('agent.task_done', { task: id });
    const { tasks = {}, enrolments } = await ada.state();
    expect(tasks[id]).toMatchObject({ state: 'done' });
    expect(Object.values(enrolments).map(({ answer }) => answer)).toContain('done');
  });
});
