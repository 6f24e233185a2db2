import { MINUTE } from '../../../language/catalogue/milliseconds.ts';
import type { PublishCommand } from '../publish/command.ts';
import type { Publishing, PublishJob } from '../publish/publishing.ts';

/** Port: hands a command to the function that publishes, and does not wait for it. */
export type AskPublisher = (command: PublishCommand) => Promise<void>;

interface PublishingDeps {
  ask: AskPublisher;
  find: (job: string) => Promise<PublishJob | undefined>;
  newId: () => string;
  now: () => number;
}

/** So long after it was asked for nothing may be written of it yet. */
const ON_ITS_WAY = MINUTE;

/** Longer than the function that publishes may run: whoever worked on it has died. */
const DEAD_AFTER = 16 * MINUTE;

const DIED =
  'It took too long and was given up. What ran before goes on, unless the list of versions says otherwise: look there, then publish again.';

/** When a job of ours was asked for, which stands before its id. */
const begunAt = (job: string): number => Number(/^(\d{13})-/.exec(job)?.[1] ?? Number.NaN);

/** Publishing by the function that alone may, as somebody who has signed in. */
export const createStagePublishing = ({ ask, find, newId, now }: PublishingDeps): Publishing => ({
  start: async ({ what, by, note, via, over }) => {
    const job = `${now()}-${newId()}`.slice(0, 64);
    if (via === 'deploy') throw new TypeError('A deploy publishes by itself.');
    await ask({ command: 'publish', job, what, by, note, via, ...(over !== undefined && { over }) });
    return { job };
  },
  job: async (job) => {
    const record = /^[\w-]{1,64}$/.test(job) ? await find(job) : undefined;
    if (record?.state === 'running' && now() > begunAt(job) + DEAD_AFTER)
      return { ...record, state: 'failed', failure: { message: DIED, problems: [] } };
    if (record || !(now() < begunAt(job) + ON_ITS_WAY)) return record;
    return { job, state: 'running', progress: [] };
  },
});
