import { describe, expect, it } from 'vitest';
import { createStagePublishing } from '../../../../functions/api/deployed/publishing.ts';
import type { PublishJob } from '../../../../functions/api/publish/publishing.ts';

const MINUTE = 60_000;

const open = async (state?: PublishJob['state']) => {
  const clock = { now: Date.parse('2026-11-27T10:00:00Z') };
  const publishing = createStagePublishing({
    ask: async () => {},
    find: async (job) => (state ? { job, state, progress: [] } : undefined),
    newId: () => 'one',
    now: () => clock.now,
  });
  const { job } = await publishing.start({ what: 'draft', by: 'ada', note: 'why', via: 'console', over: 1 });
  return async (minutes: number) => {
    clock.now += minutes * MINUTE;
    return publishing.job(job);
  };
};

describe('a publication that the console asked for', () => {
  it('runs for as long as the function that publishes may, and has failed after that', async () => {
    const jobIn = await open('running');
    expect(await jobIn(15)).toMatchObject({ state: 'running' });
    const { state, failure } = (await jobIn(2)) ?? {};
    expect([state, failure?.message]).toEqual(['failed', expect.stringContaining('publish again')]);
  });

  it('that is done stays done', async () => {
    expect(await (await open('done'))(60)).toMatchObject({ state: 'done' });
  });

  it('is on its way while nothing is written of it, for a minute', async () => {
    const jobIn = await open();
    expect(await jobIn(0)).toMatchObject({ state: 'running' });
    expect(await jobIn(2)).toBeUndefined();
  });
});
