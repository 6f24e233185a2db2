import { describe, expect, it } from 'vitest';
import { memoizeFor } from '../../../../functions/shared/handler/memoize-for.ts';

const open = () => {
  const world = { now: 0, asked: 0, away: false, reported: [] as unknown[] };
  const ask = async () => {
    world.asked++;
    if (world.away) throw new Error('away');
    return world.asked;
  };
  const memo = memoizeFor(ask, { lasts: 1000, now: () => world.now, report: (error) => world.reported.push(error) });
  return { world, memo };
};

describe('an answer that is used for a while', () => {
  it('is asked for once, however many want to know, and again when its time is over', async () => {
    const { world, memo } = open();
    expect(await Promise.all([memo(), memo(), memo()])).toEqual([1, 1, 1]);
    world.now = 999;
    expect(await memo()).toBe(1);
    world.now = 1000;
    expect(await Promise.all([memo(), memo()])).toEqual([2, 2]);
  });

  it('stays when it cannot be had anew, which is told, and is asked for again a minute later', async () => {
    const { world, memo } = open();
    await memo();
    Object.assign(world, { now: 1000, away: true });
    expect(await memo()).toBe(1);
    expect(world.reported).toEqual([new Error('away')]);
    expect([await memo(), world.asked]).toEqual([1, 2]);
    Object.assign(world, { now: 61_000, away: false });
    expect(await memo()).toBe(3);
  });

  it('a first failure is not kept', async () => {
    const { world, memo } = open();
    world.away = true;
    await expect(memo()).rejects.toThrow('away');
    world.away = false;
    expect(await memo()).toBe(2);
    expect(world.reported).toEqual([]);
  });
});
