import { setTimeout } from 'node:timers/promises';
import { openRun } from './open-run.ts';
import { createProofs } from './proofs.ts';
import { proveAnswers } from './prove-answers.ts';
import { proveConsole } from './prove-console.ts';
import { proveCrowd } from './prove-crowd.ts';
import { proveDecisions } from './prove-decisions.ts';
import { proveDeploys } from './prove-deploys.ts';
import { proveErase } from './prove-erase.ts';
import { proveFirstDeploy } from './prove-first-deploy.ts';
import { proveGestures } from './prove-gestures.ts';
import { proveInbox } from './prove-inbox.ts';
import { proveKnown } from './prove-known.ts';
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

/** In milliseconds. */
const HEAD_START = 15_000;

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const proofs = createProofs(print);
const run = await openRun(print);
try {
  // Different customers, so side by side; then what changes the stage for everybody. The stories have seconds for each
  // step at this pace, so they begin with the stage to themselves.
  const decisions = proveDecisions(run, proofs);
  await setTimeout(HEAD_START);
  const others = [
    proveInbox,
    proveAnswers,
    proveReplies,
    proveRepeats,
    proveRuns,
    proveMail,
    proveMerge,
    proveWhy,
    proveErase,
    proveCrowd,
    proveKnown,
    provePromises,
  ];
  await Promise.all([decisions, ...others.map((prove) => prove(run, proofs))]);
  await proveConsole(run, proofs);
  await proveGestures(run, proofs);
  await proveRedrive(run, proofs);
  await proveTalk(run, proofs);
  await proveDeploys(run, proofs);
  await provePublish(run, proofs);
  // After every deploy of this stage: what the console publishes no deploy may undo.
  await proveWay(run, proofs);
  await provePermissions(run, proofs);
  // Mostly waiting: functions know of a flag within a minute.
  await Promise.all([provePause(run, proofs), proveTemplates(proofs), proveFirstDeploy(run, proofs)]);
} catch (error) {
  await proofs.prove('the run itself', () => Promise.reject(error));
} finally {
  await run.close();
}
const { passed, failed } = proofs.total();
process.exitCode = failed === 0 ? 0 : 1;
print(`${passed} passed, ${failed} failed`);
