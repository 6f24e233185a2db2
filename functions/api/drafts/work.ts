import { DAY } from '../../../language/catalogue/milliseconds.ts';
import type { StageTraits } from '../../../language/compile/catalogue.ts';
import { ROUTES } from '../contract/routes.ts';
import type { ApiDeps } from '../deps.ts';
import type { JobOrder, OnProgress } from '../ports.ts';
import { Refused } from '../problem.ts';
import { backtest } from './backtest.ts';
import { playOne } from './play.ts';
import { compileFiles, filesToTry } from './project.ts';
import { runScenarios } from './scenarios.ts';

export type WorkDeps = Pick<ApiDeps, 'drafts' | 'running' | 'intake' | 'clock'> & {
  /** Of the stage: what runs was compiled for them, and what it is compared with has to be. */
  traits?: StageTraits;
};

/** Of one person: each takes a function for minutes, which others want too. */
const MOST_RUNNING = 3;

/** Throws Refused, 409, where so many of one person's jobs are running that no other may begin. */
export const refuseTooMany = (running: number): void => {
  if (running >= MOST_RUNNING)
    throw new Refused(
      409,
      `You have ${running} jobs running, and may have ${MOST_RUNNING}. Wait until one of them has ended, then start this one again.`,
    );
};

/** Does what a job is about: in the process that was asked, or in another that has the order. Throws Refused. */
export const createWork =
  (deps: WorkDeps) =>
  async ({ kind, asked }: Pick<JobOrder, 'kind' | 'asked'>, onProgress: OnProgress): Promise<unknown> => {
    switch (kind) {
      case 'scenarios': {
        const { files, only } = ROUTES.runScenarios.body.parse(asked);
        return runScenarios(compileFiles(await filesToTry(deps, files)), only, onProgress);
      }
      case 'play': {
        const order = ROUTES.playDraft.body.parse(asked);
        return playOne(compileFiles(await filesToTry(deps, order.files)), order, onProgress);
      }
      case 'backtest': {
        const { files, days } = ROUTES.backtestDraft.body.parse(asked);
        const after = compileFiles(await filesToTry(deps, files), deps.traits);
        const { project: before } = await deps.running();
        const to = deps.clock.now();
        const from = to - days * DAY;
        return backtest({ before, after, ...(await deps.intake.past(from)), from, to }, onProgress);
      }
    }
  };
