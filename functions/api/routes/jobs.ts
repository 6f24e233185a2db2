import type { Job } from '../contract/jobs.ts';
import type { ApiDeps } from '../deps.ts';
import type { Handlers } from '../handlers.ts';
import { notFound } from '../problem.ts';
import type { PublishJob } from '../publish/publishing.ts';

/** Where publishing is, as a job like any other. */
const publishedAs = ({ job, state, progress, version, unchanged, failure }: PublishJob, now: number): Job => {
  const last = progress.at(-1);
  const ended = progress.filter((one) => one.state === 'done').length;
  const at = new Date(now).toISOString();
  return {
    job,
    kind: 'publish',
    state,
    progress: { done: last?.done ?? ended, total: last?.of ?? STEPS, ...(last ? { step: last.step } : {}) },
    by: { id: version?.by ?? '', name: version?.by ?? '' },
    startedAt: version?.at ?? at,
    ...(state === 'running' ? {} : { endedAt: at }),
    ...(failure
      ? {
          problem: {
            type: 'about:blank',
            title: `Not published${failure.step === undefined ? '' : `: ${failure.step}`}`,
            status: 422,
            detail: failure.message,
          },
        }
      : {}),
    ...(version ? { result: { version: version.version, says: saysOf(version.version, unchanged === true) } } : {}),
  };
};

/** Of publishing, where none of them counts. */
const STEPS = 9;

const saysOf = (version: number, unchanged: boolean): string =>
  unchanged ? `Nothing has changed: version ${version} goes on.` : `Version ${version} is published.`;

export const jobHandlers = ({ jobs, publishing, clock }: ApiDeps): Pick<Handlers, 'readJob'> => ({
  readJob: async ({ params: { job } }) => {
    const record = await jobs.read(job);
    if (record) return record;
    const published = await publishing.job(job);
    if (published) return publishedAs(published, clock.now());
    throw notFound('job', job, 'It may be long over: start it again.');
  },
});
