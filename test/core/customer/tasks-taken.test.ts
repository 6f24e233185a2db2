import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../language/catalogue/milliseconds.ts';
import { givenTask } from '../../support/tasks.ts';

describe('who takes it', () => {
  it('has it, and whoever comes second is refused with who has it', async () => {
    const ada = await givenTask();
    await ada.event('agent.task_taken', { task: ada.id, by: 'bea' });
    await ada.event('agent.task_taken', { task: ada.id, by: 'cem' });
    expect(await ada.work()).toMatchObject({ state: 'taken', by: 'bea' });
    expect(ada.told()).toEqual(['taken bea']);
    expect(ada.refused()).toEqual([expect.stringContaining("bea's, who took it first")]);
  });

  it('takes it once, however often they click', async () => {
    const ada = await givenTask();
    for (let click = 0; click < 2; click++) await ada.event('agent.task_taken', { task: ada.id, by: 'bea' });
    expect(ada.told()).toEqual(['taken bea']);
    expect(ada.refused()).toEqual([]);
  });

  it('gives it back, and then another may take it', async () => {
    const ada = await givenTask();
    await ada.event('agent.task_taken', { task: ada.id, by: 'bea' });
    await ada.event('agent.task_returned', { task: ada.id, by: 'bea' });
    expect(await ada.work()).not.toHaveProperty('by');
    await ada.event('agent.task_taken', { task: ada.id, by: 'cem' });
    expect(ada.told()).toEqual(['taken bea', 'returned bea', 'taken cem']);
    expect(await ada.asks()).toBe('later');
  });

  it('need not be who does it', async () => {
    const ada = await givenTask();
    await ada.event('agent.task_taken', { task: ada.id, by: 'bea' });
    await ada.event('agent.task_done', { task: ada.id, by: 'cem' });
    expect(await ada.work()).toMatchObject({ state: 'done', by: 'cem' });
  });
});

describe('work that has gone to another', () => {
  /** Bea had it and gave it back; Cem has it since. */
  const handOver = async () => {
    const ada = await givenTask();
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

  it.each(['returned', 'declined', 'taken'])('is not %s by whoever had it before', async (word) => {
    const ada = await handOver();
    await ada.say(word, 'bea', ada.clock.now);
    expect(await ada.work()).toMatchObject({ state: 'taken', by: 'cem' });
    expect(ada.refused()).toEqual([expect.stringContaining("cem's")]);
    expect(ada.standing('one')?.answer).toBeUndefined();
  });

  it.each(['returned', 'declined'])('is not %s by word without a name from before', async (word) => {
    const ada = await handOver();
    await ada.say(word, undefined, ada.start + HOUR);
    expect(await ada.work()).toMatchObject({ state: 'taken', by: 'cem' });
    expect(ada.refused()).toEqual([
      expect.stringContaining(`before cem took task ${ada.id} at 2026-03-02T12:00:00.000Z`),
    ]);
  });

  it.each(['returned', 'declined'])('is %s by word without a name from since then', async (word) => {
    const ada = await handOver();
    await ada.say(word, undefined, ada.clock.now);
    expect(ada.refused()).toEqual([]);
    expect(ada.told().at(-1)).toBe(`${word} -`);
  });

  it('is not taken from whoever took it a second time by their first word of giving it back', async () => {
    const ada = await handOver();
    await ada.say('returned', 'cem', ada.start);
    expect(await ada.work()).toMatchObject({ state: 'taken', by: 'cem' });
  });

  it('is not taken again by the word of before it was given back', async () => {
    const ada = await handOver();
    await ada.say('returned', 'cem', ada.clock.now);
    await ada.say('taken', 'cem', ada.start + 2 * HOUR);
    expect(await ada.work()).toMatchObject({ state: 'open' });
    expect(ada.refused()).toEqual([expect.stringContaining('before task')]);
    await ada.say('taken', 'bea', ada.clock.now);
    expect(await ada.work()).toMatchObject({ state: 'taken', by: 'bea' });
  });

  it('may be given back by the clock of another system, seconds behind', async () => {
    const ada = await handOver();
    await ada.say('returned', 'cem', ada.start + 2 * HOUR - 4000);
    expect(await ada.work()).toMatchObject({ state: 'open' });
  });

  it('is whose who takes it, in whichever order it is heard that one gave it back and the other took it', async () => {
    const ada = await handOver();
    const takenAt = ada.clock.now;
    await ada.say('taken', 'dee', takenAt);
    expect(await ada.work()).toMatchObject({ state: 'taken', by: 'cem' });
    await ada.say('returned', 'cem', takenAt - 60_000);
    expect(await ada.work()).toMatchObject({ state: 'taken', by: 'dee', since: takenAt });
    expect(await ada.work()).not.toHaveProperty('next');
    expect(ada.told().slice(-2)).toEqual(['returned cem', 'taken dee']);
  });

  it('is nobody’s once it is given back, where another clicked on it long before', async () => {
    const ada = await handOver();
    await ada.say('taken', 'dee', ada.start + 2 * HOUR);
    await ada.say('returned', 'cem', ada.clock.now);
    expect(await ada.work()).toMatchObject({ state: 'open' });
    expect(await ada.work()).not.toHaveProperty('next');
  });

  it('is done all the same, whoever did it', async () => {
    const ada = await handOver();
    await ada.say('done', 'bea', ada.clock.now);
    expect(await ada.work()).toMatchObject({ state: 'done', by: 'bea' });
  });
});
