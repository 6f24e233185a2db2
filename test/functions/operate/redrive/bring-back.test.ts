import { describe, expect, it } from 'vitest';
import { createBringBack } from '../../../../functions/operate/redrive/bring-back.ts';
import { memoryHoldingQueue } from './memory-holding-queue.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `e${index}`);

const open = (messages: Parameters<typeof memoryHoldingQueue>, takes: (body: string) => boolean) => {
  const dead = memoryHoldingQueue(...messages);
  const queued: [string, number | undefined][] = [];
  const probed: string[] = [];
  const bringBack = createBringBack({
    dead: dead.queue,
    queue: async (bodies, returns) =>
      void queued.push(...bodies.map((body): [string, number | undefined] => [body, returns])),
    probe: async (bodies) => {
      probed.push(...bodies);
      return bodies.map(takes);
    },
    now: () => 0,
  });
  return { bringBack, dead, queued, probed };
};

describe('dead letters', () => {
  it('stay where they are while their cause lasts: a few are tried, and no more', async () => {
    const { bringBack, dead, queued, probed } = open(numbered(25), () => false);
    expect(await bringBack()).toEqual({ taken: 0, moved: 0, givenUp: 0 });
    expect([probed.length, queued.length, dead.visible()]).toEqual([10, 0, 25]);
  });

  it('all come back by themselves when one of a few was taken', async () => {
    const { bringBack, dead, queued } = open(numbered(25), (body) => body !== 'e3');
    expect(await bringBack()).toEqual({ taken: 9, moved: 15, givenUp: 0 });
    expect(queued).toEqual(
      numbered(25)
        .slice(10)
        .map((body) => [body, 1]),
    );
    expect([dead.bodies(), dead.visible()]).toEqual([['e3'], 1]);
  });

  it('that came back three times are for a person', async () => {
    const poison = { body: 'poison', returns: 3 };
    const { bringBack, dead, queued, probed } = open(
      [poison, { body: 'again', returns: 2 }, ...numbered(20)],
      () => true,
    );
    expect(await bringBack()).toMatchObject({ taken: 9, moved: 12, givenUp: 1 });
    expect([...probed, ...queued.map(([body]) => body)]).not.toContain('poison');
    expect([dead.bodies(), dead.visible()]).toEqual([['poison'], 1]);
  });

  it('are counted up each time, so that one that can never be taken does not go round for ever', async () => {
    let returns: number | undefined;
    let rounds = 0;
    for (; rounds < 10; rounds++) {
      const poison = { body: 'poison', ...(returns === undefined ? {} : { returns }) };
      const { bringBack, queued } = open([...numbered(10), poison], (body) => body !== 'poison');
      await bringBack();
      const [again] = queued;
      if (!again) break;
      returns = again[1];
    }
    expect(rounds).toBe(3);
  });

  it('are not lost where the queue does not take them', async () => {
    const { queue, bodies } = memoryHoldingQueue(...numbered(12));
    const failing = createBringBack({
      dead: queue,
      queue: () => Promise.reject(new Error('away')),
      probe: async (all) => all.map(() => true),
      now: () => 0,
    });
    await expect(failing()).rejects.toThrow('away');
    expect(bodies()).toEqual(['e10', 'e11']);
  });

  it('are looked for, and nothing is done where there are none', async () => {
    const { bringBack, probed } = open([], () => true);
    expect(await bringBack()).toEqual({ taken: 0, moved: 0, givenUp: 0 });
    expect(probed).toEqual([]);
  });
});
