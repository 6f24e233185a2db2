import { describe, expect, it } from 'vitest';
import { createJobRunner, createStageJobs, JobMissing } from '../../../../functions/api/deployed/jobs.ts';
import { createStagePublishing } from '../../../../functions/api/deployed/publishing.ts';
import type { OnProgress } from '../../../../functions/api/ports.ts';
import { Refused } from '../../../../functions/api/problem.ts';
import type { PublishCommand } from '../../../../functions/api/publish/command.ts';
import { type Condition, ObjectChanged } from '../../../../functions/api/publish/objects.s3.ts';

const order = { kind: 'scenarios', asked: { files: [] }, by: { id: 'm', name: 'mia@acme.example' } } as const;

const open = (work: (onProgress: OnProgress) => Promise<unknown> = async () => ({ met: 3 })) => {
  const texts = new Map<string, string>();
  const started: string[] = [];
  const reported: unknown[] = [];
  const time = { now: Date.parse('2026-03-02T09:00:00Z') };
  const clock = { now: () => time.now };
  /** Which put from now on fails, the next being 1. */
  const failing = { next: 0 };
  const objects = {
    get: async (key: string) => {
      const text = texts.get(key);
      return text === undefined ? undefined : { text, etag: text };
    },
    put: async (key: string, text: string, condition?: Condition) => {
      if (failing.next-- === 1) throw new Error('SlowDown');
      const expected = condition && ('etag' in condition ? condition.etag : undefined);
      if (condition && texts.get(key) !== expected) throw new ObjectChanged(key);
      texts.set(key, text);
      return text;
    },
  };
  const start = async (job: string) => void started.push(job);
  let lastId = 0;
  const jobs = createStageJobs({ objects, start, newId: () => `j${++lastId}`, clock });
  const requests: unknown[] = [];
  const run = createJobRunner({
    objects,
    clock,
    work: async (request, onProgress) => {
      requests.push(request);
      return work(onProgress);
    },
    report: (error) => void reported.push(error),
  });
  return { jobs, run, texts, started, reported, time, requests, failing };
};

