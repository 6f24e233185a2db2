import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../language/catalogue/milliseconds.ts';
import { policy } from '../../support/catalogue.ts';
import { givenTask, task, tasksCatalogue, withinADay } from '../../support/tasks.ts';
import { twoIds } from '../../support/two-ids.ts';

describe('the same work twice', () => {
  const both = async (one = task(withinADay), two = task({ within: 7200 })) => {
    const ada = await givenTask(one, two);
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
    const ada = await both(task(withinADay), task());
    expect(ada.answer).toBe('sent');
    expect(ada.standing('one')?.answer).toBeUndefined();
  });

  it('is no reason not to ask: a cap counts what was given, and nothing is left out for what is open', async () => {
    const capped = { policy: { ...policy, caps: { tasks: { count: 1, seconds: 86_400 } } } };
    const ada = await givenTask(task(withinADay), task(withinADay), {}, capped);
    await ada.event('fail');
    expect(await ada.send(ada.at('two', 'act'))).toBe('later');
    expect((await ada.state()).worked).toMatchObject({ 'task/call': [ada.clock.now] });
  });

  it('is given anew where the first is late, which counts no more', async () => {
    const ada = await givenTask(task(), task());
    ada.clock.now += 3 * DAY;
    await ada.event('fail');
    await ada.send(ada.at('two', 'act'));
    expect(ada.told()).toEqual(['expired -']);
    expect(Object.values((await ada.state()).tasks ?? {}).map(({ state }) => state)).toEqual(['expired', 'open']);
  });

  it('is another where it says another thing', async () => {
    const ada = await both(task(withinADay), task({ moment: 'visit' }));
    expect(Object.values((await ada.state()).tasks ?? {}).map((work) => work.moment)).toEqual(['call', 'visit']);
  });
});

describe('work of two ids that are one person’s', () => {
  it('goes on, and is found by the id under which it was given', async () => {
    const { guest, ada, merge } = twoIds(tasksCatalogue(task(withinADay)));
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
