import { describe, expect, it } from 'vitest';
import { createPaused } from '../../../../functions/shared/stores/paused.ts';

describe('the journeys that are paused', () => {
  const setUp = () => {
    const clock = { now: 0 };
    const answers: (string[] | Error)[] = [['renewal'], []];
    const read = async () => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer ?? [];
    };
    return { clock, answers, paused: createPaused(read, () => clock.now) };
  };

  it('are read once a minute', async () => {
    const { clock, paused } = setUp();
    expect([...(await paused())]).toEqual(['renewal']);
    clock.now = 59_999;
    expect([...(await paused())]).toEqual(['renewal']);
    clock.now = 60_000;
    expect([...(await paused())]).toEqual([]);
  });

  it('are asked for again at once when they could not be read', async () => {
    const { answers, paused } = setUp();
    answers.unshift(new Error('throttled'));
    await expect(paused()).rejects.toThrow('throttled');
    expect([...(await paused())]).toEqual(['renewal']);
  });
});
