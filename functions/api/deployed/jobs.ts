import { digest } from '../../../core/hash.ts';
import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import type { Person } from '../contract/common.ts';
import { Job } from '../contract/jobs.ts';
import { type createWork, refuseTooMany } from '../drafts/work.ts';
import type { Clock, JobOrder, Jobs } from '../ports.ts';
import { problemOf, Refused } from '../problem.ts';
import { ObjectChanged, type Objects } from '../publish/objects.s3.ts';

/** Lets somebody else go on with a job, and does not wait for it. */
export type StartElsewhere = (job: string) => Promise<void>;

interface JobsDeps {
  objects: Pick<Objects, 'get' | 'put'>;
  start: StartElsewhere;
  newId: () => string;
  clock: Clock;
}

/** What was asked and what became of it lie beside each other; the bucket forgets both within days, since customers stand in them. */
const orderKey = (job: string): string => `jobs/try-${job}-order.json`;
const stateKey = (job: string): string => `jobs/try-${job}.json`;
const personKey = (id: string): string => `jobs/try-of-${digest([id])}.json`;

/** An id of ours; whatever else is asked for is not there. */
const ID = /^[\w-]{1,64}$/;

/** Longer than the function may run: whoever worked on it has died. */
const DEAD_AFTER = 6 * MINUTE;

/** A job of somebody's, in the list of what they have running. */
type Begun = Pick<Job, 'job' | 'startedAt'>;

/** Work that another invocation of the same function does, and writes down how far it is. */
export const createStageJobs = ({ objects, start, newId, clock }: JobsDeps): Jobs => {
  const isOver = (startedAt: string): boolean => clock.now() >= Date.parse(startedAt) + DEAD_AFTER;
  const read = async (job: string): Promise<Job | undefined> => {
    const object = ID.test(job) ? await objects.get(stateKey(job)) : undefined;
    if (!object) return undefined;
    const state = Job.parse(JSON.parse(object.text));
    if (state.state !== 'running' || !isOver(state.startedAt)) return state;
    const problem = problemOf(new Refused(503, 'It took too long and was given up. Try it with fewer events.'));
    return { ...state, state: 'failed', problem };
  };
  /** One whose state is not written yet has begun: many may be asked for at once. */
  const isRunning = async ({ job, startedAt }: Begun): Promise<boolean> =>
    !isOver(startedAt) && ((await read(job))?.state ?? 'running') === 'running';
  /** Writes down that somebody has one more. Throws Refused, 409. */
  const begin = async (by: Person, begun: Begun): Promise<void> => {
    const key = personKey(by.id);
    const object = await objects.get(key);
    const before = object ? (JSON.parse(object.text) as Begun[]) : [];
    const still = await Promise.all(before.map(isRunning));
    const running = before.filter((_, place) => still[place]);
    refuseTooMany(running.length);
    try {
      await objects.put(key, JSON.stringify([...running, begun]), object ? { etag: object.etag } : { absent: true });
    } catch (error) {
      if (!(error instanceof ObjectChanged)) throw error;
      // Another job of theirs began meanwhile. That is tried again no more often than they may have jobs at once.
      await begin(by, begun);
    }
  };
  return {
    start: async (order) => {
      const job = newId();
      const { kind, by } = order;
      const startedAt = new Date(clock.now()).toISOString();
      const state: Job = { job, kind, state: 'running', progress: { done: 0, total: 0 }, by, startedAt };
      await begin(by, { job, startedAt });
      await objects.put(orderKey(job), JSON.stringify(order));
      await objects.put(stateKey(job), JSON.stringify(state));
      await start(job);
      return job;
    },
    read,
  };
};

interface RunDeps extends Pick<JobsDeps, 'objects' | 'clock'> {
  work: ReturnType<typeof createWork>;
  report: (error: unknown) => void;
}

/** Does the work of a job. Where it cannot, it says why in the job; throws where that cannot be written. */
export const createJobRunner =
  ({ objects, clock, work, report }: RunDeps) =>
  async (job: string): Promise<void> => {
    const [order, begun] = await Promise.all([objects.get(orderKey(job)), objects.get(stateKey(job))]);
    if (!order || !begun) throw new JobMissing(job);
    const state = Job.parse(JSON.parse(begun.text));
    // Lambda may hand on an invocation twice.
    if (state.state !== 'running') return;
    let writing: Promise<unknown> = Promise.resolve();
    let lastWrite = clock.now();
    const end: Partial<Job> = {};
    try {
      const result = await work(JSON.parse(order.text) as JobOrder, (progress) => {
        // Whoever waits looks once a second.
        if (clock.now() < lastWrite + 1000) return;
        lastWrite = clock.now();
        Object.assign(state, { progress });
        const text = JSON.stringify(state);
        // The next one tells it anyway, so that the work goes on.
        writing = writing.then(() => objects.put(stateKey(job), text)).catch(report);
      });
      Object.assign(end, { state: 'done', result });
    } catch (error) {
      if (!(error instanceof Refused)) report(error);
      const refusal =
        error instanceof Refused
          ? error
          : new Refused(500, 'Something went wrong here. Try again, or look at the log.');
      Object.assign(end, { state: 'failed', problem: problemOf(refusal) });
    }
    await writing;
    const endedAt = new Date(clock.now()).toISOString();
    await objects.put(stateKey(job), JSON.stringify({ ...state, ...end, endedAt }));
  };

/** A job was handed on of which nothing is there. */
export class JobMissing extends Error {
  override name = 'JobMissing';
  constructor(job: string) {
    super(`There is no job ${job} in the bucket of the stage.`);
  }
}
