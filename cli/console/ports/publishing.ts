import { digest } from '../../../core/hash.ts';
import { runScenarios } from '../../../functions/api/drafts/scenarios.ts';
import type { DraftStore } from '../../../functions/api/publish/drafts.ts';
import { PublishedMeanwhile } from '../../../functions/api/publish/publications.ts';
import type { Publishing, PublishJob, PublishOrder } from '../../../functions/api/publish/publishing.ts';
import { FORMAT, type Version } from '../../../functions/api/publish/version.ts';
import { readFiles } from '../../../language/read/read.ts';
import { formatProblem, type Problem } from '../../../language/read/yaml/problem.ts';
import type { File } from '../../../language/read/yaml/source.ts';
import { compileProject } from '../../../simulator/compile-project.ts';
import type { Project } from '../../../simulator/project.ts';
import type { LocalPublications } from './publications.ts';

export interface LocalPublishingDeps {
  drafts: DraftStore;
  publications: LocalPublications;
  /** The world goes on with the folder as it is now. */
  reload: () => Promise<void>;
  now: () => number;
  newId: () => string;
  report: (error: unknown) => void;
}

type Step = PublishJob['progress'][number]['step'];

/** A publication that did not come about. */
class NotPublished extends Error {
  override name = 'NotPublished';
  readonly step: Step;
  readonly problems: Problem[];
  constructor(step: Step, message: string, problems: Problem[] = []) {
    super(message);
    this.step = step;
    this.problems = problems;
  }
}

export interface LocalPublishing extends Publishing {
  /** Keeps the first version, where there is none: the folder as it runs, with its catalogue's hash. */
  begin(by: string, catalogue: string): Promise<void>;
}

/** Jobs that are remembered; whoever asks later is told that they are over. */
const MOST = 50;

const hashOf = (files: readonly File[]): string =>
  digest(
    files.flatMap(({ path, text }) => [path, text]),
    24,
  );

const versionOf = (
  { by, note, via, what }: Pick<PublishOrder, 'by' | 'note' | 'via' | 'what'>,
  {
    files,
    catalogue,
    parent,
    now,
  }: { files: readonly File[]; catalogue: string; parent: number | undefined; now: number },
): Version => ({
  format: FORMAT,
  version: (parent ?? 0) + 1,
  ...(parent === undefined ? {} : { parent }),
  ...(what === 'draft' ? {} : { restores: what.restore }),
  at: new Date(now).toISOString(),
  by,
  note,
  via,
  files: hashOf(files),
  catalogue,
});

const compileChecked = (files: readonly File[]): Project => {
  const { definitions, scenarios, problems } = readFiles(files);
  if (definitions) return compileProject(definitions, scenarios);
  const details = problems.map(formatProblem).join('\n');
  throw new NotPublished('check', `${details}\nMend the files, then publish again.`, problems);
};

/** Publishes the folder: it is checked and played, kept as a version, and the world goes on with it. */
export const createLocalPublishing = (deps: LocalPublishingDeps): LocalPublishing => {
  const { drafts, publications, reload, now, newId, report } = deps;
  const jobs = new Map<string, PublishJob>();

  const filesFor = async (what: PublishOrder['what']): Promise<File[]> => {
    const files = what === 'draft' ? await drafts.files() : await publications.filesOf(what.restore);
    if (files) return files;
    throw new NotPublished('check', 'There is no such version. GET /api/versions lists them.');
  };

  const publish = async (order: PublishOrder, job: PublishJob): Promise<void> => {
    const begin = (step: Step): void => {
      const last = job.progress.at(-1);
      if (last) job.progress.push({ step: last.step, state: 'done' });
      job.progress.push({ step, state: 'begun' });
    };
    begin('check');
    const files = await filesFor(order.what);
    const project = compileChecked(files);
    const meanwhile = async () => {
      const current = (await publications.current())?.version;
      if (current?.version !== order.over) throw new PublishedMeanwhile(current, order.over);
      return current;
    };
    await meanwhile();
    begin('scenarios');
    const { failed, items } = await runScenarios(project, undefined, ({ done, total }) => {
      job.progress[job.progress.length - 1] = { step: 'scenarios', state: 'begun', done, of: total };
    });
    if (failed > 0) {
      const unmet = items.flatMap(({ scenario, unmet }) =>
        unmet.map(({ expected, why }) => `${scenario}: expected ${expected} (${why})`),
      );
      throw new NotPublished(
        'scenarios',
        `${unmet.join('\n')}\nMend the journey, or the scenario where the promise has changed.`,
      );
    }
    begin('switch');
    const current = await meanwhile();
    if (current?.files === hashOf(files)) {
      Object.assign(job, { state: 'done', version: current, unchanged: true });
      return;
    }
    if (order.what !== 'draft') {
      const there = new Set(files.map(({ path }) => path));
      for (const { path, etag, state } of await drafts.list())
        if (state !== 'removed' && !there.has(path)) await drafts.remove(path, { etag, by: order.by });
      for (const { path, text } of files) {
        const before = await drafts.read(path);
        if (before?.text === text) continue;
        const etag = before?.etag;
        await drafts.write(path, text, { etag, by: order.by });
      }
    }
    const version = versionOf(order, {
      files,
      catalogue: project.catalogue.version,
      parent: current?.version,
      now: now(),
    });
    publications.keep(version, files);
    begin('live');
    await reload();
    job.progress.push({ step: 'live', state: 'done' });
    Object.assign(job, { state: 'done', version });
  };

  const fail = (job: PublishJob, error: unknown): void => {
    const step = job.progress.at(-1)?.step;
    if (step) job.progress.push({ step, state: 'failed' });
    const isKnown = error instanceof NotPublished || error instanceof PublishedMeanwhile;
    if (!isKnown) report(error);
    job.state = 'failed';
    job.failure = {
      ...(step ? { step } : {}),
      message: isKnown ? error.message : 'Something went wrong here. What ran before goes on; publish again.',
      problems: error instanceof NotPublished ? error.problems : [],
    };
  };

  return {
    begin: async (by, catalogue) => {
      if (await publications.current()) return;
      const files = await drafts.files();
      const order = { by, note: 'As the folder was.', via: 'command' as const, what: 'draft' as const };
      publications.keep(versionOf(order, { files, catalogue, parent: undefined, now: now() }), files);
    },
    start: async (order) => {
      const id = newId();
      const job: PublishJob = { job: id, state: 'running', progress: [] };
      jobs.set(id, job);
      for (const old of [...jobs.keys()].slice(0, -MOST)) jobs.delete(old);
      publish(order, job).catch((error) => fail(job, error));
      return { job: id };
    },
    job: async (job) => jobs.get(job),
  };
};
