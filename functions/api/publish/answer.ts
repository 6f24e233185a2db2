import type { Act } from '../../shared/stores/audit-log.ts';
import type { PublishCommand, StartCommand } from './command.ts';
import { DraftConflict, DraftPathInvalid, type DraftStore } from './drafts.ts';
import type { Jobs } from './jobs.s3.ts';
import type { Publications } from './publications.ts';
import { createPush } from './push.ts';
import type { Release } from './release.ts';
import { PublishFailed } from './request.ts';

interface AnswerDeps {
  publications: Publications;
  drafts: DraftStore;
  release: Release;
  jobs: Jobs;
  /** Whether it is the console that asks, which alone may speak for who has signed in there. */
  isConsole: (who: Act['who']) => boolean;
}

/** `ok`, and what was asked for; or else a sentence that says what to do. */
export type PublishAnswer = { ok: true; [part: string]: unknown } | { ok: false; message: string };

const refusal = (error: unknown): PublishAnswer => {
  const isRefusal = [PublishFailed, DraftConflict, DraftPathInvalid].some((kind) => error instanceof kind);
  if (!isRefusal) throw error;
  return { ok: false, message: (error as Error).message };
};

const NOT_THE_CONSOLE =
  'Only the console publishes in the name of who has signed in there. Publish as yourself: tactful publish.';

/** Answers what people ask the publish function of a stage. */
export const createAnswer = (deps: AnswerDeps) => {
  const { publications, release, jobs, isConsole } = deps;
  const push = createPush(deps);
  const start = async ({ job, what, note, over, via, by }: StartCommand, who: Act['who']): Promise<PublishAnswer> => {
    await jobs.run(job, async (report) => {
      if (via === 'console' && !isConsole(who)) throw new PublishFailed('turn', NOT_THE_CONSOLE);
      const seen = over ?? (await publications.current())?.version.version;
      // The console knows who signed in; a command is whoever IAM says that it is.
      const name = via === 'console' ? (by ?? who.name) : who.name;
      return release({ what, note, via, by: name, over: seen }, report);
    });
    return { ok: true, job };
  };
  const pull = async (requestedNumber: number | undefined): Promise<PublishAnswer> => {
    const current = await publications.current();
    const number = requestedNumber ?? current?.version.version;
    const version = number === undefined ? undefined : await publications.version(number);
    const files = number === undefined ? undefined : await publications.filesOf(number);
    if (version && files) return { ok: true, version, files };
    const which = requestedNumber === undefined ? 'Nothing is published' : `There is no version ${requestedNumber}`;
    return { ok: false, message: `${which} on this stage. tactful versions lists what there is.` };
  };
  const act = async (command: PublishCommand, who: Act['who']): Promise<PublishAnswer> => {
    switch (command.command) {
      case 'versions':
        return { ok: true, ...(await publications.list(command)) };
      case 'pull':
        return pull(command.version);
      case 'push':
        return { ok: true, ...(await push(command, who.name)) };
      case 'publish':
        return start(command, who);
      case 'job':
        return { ok: true, job: (await jobs.find(command.job)) ?? null };
    }
  };
  return (command: PublishCommand, who: Act['who']): Promise<PublishAnswer> => act(command, who).catch(refusal);
};
