import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { PublishJob, PublishOrder } from '../../functions/api/publish/publishing.ts';
import type { Progress } from '../../functions/api/publish/request.ts';
import type { Version } from '../../functions/api/publish/version.ts';
import type { Output } from '../output.ts';
import { UsageError } from '../usage-error.ts';
import { askPublisher, orderPublication } from './ask-publisher.ts';

/** In milliseconds: how often one looks, and for how long nothing may be heard of an order. */
const LOOK = 1000;
const SILENCE = 60_000;
const PATIENCE = 16 * 60_000;

const WORDS: Record<Progress['step'], string> = {
  check: 'checked',
  scenarios: 'scenarios played',
  compile: 'compiled',
  turn: 'nobody else is publishing',
  upload: 'uploaded',
  machines: 'machines are there',
  switch: 'switched',
  live: 'live everywhere',
  journal: 'on record',
};

/** The status to end with, and the version that runs now. */
interface Followed {
  status: number;
  version?: Version;
}

const sayNew = (job: PublishJob, reportedSteps: Set<string>, { err }: Output): void => {
  for (const { step, state, detail } of job.progress) {
    if (state !== 'done' || reportedSteps.has(step)) continue;
    reportedSteps.add(step);
    err(`  ${WORDS[step]}${detail === undefined ? '' : `: ${detail}`}`);
  }
};

const reportEnd = (
  { state, unchanged, failure, ...job }: PublishJob,
  stage: string,
  { out, err }: Output,
): Followed => {
  const { version } = job;
  if (state === 'failed') {
    err(failure?.message ?? 'It failed.');
    err(`${stage} goes on with the version that it had${failure?.step ? ` (failed at: ${failure.step})` : ''}.`);
    return { status: 1 };
  }
  const number = version?.version;
  out(unchanged ? `${stage} runs these files already: version ${number}.` : `${stage} runs version ${number}.`);
  return { status: 0, ...(version && { version }) };
};

/** Orders a publication, and says how far it is until it is over. Throws UsageError. */
export const publishAndFollow = async (
  stage: string,
  order: Pick<PublishOrder, 'what' | 'note'>,
  output: Output,
): Promise<Followed> => {
  const job = randomUUID();
  // What runs now is what whoever orders has seen: who is overtaken by somebody is told so.
  const { items } = await askPublisher(stage, { command: 'versions', count: 1 });
  const over = items[0]?.version;
  await orderPublication(stage, {
    command: 'publish',
    job,
    via: 'command',
    ...order,
    ...(over !== undefined && { over }),
  });
  const reportedSteps = new Set<string>();
  const began = performance.now();
  for (;;) {
    const { job: seen } = await askPublisher(stage, { command: 'job', job });
    if (seen) sayNew(seen, reportedSteps, output);
    if (seen && seen.state !== 'running') return reportEnd(seen, stage, output);
    const passed = performance.now() - began;
    if ((!seen && passed > SILENCE) || passed > PATIENCE) {
      throw new UsageError(
        `Nothing is heard of the order ${job} on ${stage}. Read the log of tactful-${stage}-publish; tactful versions --stage ${stage} says what runs.`,
      );
    }
    await setTimeout(LOOK);
  }
};