describe('work that takes longer than an answer may', () => {
  it('is done by another invocation, by what was asked, and its result is there for whoever asks', async () => {
    const { jobs, run, started, requests } = open();
    expect(await jobs.start(order)).toBe('j1');
    expect(started).toEqual(['j1']);
    expect(await jobs.read('j1')).toMatchObject({ job: 'j1', kind: 'scenarios', state: 'running', by: order.by });
    await run('j1');
    expect(requests).toEqual([order]);
    expect(await jobs.read('j1')).toMatchObject({ state: 'done', result: { met: 3 } });
  });

  it('is refused where three of the same person are running, however many are asked for at once', async () => {
    const { jobs, run, started } = open();
    const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => jobs.start(order)));
    const refused = attempts.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect([refused.length, started.length]).toEqual([7, 3]);
    expect(refused[0]).toMatchObject({ status: 409, message: expect.stringContaining('You have 3 jobs running') });
    await expect(jobs.start({ ...order, by: { id: 'b', name: 'ben@acme.example' } })).resolves.toBeDefined();
    await run(started[0] ?? '');
    await expect(jobs.start(order)).resolves.toBeDefined();
    await expect(jobs.start(order)).rejects.toThrow(Refused);
  });

  it('that was given up keeps nobody from another', async () => {
    const { jobs, time } = open();
    for (let one = 0; one < 3; one++) await jobs.start(order);
    time.now += 6 * 60_000;
    await expect(jobs.start(order)).resolves.toBeDefined();
  });

  it('says how far it is', async () => {
    const { jobs, run, time } = open(async (onProgress) => {
      time.now += 1500;
      onProgress({ done: 1, total: 4 });
      await Promise.resolve();
      expect(await jobs.read('j1')).toMatchObject({ state: 'running', progress: { done: 1, total: 4 } });
      return {};
    });
    await jobs.start(order);
    await run('j1');
  });

  it('goes on although it cannot be written how far it is, and that is reported', async () => {
    const { jobs, run, time, reported, failing } = open(async (onProgress) => {
      failing.next = 1;
      time.now += 1500;
      onProgress({ done: 1, total: 4 });
      // Long enough for a rejection that nobody looks at to end the process.
      await new Promise((resolve) => setImmediate(resolve));
      return { met: 3 };
    });
    await jobs.start(order);
    await run('j1');
    expect(reported).toEqual([new Error('SlowDown')]);
    expect(await jobs.read('j1')).toMatchObject({ state: 'done', result: { met: 3 } });
  });

  it('fails aloud where its end cannot be written, so that it is tried again', async () => {
    const { jobs, run, failing } = open();
    await jobs.start(order);
    failing.next = 1;
    await expect(run('j1')).rejects.toThrow('SlowDown');
    await run('j1');
    expect(await jobs.read('j1')).toMatchObject({ state: 'done' });
  });

  it('says why it failed: in its own words, or, where it is our fault, in no words of ours', async () => {
    const refused = open(() => Promise.reject(new Refused(422, 'Mend line 3.')));
    await refused.jobs.start(order);
    await refused.run('j1');
    expect(await refused.jobs.read('j1')).toMatchObject({
      state: 'failed',
      problem: { status: 422, detail: 'Mend line 3.' },
    });
    const broken = open(() => Promise.reject(new TypeError('x of ada')));
    await broken.jobs.start(order);
    await broken.run('j1');
    expect(JSON.stringify(await broken.jobs.read('j1'))).not.toContain('ada');
    expect(broken.reported).toHaveLength(1);
  });

  it('that is handed on twice is done once', async () => {
    const { jobs, run, requests } = open();
    await jobs.start(order);
    await run('j1');
    await run('j1');
    expect(requests).toHaveLength(1);
  });

  it('of whose worker nothing is heard any more has failed', async () => {
    const { jobs, time } = open();
    await jobs.start(order);
    time.now += 7 * 60_000;
    expect(await jobs.read('j1')).toMatchObject({ state: 'failed', problem: { status: 503 } });
  });

  it('that nobody asked for is not there', async () => {
    const { jobs, run } = open();
    for (const job of ['j2', '../published', '']) expect(await jobs.read(job)).toBeUndefined();
    await expect(run('j2')).rejects.toThrow(JobMissing);
  });
});

describe('publishing from the console', () => {
  const publish = () => {
    const commands: PublishCommand[] = [];
    const results = new Map<string, never>();
    const time = { now: 1_772_442_000_000 };
    const publishing = createStagePublishing({
      ask: async (command) => void commands.push(command),
      find: async (job) => results.get(job),
      newId: () => 'abc',
      now: () => time.now,
    });
    return { publishing, commands, results, time };
  };
  const draft = { what: 'draft', by: 'mia@acme.example', note: 'warmer', via: 'console', over: 3 } as const;

  it('is asked of the function that may, by the name that somebody signs in with', async () => {
    const { publishing, commands } = publish();
    const { job } = await publishing.start(draft);
    expect(commands).toEqual([{ command: 'publish', job, ...draft }]);
    expect(job).toMatch(/^[\w-]{1,64}$/);
  });

  it('is on its way before anything is written of it, and not for ever', async () => {
    const { publishing, time } = publish();
    const { job } = await publishing.start(draft);
    expect(await publishing.job(job)).toEqual({ job, state: 'running', progress: [] });
    time.now += 61_000;
    expect(await publishing.job(job)).toBeUndefined();
    expect(await publishing.job('somebody-else')).toBeUndefined();
  });

  it('is what was written of it', async () => {
    const { publishing, results } = publish();
    const { job } = await publishing.start(draft);
    results.set(job, { job, state: 'done', progress: [] } as never);
    expect(await publishing.job(job)).toMatchObject({ state: 'done' });
  });
});
