import type { Job } from '../../../functions/api/contract/jobs.ts';
import { createWork, refuseTooMany, type WorkDeps } from '../../../functions/api/drafts/work.ts';
import type { Jobs } from '../../../functions/api/ports.ts';
import { problemOf, Refused } from '../../../functions/api/problem.ts';

export interface LocalJobsDeps extends WorkDeps {
  newId: () => string;
  report: (error: unknown) => void;
}

/** Jobs that are remembered. */
const MOST = 50;

/** Work in this process, between requests. */
export const createLocalJobs = ({ newId, report, ...deps }: LocalJobsDeps): Jobs => {
  const jobs = new Map<string, Job>();
  const work = createWork(deps);
  const time = (): string => new Date(deps.clock.now()).toISOString();
  return {
    start: async (order) => {
      const { kind, by } = order;
      refuseTooMany([...jobs.values()].filter((one) => one.state === 'running' && one.by.id === by.id).length);
      const job = newId();
      const state: Job = { job, kind, state: 'running', progress: { done: 0, total: 0 }, by, startedAt: time() };
      jobs.set(job, state);
      for (const old of [...jobs.keys()].slice(0, -MOST)) jobs.delete(old);
      work(order, (progress) => {
        state.progress = progress;
      }).then(
        (result) => Object.assign(state, { state: 'done', result, endedAt: time() }),
        (error) => {
          if (!(error instanceof Refused)) report(error);
          const refusal =
            error instanceof Refused
              ? error
              : new Refused(500, 'Something went wrong here. Try again, or look at the log.');
          Object.assign(state, { state: 'failed', problem: problemOf(refusal), endedAt: time() });
        },
      );
      return job;
    },
    read: async (job) => jobs.get(job),
  };
};
