import { ObjectChanged, type Objects } from './objects.s3.ts';
import type { PublishJob } from './publishing.ts';
import type { Published } from './request.ts';
import { type Progress, PublishFailed } from './request.ts';

const keyOf = (job: string): string => `jobs/${job}.json`;

/** Orders that are being carried out, for whoever gave them. The bucket forgets them after a month. */
export const createS3Jobs = (objects: Objects) => ({
  find: async (job: string): Promise<PublishJob | undefined> => {
    const found = await objects.get(keyOf(job));
    return found && (JSON.parse(found.text) as PublishJob);
  },
  /** Carries an order out, and writes down how far it is. An order that comes twice is carried out once. Throws nothing. */
  run: async (job: string, act: (report: (progress: Progress) => void) => Promise<Published>): Promise<void> => {
    const told: PublishJob = { job, state: 'running', progress: [] };
    let writing: Promise<unknown> = Promise.resolve();
    const write = (): void => {
      const text = JSON.stringify(told);
      writing = writing.then(() => objects.put(keyOf(job), text)).catch(() => {});
    };
    try {
      await objects.put(keyOf(job), JSON.stringify(told), { absent: true });
    } catch (error) {
      if (error instanceof ObjectChanged) return;
      throw error;
    }
    const report = (progress: Progress): void => {
      // Of a step the last word counts.
      const before = told.progress.findIndex(({ step }) => step === progress.step);
      if (before < 0) told.progress.push(progress);
      else told.progress[before] = progress;
      write();
    };
    try {
      Object.assign(told, { state: 'done', ...(await act(report)) });
    } catch (error) {
      const { message } = error as Error;
      const failed = error instanceof PublishFailed ? { step: error.step, problems: error.problems } : { problems: [] };
      Object.assign(told, { state: 'failed', failure: { ...failed, message } });
    }
    write();
    await writing;
  },
});

export type Jobs = ReturnType<typeof createS3Jobs>;
