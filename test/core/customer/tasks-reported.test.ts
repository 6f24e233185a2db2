import { describe, expect, it } from 'vitest';
import { oneCustomer } from '../../support/customer.ts';
import { givenTask, task, tasksCatalogue } from '../../support/tasks.ts';

describe('word of work', () => {
  it('that comes twice is a duplicate', async () => {
    const ada = await givenTask();
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
    const ada = await givenTask();
    for (const earlier of before) await ada.event(earlier, { task: ada.id, by: 'bea' });
    const work = ada.told();
    await ada.event(type, { task: id ?? ada.id, by: 'cem' });
    expect(ada.told()).toEqual(work);
    expect(ada.refused()).toEqual([expect.stringContaining(why)]);
  });

  it('moves no journey where it changes nothing', async () => {
    const ada = await givenTask();
    await ada.event('agent.task_done', { task: 'e/act/9' });
    expect((await ada.state()).occurrences).toEqual({});
    await ada.event('agent.task_done', { task: ada.id });
    expect((await ada.state()).occurrences['agent.task_done']).toHaveLength(1);
  });

  it('may name the work by its moment: what is open of it is meant', async () => {
    const ada = await givenTask();
    await ada.event('agent.task_done', { task: 'call' });
    expect(ada.told()).toEqual(['done -']);
    expect(ada.journal.at(-1)).toMatchObject({ task: ada.id });
    await ada.event('agent.task_taken', { task: 'call' });
    expect(ada.refused()).toEqual([expect.stringContaining(`task ${ada.id} is done already`)]);
  });

  it('makes nobody known', async () => {
    const ada = oneCustomer(tasksCatalogue(task()));
    expect(await ada.event('agent.task_done', { task: 'e/act/1' })).toBe('skipped');
    expect(await ada.event('agent.note_added', { text: 'Hello' })).toBe('skipped');
  });

  it('may be a note, which stands in the journal', async () => {
    const ada = await givenTask();
    await ada.event('agent.note_added', { text: 'Prefers mornings.', by: 'bea', task: ada.id });
    expect(ada.journal.at(-1)).toMatchObject({ kind: 'note', text: 'Prefers mornings.', by: 'bea', task: ada.id });
  });
});
