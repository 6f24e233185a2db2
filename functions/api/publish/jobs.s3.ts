import { DraftConflict } from './drafts.ts';
import { ObjectChanged, type Objects } from './objects.s3.ts';
import { PublishedMeanwhile, PublisherBusy } from './publications.ts';
import type { PublishJob } from './publishing.ts';
import type { Published } from './request.ts';
import { type Progress, PublishFailed } from './request.ts';

const keyOf = (job: string): string => `jobs/${job}.json`;

/** What whoever publishes can do something about. They may name people, and are in no log. */
const REFUSALS = [PublishFailed, PublishedMeanwhile, PublisherBusy, DraftConflict];

/** Finds what was written of an order; undefined where nothing is. */
export const findJob =
  (objects: Pick<Objects, 'get'>) =>
  async (job: string): Promise<PublishJob | undefined> => {
    const object = await objects.get(keyOf(job));
    return object && (JSON.parse(object.text) as PublishJob);
  };

/** Orders that are being carried out, for whoever gave them. The bucket forgets them within days. */
export const createS3Jobs = (objects: Objects, report: (error: unknown) => void) => ({
  find: findJob(objects),
  /**
   * Carries an order out, and writes down how far it is. An order that comes twice is carried out once. Throws only where
   * it cannot be written that it began, or what became of it.
   */
  run: async (job: string, act: (tell: (progress: Progress) => void) => Promise<Published>): Promise<void> => {
    const record: PublishJob = { job, state: 'running', progress: [] };
    let writing: Promise<unknown> = Promise.resolve();
    try {
      await objects.put(keyOf(job), JSON.stringify(record), { absent: true });
    } catch (error) {
      if (error instanceof ObjectChanged) return;
      throw error;
    }
    const tell = (progress: Progress): void => {
      // Of a step the last word counts.
      const before = record.progress.findIndex(({ step }) => step === progress.step);
      if (before < 0) record.progress.push(progress);
      else record.progress[before] = progress;
      const text = JSON.stringify(record);
      // The next one tells it anyway, so that publishing goes on.
      writing = writing.then(() => objects.put(keyOf(job), text)).catch(report);
    };
    try {
      Object.assign(record, { state: 'done', ...(await act(tell)) });
    } catch (error) {
      const fault = error instanceof PublishFailed && error.cause !== undefined ? error.cause : error;
      // Of a fault whoever publishes learns one sentence; the log has the rest.
      if (!REFUSALS.some((kind) => fault instanceof kind)) report(fault);
      const { message } = error as Error;
      const failed = error instanceof PublishFailed ? { step: error.step, problems: error.problems } : { problems: [] };
      Object.assign(record, { state: 'failed', failure: { ...failed, message } });
    }
    await writing;
    await objects.put(keyOf(job), JSON.stringify(record));
  },
});

export type Jobs = ReturnType<typeof createS3Jobs>;
