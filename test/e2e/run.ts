import { setTimeout } from 'node:timers/promises';
import { openRun, type Run } from './open-run.ts';
import { createProofs, type Proofs } from './proofs.ts';
import { proveAnswers } from './prove-answers.ts';
import { proveConsole } from './prove-console.ts';
import { proveCrowd } from './prove-crowd.ts';
import { proveDecisions } from './prove-decisions.ts';
import { proveDeploys } from './prove-deploys.ts';
import { proveErase } from './prove-erase.ts';
import { proveFirstDeploy } from './prove-first-deploy.ts';
import { proveInbox } from './prove-inbox.ts';
import { proveDeletion, proveKnown } from './prove-known.ts';
import { proveMail } from './prove-mail.ts';
import { proveMerge } from './prove-merge.ts';
import { provePause } from './prove-pause.ts';
import { provePermissions } from './prove-permissions.ts';
import { provePromises } from './prove-promises.ts';
import { provePublish } from './prove-publish.ts';
import { proveRedrive } from './prove-redrive.ts';
import { proveRepeats } from './prove-repeats.ts';
import { proveReplies } from './prove-replies.ts';
import { proveRuns } from './prove-runs.ts';
import { proveTalk } from './prove-talk.ts';
import { proveTemplates } from './prove-templates.ts';
import { proveWay } from './prove-way.ts';
import { proveWhy } from './prove-why.ts';

/** In milliseconds: before the first others, and between those that begin one after another. */
const HEAD_START = 15_000;
const STEP = 10_000;

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const proofs = createProofs(print);

/** Different customers, or other stages, so side by side. What fails outside of a proof is one that failed, and the others go on. */
const beside = async (run: Run, ...shows: ((run: Run, proofs: Proofs) => Promise<void>)[]): Promise<void> => {
  const begin = (show: (typeof shows)[number]) =>
    show(run, proofs).catch((error) => proofs.prove(`the run itself, ${show.name}`, () => Promise.reject(error)));
  await Promise.all(shows.map(begin));
};

const proveAll = async (run: Run): Promise<void> => {
  // The stories have seconds for each step at this pace, so they begin with the stage to themselves, others do not all begin
  // in the same second, and what needs much of the machine comes after them.
  const decisions = beside(run, proveDecisions);
  await setTimeout(HEAD_START);
  const longest = beside(run, provePromises, proveAnswers, proveReplies, proveInbox, proveKnown);
  await setTimeout(STEP);
  const erasures = beside(run, proveErase, proveDeletion);
  const middle = beside(run, proveMerge, proveRepeats, proveRuns);
  await setTimeout(STEP);
  await Promise.all([longest, middle, beside(run, proveMail, proveWhy, proveCrowd)]);
  const inConsole = beside(run, proveRedrive, (...stage) => proveConsole(...stage, decisions));
  await decisions;
  const otherStages = beside(run, proveTemplates, proveFirstDeploy);
  await Promise.all([erasures, inConsole]);
  // What changes the stage for everybody.
  await beside(run, proveTalk);
  await beside(run, proveDeploys);
  // Functions know of a flag within a minute.
  await beside(run, provePublish, provePause);
  // After every deploy of this stage: what the console publishes no deploy may undo.
  await beside(run, proveWay);
  await beside(run, provePermissions);
  await otherStages;
};

// What nobody waited for may fail too: it is told and counted, and the other proofs go on.
process.on('uncaughtException', (error) => {
  void proofs.prove('nothing fails unheard', () => Promise.reject(error));
});

try {
  const run = await openRun(print);
  await proveAll(run).finally(run.close);
} catch (error) {
  await proofs.prove('the run itself', () => Promise.reject(error));
}
const { passed, failed } = proofs.total();
process.exitCode = failed === 0 ? 0 : 1;
print(`${passed} passed, ${failed} failed`);
