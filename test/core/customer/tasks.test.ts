import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { policy } from '../../support/catalogue.ts';
import { givenTask, task, tasksCatalogue, withinADay } from '../../support/tasks.ts';

describe('work for a person', () => {
  it('without a time goes on at once, and stands in the item, due in three days', async () => {
    const ada = await givenTask(task());
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
    const ada = await givenTask(task({ moment: 'visit' }), task(), {}, tasks);
    expect(await ada.work()).toMatchObject({ due: ada.clock.now + HOUR, team: 'field' });
    expect(ada.decisions().at(-1)?.message).toMatchObject({ team: 'field', priority: 'urgent' });
  });

  it.each([
    ['minor', 0],
    ['odd', 0.5],
    ['major', 1],
  ])('is needed the more the graver it is what happened: %s', async (severity, grave) => {
    const ada = await givenTask(task(withinADay), task(), { severity });
    const due = ada.clock.now + DAY;
    expect(await ada.work()).toMatchObject({ due, severity: grave, rank: due - grave * DAY });
  });

  it('is needed more by who is unhappy, as soon as they say so', async () => {
    const ada = await givenTask();
    await ada.event('start', {}, { signals: [{ value: -1, weight: 2, because: 'angry' }] });
    expect(await ada.work()).toMatchObject({ due: ada.clock.now + DAY, rank: ada.clock.now });
  });

  it('with a time is waited for, and decided once', async () => {
    const ada = await givenTask();
    expect(ada.answer).toBe('later');
    expect(await ada.asks()).toBe('later');
    expect(ada.standing('one')).toMatchObject({ due: ada.clock.now + DAY, awaits: ada.id });
    expect(ada.outcomes()).toEqual(['act sent clear']);
  });

  it('that is done goes on in that commit, with what was said', async () => {
    const ada = await givenTask();
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
    const ada = await givenTask();
    await ada.event('agent.task_declined', { task: ada.id, reason: 'No number.', by: 'bea' });
    expect(ada.standing('one')).toMatchObject({ answer: 'undone', heard: {} });
    expect(await ada.work()).toMatchObject({ state: 'declined', by: 'bea', said: 'No number.' });
  });

  it('that nobody does is undone when its time is over, and has expired', async () => {
    const ada = await givenTask();
    ada.clock.now += DAY;
    expect(await ada.asks()).toBe('undone');
    expect(await ada.work()).toMatchObject({ state: 'expired' });
    expect(ada.told()).toEqual(['expired -']);
  });

  it('that was done in time counts as done, though its time is over when we hear of it and nobody has gone on', async () => {
    const ada = await givenTask();
    ada.clock.now += DAY + 1000;
    await ada.event('agent.task_done', { task: ada.id });
    expect(await ada.asks()).toBe('done');
    expect(ada.told()).toEqual(['done -']);
  });

  it('that is done after it has expired is told, and does not change what followed', async () => {
    const ada = await givenTask();
    ada.clock.now += DAY;
    await ada.asks();
    await ada.event('agent.task_done', { task: ada.id, by: 'bea' });
    expect(await ada.asks()).toBe('undone');
    expect(await ada.work()).toMatchObject({ state: 'done' });
    expect(ada.told()).toEqual(['expired -', 'done late bea']);
  });

  it('does not wait for its customer’s leaving, and stays for who has it', async () => {
    const ada = await givenTask(task(withinADay), task());
    ada.publish({ ...tasksCatalogue(task(withinADay)), journeys: {} });
    await ada.event('fail');
    expect(ada.standing('one')).toBeUndefined();
    expect(ada.outcomes()).toEqual(['act sent clear']);
    await ada.event('agent.task_done', { task: ada.id });
    expect(ada.told()).toEqual(['done -']);
  });

  it('is not given again by a catalogue that does not wait for it any more, and goes on', async () => {
    const ada = await givenTask();
    ada.publish(tasksCatalogue(task()));
    expect(await ada.asks()).toBe('sent');
    expect(ada.outcomes()).toEqual(['act sent clear']);
  });

  it('that nothing waits for is forgotten two weeks after it was due, with the next that happens', async () => {
    const ada = await givenTask(task());
    ada.clock.now += 17 * DAY - 1;
    await ada.event('fail');
    expect(ada.told()).toEqual([]);
    ada.clock.now += 1;
    await ada.event('fail');
    expect(ada.told()).toEqual(['expired -']);
  });
});
